"""Merging: everything of one row moves to another, under a lock, as one change of the history."""

import hashlib
import json

from django.db import transaction
from django.db.models import F

from timeline.models import (
    Actor,
    Citation,
    Debate,
    Event,
    FormerSlug,
    Merge,
    Question,
    Source,
    Topic,
    changing,
)

from .errors import CannotMerge
from .images import image, journal
from .reach import foreign_links, own_links, relations
from .rivals import OWN, PARTS, differ, key_of, rival_of, rows_of, says

KINDS = {model.page: model for model in (Event, Actor, Source, Topic, Question)}
# What has a public address is kept, and what the public sees before what it saw.
RANK = {Event.Status.PUBLISHED: 2, Event.Status.WITHDRAWN: 1}


def kind_of(row):
    """What a row is, as `Merge.kind` has it."""
    return row.page


def stamp(kept, taken):
    """What two rows, and all that hangs on them, were when somebody looked: differs as soon as they do."""
    seen = image(type(kept), [kept.pk, taken.pk])
    said = json.dumps([sorted(map(str, seen.rows.items())), sorted(seen.links)])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def check(kept, taken):
    """Refuse what cannot be; raises `CannotMerge`."""
    if kept.debate_id != taken.debate_id:
        raise CannotMerge(f"“{kept}” and “{taken}” belong to different debates.")
    if isinstance(kept, Event) and RANK.get(kept.status, 0) < RANK.get(taken.status, 0):
        raise CannotMerge(
            f"“{taken}” is {taken.get_status_display()} and “{kept}” is {kept.get_status_display()}: "
            "what has a public address is kept. Merge the other way round."
        )


def merge(kept, taken, user, choices=None, seen=None):
    """Take `taken` up into `kept`; returns the `Merge`. Raises `CannotMerge`.

    `choices` is {key of a `Rivalry`: "theirs"} where not the kept row's word stands. `seen` is the `stamp`
    of what the curator looked at: what has changed since is looked at again before it is merged.
    """
    if type(kept) is not type(taken) or kept.pk == taken.pk:
        raise CannotMerge("Choose two different rows of one kind.")
    with changing(user, f"“{taken}” merged into “{kept}”") as change:
        tell(change, kind_of(kept))
        kept, taken = _locked(kept, taken)
        check(kept, taken)
        if seen is not None and seen != stamp(kept, taken):
            raise CannotMerge("One of the two has been changed since you looked: look again, then merge.")
        name, keys = str(taken), (kept.pk, taken.pk)
        before = image(type(kept), keys)
        following = dated_by(type(kept), keys)
        _join(kept, taken, choices or {})
        settle(kept, following)
        change = journal(before, image(type(kept), keys))
        return Merge.objects.create(
            debate_id=kept.debate_id,
            kind=kind_of(kept),
            kept=keys[0],
            kept_name=str(kept),
            taken=keys[1],
            taken_name=name,
            journal=change,
            made_by=user,
        )


def tell(change, kind):
    """Tell readers of events that became one or two; that two names are one says nothing of an event."""
    if kind == Event.page:
        change.tell_all("merge")
    elif kind != Source.page:  # of a source's day readers are told where it moves a date
        change.public = False


class _Rehearsed(Exception):
    """Thrown to take back a rehearsal."""


def rehearse(kept, taken, choices, look):
    """What `look(merge)` says after the merge, which is taken back; raises `CannotMerge`."""
    seen = None
    try:
        with transaction.atomic():
            seen = look(merge(kept, taken, None, choices))
            raise _Rehearsed
    except _Rehearsed:
        return seen


def _locked(kept, taken):
    """Both rows as they are now, under the lock of their debate; raises `CannotMerge` where one is gone."""
    Debate.objects.select_for_update().get(pk=kept.debate_id)
    rows = type(kept).objects.in_bulk([kept.pk, taken.pk])
    for row in (kept, taken):
        if row.pk not in rows:
            raise CannotMerge(gone(kind_of(row), row.pk, row))
    return rows[kept.pk], rows[taken.pk]


def gone(kind, key, name="It"):
    """What became of a row that is not there, as a sentence."""
    done = Merge.objects.filter(kind=kind, taken=key, undone_at=None).select_related("made_by").first()
    if done is None:
        return f"“{name}” has been deleted meanwhile."
    by = f" by {done.made_by}" if done.made_by else ""
    when = f"{done.made_at.day} {done.made_at:%B %Y, %H:%M} (UTC)"
    return f"“{done.taken_name}” has already been merged into “{done.kept_name}”{by}, {when}."


