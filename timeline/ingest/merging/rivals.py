"""Where both rows say something and only one can stand: the curator chooses, field by field.

Three kinds of rivalry: a field of the two rows themselves, and two of their parts that hold one place: both
events cite one source, both actors have a position in one event on one question.
"""

from dataclasses import dataclass

from django.db.models import Q, UniqueConstraint

from .reach import relations

DATE = ("date_text", "anchor", "language", "date_override", "date_basis", "throughout_override")
PUBLISHED = ("published", "published_basis")
# What a reader sees of a row and only one of two can say: {name: columns that belong together}.
OWN = {
    "event": {"title": ("title",), "date": DATE, "kind": ("kind",), "importance": ("importance",),
              "summary": ("summary",)},
    "actor": {"name": ("name",), "kind": ("kind",), "country": ("country",)},
    "source": {"title": ("title",), "publisher": ("publisher",), "address": ("url",), "published": PUBLISHED,
               "language": ("language",), "summary": ("summary",)},
    "topic": {"name": ("name",), "kind": ("kind",)},
    "question": {"title": ("title",), "summary": ("summary",)},
}  # fmt: skip
SAYS = {"date": ("date_text", "date_override")}  # the columns without which the others say nothing
# Parts: what they say beside the place that they hold.
PARTS = {
    "citation": {"date": ("date_text", "date_override", "date_basis"), "quote": ("quote",),
                 "relation": ("relation",), "note": ("note",)},
    "position": {"stance": ("stance",)},
    "eventtopic": {"role": ("role",)},
    "argument": {"side": ("side",), "text": ("text",)},
}  # fmt: skip
PLACE = {
    "citation": ("source", "event"),
    "position": ("actor", "question", "event"),
    "eventtopic": ("topic", "event"),
    "argument": ("slug", "question"),
}
# What no constraint forbids and is still one thing said twice.
SAME = {"affiliation": ("actor", "organisation", "role", "start", "end")}


@dataclass(frozen=True)
class Rivalry:
    """Two values for one place. `ours` is what the kept row says, `theirs` what the other does."""

    key: str
    where: str  # empty for the rows themselves
    name: str
    ours: str
    theirs: str


def rivalries(kept, taken):
    """Everything that both say differently, as `Rivalry`."""
    yield from _rivals(kept, taken, OWN[kept.page], "")
    for relation, row, rival in contested(kept, taken):
        yield from _rivals(rival, row, PARTS.get(row._meta.model_name, {}), _place(row, relation))


def contested(kept, taken):
    """(relation, row of the one, rival of the other) where both hold the same place."""
    for relation in relations(type(kept)):
        for row in rows_of(relation, taken):
            if rival := rival_of(row, relation, kept):
                yield relation, row, rival


def rows_of(relation, row):
    """What hangs on a row through a foreign key, in order."""
    return relation.model._base_manager.filter(**{relation.name: row}).order_by("pk")


def rival_of(row, relation, kept):
    """The row that stands where this one would come to stand, or None."""
    for names in _places(type(row)):
        if relation.name not in names:
            continue
        same = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
        same[relation.name] = kept.pk
        empty = Q(**{f"{name}__isnull": True for name, value in same.items() if value is None})
        named = {name: value for name, value in same.items() if value is not None}
        if rival := type(row)._base_manager.filter(empty, **named).exclude(pk=row.pk).first():
            return rival
    return None


def _places(model):
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None:
            yield constraint.fields
    yield from ((field.name,) for field in model._meta.fields if field.unique and not field.primary_key)
    if model._meta.model_name in SAME:
        yield SAME[model._meta.model_name]


def _rivals(ours, theirs, fields, where):
    for name, columns in fields.items():
        if says(ours, name, columns) and says(theirs, name, columns) and differ(ours, theirs, columns):
            yield Rivalry(key_of(ours, theirs, name), where, name, said(ours, name), said(theirs, name))


def key_of(ours, theirs, name):
    """The name of a rivalry in a form: both orders have their own."""
    return f"{ours._meta.model_name}-{ours.pk}-{theirs.pk}-{name}"


def says(row, name, columns):
    """Whether a row says anything there."""
    return any(getattr(row, column) not in (None, "") for column in SAYS.get(name, columns))


def differ(ours, theirs, columns):
    """Whether two rows say different things there."""
    return any(getattr(ours, column) != getattr(theirs, column) for column in columns)


def said(row, name):
    """What a row says there, in words."""
    if name == "date":
        phrase = f" (“{row.date_text}”)" if row.date_text else ""
        return f"{row.date_read}{phrase}"
    if name == "published":
        return f"{row.published_read}, {row.published_basis}"
    column = {"address": "url"}.get(name, name)
    shown = getattr(row, f"get_{column}_display", None)
    return str(shown() if shown else getattr(row, column))


def _place(row, relation):
    """Which part is meant, by what else it names than the row that is merged: "Olaf Scholz, Taurus?"."""
    names = PLACE.get(row._meta.model_name, ())
    return ", ".join(str(getattr(row, name)) for name in names if name != relation.name)
