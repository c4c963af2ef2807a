"""Positions in words: careful ones. Nothing is said of a person that one piece of evidence does not say."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.dates.words import in_day, spanning
from timeline.filters.names import closed_name
from timeline.translation import number


def window(change):
    """When a change must have happened: "between 13 August and 28 September 2023"."""
    return within(change.first, change.last)


def within(first, last):
    """Two days, inclusive, between which something lies; None is an open end."""
    if first is None and last is None:
        return _("at a time that the evidence leaves open")
    if first is None:
        return _("by %(day)s") % {"day": in_day(last)}
    if last is None:
        return _("after %(day)s") % {"day": in_day(first)}
    return spanning(first, "day", last, "day")


def stance(value):
    """A stance in words."""
    return closed_name("stance", value)


def change(of):
    """From what to what: "from opposes to leans support"."""
    names = {"before": stance(of.before.stance), "after": stance(of.after.stance)}
    return _("from “%(before)s” to “%(after)s”") % names


def changed(actor, of):
    """A turn or a shift of an actor with its window."""
    return _("%(actor)s: %(change)s, %(window)s") % {
        "actor": actor.name,
        "change": change(of),
        "window": window(of),
    }


def doubt(of):
    """Evidence for different sides whose order nobody knows, or that contradicts itself on one day."""
    stances = ", ".join(dict.fromkeys(stance(item.stance) for item in of.evidence))
    names = {"stances": stances, "window": within(*ends(of))}
    if of.is_contradiction:
        return _("Contradictory %(window)s: %(stances)s.") % names
    return _("Order unknown, %(window)s: %(stances)s.") % names


def ends(of):
    """The first and last day of a doubt, None where an end is open."""
    open_first = any(item.earliest is None for item in of.evidence)
    open_last = any(item.latest is None for item in of.evidence)
    return None if open_first else of.first, None if open_last else of.last


def once(event):
    """How a single piece of evidence is spoken of: "once, in a report by Politico"."""
    publishers = dict.fromkeys(citation.source.publisher for citation in event.citations.all())
    if not publishers:
        return _("once, without a source")
    names = {"kind": event.get_kind_display(), "publisher": next(iter(publishers))}
    if len(publishers) > 1:
        names["count"] = number(len(publishers))
        return _("once: a %(kind)s, in %(count)s sources") % names
    if event.kind in (event.Kind.REPORT, event.Kind.LEAK):
        return _("once, in a %(kind)s by %(publisher)s") % names
    return _("once: a %(kind)s, reported by %(publisher)s") % names


def sentence(question, records):
    """What the chart of a question shows, in one sentence."""
    return f"{question.title} {'; '.join([evidence_of(records), *sides_and_turns(records)])}."


def evidence_of(records):
    """How many pieces of evidence there are, and of how many actors."""
    pieces = sum(len(record.evidence) for record in records)
    said = ngettext("%(count)s piece of evidence", "%(count)s pieces of evidence", pieces)
    actors = ngettext("of %(count)s actor", "of %(count)s actors", len(records))
    return " ".join([said % {"count": number(pieces)}, actors % {"count": number(len(records))}])


def sides_and_turns(records):
    """How many were last heard on which side, how many turns there are, and where the order is unknown."""
    sides = {"for": 0, "undecided": 0, "against": 0}
    for record in records:
        if record.word and record.word.side:
            sides[record.word.side] += 1
    yield _("last heard: %(for)s for, %(undecided)s undecided, %(against)s against") % {
        side: number(count) for side, count in sides.items()
    }
    turns = sum(len(record.ledger.turns) for record in records)
    yield ngettext("%(count)s turn", "%(count)s turns", turns) % {"count": number(turns)}
    doubts = sum(len(record.ledger.doubts) for record in records)
    if doubts:
        yield ngettext(
            "the order of evidence is unknown in %(count)s place",
            "the order of evidence is unknown in %(count)s places",
            doubts,
        ) % {"count": number(doubts)}
