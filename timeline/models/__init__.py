"""The debate as it is stored. Rows come out through `EventQuerySet`; nothing here knows a request."""

from .actors import Actor, Affiliation
from .debate import Argument, Debate, Question, Topic
from .events import Event, EventTopic, Position
from .slugs import FormerSlug
from .sources import Citation, Source

__all__ = [
    "Actor",
    "Affiliation",
    "Argument",
    "Citation",
    "Debate",
    "Event",
    "EventTopic",
    "FormerSlug",
    "Position",
    "Question",
    "Source",
    "Topic",
]
