"""The debate file of docs/format.md, for tests to load, change and break."""

import json
from pathlib import Path

FORMAT = Path(__file__).parent.parent / "docs" / "format.md"
FIXTURE = Path(__file__).parent.parent / "fixtures" / "long-range-weapons.json"


def example_text():
    """The text of the example, as a file would hold it."""
    return FORMAT.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]


def example():
    """The example as data, to be changed at will."""
    return json.loads(example_text())


def changed(path, value):
    """The example with one value set: `changed("events.1.citations.0.source", "foo")`; `...` removes it."""
    data = example()
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    record = data
    for step in parents:
        record = record[step]
    if value is ...:
        del record[last]
    else:
        record[last] = value
    return data


def event(data, slug):
    """The event with this slug."""
    return next(event for event in data["events"] if event["slug"] == slug)
