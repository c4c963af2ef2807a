"""The chart of words and deeds: a lane for each round of a topic, its events by role, and the waits between.

The waits are lines along the lane's floor, in the colour of what is waited on: from the last day that the
asking (approving, delivering) can have been, fading over the days that its answer can have been.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from timeline.charts.ink import Ink
from timeline.charts.legend import Item
from timeline.charts.rows import Lane
from timeline.charts.strips import RAIL, Held
from timeline.ledger import CHAIN, Round
from timeline.translation import gettext, gettext_noop

HEIGHT = 2400  # px: there may be many rounds; the marks stay as large as they are elsewhere
# What a wait is for: the first of these that came. It is drawn from the role's first event.
AWAITED = {
    "requested": ("approved", "permitted", "delivered", "used"),
    "approved": ("delivered", "used"),
    "restricted": ("permitted",),
    "permitted": ("used",),
    "delivered": ("used",),
}
HEADING = gettext_noop("Line below the marks")
WORDS = {
    "requested": gettext_noop("asked for, no approval recorded yet"),
    "approved": gettext_noop("approved, no delivery recorded yet"),
    "restricted": gettext_noop("restricted, no permission recorded yet"),
    "permitted": gettext_noop("permitted, no use recorded yet"),
    "delivered": gettext_noop("delivered, no use recorded yet"),
}


def waits(lane: str, round_: Round) -> Iterator[Held]:
    """The lines of a round, none over another: each begins where its role was first seen.

    A request that nothing has answered is drawn as far as the round is told; of the other roles, whose
    answer may be no part of a topic's chain, nothing is said without an answer.
    """
    busy = date.min
    for role in sorted((role for role in AWAITED if round_.of(role)), key=lambda role: _first(round_, role)):
        answers = [event for event in round_.events if event.role in AWAITED[role]]
        first = max(busy, min(event.end for event in round_.of(role)))
        if any(event.end < first for event in answers) and busy == date.min:
            continue
        later = [event for event in answers if event.end >= first]
        if later:
            answer = min(later, key=lambda event: (event.end, event.begin))
            busy, held = answer.end, Held(lane, role, first, max(first, answer.begin), answer.end)
        else:
            busy = max(event.end for event in round_.events)
            held = Held(lane, role, first, busy)
        if first < busy < date.max and (later or role == "requested"):
            yield held


def _first(round_: Round, role: str) -> tuple[date, int]:
    return min(event.begin for event in round_.of(role)), CHAIN.index(role)


def legend(held: Iterable[Held]) -> list[Item]:
    """What the lines mean, in the order of the chain."""
    seen, ink = {item.color for item in held}, Ink("css")
    return [
        Item(gettext(HEADING), f"wait-{role}", gettext(WORDS[role]), _icon(ink, role))
        for role in CHAIN
        if role in seen
    ]


def _icon(ink, role):
    bar = f'<rect x="-13" y="{-RAIL / 2}" width="26" height="{RAIL}" fill="currentColor"/>'
    return (
        '<svg class="chart-icon" width="28" height="16" viewBox="-14 -8 28 16" aria-hidden="true" '
        f'focusable="false"><g {ink.mark(role)}>{bar}</g></svg>'
    )


def lane(key: str, topic: str, number: int, rounds: int) -> Lane:
    """The lane of a round, named after its topic; only one of several rounds has a number."""
    named = gettext("{topic}, round {number} of {rounds}")
    label = named.format(topic=topic, number=number, rounds=rounds) if rounds > 1 else topic
    return Lane(key, label, None)
