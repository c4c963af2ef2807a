"""Undoing a merge, now or much later, from its journal: what was edited since stays as it was edited."""

from django.apps import apps
from django.utils import timezone

from timeline.dates import NotADate
from timeline.models import Debate, Event, Merge, changing

from .errors import CannotUndo
from .images import plain
from .joining import KINDS, tell


def why_not(merged):
    """Why a merge cannot be undone as things stand, as a sentence; empty where nothing is in the way."""
    if merged.undone_at:
        by = f" by {merged.undone_by}" if merged.undone_by else ""
        return (
            f"It has been undone already{by}, {merged.undone_at.day} {merged.undone_at:%B %Y, %H:%M} (UTC)."
        )
    model = KINDS[merged.kind]
    if not model.objects.filter(pk=merged.kept).exists():
        later = Merge.objects.filter(kind=merged.kind, taken=merged.kept, undone_at=None).first()
        if later:
            return f"“{merged.kept_name}” has itself been merged into “{later.kept_name}”: undo that first."
        return f"“{merged.kept_name}” has been deleted since."
    slug = _values(merged)["slug"]
    other = model.objects.filter(debate=merged.debate_id, slug=slug).first()
    if other:
        return f"The address “{slug}” belongs to “{other}” now: give that another address first."
    return ""


def undo(merged, user):
    """Make two rows of one again; returns sentences on what stays as it is. Raises `CannotUndo`."""
    reason = f"“{merged.taken_name}” and “{merged.kept_name}” are two again"
    with changing(user, reason) as change:
        tell(change, merged.kind)
        Debate.objects.select_for_update().get(pk=merged.debate_id)
        merged = Merge.objects.get(pk=merged.pk)
        if obstacle := why_not(merged):
            raise CannotUndo(obstacle)
        try:
            left = _restore(merged)
        except NotADate as refusal:
            raise CannotUndo(f"A date can no longer be read: {refusal.reason}") from refusal
        merged.undone_at, merged.undone_by = timezone.now(), user
        merged.save(update_fields=["undone_at", "undone_by"])
        Debate.objects.bump(merged.debate_id)
    return left


def _values(merged):
    """The columns of the row that was taken up."""
    label = KINDS[merged.kind]._meta.label_lower
    return next(was for found, key, was, _ in merged.journal["rows"] if (found, key) == (label, merged.taken))


def _restore(merged):
    main = KINDS[merged.kind]._meta.label_lower
    # The rows themselves first: what hangs on them needs them, and reads its dates from them.
    rows = sorted(merged.journal["rows"], key=lambda row: row[0] != main)
    left = []
    for label, key, was, now in rows:
        if was is None:
            apps.get_model(label)._base_manager.filter(pk=key, **now_of(now)).delete()
    for label, _, was, now in rows:
        if now is None:
            left += _insert(apps.get_model(label), was)
    for label, key, was, now in rows:
        if was is not None and now is not None:
            left += _turn_back(apps.get_model(label), key, was, now)
    for label, relation, owner, key, sign in merged.journal["links"]:
        _turn_link(apps.get_model(label), relation, owner, key, sign)
    _reindex(merged)
    return left


def now_of(values):
    """What still identifies a row that the merge made: where it leads to."""
    return {"target": values["target"]} if "target" in values else {}


def _insert(model, values):
    """Put a row back exactly as it was, under its own key; nothing where what it hung on is gone."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    for name, field in fields.items():
        parent = field.remote_field and values.get(name)
        if parent and not field.related_model._base_manager.filter(pk=parent).exists():
            return [
                f"What hung on a {field.related_model._meta.verbose_name} that was deleted since is gone."
            ]
    row = model(**{name: field.to_python(values.get(name)) for name, field in fields.items()})
    row.save_base(raw=True, force_insert=True)
    return []


def _turn_back(model, key, was, now):
    """Let a row say again what it said, where nobody has said otherwise since."""
    row = model._base_manager.filter(pk=key).first()
    if row is None:
        return [f"A {model._meta.verbose_name} that was deleted since stays deleted."]
    left = []
    for name, before in was.items():
        field = next(field for field in model._meta.concrete_fields if field.attname == name)
        value = plain(getattr(row, name))
        if value == now[name]:
            setattr(row, name, field.to_python(before))
        elif isinstance(value, list):
            setattr(row, name, [one for one in value if one in before or one not in now[name]])
        else:
            left.append(f"“{row}”: its {field.verbose_name} was changed since and stays.")
    row.save()
    return left


def _turn_link(model, relation, owner, key, sign):
    row = model._base_manager.filter(pk=owner).first()
    target = model._meta.get_field(relation).related_model._base_manager.filter(pk=key)
    if row is None:
        return
    if sign == "+":
        getattr(row, relation).remove(key)
    elif target.exists():
        getattr(row, relation).add(key)


def _reindex(merged):
    """Search the events by what they say again."""
    link = {"event": "pk__in", "source": "citations__source__in"}.get(merged.kind, f"{merged.kind}s__in")
    keys = Event.objects.filter(**{link: [merged.kept, merged.taken]}).values("pk")
    Event.objects.filter(pk__in=keys).reindex()
