"""How alike two events, actors or sources are: a percentage, and the reasons in words. It only proposes.

    events_alike(EventTraits(title="..."), EventTraits.of(event)) -> Likeness(82, ("same day", ...))

From `LIKELY` on, a pair is worth a curator's look. Traits are plain values, so that what is only proposed
can be compared with what is stored. Many rows are compared through `likely_pairs`, which never tries all.
"""

from .actors import ActorTraits, actors_alike
from .events import EventTraits, events_alike
from .pairs import likely_pairs, likest
from .sources import SourceTraits, sources_alike
from .value import LIKELY, Likeness

__all__ = [
    "LIKELY",
    "ActorTraits",
    "EventTraits",
    "Likeness",
    "SourceTraits",
    "actors_alike",
    "events_alike",
    "likely_pairs",
    "likest",
    "sources_alike",
]
