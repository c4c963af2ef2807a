"""The dated corrections of a published event, in words for its readers.

Names are those of today, and only of what the public sees today. What was taken out is not named, and no
former wording is told: it may have been taken out for being wrong about somebody.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from timeline.dates import DateSpan, words
from timeline.models import Actor, Event, Position, Question, Source, Topic

ADDED = {
    "actor": lambda name: _("%(name)s was missing among the actors.") % {"name": name},
    "question": lambda name: _("The question “%(name)s” was missing.") % {"name": name},
    "topic": lambda name: _("The topic “%(name)s” was missing.") % {"name": name},
    "source": lambda name: _("A source was added: %(name)s.") % {"name": name},
}
REMOVED = {
    "actor": lambda: _("An actor was removed."),
    "question": lambda: _("A question was removed."),
    "topic": lambda: _("A topic was removed."),
    "source": lambda: _("A source was removed."),
    "position": lambda: _("A position was removed."),
}
CHANGED = {
    "topic": lambda name: _("Its role regarding “%(name)s” was corrected.") % {"name": name},
    "source": lambda name: _("What is cited from %(name)s was corrected.") % {"name": name},
}
REWORDED = {
    "title": lambda: _("The title was reworded."),
    "summary": lambda: _("The summary was reworded."),
}
BECAUSE = {
    "file": lambda name: _("The debate was brought up to date from a file."),
    "merge": lambda name: _("Two entries were found to be about one event, or one entry about two."),
    "source": lambda name: _("The date of publication of %(name)s was corrected.") % {"name": name},
}


@dataclass(frozen=True)
class Told:
    """One correction: its day, its sentences, its reason."""

    day: date
    said: tuple
    reason: str


def errata_of(event):
    """The corrections of an event that is public, the latest first; a query where there are none."""
    if event.status != Event.Status.PUBLISHED:
        return []
    errata = list(event.errata.all())
    names = _Names(change for erratum in errata for change in erratum.changes)
    return [Told(erratum.at.date(), tuple(_sentences(erratum, names)), erratum.reason) for erratum in errata]


def _sentences(erratum, names):
    """What it says of each change; the same said twice is said once."""
    return dict.fromkeys(said for change in erratum.changes if (said := _sentence(change, names)))


def _sentence(change, names):
    what, how = change["what"], change.get("how")
    if what == "because":
        name = names.get("source", change.get("key"))
        return BECAUSE[how](name) if name or how != "source" else ""
    if what == "date":
        return _date(change["old"])
    if what == "kind":
        kind = dict(Event.Kind.choices).get(change["old"], change["old"])
        return _("The kind of event was given as “%(kind)s”.") % {"kind": kind}
    if what in REWORDED:
        return REWORDED[what]()
    if how == "removed":
        return REMOVED[what]()
    if what == "position":
        return _position(change, names)
    name = names.get(what, change["key"])
    return (ADDED if how == "added" else CHANGED)[what](name) if name else ""


def _date(old):
    if not old:
        return _("No date was given.")
    return _("The date was given as %(date)s.") % {"date": words(DateSpan.from_edtf(old))}


def _position(change, names):
    actor, question = names.get("actor", change["actor"]), names.get("question", change["question"])
    if not actor or not question:
        return ""
    about = {"actor": actor, "question": question}
    if change["how"] == "added":
        return _("The position of %(actor)s on “%(question)s” was missing.") % about
    if "old" not in change:
        return _("The arguments of %(actor)s on “%(question)s” were corrected.") % about
    stance = dict(Position.Stance.choices).get(change["old"], change["old"])
    said = _("The position of %(actor)s on “%(question)s” was given as “%(stance)s”.")
    return said % (about | {"stance": stance})


class _Names:
    """The names of what corrections mention, of the rows that the public sees; a query to a kind."""

    def __init__(self, changes):
        keys = {}
        for change in changes:
            if "key" in change:
                kind = "source" if change["what"] == "because" else change["what"]
                keys.setdefault(kind, set()).add(change["key"])
            for kind in ("actor", "question") if change["what"] == "position" else ():
                keys.setdefault(kind, set()).add(change.get(kind))
        self.names = {kind: _named(kind, wanted - {None}) for kind, wanted in keys.items()}

    def get(self, kind, key):
        """A name, or empty for what is not there to be seen."""
        return self.names.get(kind, {}).get(key, "")


def _named(kind, keys):
    rows = {
        "actor": Actor.objects.visible_to(None),
        "source": Source.objects.visible_to(None),
        "question": Question.objects,
        "topic": Topic.objects,
    }[kind]
    return {row.pk: str(row) for row in rows.filter(pk__in=keys)}
