"""Two editors, one row: the second to save sees both versions, and chooses field by field.

Nothing typed is lost: the form keeps it, and what stands in the form is "mine". What only one of the two has
changed is proposed; where both have, the choice is the curator's. The base that they started from is the
edition that the form carries.
"""

from dataclasses import dataclass, field, replace

from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Model, QuerySet

from .marking import marked
from .posted import PostedRows, as_posted, in_words, taken
from .reasons import FIELDS

CHOICE, ASKED = "_choice-", "_differs"
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Difference:
    """One field, or one row, of which there are two versions."""

    name: str  # as the form posts it
    label: str
    theirs: str
    mine: str
    chosen: str = ""  # what is proposed; empty where both have changed it
    was: int | None = None  # of a row that the other has removed: the key that it had

    @property
    def marked(self):
        """Theirs to mine, with the words that differ marked."""
        return marked(self.theirs, self.mine) if self.theirs and self.mine else ""


@dataclass
class Conflict:
    """What there is to choose, and who has saved meanwhile."""

    records: list = field(default_factory=list)  # what was saved meanwhile, the latest first
    differences: list = field(default_factory=list)
    added: list = field(default_factory=list)
    unresolved: bool = False
    unsaid: bool = False  # the form did not say which edition it was filled from
    base: str = ""  # the edition that the form was first filled from

    @property
    def sentence(self):
        """The refusal to save."""
        if self.unsaid:
            return (
                "This form did not say which version it was filled from. Choose what is to hold, then save."
            )
        if self.unresolved:
            return "Choose between the two versions wherever both of you have changed something, then save."
        return "Somebody else has saved this while you were editing. Nothing of yours is lost, or saved yet."


def settle_conflict(model_admin, request, row, stored):
    """Apply what was chosen to what was posted; returns the `Conflict` that remains, or None.

    `stored` is the edition of the locked row. What the form says of rows that are gone is made new rows.
    A form without an edition may be older than anything: whatever it would change is asked.
    """
    seen, asked = request.POST.get("_edition", ""), request.POST.getlist(ASKED)
    if seen == stored and not asked:
        return None
    data = request.POST = request.POST.copy()
    versions = _Versions(model_admin, request, row, seen)
    choices = {name: data.get(CHOICE + name, "") for name in asked}
    versions.take_theirs(data, [name for name, choice in choices.items() if choice == THEIRS])
    unresolved = "" in choices.values()
    if seen == stored and not unresolved:
        return None
    conflict = Conflict(unresolved=unresolved, unsaid=not seen)
    versions.compare(data, conflict)
    if seen == stored:  # nothing new: what was chosen stays chosen
        conflict.differences = [
            replace(one, chosen=choices.get(one.name, "")) for one in conflict.differences
        ]
    conflict.base = data.get("_base") or seen
    conflict.records = _saved_since(model_admin.parts, row.pk, conflict.base)
    return conflict if conflict.differences or unresolved else None


def _saved_since(parts, key, seen):
    found = {}
    for (model, owner), number in zip(parts.tables, seen.split("."), strict=False):
        if number.isascii() and number.isdigit():
            later = model.history.filter(**{owner: key}, history_id__gt=int(number[:18]))
            for record in later.select_related("history_user"):
                found[record.history_date] = record
    return [found[at] for at in sorted(found, reverse=True)][:5]


