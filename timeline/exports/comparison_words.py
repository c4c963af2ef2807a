"""Two sides compared, in words: only what is certain, and as apart as the evidence has them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates.words import between, in_day

from .standing_words import stance, within

APART = {  # (steps on the scale of five at least, at most)
    (0, 0): gettext_lazy("no step apart"),
    (1, 1): gettext_lazy("one step apart"),
    (2, 2): gettext_lazy("two steps apart"),
    (3, 3): gettext_lazy("three steps apart"),
    (4, 4): gettext_lazy("four steps apart"),
    (0, 1): gettext_lazy("at most one step apart"),
    (1, 2): gettext_lazy("one or two steps apart"),
    (2, 3): gettext_lazy("two or three steps apart"),
    (3, 4): gettext_lazy("three or four steps apart"),
    (2, 4): gettext_lazy("two to four steps apart"),
}
RELATIONS = {
    "agree": gettext_lazy("They agree"),
    "disagree": gettext_lazy("They disagree"),
    "differ": gettext_lazy("They differ, one of them undecided"),
    "open": gettext_lazy("Not certain"),
    "alone": gettext_lazy("Only one recorded"),
    "nothing": gettext_lazy("Nothing recorded"),
}
OF_PERIODS = {
    "agree": gettext_lazy("On the same side"),
    "disagree": gettext_lazy("On opposite sides"),
    "differ": gettext_lazy("On different sides, one of them undecided"),
}
STATES = {
    "open": gettext_lazy("not certain"),
    "nothing": gettext_lazy("nothing recorded"),
}


def apart(steps):
    """How far apart two stances are: "two steps apart"."""
    return str(APART[steps])


def widest(parts):
    """The distances of several parts as one range."""
    found = [part.steps for part in parts if part.steps]
    return min(least for least, _most in found), max(most for _least, most in found)


def state(of):
    """What is known of one side: "supports", "leans oppose or opposes", "nothing recorded"."""
    if not of.stances:
        return str(STATES[of.why])
    return f" {_('or')} ".join(map(stance, of.stances))


def of_stance(value):
    """A last word; None where its order is unknown."""
    return stance(value) if value else _("order unknown")


def since(spell):
    """When what a spell says began: "beginning between 3 May and 20 May 2024"."""
    if spell.before:
        return _("beginning %(window)s") % {"window": within(spell.before, spell.first)}
    return _("certain from %(day)s") % {"day": in_day(spell.first)}


def until(spell, silent=()):
    """When it ended, or until when it is certain; `silent` are [(name, day)] of whose evidence ends then."""
    if spell.after:
        return _("ending %(window)s") % {"window": within(spell.last, spell.after)}
    if silent:
        names = {"names": f" {_('and')} ".join(name for name, _day in silent), "day": in_day(silent[0][1])}
        return _("nothing newer is recorded of %(names)s after %(day)s") % names
    return _("certain until %(day)s") % {"day": in_day(spell.last)}


def said_of(spell):
    """A spell in one phrase: how they stand, how far apart, since when."""
    names = {
        "relation": RELATIONS[spell.relation],
        "apart": apart(widest(spell.parts)),
        "since": since(spell),
    }
    return _("%(relation)s, %(apart)s, %(since)s") % names


def said_of_periods(relation, steps):
    """How the last that is certain of two periods stands to one another."""
    names = {"relation": OF_PERIODS[relation], "apart": apart(steps)}
    return _("The last that is certain of each period: %(relation)s, %(apart)s") % names


def period(first, last):
    """The period of a side: "1 January 2022 – 31 December 2022", "until 2 May 2024"."""
    if first and last:
        return f"{in_day(first)} – {in_day(last)}" if first != last else in_day(first)
    if first or last:
        return between(first, last)
    return _("the whole time")


def days(part):
    """The days of a part; the calendar's ends are open ones."""
    return period(
        None if part.first == part.first.min else part.first,
        None if part.last == part.last.max else part.last,
    )
