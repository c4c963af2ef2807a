"""Two rows become one, and two again: events, actors, sources, topics. Nothing of either is lost.

    merged = merge(kept, taken, user, choices)      # raises `CannotMerge`
    undo(merged, user)                              # raises `CannotUndo`; both say why

What hangs on the row that is taken up moves to the one that is kept; its address leads there; its names
become other names. `Merge.journal` holds what changed, row by row, which is all that undoing needs.
"""

from .errors import CannotMerge, CannotUndo
from .joining import KINDS, check, gone, kind_of, merge, rehearse, stamp
from .rivals import Rivalry, rivalries
from .undoing import undo, why_not

__all__ = [
    "KINDS",
    "CannotMerge",
    "CannotUndo",
    "Rivalry",
    "check",
    "gone",
    "kind_of",
    "merge",
    "rehearse",
    "rivalries",
    "stamp",
    "undo",
    "why_not",
]
