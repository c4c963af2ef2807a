"""Who stood where, and how long things took: positions to turns, events to lags. Pure: rows in, rows out.

Nothing is claimed that the dates leave open. Two pieces of evidence have an order only where the whole span
of one lies before the whole span of the other; where spans overlap the order is unknown, and no turn is
claimed between them.
"""

from .changes import Change, changes
from .comparing import Part, Spell, State, carrying, relation, spells, states, steps
from .doubts import Doubt, doubts
from .evidence import SIDES, Evidence, side
from .holding import Holding, faded, holdings
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
    "Holding",
    "Lag",
    "LastWord",
    "Ledger",
    "Part",
    "RoleEvent",
    "Round",
    "Segment",
    "Spell",
    "State",
    "carrying",
    "changes",
    "doubts",
    "faded",
    "holdings",
    "lag",
    "relation",
    "rounds",
    "side",
    "spells",
    "states",
    "steps",
]
