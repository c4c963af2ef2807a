"""Who writes rows, and inside of which change: no writing function without its door.

`strays.py` fails any test in which the application writes a recorded row outside of a change with a reason;
this one finds the writing functions that no test may have come by.
"""

import ast
from pathlib import Path

import pytest

from tests import strays
from timeline.models import Debate, changing

ROOT = Path(__file__).resolve().parent.parent / "timeline"
PARTS = ("ingest", "exports", "views", "admin", "management", "filters", "templatetags")
ROWS = {"save", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "delete"}
ROWS |= {"save_base", "reindex", "settle", "settle_if_dated", "settle_events"}
LINKS = {"update", "add", "set", "remove", "clear"}
RELATIONS = {"actors", "questions", "topics", "arguments", "groups", "citations", "positions", "decisions"}


def writes(call):
    """Whether a call writes rows, as far as its words tell."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    on = call.func.value
    if call.func.attr in ROWS:
        return not (isinstance(on, ast.Name) and on.id in ("book", "file"))
    if call.func.attr not in LINKS:
        return False
    words = {node.attr for node in ast.walk(on) if isinstance(node, ast.Attribute)}
    reached = isinstance(on, ast.Call) and isinstance(on.func, ast.Name) and on.func.id == "getattr"
    return reached or bool(words & {"objects", "_base_manager", "filter", "exclude"} | words & RELATIONS)


def opens(node):
    """Whether a statement opens a change."""
    items = node.items if isinstance(node, ast.With) else ()
    calls = [item.context_expr for item in items]
    return any(isinstance(c, ast.Call) and getattr(c.func, "id", "") == "changing" for c in calls)


def functions(source):
    """(name, node) of the functions of a module, methods as `Class.method`."""
    for node in ast.parse(source).body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        for one in inner:
            if isinstance(one, ast.FunctionDef):
                prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
                yield prefix + one.name, one


def strayed(node, inside=False):
    """Whether a function writes anywhere that it has not opened a change for."""
    inside = inside or opens(node)
    return (writes(node) and not inside) or any(strayed(x, inside) for x in ast.iter_child_nodes(node))


def found():
    """{"part/module:function": node} of the whole application but its models."""
    paths = [path for part in PARTS for path in sorted((ROOT / part).rglob("*.py"))]
    return {
        f"{path.relative_to(ROOT).with_suffix('')}:{name}": node
        for path in paths
        for name, node in functions(path.read_text())
    }


# {what opens the change: what writes within it}
WITHIN = {
    "ingest/debate_file:load_data": (
        "ingest/absent:_settle_events ingest/bulk:sync ingest/bulk:create ingest/bulk:change "
        "ingest/bulk:remove ingest/write:write_debate ingest/write:_link_answers"
    ),
    "ingest/timelinejs:import_timelinejs": "ingest/timelinejs_adding:add_rows",
    "ingest/importing/running:advancing": (
        "ingest/importing/running:_check_piece ingest/importing/running:_settle "
        "ingest/importing/running:_write_piece ingest/importing/running:_write_all "
        "ingest/importing/writing:_write_plain ingest/importing/writing:_overwrite "
        "ingest/importing/writing:_write_arguments ingest/importing/writing:_write_affiliations "
        "ingest/importing/writing:_write_events"
    ),
    "ingest/merging/joining:merge": (
        "ingest/merging/joining:_join ingest/merging/joining:_move_parts ingest/merging/joining:_join_links "
        "ingest/merging/joining:_move_links ingest/merging/joining:_move_foreign "
        "ingest/merging/joining:_lead_here ingest/merging/joining:settle"
    ),
    "ingest/merging/undoing:undo": (
        "ingest/merging/undoing:_restore ingest/merging/undoing:_insert ingest/merging/undoing:_turn_back "
        "ingest/merging/undoing:_turn_link ingest/merging/undoing:_reindex"
    ),
    "ingest/article_decisions:accept": (
        "ingest/article_decisions:_event ingest/article_decisions:_cite ingest/article_decisions:_decide "
        "ingest/article_decisions:_touch ingest/article_decisions:_locked ingest/article_source:source_of "
        "ingest/article_source:_made ingest/article_source:_date"
    ),
    "ingest/article_decisions:undo": (
        "ingest/article_decisions:_take_back_event ingest/article_decisions:_take_back_citation"
    ),
    "admin/guarded:Guarded.changeform_view": (
        "admin/article_forms:NewArticleForm.save admin/sources:SourceAdmin.save_model "
        "admin/settling:adopt_positions admin/settling:tell"
    ),
    "admin/recorded:RecordedAdmin.changelist_view": "admin/event_parts:PartOfEventAdmin.delete_queryset",
    "admin/workflow:step": "admin/workflow:take",
    "admin/event_page:EventPages.comment": "admin/event_page:settle",
}
# What these write keeps no history, and `models/recorded.py` says why; or they are no rows at all.
UNRECORDED = {
    "ingest/importing/running:start": "Import",
    "ingest/importing/running:confirm": "Import",
    "ingest/importing/running:check_again": "Import",
    "ingest/importing/running:stopped": "Import",
    "ingest/importing/running:drop": "Import",
    "ingest/importing/running:halt": "Import",
    "ingest/importing/names:Names.of": "",
    "ingest/importing/names:Names.add_row": "",
    "views/correct:correct": "Correction",
    "management/commands/checklinks:Command.handle": "LinkCheck",
}


def test_whatever_writes_does_so_within_a_change():
    known = {name for names in WITHIN.values() for name in names.split()} | set(UNRECORDED)
    assert {name for name, node in found().items() if strayed(node)} == known


def test_every_door_opens_a_change():
    known = found()
    assert [door for door in WITHIN if not any(opens(node) for node in ast.walk(known[door]))] == []


@pytest.mark.parametrize(
    ("source", "strays"),
    [
        ("def f(e):\n    e.save()", True),
        ("def f(e):\n    e.actors.add(a)", True),
        ("def f(e):\n    Event.objects.filter(pk=1).update(kind='vote')", True),
        ("def f(e):\n    with changing(user, why):\n        e.save()\n    e.delete()", True),
        ("def f(e):\n    with changing(user, why):\n        e.save()", False),
        ("def f(e):\n    with readable(), changing(user, why) as change:\n        e.save()", False),
        ("def f(e):\n    seen.add(e)\n    counts.update(e)", False),
    ],
)
def test_a_writer_without_a_door_would_be_found(source, strays):
    ((_, node),) = functions(source)
    assert strayed(node) is strays


@pytest.mark.django_db
def test_a_stray_would_be_found():
    """A function of the application, called without a change, would fail its test."""
    from timeline.admin.settling import adopt_positions

    with changing(None, "Begun."):
        debate = Debate.objects.create(slug="weapons", title="Weapons")
        event = debate.events.create(slug="asks", title="Kuleba asks", kind="statement")
        kuleba = debate.actors.create(slug="kuleba", name="Dmytro Kuleba", kind="person")
        event.positions.create(
            actor=kuleba, question=debate.questions.create(slug="taurus", title="Taurus?"), stance="supports"
        )
    assert strays.found == []
    adopt_positions(event)
    assert "admin/settling.py:adopt_positions writes Event" in strays.found
    strays.found.clear()
    with changing(None, "Adopted."):
        adopt_positions(event)
    assert strays.found == []
