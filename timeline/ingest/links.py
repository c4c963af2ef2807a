"""What hangs on events: compared with what is stored, and replaced where it differs."""

from collections import defaultdict

from timeline.models import Citation, Event, EventTopic, Position

from .bulk import columns, create, pieces, remove

EVENT_QUESTION, EVENT_ACTOR = Event.questions.through, Event.actors.through
POSITION_ARGUMENT = Position.arguments.through
MODELS = {
    "questions": EVENT_QUESTION,
    "topics": EventTopic,
    "actors": EVENT_ACTOR,
    "citations": Citation,
    "positions": Position,
}
_CITED = [name for name in columns(Citation) if name not in ("event_id", "source_id")]


def differing_links(debate, rows):
    """For each kind of link, the slugs of the events whose links are not those of the file."""
    differing = {}
    for kind in MODELS:
        stored = _STORED[kind](debate)
        wanted = _WANTED[kind]
        differing[kind] = {
            slug for slug, links in rows.links.items() if stored.get(slug, []) != wanted(getattr(links, kind))
        }
    return differing


def _pairs(model, *paths):
    """Stored links of which the order says nothing."""

    def stored(debate):
        found = defaultdict(list)
        links = model.objects.filter(event__debate=debate).values_list("event__slug", *paths)
        for event, *link in links.iterator():
            found[event].append(link[0] if len(link) == 1 else tuple(link))
        return {event: sorted(links) for event, links in found.items()}

    return stored


def _stored_citations(debate):
    """Stored citations in their order, derived columns included, so that a better reading is written too."""
    found = defaultdict(list)
    cited = Citation.objects.filter(event__debate=debate).order_by("pk")
    for event, *citation in cited.values_list("event__slug", "source__slug", *_CITED).iterator():
        found[event].append(tuple(citation))
    return found


def _wanted_citations(citations):
    return [(c.source.slug, *(getattr(c, name) for name in _CITED)) for c in citations]


def _stored_positions(debate):
    """Stored positions in their order, with the slugs of their arguments."""
    arguments = defaultdict(list)
    links = POSITION_ARGUMENT.objects.filter(position__event__debate=debate)
    for position, slug in links.values_list("position_id", "argument__slug").iterator():
        arguments[position].append(slug)
    found = defaultdict(list)
    positions = Position.objects.filter(event__debate=debate).order_by("pk")
    paths = ("pk", "event__slug", "actor__slug", "question__slug", "stance")
    for key, event, *position in positions.values_list(*paths).iterator():
        found[event].append((*position, sorted(arguments[key])))
    return found


def _wanted_positions(positions):
    return [(actor, question, stance, sorted(slugs)) for actor, question, stance, slugs in positions]


_STORED = {
    "questions": _pairs(EVENT_QUESTION, "question__slug"),
    "topics": _pairs(EventTopic, "topic__slug", "role"),
    "actors": _pairs(EVENT_ACTOR, "actor__slug"),
    "citations": _stored_citations,
    "positions": _stored_positions,
}
_WANTED = {
    "questions": sorted,
    "topics": sorted,
    "actors": sorted,
    "citations": _wanted_citations,
    "positions": _wanted_positions,
}


def write_links(rows, differing, events, known, progress):
    """Replace the links of the events whose differ. `known` holds the rows by kind and slug."""
    for kind, model in MODELS.items():
        slugs = [slug for slug in events if slug in differing[kind]]
        for keys in pieces(events[slug].pk for slug in slugs):
            remove(model.objects.filter(event__in=keys))
        made = [row for slug in slugs for row in _MADE[kind](events[slug], rows.links[slug], known)]
        create(model, made, progress)
        if kind == "positions":
            _write_reasons(made, [p for slug in slugs for p in rows.links[slug].positions], known)


def _questions(event, links, known):
    return (EVENT_QUESTION(event=event, question=known["question"][slug]) for slug in links.questions)


def _topics(event, links, known):
    return (EventTopic(event=event, topic=known["topic"][slug], role=role) for slug, role in links.topics)


def _actors(event, links, known):
    return (EVENT_ACTOR(event=event, actor=known["actor"][slug]) for slug in links.actors)


def _citations(event, links, known):
    for citation in links.citations:
        citation.event, citation.source = event, known["source"][citation.source.slug]
        yield citation


def _positions(event, links, known):
    for actor, question, stance, _ in links.positions:
        known_actor, known_question = known["actor"][actor], known["question"][question]
        yield Position(event=event, actor=known_actor, question=known_question, stance=stance)


_MADE = {
    "questions": _questions,
    "topics": _topics,
    "actors": _actors,
    "citations": _citations,
    "positions": _positions,
}


def _write_reasons(positions, wanted, known):
    """The arguments that go with positions just created."""
    reasons = [
        POSITION_ARGUMENT(position=position, argument=known["argument"][question, slug])
        for position, (_, question, _, slugs) in zip(positions, wanted, strict=True)
        for slug in slugs
    ]
    create(POSITION_ARGUMENT, reasons)
