"""JSON as strictly as a data file deserves: no key twice, no NaN, and errors that name line and column."""

import json

from .problems import BadFile


class Record(dict):
    """A JSON object that remembers which of its keys the text had more than once."""

    repeated = ()

    @classmethod
    def of_pairs(cls, pairs):
        """Build it from the pairs in the order of the text."""
        record = cls(pairs)
        if len(record) != len(pairs):
            names = [name for name, _ in pairs]
            record.repeated = tuple(name for name in record if names.count(name) > 1)
        return record


def _refuse_constant(name):
    raise ValueError(f"{name} is no JSON value")


def parse(text):
    """The value of a JSON text, given as str or as UTF-8 bytes; raises `BadFile`."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=Record.of_pairs, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise BadFile([f"file: not UTF-8 at byte {error.start}; save it as UTF-8"]) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BadFile([f"file: not JSON at {place}: {error.msg}"]) from error
    except RecursionError as error:
        raise BadFile(["file: nested too deeply"]) from error
    except ValueError as error:
        raise BadFile([f"file: not JSON: {error}"]) from error
