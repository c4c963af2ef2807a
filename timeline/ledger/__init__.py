"""Who stood where, and how long things took: positions to turns, events to lags. Pure: rows in, rows out.

Nothing is claimed that the dates leave open. Two pieces of evidence have an order only where the whole span
of one lies before the whole span of the other; where spans overlap the order is unknown, and no turn is
claimed between them.
"""

from .changes import Change, changes
from .doubts import Doubt, doubts
from .evidence import SIDES, Evidence, side
from .lags import CHAIN, Lag, RoleEvent, Round, lag, rounds
from .last_word import FADES, LastWord
from .standing import Ledger, Segment

__all__ = [
    "CHAIN",
    "FADES",
    "SIDES",
    "Change",
    "Doubt",
    "Evidence",
    "Lag",
    "LastWord",
    "Ledger",
    "RoleEvent",
    "Round",
    "Segment",
    "changes",
    "doubts",
    "lag",
    "rounds",
    "side",
]
