"""An import from its file to its end, a piece at a time: each piece is one transaction and can be the last.

Killed in the middle, an import goes on where the last whole piece ended; one that is all or nothing is
written in one transaction. Writing checks each row once more: what was changed since it was shown is
refused, not overwritten.

Whoever waits is told how far it is by the one who writes (`advancing`): nobody else can see into a
transaction before it ends.
"""

from django.db import DatabaseError, transaction

from timeline.models import Debate, Import, ImportedRow, changing

from .names import Names
from .planning import plan_rows
from .readable import readable
from .reading import read_import
from .rights import OPERATOR
from .writing import write_plans

PIECE = 200  # rows; about half a second
BATCH = 500
State, Outcome = Import.State, ImportedRow.Outcome
HALTED = ["", "", "the import was stopped before this row; import it again"]
CHECKED = ("slug", "title", "outcome", "changes", "problems", "notes", "facts")


class Stale(Exception):
    """All or nothing cannot be had: these rows are refused. Nothing was written."""


def start(data, debate, file_name, author=None, *, kind="", **options):
    """Store the rows of a file, given as bytes, to be checked; raises `BadFile`.

    `options` are columns of `Import`: `status`, `language`, `all_or_nothing`.
    """
    read = read_import(data, debate, kind, options.get("language", ""))
    with transaction.atomic():
        run = Import.objects.create(
            debate=debate, author=author, file_name=file_name[:200], format=read.format,
            total=len(read.rows), notes=read.notes[:100], **options,
        )  # fmt: skip
        rows = [
            ImportedRow(run=run, place=place, label=label[:120], kind=kind, given=given)
            for place, (kind, label, given) in enumerate(read.rows)
        ]
        ImportedRow.objects.bulk_create(rows, batch_size=BATCH)
    return run


def advance(run, rights=OPERATOR, progress=None):
    """Do the next piece of an import, in one transaction of its own; returns the import as it then stands.

    Who else does a piece of the same import waits, and then does the one after it.
    """
    for now in advancing(run, rights):
        if progress and now.state == State.WRITING:
            progress("writing rows", now.position, now.total)
    return now


def advancing(run, rights=OPERATOR):
    """Do the next piece; yields the import as it then stands, and all or nothing also on the way there.

    Who stops asking before the end, as a browser that is closed, takes back what the piece has written.
    """
    with readable(), changing(run.author, f"Imported from {run.file_name}.") as change:
        change.tell_all("file")
        run = Import.objects.select_for_update(of=("self",)).select_related("debate").get(pk=run.pk)
        if run.state == State.CHECKING:
            _check_piece(run, rights)
        elif run.state == State.WRITING and run.all_or_nothing:
            yield from _write_all(run, rights)
        elif run.state == State.WRITING:
            _write_piece(run, rights)
    yield run


def confirm(run, all_or_nothing=None):
    """Begin to write what was checked; raises `Stale` where all or nothing is asked and a row is refused.

    `all_or_nothing` may be settled only now that the refused rows are known.
    """
    with transaction.atomic():
        run = Import.objects.select_for_update().get(pk=run.pk)
        if run.state != State.CHECKED:
            return run
        if all_or_nothing is not None:
            run.all_or_nothing = all_or_nothing
        if run.all_or_nothing and run.rows.filter(outcome=Outcome.REFUSED).exists():
            raise Stale
        run.state, run.position = State.WRITING, 0
        run.save(update_fields=["state", "position", "all_or_nothing"])
    return run


def check_again(run):
    """Begin to check once more, against the debate as it is now."""
    with transaction.atomic():
        run = Import.objects.select_for_update().get(pk=run.pk)
        if run.state in (State.CHECKED, State.DROPPED):
            run.state, run.position = State.CHECKING, 0
            run.save(update_fields=["state", "position"])
    return run


def stopped(run):
    """The import as it stands after all of it was taken back: to be checked again."""
    Import.objects.filter(pk=run.pk, state=State.WRITING).update(state=State.CHECKED)
    return Import.objects.select_related("debate").get(pk=run.pk)


