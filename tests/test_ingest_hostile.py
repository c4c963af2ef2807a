"""Whatever a file holds, the loader answers with its faults and never with a traceback."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.debate_files import example
from timeline.ingest.debate_file import read_file
from timeline.ingest.json_text import parse
from timeline.ingest.problems import BadFile

KEYS = sorted({key for text in json.dumps(example()).split('"') for key in [text] if key.isidentifier()})
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.sampled_from(KEYS)
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(value, path=()):
    """Every path in a JSON value."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


def put(data, path, value):
    """The data with one value replaced."""
    if not path:
        return value
    parent = data
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    return data


def refused_or_read(data):
    try:
        read_file(data)
    except BadFile as bad:
        assert bad.problems
        for problem in bad.problems:
            assert problem.isprintable(), problem


@given(JSON)
def test_any_json_is_refused_or_read(data):
    refused_or_read(data)


@given(st.sampled_from(list(places(example()))), JSON)
def test_any_value_at_any_place_of_a_debate_file_is_refused_or_read(path, value):
    refused_or_read(put(example(), path, value))


@given(st.text() | st.binary())
def test_any_text_is_refused_or_parsed(text):
    try:
        parse(text)
    except BadFile as bad:
        assert bad.problems
