"""The grammar of dates, the same for every language: importing it registers the rules of its modules."""

from . import counted, days, modified, named, numeric, ordinals, parts, weeks, years
from .stream import RULES, Stream, item

__all__ = [
    "RULES",
    "Stream",
    "counted",
    "days",
    "item",
    "modified",
    "named",
    "numeric",
    "ordinals",
    "parts",
    "weeks",
    "years",
]
