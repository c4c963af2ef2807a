"""Slugs to names: for the values in force only, so that it costs the same in any debate."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from timeline.models import Actor, Event, FormerSlug, Position, Question, Source, Topic

from .state import BLANK, Problem

PRECISION_NAMES = {
    "day": pgettext_lazy("precision", "day"),
    "week": pgettext_lazy("precision", "week"),
    "part-of-month": pgettext_lazy("precision", "part of a month"),
    "month": pgettext_lazy("precision", "month"),
    "quarter": pgettext_lazy("precision", "quarter"),
    "season": pgettext_lazy("precision", "season"),
    "part-of-year": pgettext_lazy("precision", "part of a year"),
    "half-year": pgettext_lazy("precision", "half-year"),
    "year": pgettext_lazy("precision", "year"),
    "decade": pgettext_lazy("precision", "decade"),
    "unknown": pgettext_lazy("precision", "unknown"),
    BLANK: gettext_lazy("undated"),
}
STANCE_NAMES = dict(Position.Stance.choices) | {
    BLANK: pgettext_lazy("stance", "none given"),
    "mixed": pgettext_lazy("stance", "mixed"),
}
DISPUTED_NAMES = {"yes": gettext_lazy("sources contradict each other"), "no": gettext_lazy("undisputed")}
NOT_IN_DEBATE = {
    "question": gettext_lazy("This debate has no question of that address."),
    "actor": gettext_lazy("This debate has no actor of that address."),
    "topic": gettext_lazy("This debate has no topic of that address."),
}
CLOSED_NAMES = {
    "kind": dict(Event.Kind.choices),
    "stance": STANCE_NAMES,
    "precision": PRECISION_NAMES,
    "disputed": DISPUTED_NAMES,
}


def addressed(debate, user):
    """{facet: the rows of the debate that its slugs can name to this reader}.

    Questions and topics are the debate's frame and known to all; an actor is known by visible events.
    """
    return {
        "question": Question.objects.filter(debate=debate),
        "actor": Actor.objects.filter(debate=debate).visible_to(user),
        "topic": Topic.objects.filter(debate=debate),
    }


def closed_name(key, value):
    """The readable name of a value that is the same in every debate: a kind, a stance, a precision."""
    return str(CLOSED_NAMES.get(key, {}).get(value) or (_("none given") if value == BLANK else value))


@dataclass(frozen=True)
class Names:
    """The names of the questions, actors and topics that a state chooses."""

    labels: dict

    @classmethod
    def of(cls, debate, filters, user=None):
        """Look up what the state chooses: at most one query per kind of thing."""
        labels = {}
        for key, rows in addressed(debate, user).items():
            asked = (*filters.actor, filters.other) if key == "actor" else getattr(filters, key)
            chosen = [slug for slug in asked if slug not in (BLANK, "")]
            if chosen:
                labels |= {(key, thing.slug): str(thing) for thing in rows.filter(slug__in=chosen)}
        return cls(labels)

    @classmethod
    def resolve(cls, debate, filters, user=None):
        """The state with today's slugs for former ones, without those that this reader cannot know."""
        for key, rows in addressed(debate, user).items():
            filters = _resolve_slugs(debate, filters, key, rows)
        filters = _resolve_other(debate, filters, addressed(debate, user)["actor"])
        return _resolve_publishers(debate, filters, user)

    def __getitem__(self, key_and_value):
        """The name of a value; one that is the same everywhere needs no looking up."""
        return self.labels.get(key_and_value) or closed_name(*key_and_value)


def _resolve_slugs(debate, filters, key, rows):
    chosen = [slug for slug in getattr(filters, key) if slug != BLANK]
    if not chosen:
        return filters
    known = set(rows.filter(slug__in=chosen).values_list("slug", flat=True))
    unknown = [slug for slug in chosen if slug not in known]
    if not unknown:
        return filters
    renamed = dict(
        FormerSlug.objects.filter(debate=debate, kind=key, slug__in=unknown).values_list("slug", "target")
    )
    today = dict(rows.filter(pk__in=renamed.values()).values_list("pk", "slug"))
    lost = [slug for slug in unknown if renamed.get(slug) not in today]
    kept = [*(set(chosen) - set(unknown)), *(today[renamed[s]] for s in unknown if s not in lost)]
    blank = [BLANK] if BLANK in getattr(filters, key) else []
    return _with(filters, key, kept + blank, lost, str(NOT_IN_DEBATE[key]))


def _resolve_other(debate, filters, rows):
    """The actor compared with, by today's slug; it is one, where a facet has several."""
    if not filters.other or rows.filter(slug=filters.other).exists():
        return filters
    renamed = FormerSlug.objects.filter(debate=debate, kind="actor", slug=filters.other).values("target")
    found = rows.filter(pk__in=renamed).first()
    lost = () if found else (Problem("with", filters.other, str(NOT_IN_DEBATE["actor"])),)
    return replace(filters, other=found.slug if found else "", problems=filters.problems + lost)


def _resolve_publishers(debate, filters, user):
    chosen = [name for name in filters.publisher if name != BLANK]
    if not chosen:
        return filters
    found = Source.objects.filter(debate=debate, publisher__in=chosen).visible_to(user)
    known = set(found.values_list("publisher", flat=True)) | {BLANK}
    lost = [name for name in chosen if name not in known]
    kept = [name for name in filters.publisher if name in known]
    return _with(filters, "publisher", kept, lost, _("No source of this debate has that publisher."))


def _with(filters, key, kept, lost, message):
    problems = tuple(Problem(key, value, message) for value in lost)
    return replace(filters, **{key: tuple(sorted(set(kept)))}, problems=filters.problems + problems)
