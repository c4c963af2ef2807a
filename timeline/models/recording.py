"""Records of history: written where a row differs from what its last record says, copied by the database.

Loading a debate creates a hundred thousand rows at once. So no record is built in Python: the database copies
the rows into their table of records, some hundreds with a statement.
"""

from dataclasses import dataclass

from django.db import connections
from django.db.models import Max
from simple_history.models import HistoricalRecords

PIECE = 500  # rows to a statement
CREATED, CHANGED, DELETED = "+", "~", "-"


@dataclass(frozen=True)
class Last:
    """What a row's last record says."""

    record: int
    kind: str
    state: tuple


def record(change, touched):
    """Write the records of a change that is about to be over: `touched` is {model: keys}."""
    for model, keys in touched.items():
        table = _Table(model)
        keys = sorted(keys)
        for start in range(0, len(keys), PIECE):
            table.record(keys[start : start + PIECE], change)


class _Table:
    """A model and its table of records."""

    def __init__(self, model):
        self.model, self.records = model, model.history.model
        self.names = [field.attname for field in self.records.tracked_fields]
        self.links = [(link, HistoricalRecords.m2m_models[link]) for link in self.records._history_m2m_fields]
        self.connection = connections["default"]

    def record(self, keys, change):
        """Write what there is to say of these rows. A row that was taken back meanwhile says nothing."""
        last = self.last(keys)
        stored = {key for key, known in last.items() if known.kind != DELETED}
        now = self.now(stored) if stored else {}
        gone = [last[key].record for key in stored if key not in now]
        changed = [key for key, state in now.items() if state != last[key].state]
        self.copy_rows([key for key in keys if key not in stored], CREATED, change)
        self.copy_rows(changed, CHANGED, change)
        self.copy_records(gone, change)

    def last(self, keys):
        """{key: `Last`} for the rows that have a record."""
        newest = self.records.objects.filter(pk__in=self._newest(keys))
        found = {
            row[0]: row[1:] for row in newest.values_list("id", "history_id", "history_type", *self.names)
        }
        owners = {record: key for key, (record, *_) in found.items()}
        links = self._links(owners, "history_id", lambda link, kept: kept)
        return {
            key: Last(record, kind, (*values, *(links[n].get(record, set()) for n in range(len(self.links)))))
            for key, (record, kind, *values) in found.items()
        }

    def _newest(self, keys):
        newest = self.records.objects.filter(id__in=keys).order_by().values("id")
        return newest.annotate(newest=Max("history_id")).values("newest")

    def now(self, keys):
        """{key: state} of the rows as they are stored."""
        rows = self.model._base_manager.filter(pk__in=keys).values_list("pk", *self.names)
        found = {key: values for key, *values in rows}
        links = self._links(found, None, lambda link, kept: link.remote_field.through)
        return {
            key: (*values, *(links[n].get(key, set()) for n in range(len(self.links))))
            for key, values in found.items()
        }

    def _links(self, owners, owner, table):
        """For each relation, {owner: the keys it leads to}."""
        found = []
        for link, kept in self.links:
            name = owner or f"{link.m2m_field_name()}_id"
            rows = table(link, kept)._base_manager.filter(**{f"{name}__in": list(owners)})
            led = {}
            for key, other in rows.values_list(name, f"{link.m2m_reverse_field_name()}_id"):
                led.setdefault(key, set()).add(other)
            found.append(led)
        return found

    def copy_rows(self, keys, kind, change):
        """Copy stored rows into records, and their relations with them."""
        if not keys:
            return
        self._copy(self.model, "id", keys, kind, change)
        for link, kept in self.links:
            through, owner = link.remote_field.through, f"{link.m2m_field_name()}_id"
            columns = [field.column for field in through._meta.fields]
            self._copy_links(kept, through, columns, owner, keys)

    def copy_records(self, records, change):
        """Copy the last records of rows that are gone: what was deleted can be read in its last record."""
        if not records:
            return
        keys = list(self.records.objects.filter(pk__in=records).values_list("id", flat=True))
        self._copy(self.records, "history_id", records, DELETED, change)
        for link, kept in self.links:
            columns = [field.column for field in link.remote_field.through._meta.fields]
            before = {"history_id": records}
            self._copy_links(kept, kept, columns, f"{link.m2m_field_name()}_id", keys, **before)

    def _copy(self, origin, key, keys, kind, change):
        columns = self._quoted(field.column for field in self.records.tracked_fields)
        marks = ", ".join(["%s"] * len(keys))
        self._execute(
            f"INSERT INTO {self._table(self.records)} ({columns}, history_date, history_type, "
            f"history_user_id, history_change_reason) SELECT {columns}, %s, %s, %s, %s "
            f"FROM {self._table(origin)} WHERE {key} IN ({marks}) ORDER BY {key}",
            [self._moment(change.at), kind, change.user and change.user.pk, change.reason, *keys],
        )

    def _copy_links(self, kept, origin, columns, owner, keys, history_id=None):
        names = self._quoted(columns)
        narrowed, marks = ("history_id", history_id) if history_id else (owner, keys)
        newest = (
            f"(SELECT MAX(r.history_id) FROM {self._table(self.records)} r "
            f"WHERE r.id = {self._table(origin)}.{self._quoted([owner])})"
        )
        self._execute(
            f"INSERT INTO {self._table(kept)} ({names}, history_id) SELECT {names}, {newest} "
            f"FROM {self._table(origin)} WHERE {narrowed} IN ({', '.join(['%s'] * len(marks))})",
            list(marks),
        )

    def _moment(self, moment):
        return self.records._meta.get_field("history_date").get_db_prep_value(moment, self.connection)

    def _table(self, model):
        return self.connection.ops.quote_name(model._meta.db_table)

    def _quoted(self, columns):
        return ", ".join(self.connection.ops.quote_name(column) for column in columns)

    def _execute(self, sql, params):
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)