def _join(kept, taken, choices):
    names = [str(kept), str(taken)]
    _move_parts(kept, taken, choices)
    _move_links(kept, taken)
    _take_over(kept, taken, OWN[kept.page], choices)
    if hasattr(kept, "aliases"):
        other = [*kept.aliases, *names, *taken.aliases]
        kept.aliases = [name for name in dict.fromkeys(other) if name != str(kept)]
    key, slug = taken.pk, taken.slug
    taken.delete()
    kept.save()
    _lead_here(kept, key, slug)
    return kept


def _move_parts(kept, taken, choices):
    """What hangs on the one hangs on the other; where both hold one place, one row stays."""
    for relation in relations(type(kept)):
        for row in rows_of(relation, taken):
            if _has_kin(row):  # an argument before it may have been joined with one that this one answers
                row.refresh_from_db()
            if _would_point_to_itself(row, relation, kept):
                row.delete()
            elif rival := rival_of(row, relation, kept):
                _take_over(rival, row, PARTS.get(row._meta.model_name, {}), choices)
                _join_links(rival, row, choices)
                _move_parts(rival, row, {})
                _move_foreign(rival, row)
                row.delete()
                rival.save()
            else:
                setattr(row, relation.name, kept)
                row.save()


def _has_kin(row):
    """Whether rows of its table refer to each other."""
    return any(field.related_model is type(row) for field in row._meta.fields if field.is_relation)


def _would_point_to_itself(row, relation, kept):
    """Whether an actor would come to belong to itself."""
    others = [field for field in row._meta.fields if field.is_relation and field is not relation]
    return any(
        field.related_model is type(kept) and getattr(row, field.attname) == kept.pk for field in others
    )


def _take_over(ours, theirs, fields, choices):
    """Let the kept row say what it left open, and what the curator chose of the other."""
    for name, columns in fields.items():
        chosen = choices.get(key_of(ours, theirs, name)) == "theirs" and differ(ours, theirs, columns)
        if says(theirs, name, columns) and (chosen or not says(ours, name, columns)):
            for column in columns:
                setattr(ours, column, getattr(theirs, column))


def _join_links(ours, theirs, choices):
    """The reasons of two positions that are one; where the stances differ, those of the chosen one."""
    for relation in own_links(type(ours)):
        mine, other = getattr(ours, relation.name), getattr(theirs, relation.name)
        if ours._meta.model_name != "position" or ours.stance == theirs.stance:
            mine.add(*other.all())
    if ours._meta.model_name == "position" and choices.get(key_of(ours, theirs, "stance")) == "theirs":
        ours.arguments.set(theirs.arguments.all())


def _move_links(kept, taken):
    for relation in own_links(type(kept)):
        getattr(kept, relation.name).add(*getattr(taken, relation.name).all())
    _move_foreign(kept, taken)


def _move_foreign(kept, taken):
    """What named the one names the other: events an actor, positions an argument."""
    for relation in foreign_links(type(kept)):
        for owner in relation.model.objects.filter(**{relation.name: taken}):
            getattr(owner, relation.name).add(kept)
            getattr(owner, relation.name).remove(taken)


def _lead_here(kept, key, slug):
    """Every address of the row that is gone leads to the one that stays."""
    FormerSlug.objects.filter(kind=kept.page, target=key).update(target=kept.pk)
    FormerSlug.objects.update_or_create(
        debate_id=kept.debate_id, kind=kept.page, slug=slug, defaults={"target": kept.pk}
    )


def dated_by(model, keys):
    """The events whose phrase is read against the day of one of these sources, and not a curator's."""
    if model is not Source:
        return set()
    cited = Citation.objects.filter(source__in=keys, event__date_text=F("date_text")).exclude(date_text="")
    return set(cited.filter(event__anchor=F("source__published_latest")).values_list("event", flat=True))


def settle(kept, following):
    """Bring dates and search words of the events up to date; `following` ones follow the source's day."""
    if isinstance(kept, Event):
        kept.settle_if_dated()
    elif isinstance(kept, Source):
        for citation in kept.citations.select_related("event", "source"):
            citation.save()
            if citation.event_id in following:
                citation.event.anchor = None
            citation.event.settle_if_dated()
    else:
        kept.events.reindex()
