"""The debate as it is stored. Rows come out through `EventQuerySet`; nothing here knows a request."""

from . import groups
from .actors import Actor, Affiliation
from .articles import Article, Decision
from .changing import acting, changing
from .comments import Comment
from .corrections import Correction
from .debate import Argument, Debate, Question, Topic
from .errata import Erratum
from .events import Event, EventTopic, Position
from .imports import Import, ImportedRow
from .link_checks import LinkCheck
from .merging import Merge, NotDuplicate
from .sharing import Allowance, SharedEvent, SharedView
from .slugs import FormerSlug
from .sources import Citation, Source

__all__ = [
    "Actor",
    "Affiliation",
    "Allowance",
    "Argument",
    "Article",
    "Citation",
    "Comment",
    "Correction",
    "Debate",
    "Decision",
    "Erratum",
    "Event",
    "EventTopic",
    "FormerSlug",
    "Import",
    "ImportedRow",
    "LinkCheck",
    "Merge",
    "NotDuplicate",
    "Position",
    "Question",
    "SharedEvent",
    "SharedView",
    "Source",
    "Topic",
    "acting",
    "changing",
    "groups",
]
