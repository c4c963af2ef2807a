"""A TimelineJS file into a debate: good rows become events, the others are named with what to do.

An event that the debate holds already, under the same address, stays as it is: an import twice is as good as
once, and no curator's work is overwritten. docs/format.md says what becomes of what.
"""

from dataclasses import dataclass

from django.db import transaction

from timeline.models import Debate, changing

from .debate_file import read_file, silent
from .debate_format import FORMAT
from .problems import BadFile, printable, quoted, shortened
from .timelinejs_adding import add_rows
from .timelinejs_dates import BadSlide
from .timelinejs_file import read_slides
from .timelinejs_html import SlideText
from .timelinejs_records import Records, as_text, known_of, statuses

LONGEST_TITLE = Debate._meta.get_field("title").max_length


@dataclass
class Import:
    """What an import did: counts of what was added by kind, and sentences on what was not used."""

    debate: str
    published: bool
    added: dict
    already: int
    refused: list
    notes: list

    def sentence(self):
        """The outcome in one sentence."""
        events = "published event" if self.published else "draft event"
        names = {"event": events, "question": "question", "topic": "topic", "source": "source"}
        said = [_counted(self.added[kind], name) for kind, name in names.items() if self.added[kind]]
        parts = [f"added {', '.join(said)}"] if said else ["nothing to add"]
        parts += [f"{_counted(self.already, 'event')} already there"] if self.already else []
        parts += [f"{_counted(len(self.refused), 'row')} not used"] if self.refused else []
        return f"{self.debate}: {'; '.join(parts)}."


def _counted(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def import_timelinejs(
    text, debate, title="", publish=False, language="", dry_run=False, progress=silent, user=None, reason=""
):
    """Add the events of a TimelineJS file, given as UTF-8 bytes, to the debate with this slug.

    A debate that is not there is created, with this title or that of the file. Raises `BadFile` where
    nothing of the file can be used; with `dry_run` the work is done and taken back. History says that `user`
    did it for `reason`.
    """
    file = read_slides(text)
    stored = Debate.objects.filter(slug=debate).first()
    frame = frame_of(stored, debate, title, file.title)
    records = Records(known_of(stored), statuses(publish), language)
    events, refused = usable(file.slides, records, frame, progress)
    if not events and refused:
        raise BadFile(refused)
    rows = read_file(whole(frame, records, events), progress)
    notes = [*file.notes, *records.notes, *(otherwise_known(stored, events) if stored else ())]
    with changing(user, reason or "Imported from a TimelineJS file.") as change, transaction.atomic():
        change.tell_all("file")
        added = add_rows(rows, progress)
        transaction.set_rollback(dry_run)
    already = len(events) - added["event"]
    return Import(debate, publish, added, already, refused, [printable(note) for note in notes])


def otherwise_known(debate, events):
    """Sentences on the events whose address the debate has under another title."""
    titles = dict(debate.events.values_list("slug", "title"))
    for event in events:
        title = titles.get(event["slug"], event["title"])
        if title != event["title"]:
            yield (
                f"{quoted(event['slug'])} is there already as {quoted(title)} and stays as it is; if "
                f"{quoted(event['title'])} is another event, change its headline or its unique_id"
            )


def frame_of(stored, slug, title, slide):
    """The debate's own record: as it is stored, or made of the title slide."""
    if stored is not None:
        kept = ("slug", "title", "description", "language")
        return {column: getattr(stored, column) for column in kept}
    text = slide.get("text") if isinstance(slide.get("text"), dict) else {}
    title = title or SlideText(as_text(text.get("headline"))).line[:LONGEST_TITLE]
    if not title:
        raise BadFile(["file: it has no title slide, so the new debate needs a title; give one with --title"])
    return {"slug": slug, "title": title, "description": SlideText(as_text(text.get("text"))).text}


def usable(slides, records, frame, progress):
    """(records of events, sentences on the rows that cannot be one)."""
    events, refused = [], []
    for number, (place, slide) in enumerate(slides, 1):
        try:
            event = records.event(place, slide)
            check(event, records, frame)
            events.append(event)
        except BadSlide as bad:
            refused.append(printable(f"{place}{_headline(slide)}: {bad}"))
        progress("reading slides", number, len(slides))
    return events, refused


def _headline(slide):
    text = slide.get("text")
    headline = text.get("headline") if isinstance(text, dict) else ""
    return f" {quoted(shortened(headline, 50))}" if isinstance(headline, str) and headline else ""


def check(event, records, frame):
    """Hold a record to what the loader asks of every event; raises `BadSlide` with what it says."""
    try:
        read_file(whole(frame, records, [event]))
    except BadFile as bad:
        raise BadSlide("; ".join(problem.split(", ", 1)[-1] for problem in bad.problems)) from None


def whole(frame, records, events):
    """A debate file with these events and what they name."""
    cited = {citation["source"] for event in events for citation in event["citations"]}
    names = {kind: {slug for event in events for slug in event.get(f"{kind}s", [])} for kind in records.named}
    names["source"] = cited
    lists = {
        f"{kind}s": [record for slug, record in records.named[kind].items() if slug in names[kind]]
        for kind in records.named
    }
    return {"format": FORMAT, "debate": frame, **lists, "events": events}
