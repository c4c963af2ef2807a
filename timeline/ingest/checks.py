"""Checks of single JSON values. Each takes a value and its place, notes faults there, returns a usable value.

A value of the wrong type comes back as None, so that one fault is reported once and not again by every
check that builds on it.
"""

import re
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from django.core.exceptions import ValidationError

from .problems import kind_of, quoted

REQUIRED = object()
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, and halves of surrogate pairs


def text(value, place):
    """Text that any database can store."""
    if not isinstance(value, str):
        place.wrong(f"must be text, is {kind_of(value)}")
        return None
    if UNSTORABLE.search(value):
        place.wrong("holds a character that cannot be stored (NUL, or half of a surrogate pair)")
        return None
    return value


def name(value, place):
    """Text that says something."""
    value = text(value, place)
    if value is not None and not value.strip():
        place.wrong("must not be empty")
        return None
    return value


def column(model, field_name):
    """Text that fits a model's column: its choices, length and validators are the model's own."""
    field = model._meta.get_field(field_name)
    choices = [value for value, _ in field.choices or ()]
    base = text if field.blank else name

    def check(value, place):
        value = base(value, place)
        if not value:
            return value
        if choices and value not in choices:
            place.wrong(f"{quoted(value)} is none of {', '.join(choices)}")
            return None
        for validate in field.validators:
            try:
                validate(value)
            except ValidationError as error:
                place.wrong(" ".join(error.messages))
        return value

    return check


def number_of(choices):
    """A whole number that is one of the choices of an `IntegerChoices`."""

    def check(value, place):
        if isinstance(value, int) and not isinstance(value, bool) and value in choices.values:
            return value
        known = ", ".join(str(number) for number in choices.values)
        place.wrong(f"must be one of {known}, is {quoted(value)}")
        return None

    return check


def truth(value, place):
    """true or false."""
    if isinstance(value, bool):
        return value
    place.wrong(f"must be true or false, is {kind_of(value)}")
    return None


def day(value, place):
    """A day as YYYY-MM-DD."""
    value = text(value, place)
    if value is None:
        return None
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        place.wrong(f"{quoted(value)} is no day; write it as 2023-08-16")
        return None


def list_of(check):
    """A list whose items all pass; items that cannot be used are left out."""

    def check_list(value, place):
        if not isinstance(value, list):
            place.wrong(f"must be a list, is {kind_of(value)}")
            return []
        items = (check(item, place.item(index)) for index, item in enumerate(value))
        return [item for item in items if item is not None]

    return check_list


def set_of(check):
    """A list in which nothing stands twice."""
    check_list = list_of(check)

    def check_set(value, place):
        items = check_list(value, place)
        for item in sorted({item for item in items if items.count(item) > 1}):
            place.wrong(f"{quoted(item)} stands here more than once")
        return list(dict.fromkeys(items))

    return check_set


def mapping_of(check):
    """An object of any keys whose values all pass."""

    def check_mapping(value, place):
        if not isinstance(value, dict):
            place.wrong(f"must be an object, is {kind_of(value)}")
            return {}
        note_repeated(value, place)
        checked = {key: check(item, place.key(key)) for key, item in value.items()}
        return {key: item for key, item in checked.items() if item is not None}

    return check_mapping


class Key(NamedTuple):
    """A key of an object: how its value is checked, and what stands where it is absent or null."""

    name: str
    check: object
    default: object = REQUIRED


class Shape:
    """An object with these keys and no others. A call checks one and fills in what is absent."""

    def __init__(self, *keys):
        self.keys = keys
        self.names = frozenset(key.name for key in keys)

    def __call__(self, value, place):
        if not isinstance(value, dict):
            place.wrong(f"must be an object, is {kind_of(value)}")
            return None
        note_repeated(value, place)
        for unknown in sorted(value.keys() - self.names):
            place.wrong(self.unknown(unknown))
        return {key.name: self.value_of(key, value, place) for key in self.keys}

    def value_of(self, key, value, place):
        """The checked value of one key."""
        given = value.get(key.name)
        if given is None and key.default is not REQUIRED:
            return key.default() if callable(key.default) else key.default
        if key.name not in value:
            place.key(key.name).wrong("missing")
            return None
        return key.check(given, place.key(key.name))

    def unknown(self, name):
        """The fault of a key that nothing reads, with the likely spelling."""
        close = get_close_matches(name, self.names, n=1)
        return f"unknown key {quoted(name)}" + (f"; did you mean {quoted(close[0])}?" if close else "")


def note_repeated(value, place):
    """Note the keys that the text of an object has more than once."""
    for repeated in getattr(value, "repeated", ()):
        place.wrong(f"the key {quoted(repeated)} stands here more than once")
