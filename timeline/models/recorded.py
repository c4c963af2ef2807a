"""Which models keep a history, and of each of the others why it keeps none.

A model is recorded where somebody may change or delete what somebody else has written. Not recorded is
what only ever grows (it is its own log), what a program works out anew, and what is meant to be forgotten.
"""

from .actors import Actor, Affiliation
from .articles import Article, Decision
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

# In the order in which each can refer to those before it.
RECORDED = (
    Debate,
    Question,
    Topic,
    Actor,
    Source,
    Argument,
    Affiliation,
    Event,
    EventTopic,
    Citation,
    Position,
    Erratum,
    Comment,
    Article,
    Decision,
    SharedView,
)

NOT_RECORDED = {
    Correction: (
        "A log: decided once, by whom and when and why, and never again. What nobody has answered can be "
        "erased, with the address that a reader left; history would keep both."
    ),
    Import: "A log: who gave which file when, and how far it came. Nothing in it is changed afterwards.",
    ImportedRow: "A log: what each row gave, what it changed, why it was refused.",
    Merge: "A log: who merged what and when, the journal of what changed, who undid it and when.",
    NotDuplicate: (
        "A log: who judged a pair, when, and how alike the two were. Taking one back only asks the question "
        "again, and stands in the admin's own log."
    ),
    LinkCheck: "A program's answer of today; the next run works it out anew.",
    SharedEvent: "What a shared view held at the moment of its making; it never changes.",
    FormerSlug: "A log: every address that something had. None is changed or deleted by hand.",
    Allowance: "A counter that refills by itself, and is meant to be forgotten within a day.",
}
