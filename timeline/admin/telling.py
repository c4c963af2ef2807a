"""A row's history in words: what each change did to it and to the rows inside it."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import JSONField

from timeline.dates import DateSpan, words
from timeline.filters.codes import country_name, language_name
from timeline.models import Affiliation, Argument, Article, Citation, Decision, EventTopic, Position

from .marking import ITEMS, WHOLE, WORDS, marked

# What a row inside another is called: by what tells it from its neighbours.
NAMED_BY = {
    Citation: ("citation of “{}”", ["source_id"]),
    Position: ("position of {} on “{}”", ["actor_id", "question_id"]),
    EventTopic: ("topic {}", ["topic_id"]),
    Affiliation: ("place in {}", ["organisation_id"]),
    Argument: ("argument “{}”", ["text"]),
}
# What a column is called where its own name is not what a curator would say.
SAID_AS = {
    "slug": "address here",
    "url": "web address",
    "aliases": "other names",
    "rank": "place in the list",
    "anchor": "day that it is read against",
    "start": "from",
    "end": "to",
}
DATE = ("date_text", "date_override", "edtf")  # together they are one thing to a reader: the date
UNTOLD = {"id", "event_id", "created_at", "published_at", "debate_id", "code", "made_at", "added_by_id"}
UNTOLD |= {"text_length", "text_digest"}  # told together, see `_text`
UNTOLD_OF = {
    Affiliation: {"id", "actor_id"},
    Decision: {"id", "article_id", "citation_id", "start", "end", "own", "decided_by_id"},
}
TOLD_ALL_THE_SAME = {"state", "published", "published_basis"}  # of columns that no form shows as they are
OF_SOURCE = {"anchor", "language"}  # a citation has these from its source
LATEST = 2000  # records of a table that one page looks at


@dataclass(frozen=True)
class Said:
    """One thing that a change did: to which field or row, and what."""

    what: str
    old: str = ""
    new: str = ""
    how: str = "changed"  # or added, removed
    by: str = WORDS  # what the two versions are compared by

    @property
    def marked(self):
        """Both versions as one text, with what was taken out and put in marked."""
        return marked(self.old, self.new, self.by) if self.old and self.new else ""


@dataclass
class Told:
    """One change: when, by whom, why, and what it did."""

    at: datetime
    user: object
    reason: str
    kind: str
    said: list = field(default_factory=list)


class Names:
    """What rows that records refer to are called, also those that are gone; a query or two to a model."""

    def __init__(self, records):
        wanted, self.links = defaultdict(set), {}
        by_model = defaultdict(list)
        for record in records:
            by_model[type(record)].append(record)
        for model, rows in by_model.items():
            for column in (f for f in model.tracked_fields if f.is_relation and _is_told(model, f)):
                wanted[column.related_model].update(getattr(row, column.attname) for row in rows)
            for link in model._history_m2m_fields:
                wanted[link.related_model].update(self._linked(model, link, rows))
        self.names, self.texts = {}, {}
        for model, keys in wanted.items():
            self._name(model, keys - {None})

    def _linked(self, model, link, rows):
        table = model.instance_type.history.model
        kept = getattr(table, link.name).model.objects.filter(history__in=[row.history_id for row in rows])
        for record, key in kept.values_list("history_id", f"{link.m2m_reverse_field_name()}_id"):
            self.links.setdefault((model, link.name, record), set()).add(key)
            yield key

    def _name(self, model, keys):
        there = model._base_manager.in_bulk(keys)
        self.names |= {(model, key): str(row) for key, row in there.items()}
        if hasattr(model, "history"):
            for record in model.history.filter(id__in=keys - there.keys()).order_by("history_id"):
                self.names[model, record.id] = f"{record.instance} (deleted)"

    def of(self, model, key):
        """The name of a row; empty for none."""
        return "" if key is None else self.names.get((model, key), "something that is gone")

    def words(self, decision):
        """The words of an article that a decision is about; empty where its text is discarded."""
        key = decision.article_id
        if key not in self.texts:
            texts = Article._base_manager.filter(pk=key).values_list("text", flat=True)
            self.texts[key] = next(iter(texts), "")
        return self.texts[key][decision.start : decision.end]

    def linked(self, record, link):
        """The names of the rows that a relation of a record leads to."""
        keys = self.links.get((type(record), link.name, record.history_id), ())
        return sorted(self.of(link.related_model, key) for key in keys)


def history_of(tables, key):
    """The changes of a row and of the rows inside it, as `Told`, the latest first."""
    records = []
    for model, owner in tables:
        found = model.history.filter(**{owner: key}).select_related("history_user")[:LATEST]
        records += reversed(found)
    names, before, changes = Names(records), {}, defaultdict(list)
    for record in records:
        where = record.instance_type, record.id
        changes[record.history_date].append((before.get(where), record))
        before[where] = record
    root = tables[0][0]
    return [_told(changes[at], root, names) for at in sorted(changes, reverse=True)]


def _told(pairs, root, names):
    last = pairs[0][1]
    kinds = {record.history_type for _, record in pairs if record.instance_type is root}
    kind = "created" if "+" in kinds else "deleted" if "-" in kinds else "changed"
    told = Told(last.history_date, last.history_user, last.history_change_reason or "", kind)
    told.said = list(differences(pairs, root, names))
    return told


def differences(pairs, root, names):
    """What changed from the first to the second record of each pair; either may be missing."""
    added, removed = {}, {}
    for old, new in pairs:
        gone = new is None or new.history_type == "-"
        if gone or old is None or old.history_type == "-":
            record = old if new is None else new
            (removed if gone else added)[_identity(record)] = record
        else:
            yield from _changed(old, new, root, names)
    # What a load replaces is removed and added again: to a reader it has changed.
    for identity in [one for one in removed if one in added]:
        yield from _changed(removed.pop(identity), added.pop(identity), root, names)
    for how, records in (("added", added), ("removed", removed)):
        for record in records.values():
            if record.instance_type is not root:
                yield Said(called(record, names), *_contents(record, names, how), how)


def _identity(record):
    columns = NAMED_BY.get(record.instance_type, ("", ["id"]))[1]
    return record.instance_type, *(getattr(record, column) for column in columns)


def called(record, names):
    """What a row inside another is called."""
    model = record.instance_type
    if model is Decision:
        found = names.words(record)
        return f"place “{found}”" if found else f"place {record.start}–{record.end} of the text"
    if model not in NAMED_BY:
        return f"{model._meta.verbose_name} “{record.instance}”"
    pattern, columns = NAMED_BY[model]
    fields = {f.attname: f for f in record.tracked_fields}
    return pattern.format(*(in_words(record, fields[column], names) for column in columns))


def named(record, names=None):
    """What the row of a record is called, also where what it hung on is gone too."""
    if record.instance_type in NAMED_BY:
        return called(record, names or Names([record]))
    return str(record.history_object)


def _contents(record, names, how):
    shown = [f"{name}: {value}" for name, value in _values(record, names).items() if value]
    text = "; ".join(shown)
    return ("", text) if how == "added" else (text, "")


def _changed(old, new, root, names):
    start = "" if new.instance_type is root else f"{called(new, names)}, "
    if new.instance_type is Article and old.text_digest != new.text_digest:
        yield _text(new)
    before, after = _values(old, names), _values(new, names)
    lists = {link.name for link in new._history_m2m_fields} | {"other names"}
    for name in dict.fromkeys([*before, *after]):
        if before.get(name, "") != after.get(name, ""):
            by = WHOLE if name == "date" else ITEMS if name in lists else WORDS
            yield Said(start + name, before.get(name, ""), after.get(name, ""), by=by)


def _text(record):
    """What became of a text that no record holds."""
    if not record.text_length:
        return Said("text", new="discarded", how="said")
    return Said("text", new=f"replaced by one of {record.text_length:,} characters", how="said")


def _is_told(model, column):
    """Whether a column is told: what a curator decides is, and where a row hangs is not."""
    return column.attname not in UNTOLD_OF.get(model.instance_type, UNTOLD)


def _values(record, names):
    """{what it is called: its value in words} of all that a curator decides in a record."""
    named = set(NAMED_BY.get(record.instance_type, ("", []))[1])
    dated = hasattr(record, "edtf")  # an article has words for its day, and no reading of them
    found = {"date": _date(record)} if dated else {}
    for column in record.tracked_fields:
        adopted = record.instance_type is Citation and column.name in OF_SOURCE
        told = (column.editable or column.name in TOLD_ALL_THE_SAME) and _is_told(type(record), column)
        if told and not adopted and column.attname not in named and not (dated and column.name in DATE):
            found[SAID_AS.get(column.name, str(column.verbose_name))] = in_words(record, column, names)
    for link in record._history_m2m_fields:
        found[link.name] = "; ".join(names.linked(record, link))
    return found


def _date(record):
    """ "mid-November" (11–20 November 2024): the phrase, and what was read out of it."""
    read = words(DateSpan.from_edtf(record.edtf)) if record.edtf else "undated"
    read = f"by another reason: {read}" if record.date_override else read
    return f"“{record.date_text}” ({read})" if record.date_text else read if record.edtf else ""


CODES = {
    "country": country_name,
    "language": language_name,
    "published": lambda edtf: words(DateSpan.from_edtf(edtf)),
}


def in_words(record, column, names):
    """A column of a record as one reads it."""
    value = getattr(record, column.attname)
    if column.is_relation:
        return names.of(column.related_model, value)
    if isinstance(column, JSONField):
        return "; ".join(map(str, value or ()))
    if column.choices:
        return str(dict(column.flatchoices).get(value, "" if value is None else value))
    if value and column.name in CODES:
        return CODES[column.name](value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value.day} {value:%B %Y, %H:%M} (UTC)"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return "" if value is None else str(value)
