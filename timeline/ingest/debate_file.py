"""Load a debate file: all or nothing, and twice is as good as once."""

from django.db import transaction

from timeline.models import changing

from .debate_format import check_file
from .json_text import parse
from .problems import Problems
from .references import check_references
from .rows import rows_of
from .write import write_rows


def silent(stage, done, total):
    """Progress that nobody watches."""


def load_text(text, progress=silent, dry_run=False, user=None, reason=""):
    """Load a debate file given as text or UTF-8 bytes; see `load_data`."""
    return load_data(parse(text), progress, dry_run, user, reason)


def load_data(data, progress=silent, dry_run=False, user=None, reason=""):
    """Make the debate in the database what the parsed file says; returns a `Report` of what that took.

    Raises `BadFile` with everything that is wrong, and writes nothing then; nor with `dry_run`, which
    does all the work and takes it back. `progress(stage, done, total)` is called now and then. History
    says that `user` did it for `reason`.
    """
    rows = read_file(data, progress)
    with changing(user, reason or "Loaded from a debate file.") as change, transaction.atomic():
        change.tell_all("file")
        report = write_rows(rows, progress)
        transaction.set_rollback(dry_run)
    return report


def read_file(data, progress=silent):
    """Check a parsed file through and through without touching the database; raises `BadFile`."""
    problems = Problems()
    file = check_file(data, problems)
    if file is None or file["debate"] is None:
        problems.refuse()
    check_references(file)
    return rows_of(file, problems, progress)