def drop(run):
    """Give up an import of which nothing is written."""
    Import.objects.filter(pk=run.pk, state__in=[State.CHECKING, State.CHECKED]).update(state=State.DROPPED)


def halt(run):
    """Leave off in the middle: what is written stays, and each row that is not says so."""
    with transaction.atomic():
        run = Import.objects.select_for_update().get(pk=run.pk)
        if run.state == State.CHECKING:
            run.state = State.DROPPED
        elif run.state == State.WRITING and (run.all_or_nothing or not run.position):
            run.state = State.CHECKED
        elif run.state == State.WRITING:
            left = run.rows.filter(place__gte=run.position, outcome__in=[Outcome.CREATE, Outcome.CHANGE])
            left.update(outcome=Outcome.REFUSED, problems=[HALTED])
            run.state = State.DONE
        run.save(update_fields=["state"])
    return run


def _next_rows(run):
    """The next rows, all of one kind."""
    rows = list(run.rows.filter(place__gte=run.position).order_by("place")[:PIECE])
    return [row for row in rows if row.kind == rows[0].kind]


def _check_piece(run, rights):
    rows = _next_rows(run)
    if rows:
        names = Names.of(run.debate)
        names.add_rows(run)
        plan_rows(run, rows, names, rights)
        _settle(run, rows)
    if run.position >= run.total:
        run.state = State.CHECKED
    run.save(update_fields=["state", "position"])


def _settle(run, rows):
    # An upsert by key is many times faster than `bulk_update`.
    ImportedRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=CHECKED)
    run.position = rows[-1].place + 1


def _write_piece(run, rights):
    rows = _next_rows(run)
    if rows:
        _write_rows(run, rows, rights)
    if run.position >= run.total:
        run.state = State.DONE
    run.save(update_fields=["state", "position"])


def _write_all(run, rights):
    """Everything or, by an exception, nothing; yields the import after each piece."""
    while rows := _next_rows(run):
        plans = _write_rows(run, rows, rights)
        if any(plan.problems for plan in plans):
            raise Stale
        yield run
    run.state = State.DONE
    run.save(update_fields=["state", "position"])


def _write_rows(run, rows, rights):
    """Check these rows again, write the good ones, keep what became of them."""
    shown = {row.pk: (row.outcome, list(row.changes)) for row in rows}
    plans = plan_rows(run, rows, Names.of(run.debate), rights)
    for plan in plans:
        _refuse_what_was_not_shown(plan, *shown[plan.row.pk])
    try:
        with transaction.atomic():
            _write(run, plans)
    except DatabaseError:
        for plan in plans:
            _write_alone(run, plan)
    _settle(run, rows)
    return plans


def _write(run, plans):
    write_plans(run.debate, plans, run.author)
    if any(plan.good for plan in plans):
        Debate.objects.bump(run.debate_id)


def _write_alone(run, plan):
    """One row of a piece that the database refused, so that only the one at fault is lost."""
    try:
        with transaction.atomic():
            _write(run, [plan])
    except DatabaseError as error:
        plan.wrong("slug", f"the database refused the row: {str(error).splitlines()[0]}")
        plan.row.outcome, plan.row.problems = Outcome.REFUSED, plan.problems


def _refuse_what_was_not_shown(plan, outcome, changes):
    """Refuse a row that would now do something else than what was shown."""
    row = plan.row
    if row.outcome == outcome and row.changes == changes:
        return
    if outcome == Outcome.REFUSED and not plan.problems:
        plan.problems = [
            ["", "", "it was refused when it was checked, so it was not written; import it again"]
        ]
    elif row.outcome in (Outcome.CREATE, Outcome.CHANGE):
        fault = "somebody has changed it since it was checked; import the file again to see what would change"
        plan.wrong("slug", fault)
    if plan.problems:
        row.outcome, row.problems = Outcome.REFUSED, plan.problems
