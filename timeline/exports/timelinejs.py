"""A view as the JSON that TimelineJS 3 reads, written slide by slide.

Dates are as coarse as they are known (a month has no day); a span within which something happened has its
first and last day, and the source's words are the date that is shown. Sources are links in the text: as
`media`, TimelineJS would fetch them from the publisher's site before any reader asks for them.
"""

import json
from collections.abc import Iterator

from django.utils.html import escape, format_html, format_html_join

from timeline.dates.calendar import exact_unit
from timeline.ingest.timelinejs_html import ADDED, unmarked

from .story import credit, dated, printable, stances, undated_named
from .streaming import in_pieces


def timelinejs_parts(view, site, address) -> Iterator[str]:
    """The text of the file in parts: the title slide, then an event each.

    `site` is the address that links are built on, without a final slash; `address` that of the view's page.
    """
    yield f'{{"scale":"human","title":{_json(title_slide(view, address))},"events":['
    comma = ""
    for event in in_pieces(view, view.rows().exclude(sort_date=None)):
        yield comma + _json(slide(event, site))
        comma = ",\n"
    yield "]}\n"


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def title_slide(view, address):
    """The first slide: the view in words, the debate's description, and the events left out, by name."""
    parts = [_paragraphs(view.debate.description)]
    left_out = undated_named(view)
    if left_out:
        parts.append(format_html('<p class="{}">{}</p>', ADDED, printable(left_out)))
    parts.append(format_html('<p class="{}"><a href="{}">{}</a></p>', ADDED, address, address))
    text = {"headline": escape(printable(view.describe())), "text": "".join(parts)}
    return {"unique_id": "debateline-title", "text": text, "autolink": False}


def slide(event, site):
    """An event as a slide. `unique_id` is its slug, so that a link to a slide lasts."""
    start, end = slide_dates(event)
    made = {"unique_id": event.slug, "start_date": start}
    made |= {"end_date": end} if end else {}
    made |= {"display_date": unmarked(printable(shown))} if (shown := display_date(event)) else {}
    made["text"] = {"headline": escape(printable(event.title)), "text": _text(event, site)}
    made |= {"group": unmarked(printable(lane))} if (lane := group(event)) else {}
    return made | {"autolink": False}


def slide_dates(span):
    """(start, end or None) of something with a span, as TimelineJS has dates: years, months, days.

    One day, month or year is said as such. An open end is left out.
    """
    first, last = span.earliest or span.latest, span.latest or span.earliest
    unit = exact_unit(first, last)
    if unit == "day" or (unit == span.precision and unit in ("month", "year") and not span.throughout):
        return _date(first, unit), None
    return _date(first), _date(last)


def _date(day, unit="day"):
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return {part: parts[part] for part in {"year": ["year"], "month": ["year", "month"]}.get(unit, parts)}


def display_date(event):
    """The source's words; without any, ours where TimelineJS would say more than is known; else nothing."""
    if event.date_text:
        return event.date_text
    _, end = slide_dates(event)
    certain = event.earliest and event.latest and not event.approximate
    return "" if certain and (not end or event.throughout) else event.date_read


def group(event):
    """The row it stands in: its first question, or else its first topic."""
    questions = [question.title for question in event.questions.all()]
    topics = [link.topic.name for link in event.event_topics.all()]
    return next(iter([*questions, *topics]), "")


def _text(event, site):
    added = [format_html("<p>{}</p>", line) for line in [dated(event), *stances(event)]]
    cited = format_html_join("", "<li>{}</li>", ((_cited(c),) for c in event.citations.all()))
    added += [format_html("<ul>{}</ul>", cited)] if cited else []
    url = site + event.get_absolute_url()
    added.append(format_html('<p><a href="{}">{}</a></p>', url, url))
    body = format_html('<div class="{}">{}</div>', ADDED, format_html_join("", "{}", ((a,) for a in added)))
    return printable(_paragraphs(event.summary) + body)


def _paragraphs(text):
    lines = (line for line in text.split("\n") if line.strip())
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines))


def _cited(citation):
    """A source, with what an import needs to know it again."""
    source = citation.source
    if not source.url:
        return escape(credit(citation))
    return format_html(
        '<a href="{}" data-publisher="{}" data-title="{}">{}</a>',
        source.url,
        source.publisher,
        source.title,
        credit(citation),
    )
