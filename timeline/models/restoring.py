"""Earlier versions brought back, and rows that were deleted with all that went with them.

Both only write rows, inside the caller's `changing`: what is brought back is one more change in the history.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef

from timeline.dates import NotADate

from .events import Event, EventTopic
from .history import recorded_relations
from .recorded import RECORDED
from .sources import Source

# What a version does not decide: where the row belongs, and how far it has come on its way to the readers.
# A model names more of it as `stands`.
STANDS = {"id", "debate_id", "status", "withdrawn_reason", "author_id", "created_at", "published_at"}


class CannotRestore(Exception):
    """A version cannot stand beside what is there now; the message says what is in the way."""


def version(tables, key, at):
    """{(model, key): record} of a row and of what was inside it at a moment. `tables`: [(model, owner)]."""
    found = {}
    for model, owner in tables:
        for record in model.history.filter(**{owner: key}, history_date__lte=at).order_by("history_id"):
            found[model, record.id] = record
    return {where: record for where, record in found.items() if record.history_type != "-"}


def restore(row, tables, at):
    """Make a row and what is inside it what they were at a moment; raises `CannotRestore`, all or nothing.

    Its status stays: what is published does not become a draft by looking back.
    """
    wanted = version(tables, row.pk, at)
    day_before = getattr(row, "published_latest", None)
    with transaction.atomic():
        for model, owner in tables[1:]:
            for inside in model._base_manager.filter(**{owner: row.pk}):
                if (model, inside.pk) not in wanted:
                    inside.delete()
        for (model, key), record in wanted.items():
            _put(record, model._base_manager.filter(pk=key).first())
        _settle(type(row), row.pk)
        if isinstance(row, Source):
            Source.objects.get(pk=row.pk).settle_events(day_before)


def _put(record, stored):
    """Write what a record says into the stored row, or into a new one with the same key."""
    row = stored or record.instance_type()
    stands = STANDS | getattr(row, "stands", set())
    for field in record.tracked_fields:
        if stored is None or field.attname not in stands:
            setattr(row, field.attname, getattr(record, field.attname))
    if stored is None and hasattr(row, "come_back"):
        row.come_back()
    _check(row)
    row.save(force_insert=stored is None)
    if stored is None and (first := _stamped(record)):
        type(row)._base_manager.filter(pk=row.pk).update(**first)
    for link in record._history_m2m_fields:
        keys = getattr(record, link.name).values_list(f"{link.m2m_reverse_field_name()}_id", flat=True)
        getattr(row, link.name).set(link.related_model._base_manager.filter(pk__in=list(keys)))


def _stamped(record):
    """{column: moment} of what saving a new row stamps with the present."""
    fields = (record.instance_type._meta.get_field(field.name) for field in record.tracked_fields)
    return {f.name: getattr(record, f.name) for f in fields if getattr(f, "auto_now_add", False)}


def _check(row):
    for field in row._meta.concrete_fields:
        gone = field.is_relation and getattr(row, field.attname) is not None
        if gone and not field.related_model._base_manager.filter(pk=getattr(row, field.attname)).exists():
            if field.null:
                setattr(row, field.attname, None)
                continue
            name = _name_of_deleted(field.related_model, getattr(row, field.attname))
            raise CannotRestore(f"The {field.verbose_name} of {_one(row)} is gone: {name}.")
    try:
        if hasattr(row, "derive_date"):
            row.derive_date()
        row.validate_unique()
        row.validate_constraints()
    except NotADate as refusal:
        raise CannotRestore(f"Its date cannot be read any more: {refusal.reason}") from refusal
    except ValidationError as refused:
        raise CannotRestore(" ".join(refused.messages)) from refused


def _one(row):
    """A row by what it is: "a citation", "an argument"."""
    if isinstance(row, EventTopic):
        return "the event"
    what = str(row._meta.verbose_name)
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _name_of_deleted(model, key):
    record = model.history.filter(id=key).first() if hasattr(model, "history") else None
    return f"“{record.instance}”" if record else "it is unknown"


def _settle(model, key):
    events = Event.objects.filter(pk=key) if model is Event else Event.objects.none()
    for event in events:
        event.settle_if_dated()


def deleted(model):
    """The last records of the rows of a model that are gone, the latest first."""
    there = model._base_manager.filter(pk=OuterRef("id"))
    later = model.history.filter(id=OuterRef("id"), history_id__gt=OuterRef("history_id"))
    gone = model.history.filter(~Exists(there), ~Exists(later), history_type="-")
    return gone.select_related("history_user")


def went_with(record):
    """The records of what was deleted with a row because it hung on it, itself first, in order of writing."""
    found = {(record.instance_type, record.id): record}
    for model in RECORDED:
        links = [f for f in model._meta.concrete_fields if f.is_relation and not f.null]
        for other in model.history.filter(history_date=record.history_date, history_type="-"):
            if any((link.related_model, getattr(other, link.attname)) in found for link in links):
                found[model, other.id] = other
    return list(found.values())


def bring_back(record):
    """Undo a deletion: the row, what went with it, and its relations; returns the row.

    Raises `CannotRestore` where something has taken its place since, and then writes nothing.
    """
    with transaction.atomic():
        back = went_with(record)
        for one in back:
            _put(one, None)
        for one in back:
            _relate_again(one)
            _settle(one.instance_type, one.id)
        if event := getattr(record, "event_id", None):
            _settle(Event, event)
    return record.instance_type._base_manager.get(pk=record.id)


def _relate_again(record):
    """Give back the relations that the deletion took: the row's own, and those of other rows to it."""
    row = record.instance_type._base_manager.get(pk=record.id)
    for link in (field for field in record.tracked_fields if field.is_relation and field.null):
        key = getattr(record, link.attname)
        if getattr(row, link.attname) != key and link.related_model._base_manager.filter(pk=key).exists():
            setattr(row, link.attname, key)
            row.save()
    _relate_others(record)


def _relate_others(record):
    for relation in recorded_relations(record.instance_type):
        model, name = relation.related_model, relation.field.name
        changed = model.history.filter(history_date=record.history_date, history_type="~")
        for after in changed if relation.many_to_many or relation.field.null else ():
            before = model.history.filter(id=after.id, history_id__lt=after.history_id).first()
            row = model._base_manager.filter(pk=after.id).first()
            if before is None or row is None:
                continue
            if relation.many_to_many:
                other = f"{relation.field.m2m_reverse_field_name()}_id"
                if getattr(before, name).filter(**{other: record.id}).exists():
                    getattr(row, name).add(record.id)
                    _settle(model, row.pk)
            elif getattr(before, relation.field.attname) == record.id and getattr(row, name) is None:
                setattr(row, relation.field.attname, record.id)
                row.save()