class _Versions:
    """The stored version in the shape of the forms, and the base that the posted one was made from."""

    def __init__(self, model_admin, request, row, seen):
        self.model = type(row)
        self.base = model_admin.parts.base(row.pk, seen)
        fields = flatten_fieldsets(model_admin.get_fieldsets(request, row))
        self.form = model_admin.get_form(request, row, change=True, fields=fields)(instance=row)
        self.formsets = {}
        for formset, inline in model_admin.get_formsets_with_inlines(request, row):
            prefix = formset.get_default_prefix()
            if hasattr(inline.model, "history") and prefix not in self.formsets:
                made = formset(instance=row, prefix=prefix, queryset=inline.get_queryset(request))
                self.formsets[prefix] = {form.instance.pk: form for form in made.initial_forms}, inline.model

    def take_theirs(self, data, names):
        """Put the stored version where it was chosen; leave out what the other has removed."""
        names = set(names)
        self._take(data, self.form, "", names)
        for prefix, (stored, _) in self.formsets.items():
            posted = PostedRows(data, prefix)
            kept = []
            for number, row in enumerate(posted.rows):
                start = f"{prefix}-{number}-"
                form = stored.get(posted.key(row))
                if start + "was" in names:
                    continue
                if start + "DELETE" in names:
                    row.pop("DELETE", None)
                    names |= {start + name for name in form.fields} if form else set()
                if form:
                    for name, values in self._chosen(form, start, names):
                        row[name] = values
                kept.append(row)
            posted.write([self._put_back(row, stored, posted) for row in kept if row])

    def _take(self, data, form, start, names):
        for name, values in self._chosen(form, start, names):
            data.setlist(start + name, values)
            if not values:
                del data[start + name]

    def _chosen(self, form, start, names):
        for name, one in form.fields.items():
            if start + name in names:
                yield name, as_posted(one, form.get_initial_for_field(one, name))

    @staticmethod
    def _put_back(row, stored, posted):
        """A row that the other has removed is a new one, which remembers the key that it had."""
        key = posted.key(row)
        if key is None or key in stored:
            return row
        return {} if "DELETE" in row else row | {"id": [""], "was": [str(key)]}

    def compare(self, data, conflict):
        """Note what differs between the stored version and the posted one."""
        conflict.differences += self._differing(
            self.form, "", data, self.base.get((self.model, self.form.instance.pk))
        )
        for prefix, (stored, model) in self.formsets.items():
            posted = PostedRows(data, prefix)
            there = set()
            for number, row in enumerate(posted.rows):
                start, key = f"{prefix}-{number}-", posted.key(row)
                there.add(key)
                if was := posted.key(row, "was"):
                    conflict.differences.append(self._removed(model, was, start, row, data))
                elif key in stored and "DELETE" in row:
                    conflict.differences += self._taken_out(stored[key], start, self.base.get((model, key)))
                elif key in stored:
                    conflict.differences += self._differing(
                        stored[key], start, data, self.base.get((model, key))
                    )
            names = [
                f"{model._meta.verbose_name} “{form.instance}”"
                for k, form in stored.items()
                if k not in there
            ]
            conflict.added += names

    def _differing(self, form, start, data, base):
        for name, one in form.fields.items():
            asked = name in FIELDS and hasattr(form, "given_reason")
            if asked or name in ("id", "DELETE") or one.disabled or one.widget.is_hidden:
                continue
            theirs, mine = form.get_initial_for_field(one, name), taken(one, start + name, data)
            if not one.has_changed(theirs, mine):
                continue
            posted = data.copy()
            posted.setlist(start + name, as_posted(one, theirs))
            said = in_words(one, taken(one, start + name, posted)), in_words(one, mine)
            label = (
                f"{form.instance._meta.verbose_name} “{form.instance}”: {one.label}" if start else one.label
            )
            yield Difference(start + name, _capital(label), *said, _proposed(base, name, one, theirs, mine))

    def _removed(self, model, was, start, row, data):
        base = self.base.get((model, was))
        name = model._meta.verbose_name
        said = f"“{base.instance}”" if base else "a row"
        return Difference(
            start + "was", f"{_capital(name)} {said}", "removed", "kept, as it stands below", "", was
        )

    def _taken_out(self, form, start, base):
        if base is not None and all(
            _same(of_record(base, name), form.get_initial_for_field(one, name))
            for name, one in form.fields.items()
            if name not in ("id", "DELETE") and of_record(base, name) is not UNKNOWN
        ):
            return
        name = f"{form.instance._meta.verbose_name} “{form.instance}”"
        yield Difference(start + "DELETE", _capital(name), "changed, and kept", "removed")


UNKNOWN = object()


def of_record(record, name):
    """A field's value in a record, as a form would begin with it."""
    links = {link.name: link for link in record._history_m2m_fields}
    if name in links:
        return list(
            getattr(record, name).values_list(f"{links[name].m2m_reverse_field_name()}_id", flat=True)
        )
    columns = {f.name: f.attname for f in record.tracked_fields}
    return getattr(record, columns[name]) if name in columns else UNKNOWN


def _proposed(base, name, one, theirs, mine):
    before = of_record(base, name) if base is not None else UNKNOWN
    if before is UNKNOWN:
        return ""
    if _same(before, theirs):
        return MINE
    return "" if one.has_changed(before, mine) else THEIRS


def _same(one, other):
    return _plain(one) == _plain(other)


def _plain(value):
    if isinstance(value, list | tuple | set | QuerySet):
        return {_plain(item) for item in value}
    return value.pk if isinstance(value, Model) else "" if value is None else value


def _capital(text):
    return text[:1].upper() + text[1:]
