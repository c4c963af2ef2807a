"""What is wrong with a file, said with the exact place, collected so that one run shows everything."""

import json

SHOWN = 50  # more than anyone mends before running again
EXCERPT = 60
LONGEST = 400


class BadFile(Exception):
    """Nothing was loaded. `problems` are sentences that name record, field and fault."""

    def __init__(self, problems, found=None):
        self.problems = list(problems)
        self.found = len(self.problems) if found is None else found
        super().__init__("\n".join(self.lines()))

    def lines(self):
        """The problems, and how many more there are than are shown."""
        rest = self.found - len(self.problems)
        return [*self.problems, *([f"and {rest} more"] if rest else [])]


class Problems:
    """The problems found so far; keeps the first `SHOWN` and counts the rest."""

    def __init__(self):
        self.first = []
        self.found = 0

    def add(self, problem):
        """Note one sentence."""
        self.found += 1
        if len(self.first) < SHOWN:
            self.first.append(printable(shortened(problem, LONGEST)))

    def refuse(self):
        """Raise `BadFile` if there were any."""
        if self.found:
            raise BadFile(self.first, self.found)


class Place:
    """A place in the file: a record (`events[12] "kuleba-…"`) and the path to a field in it."""

    __slots__ = ("path", "problems", "record")

    def __init__(self, problems, record="", path=""):
        self.problems, self.record, self.path = problems, record, path

    def key(self, name):
        """The place of a key."""
        return type(self)(self.problems, self.record, f"{self.path}.{name}" if self.path else name)

    def item(self, index):
        """The place of an item of a list."""
        return type(self)(self.problems, self.record, f"{self.path}[{index}]")

    def wrong(self, fault):
        """Note what is wrong here."""
        where = ", ".join(part for part in (self.record, self.path) if part) or "file"
        self.problems.add(f"{where}: {fault}")


def quoted(value):
    """A value as the file spells it, short enough for a message."""
    return shortened(json.dumps(value, ensure_ascii=False), EXCERPT)


def shortened(text, longest):
    """The text, its end cut off where it is too long."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def printable(text):
    """The text with control characters spelled out: a file must not steer the terminal of who loads it."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def kind_of(value):
    """What a JSON value is, in words."""
    names = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return "null" if value is None else names.get(type(value), "an object")
