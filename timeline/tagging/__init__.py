"""An article and a debate's vocabulary, to what the article names and the events it may tell. Pure,
offline, no clock.

    >>> from datetime import date
    >>> found = tag("Olaf Scholz ruled out Taurus on 13 March.", date(2024, 3, 14), Vocabulary(
    ...     actors=[("olaf-scholz", "Olaf Scholz", [], "person")], topics=[("taurus", "Taurus KEPD 350")]))
    >>> [(each.date.text, each.actors[0].slug, each.stance) for each in found.candidates]
    [('on 13 March', 'olaf-scholz', 'opposes')]

Everything found carries `start` and `end` into the text it was found in. The curator decides.
"""

from .candidates import Candidate
from .cues import STANCES, Cue
from .holders import Position
from .mentions import Mention
from .newcomers import Newcomer, newcomers
from .reading import Tagged, tag
from .sentences import Sentence, sentences
from .terms import Term
from .vocabulary import Vocabulary
from .withheld import Reason

__all__ = [
    "STANCES",
    "Candidate",
    "Cue",
    "Mention",
    "Newcomer",
    "Position",
    "Reason",
    "Sentence",
    "Tagged",
    "Term",
    "Vocabulary",
    "newcomers",
    "sentences",
    "tag",
]
