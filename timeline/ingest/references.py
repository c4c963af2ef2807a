"""What one record of a debate file says of others: that they exist, belong together, and stand once."""

from collections import defaultdict

from timeline.models import Event

from .problems import quoted

UNFINISHED = {Event.Status.DRAFT, Event.Status.IN_REVIEW}  # work in progress may lack its evidence


def check_references(file):
    """Note every reference to nothing, every key that stands twice, every position without its ground."""
    known = {kind: {record["slug"] for record in file[kind].values()} for kind in _REFERRED}
    arguments = defaultdict(set)
    for record in file["arguments"].values():
        arguments[record["question"]].add(record["slug"])
    for kind in (*_REFERRED, "events"):
        _once(file[kind], lambda record: record["slug"])
    _once(file["arguments"], lambda record: (record["question"], record["slug"]))
    for place, record in file["arguments"].items():
        _argument(record, place, known, arguments)
    for place, record in file["actors"].items():
        _affiliations(record, place, known)
    for place, record in file["events"].items():
        check_event(record, place, known, arguments)


_REFERRED = {"questions": "question", "topics": "topic", "actors": "actor", "sources": "source"}


def _once(records, key):
    seen = {}
    for place, record in records.items():
        if record["slug"] is None:
            continue
        first = seen.setdefault(key(record), place)
        if first is not place:
            place.key("slug").wrong(f"stands already at {first.record.split()[0]}")


def _exists(slug, kind, place, known):
    if slug is not None and slug not in known[kind]:
        place.wrong(f"no {_REFERRED[kind]} {quoted(slug)} in this file")
        return False
    return slug is not None


def _argument(record, place, known, arguments):
    if not _exists(record["question"], "questions", place.key("question"), known):
        return
    answered = record["answers"]
    if answered is None:
        return
    if answered == record["slug"]:
        place.key("answers").wrong("an argument does not answer itself")
    elif answered not in arguments[record["question"]]:
        fault = f"no argument {quoted(answered)} on question {quoted(record['question'])} in this file"
        place.key("answers").wrong(fault)


def _affiliations(record, place, known):
    for index, affiliation in enumerate(record["affiliations"]):
        here = place.key("affiliations").item(index)
        _exists(affiliation["organisation"], "actors", here.key("organisation"), known)
        if affiliation["organisation"] is not None and affiliation["organisation"] == record["slug"]:
            here.key("organisation").wrong("an actor does not belong to itself")
        start, end = affiliation["from"], affiliation["to"]
        if start and end and start > end:
            here.wrong(f"from {start} is after to {end}")


def check_event(record, place, known, arguments):
    """Note what an event's record says wrongly of others; `known` are slugs by kind."""
    for kind in ("questions", "topics", "actors"):
        for slug in record[kind]:
            _exists(slug, kind, place.key(kind), known)
    for slug in sorted(record["topic_roles"].keys() - set(record["topics"])):
        place.key("topic_roles").wrong(f"{quoted(slug)} is not among the event's topics")
    _citations(record, place.key("citations"), known)
    _positions(record, place.key("positions"), arguments)
    if record["withdrawn_reason"] and record["status"] not in (Event.Status.WITHDRAWN, None):
        place.key("withdrawn_reason").wrong(f"the event is {record['status']}, not withdrawn")


def _citations(record, place, known):
    seen = set()
    for index, citation in enumerate(record["citations"]):
        here = place.item(index).key("source")
        if _exists(citation["source"], "sources", here, known) and citation["source"] in seen:
            here.wrong(f"the event cites {quoted(citation['source'])} already; an event cites a source once")
        seen.add(citation["source"])


def _positions(record, place, arguments):
    if record["positions"] and not record["citations"] and record["status"] not in UNFINISHED:
        place.wrong("a position needs at least one citation behind its event")
    seen = set()
    for index, position in enumerate(record["positions"]):
        here, pair = place.item(index), (position["actor"], position["question"])
        for key in ("actor", "question"):
            if position[key] is not None and position[key] not in record[f"{key}s"]:
                here.key(key).wrong(f"{quoted(position[key])} is not among the event's {key}s")
        for slug in position["arguments"]:
            if slug not in arguments[position["question"]]:
                fault = f"no argument {quoted(slug)} on question {quoted(position['question'])} in this file"
                here.key("arguments").wrong(fault)
        if None not in pair and pair in seen:
            here.wrong(f"{pair[0]} has a position on {pair[1]} in this event already")
        seen.add(pair)
