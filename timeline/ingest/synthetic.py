"""Invented debates of any size, for measuring: the same seed, the same file. Every date precision occurs.

The result is parsed debate file data for `load_data`, so that a measurement runs through the same door.
"""

from datetime import date, timedelta
from random import Random

from .debate_format import FORMAT
from .synthetic_words import (
    CLAUSES,
    FIRST_NAMES,
    LAST_NAMES,
    MONTHS,
    ORDINALS,
    PHRASES,
    PLACES,
    PUBLISHERS,
    QUESTIONS,
    REASONS,
    SEASONS,
    TOPICS,
    VERBS,
    WEEKDAYS,
)

FIRST_DAY, DAYS = date(2015, 1, 1), 4000
STANCES = ("supports", "leans-support", "undecided", "leans-oppose", "opposes")
ROLES = ("requested", "refused", "approved", "restricted", "permitted", "delivered", "used")
UNDATED_EACH, BY_OTHER_SOURCES_EACH = 50, 12  # one event in so many


def synthetic_debate(events, slug="synthetic", seed=1):
    """A whole invented debate with this many events, as parsed debate file data."""
    random = Random(seed)
    actors = _actors(random, max(30, min(400, events // 40)))
    sources = _sources(random, max(5, events * 4 // 5))
    return {
        "format": FORMAT,
        "debate": {
            "slug": slug,
            "title": f"Railways of an invented country, {events} events",
            "description": f"Made up for measuring from seed {seed}: none of its people or events exists.",
        },
        "questions": [{"slug": slug, "title": title} for slug, title in QUESTIONS],
        "topics": [{"slug": slug, "name": name, "kind": kind} for slug, name, kind in TOPICS],
        "arguments": _arguments(),
        "actors": actors,
        "sources": sources,
        "events": [_event(random, number, actors, sources) for number in range(1, events + 1)],
    }


def _arguments():
    return [
        {"slug": f"reason-{number}", "question": question, "side": side, "text": text}
        | ({"answers": f"reason-{number - 3}"} if number > 3 else {})
        for question, _ in QUESTIONS
        for number, (side, text) in enumerate(REASONS, 1)
    ]


def _actors(random, count):
    places = [
        {
            "slug": f"region-{place.lower()}",
            "name": f"Region of {place}",
            "kind": "institution",
            "country": "XA",
        }
        for place in PLACES
    ]
    people = []
    for number in range(1, count - len(places) + 1):
        first, last = random.choice(FIRST_NAMES), random.choice(LAST_NAMES)
        affiliation = {"organisation": random.choice(places)["slug"], "role": "member of the assembly"}
        if number % 3:
            affiliation["from"] = (FIRST_DAY + timedelta(random.randrange(DAYS))).isoformat()
        people.append(
            {
                "slug": f"{first}-{last}-{number}".lower(),
                "name": f"{first} {last}",
                "kind": "person",
                "country": "XA",
                "aliases": [f"{first[0]}. {last}"],
                "affiliations": [affiliation],
            }
        )
    return places + people


def _sources(random, count):
    sources = []
    for number in range(1, count + 1):
        published = FIRST_DAY + timedelta(random.randrange(DAYS))
        language = random.choices(("en", "de", "fr"), (6, 3, 1))[0]
        publisher = f"{random.choice(PLACES)} {random.choice(PUBLISHERS)}"
        sources.append(
            {
                "slug": f"source-{number}",
                "title": f"{publisher} of {published:%d %B %Y}",
                "publisher": publisher,
                "url": f"https://example.org/{number}",
                "published": published.isoformat() if number % 9 else published.isoformat()[:7],
                "published_basis": "stated" if number % 4 else "inferred: date in the address",
                "language": language,
            }
        )
    return sources


def _event(random, number, actors, sources):
    kind = random.choice(list(VERBS))
    topics = random.sample(TOPICS, random.choices((1, 2, 3), (6, 3, 1))[0])
    asked = [slug for slug, _ in random.sample(QUESTIONS, random.choices((1, 2), (3, 1))[0])]
    acting = random.sample(actors, random.choices((1, 2, 3), (5, 3, 1))[0])
    cited = random.sample(sources, min(len(sources), random.choices((1, 2, 3, 4), (5, 3, 2, 1))[0]))
    first, second = random.sample(CLAUSES, 2)
    event = {
        "slug": f"{kind}-{topics[0][0]}-{number}",
        "title": f"{acting[0]['name']} {VERBS[kind]} the {topics[0][1].lower()}",
        "summary": f"By the account of the {cited[0]['publisher']}, {first}, and {second}.",
        "kind": kind,
        "importance": random.choices((1, 2, 3), (3, 6, 1))[0],
        "questions": asked,
        "topics": [slug for slug, _, _ in topics],
        "topic_roles": {topics[0][0]: random.choice(ROLES)} if random.random() < 0.3 else {},
        "actors": [actor["slug"] for actor in acting],
        "positions": _positions(random, asked, acting),
    }
    return event | _date(random, number, cited)


def _positions(random, asked, acting):
    return [
        {
            "actor": actor["slug"],
            "question": question,
            "stance": random.choice(STANCES),
            "arguments": [f"reason-{random.randint(1, len(REASONS))}"] if random.random() < 0.4 else [],
        }
        for question in asked
        for actor in acting
        if random.random() < 0.5
    ]


def _date(random, number, cited):
    """The citations, the first of which says when; its phrase is read against its day of publication."""
    citations = [{"source": source["slug"]} for source in cited]
    if random.random() < 0.3:
        citations[0]["quote"] = random.choice(CLAUSES)
    if len(citations) > 2 and number % 10 == 0:
        citations[-1] |= {"relation": "contradicts", "note": "gives another day"}
    if number % UNDATED_EACH == 0:
        return {"citations": citations}
    day = FIRST_DAY + timedelta(random.randrange(DAYS))
    if number % BY_OTHER_SOURCES_EACH == 0:
        basis = "The page names no day; a later report does."
        return {"citations": citations, "date_override": day.isoformat(), "date_basis": basis}
    phrase = _phrase(random, day, cited[0]["language"])
    citations[0]["date_text"] = phrase
    anchor = day + timedelta(random.randrange(7))
    return {"citations": citations, "date_text": phrase, "anchor": anchor.isoformat()}


def _phrase(random, day, language):
    templates = PHRASES[language]
    template = random.choices(list(templates), list(templates.values()))[0]
    return template.format(
        iso=day.isoformat(),
        day=day.day,
        month=MONTHS[language][day.month - 1],
        year=day.year,
        next=day.year + 1,
        weekday=WEEKDAYS[language][day.weekday()],
        part=("early", "mid", "late")[min(2, (day.day - 1) // 10)],
        season=SEASONS[day.month % 12 // 3],
        quarter=ORDINALS[(day.month - 1) // 3],
        half=ORDINALS[(day.month - 1) // 6],
    )
