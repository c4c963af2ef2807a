"""What a row gives, laid over what is stored: an empty cell says nothing, a filled one decides.

A cell that says "(empty)" empties what is stored.
"""

from timeline.dates import DateSpan, NotADate
from timeline.ingest.debate_format import EVENT
from timeline.ingest.problems import Place, Problems, quoted
from timeline.ingest.rows import event_of
from timeline.models import Event

from .records import absolute, unreadable
from .stored import CITED

UNDATED = {
    "date_text": "",
    "anchor": None,
    "language": "",
    "date_override": "",
    "date_basis": "",
    "throughout": None,
}


def merged_plain(given, stored):
    """A question, topic or argument."""
    return {**(stored or {}), **given}


def merged_source(given, stored):
    """A source; a day on which nothing else is said is the one that it states, unless that is known."""
    record = merged_plain(given, stored)
    if given.get("published") == "":
        record["published_basis"] = ""
    elif record.get("published") and "published_basis" not in given:
        same = record["published"] == (stored or {}).get("published")
        record["published_basis"] = stored["published_basis"] if same else "stated"
    return record


def merged_actor(given, stored):
    """An actor; the affiliation of a row is added, or replaces the one in the same place as the same."""
    own = dict(given)
    belongs = own.pop("affiliation", None)
    record = {**(stored or {}), **own}
    if belongs:
        others = record.get("affiliations") or []
        same = [(one["organisation"], one["role"]) for one in others]
        key = (belongs["organisation"], belongs.get("role", ""))
        if key in same:
            place = same.index(key)
            record["affiliations"] = [*others[:place], others[place] | belongs, *others[place + 1 :]]
        else:
            record["affiliations"] = [*others, belongs]
    return record


def merged_event(given, stored, sources, wrong):
    """An event of a spreadsheet's row, its date settled; faults go to `wrong(column, fault)`."""
    given = dict(given)
    stated = given.pop("edtf", None)
    known = dict(stored or {})
    if given.pop("only_these", False):
        known["citations"] = []
    record = {**known, **given}
    _merge_links(record, given, known, wrong)
    if stated:
        _settle_stated(record, stated, sources, wrong)
    elif stated is not None:
        record |= {"date_override": "", "throughout": None}
    _settle_anchor(record, sources, wrong)
    return record


def merged_slide(given, stored, event):
    """An event of a TimelineJS slide, which knows but words, days, a group and addresses.

    What curators made of it stays: kind, citations, questions, topics, and a date that means the same days.
    """
    record = {**stored, **UNDATED, **given, "kind": stored["kind"]}
    record["citations"] = _citations(given["citations"], stored)
    for kind in ("questions", "topics"):
        record[kind] = list(dict.fromkeys([*stored[kind], *given.get(kind, [])]))
    read, _ = event_of(EVENT(record, Place(Problems())), Place(Problems()), {})
    if (read.earliest, read.latest) == (event.earliest, event.latest):
        record |= {name: stored[name] for name in UNDATED}
    return record


def _merge_links(record, given, stored, wrong):
    before = {(one["actor"], one["question"]): one for one in stored.get("positions", [])}
    if "positions" in given:
        keyed = [(one, before.get((one["actor"], one["question"]), {})) for one in given["positions"]]
        record["positions"] = [{"arguments": old.get("arguments", [])} | one for one, old in keyed]
    for one in record.get("positions", []):
        for kind in ("actor", "question"):
            if given.get(f"{kind}s") == []:
                wrong(f"{kind}s", f"a position of the event names {one[kind]}; empty positions as well")
            if one[kind] not in record.setdefault(f"{kind}s", []):
                record[f"{kind}s"] = [*record[f"{kind}s"], one[kind]]
    roles = record.get("topic_roles", {})
    record["topic_roles"] = {slug: role for slug, role in roles.items() if slug in record.get("topics", [])}
    record["citations"] = _citations(given.get("citations", []), stored)


def _citations(given, stored):
    """The stored citations, with what the row adds to them, and the new ones after them.

    What another curator found in a source as its words stays; where they were the event's, they go with it.
    """
    found = {one["source"]: one for one in stored.get("citations", [])}
    for one in given:
        said = {column: one[column] for column in CITED if column in one}
        known = found.get(one["source"], {"source": one["source"]})
        if known.get("date_text") not in (None, "", stored.get("date_text")):
            said.pop("date_text", None)
        found[one["source"]] = known | said
    return list(found.values())


def _settle_stated(record, stated, sources, wrong):
    """Make the date what `edtf` says, by the words where they can, else as an override with its reason."""
    try:
        stated = DateSpan.from_edtf(stated).edtf
    except NotADate as refusal:
        wrong("edtf", refusal.reason)
        return
    for change in ({}, {"date_override": "", "throughout": None}, {"date_override": "", "throughout": True},
                   {"date_override": "", "throughout": False}):  # fmt: skip
        if _reading(record | change, sources) == stated:
            record |= change
            return
    if record.get("date_basis"):
        record |= {"date_override": stated, "throughout": None}
        return
    read = _reading(record | {"date_override": "", "throughout": None}, sources)
    told = f"but {quoted(record['date_text'])} is read as {read}" if read else "which the words do not say"
    wrong("edtf", f"it says {stated}, {told}; empty one of the two, or say why in date_basis")


def _reading(record, sources):
    """The EDTF that a record would have, or nothing."""
    silent = Place(Problems())
    event, _ = event_of(EVENT(with_anchor(record, sources), silent), silent, sources)
    return event.edtf


def with_anchor(record, sources):
    """The record with a day to read its words from, where words that need none would lack one."""
    text = record.get("date_text", "")
    if not text or record.get("anchor"):
        return record
    cited = [sources.get(one["source"]) for one in record["citations"] if one.get("date_text") == text]
    if any(source and source.published_latest for source in cited):
        return record
    language = cited[0].language if cited and cited[0] else record.get("language", "")
    span = absolute(text, language)
    return record | {"anchor": span.latest.isoformat()} if span else record


def _settle_anchor(record, sources, wrong):
    settled = with_anchor(record, sources)
    record |= settled
    text = record.get("date_text", "")
    if not text or record.get("anchor") or record.get("date_override"):
        return
    cited = [sources.get(one["source"]) for one in record["citations"] if one.get("date_text") == text]
    if not any(source and source.published_latest for source in cited):
        if fault := unreadable(text, record.get("language", "")):
            wrong("date_text", fault)
            return
        fault = f"nothing says which day {quoted(text)} is read against; "
        wrong("anchor", fault + "give that day, or the day the source was published")


def status_of(given, stored, status):
    """The status of an event: a stored one keeps its own, a new one gets that of the import at most."""
    if stored:
        return {"status": stored["status"], "withdrawn_reason": stored["withdrawn_reason"]}
    if status == Event.Status.PUBLISHED and given.get("status") in (Event.Status.DRAFT, "in-review"):
        return {"status": given["status"], "withdrawn_reason": ""}
    return {"status": status, "withdrawn_reason": ""}
