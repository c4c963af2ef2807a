"""What the design and the README promise of the code itself: directions, names, pins, no outside hosts."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import timeline
from tests import database

ROOT = Path(__file__).resolve().parent.parent
# `translation` is the seam through which the others speak the reader's language without knowing Django.
PURE = ("translation", "dates", "tagging", "ledger", "charts")
# Each part may import the parts to its left. `timeline` itself is only the version.
ORDER = (
    "timeline", *PURE, "languages", "models", "migrations", "filters", "ingest", "facets", "exports",
    "templatetags", "views", "admin", "management", "urls",
)  # fmt: skip
# Django's own entrances; nothing imports them, and they import only this.
ENTRANCES = {
    "settings": {"timeline", "plotly_assets"},
    "apps": {"timeline", "translation"},
    "curating_site": {"admin"},
    "wsgi": set(),
    "plotly_assets": set(),
}
FORBIDDEN_NAMES = {"utils", "helpers", "core", "services", "manager"}
AT_THE_TOP = {
    "manage.py", "requirements.txt", "timeline", "templates", "static", "fixtures", "tests", "README.md",
    "LICENSE", "CHANGELOG.md", "pyproject.toml", "docs",
}  # fmt: skip
LARGEST = 1_500_000  # bytes
# Names of vocabularies and this machine's; nothing is fetched from the former.
HOSTS = {"www.w3.org", "schema.org", "127.0.0.1", "localhost"}


def tracked(*patterns):
    """The files that git knows, as paths relative to the root."""
    # A container may run the tests as somebody else than the owner of the checkout.
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).exists()]


def part_of(path):
    """The part of the application that a file of timeline/ belongs to: its package or module."""
    return path.relative_to("timeline").parts[0].removesuffix(".py").replace("__init__", "timeline")


def imports(source, path):
    """Dotted names that a module imports, also inside functions; relative ones made absolute."""
    package = path.with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *(node.module or "").split("."))).strip(".")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def wrong_imports(source, path):
    """Sentences on the imports of a module that point the wrong way."""
    own = part_of(path)
    for name in imports(source, path):
        top, _, rest = name.partition(".")
        if top == "django" and own in PURE:
            yield f"{path}: {own} is pure Python and imports {name}"
        if top != "timeline":
            continue
        part = rest.split(".")[0]
        part = part if part in ORDER or part in ENTRANCES else "timeline"
        if part != own and not may_import(own, part):
            yield f"{path}: {own} must not import {part} ({name})"


def may_import(own, other):
    """Whether a part may import another one."""
    if own in ENTRANCES or other in ENTRANCES:
        return other in ENTRANCES.get(own, set())
    return ORDER.index(other) < ORDER.index(own)


def test_imports_point_one_way():
    wrong = [
        sentence
        for path in tracked("timeline/*.py")
        for sentence in wrong_imports((ROOT / path).read_text(), path)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "source", "count"),
    [
        ("timeline/charts/marks.py", "from timeline.dates import DateSpan", 0),
        ("timeline/charts/marks.py", "def f():\n    from django.utils import timezone", 1),
        ("timeline/dates/span.py", "from timeline.charts import svg", 1),
        ("timeline/models/events.py", "from . import search\nfrom .dated import Dated", 0),
        ("timeline/models/events.py", "from ..filters import Filters", 1),
        ("timeline/models/events.py", "from timeline import filters", 1),
        ("timeline/views/health.py", "from timeline import __version__", 0),
        ("timeline/views/event.py", "import timeline.admin.events", 1),
        ("timeline/facets.py", "from .settings import DEBUG", 1),
        ("timeline/settings.py", "from timeline import plotly_assets", 0),
    ],
)
def test_wrong_imports_would_be_found(path, source, count):
    assert len(list(wrong_imports(source, Path(path)))) == count


def test_every_part_has_its_place():
    parts = {part_of(path) for path in tracked("timeline/*.py")}
    assert parts <= set(ORDER) | set(ENTRANCES)


def test_modules_are_named_for_what_they_do():
    named = {part for path in tracked("*.py") for part in path.with_suffix("").parts}
    assert not named & FORBIDDEN_NAMES


def test_nothing_else_lies_at_the_top():
    tops = {path.parts[0] for path in tracked()}
    assert {top for top in tops if not top.startswith(".")} <= AT_THE_TOP


def test_no_tracked_file_is_large():
    assert [path for path in tracked() if (ROOT / path).stat().st_size > LARGEST] == []


def outside_hosts(text):
    """Hosts of addresses in a text; those put together at run time have none."""
    hosts = set(re.findall(r"https?://([\w.-]+\w)", text)) - HOSTS
    # Reserved for examples: they exist nowhere.
    return {host for host in hosts if not re.search(r"(^|\.)(example(\.(com|net|org))?|invalid)$", host)}


def test_the_application_names_no_outside_host():
    code = ["templates", "static", "timeline", "manage.py", "requirements.txt", "tests/requirements.txt"]
    # Compiled catalogues say what the readable ones say; test_translations.py holds them to it.
    read = [path for path in tracked(*code, "pyproject.toml") if path.suffix != ".mo"]
    named = {path: outside_hosts((ROOT / path).read_text()) for path in read}
    assert {path: hosts for path, hosts in named.items() if hosts} == {}


def test_an_outside_host_would_be_found():
    assert outside_hosts("url(https://cdn.elsewhere/a.woff2)") == {"cdn.elsewhere"}
    assert outside_hosts('xmlns="http://www.w3.org/2000/svg" f"http://{host}/"') == set()


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_requirements_are_pinned_and_explained(name):
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and line[0] not in "#-"]
    assert lines
    pinned = re.compile(r"[\w.-]+(\[[\w,]+\])?==[\w.]+ +# \w.+")
    assert [line for line in lines if not pinned.fullmatch(line)] == []


def variables_read():
    """Names of the environment variables that the settings read."""
    calls = (
        node
        for node in ast.walk(ast.parse((ROOT / "timeline/settings.py").read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return {call.args[0].value for call in calls if ast.unparse(call.func.value) == "env"}


def test_every_variable_is_documented_and_no_other():
    rows = re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/operating.md").read_text(), re.MULTILINE)
    assert set(rows) == variables_read()


def test_no_variable_of_a_developer_reaches_the_tests():
    assert variables_read() <= {*database.ENVIRONMENT, *database.UNSET}


INLINE = {
    "a script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "a style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\s(on|hx-on[:-]*)[a-z:-]*\s*=", re.IGNORECASE),
    "a script for an address": re.compile(r"[\"']\s*javascript:", re.IGNORECASE),
}


def inline(template):
    """What a template carries that the Content-Security-Policy forbids."""
    return [what for what, pattern in INLINE.items() if pattern.search(template)]


def test_templates_carry_nothing_inline():
    found = {path: inline((ROOT / path).read_text()) for path in tracked("templates/*.html")}
    assert found
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("template", "count"),
    [
        ("<script>go()</script>", 1),
        ("<script defer src=\"{% static 'chart.js' %}\"></script>", 0),
        ('<p\n  style="color: red">', 1),
        ('<button type="button" onclick="go()">', 1),
        ('<button hx-on:click="go()">', 1),
        ('<a href="javascript:go()">', 1),
        ('<p class="on">on = off</p>', 0),
    ],
)
def test_inline_things_would_be_found(template, count):
    assert len(inline(template)) == count


def test_readme_and_the_checks_run_the_same_tests():
    readme = (ROOT / "README.md").read_text()
    commands = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    run, test = commands
    assert run.endswith(".venv/bin/python manage.py demo")
    assert test.endswith(".venv/bin/python -m pytest")
    assert test in (ROOT / ".ci/run").read_text().splitlines()


def test_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == timeline.__version__
