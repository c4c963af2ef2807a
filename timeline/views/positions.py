"""Who stood where when: a question's actors over time, and all questions as of a day."""

import json
from dataclasses import dataclass, replace
from itertools import groupby

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from timeline.charts import WIDTHS, figure, legend, svg
from timeline.exports import standing_words as words
from timeline.exports.standing import Standing
from timeline.exports.standing_pages import QuestionPages
from timeline.exports.standing_story import Evidence, turns_of
from timeline.facets import facets
from timeline.filters import View, remembered

from .data import answering_problems, filters_of, usable, width_asked
from .finding import find_debate, following_renames
from .freshness import Freshness
from .listing import pills
from .places import head_of_place
from .timeline import VARY, drifting, typed


@following_renames
def positions(request, debate):
    """Where actors stood on a question over time: the one chosen, or the first that has any position."""
    view = view_of(request, find_debate(debate))
    if drifting(request, view) and not request.htmx:
        return HttpResponseRedirect(address(view, "positions"))
    desk = Desk(view, filters_of(request).page)
    whole = not request.htmx or request.htmx.history_restore_request
    context = desk.context()
    context |= head(
        request, view, "positions", context["title"], context["drawn"]["sentence"] or context["title"]
    )
    response = render(request, "positions.html" if whole else "_positions.html", context)
    if not whole:
        response["HX-Push-Url"] = address(view, "positions")
    patch_vary_headers(response, VARY)
    return response


@answering_problems
def positions_chart_json(request, debate):
    """The chart of the positions page as a Plotly figure, unless what the reader has still holds."""
    debate, asked = find_debate(debate), filters_of(request)
    freshness = Freshness(request, debate, asked)
    response = freshness.unchanged()
    if response is None:
        desk = Desk(usable(view_of(request, debate)), asked.page)
        text = desk.figure(width_asked(request), "dark" if request.GET.get("theme") == "dark" else "light")
        response = freshness.marked(HttpResponse(text, content_type="application/json"))
    response["Access-Control-Allow-Origin"] = "*"
    return response


def view_of(request, debate):
    """The view asked for. Pages here are of actors, so that of the list of events is left aside."""
    return View.of(debate, replace(filters_of(request), page=1), request.user)


def address(view, name, **changes):
    """The canonical address of a view on another page than the timeline."""
    filters = replace(view.filters, **changes) if changes else view.filters
    query = filters.querystring()
    return reverse(name, args=[view.debate.slug]) + (f"?{query}" if query else "")


def head(request, view, name, title, sentence):
    """What the head of such a page says of it."""
    said = head_of_place(request, view, name, title, sentence)
    return {"head": said, "absolute": said.url, "canonical": address(view, name)}


@dataclass(frozen=True)
class Ask:
    """A question to switch to: how many actors took a position, in how many pieces of evidence."""

    question: object
    actors: int
    pieces: int
    query: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """An actor's row: the record, its turns and its evidence in order."""

    record: object
    turns: list
    story: list
    once: str

    @property
    def last(self):
        """The stance last shown, in words; None where the order of the last evidence is unknown."""
        word = self.record.word
        return words.stance(word.stance) if word and word.stance else None

    @property
    def shown_last(self):
        """The last pieces of evidence, from the story."""
        keys = {item.key for item in self.record.word.evidence} if self.record.word else set()
        return [entry for entry in self.story if entry.look == "evidence" and entry.item.key in keys]

    @property
    def earlier(self):
        """How many pieces of evidence the story leaves out."""
        return len(self.record.ledger.evidence) - sum(entry.look == "evidence" for entry in self.story)


class Desk(QuestionPages):
    """One question on the page: its records, their chart and their rows."""

    def told(self):
        """All that the page tells of its records: drawings, legend, sentence, rows, and where they stand."""
        scenes = {name: self.chart.scene(name) for name in WIDTHS}
        return {
            "drawings": [mark_safe(svg(scene)) for scene in scenes.values()],  # it escapes every text
            "legend": {
                group: [(mark_safe(item.svg), item.label) for item in found]
                for group, found in groupby(legend(scenes["wide"]), lambda item: item.group)
            },
            "sentence": words.sentence(self.question, self.records) if self.question else "",
            "rows": self.printed_rows(),
            "count": len(self.records),
            "rows_shown": len(self.paged),
            "before": sum(len(part) for part in self.slices[: self.page - 1]),
            "pages": self.pages,
            "page": self.page,
        }

    def printed_rows(self):
        """The rows as the page prints them: the same for all readers of the public."""
        context = {"rows": self.rows(), "debate": self.view.debate, "view": self.view}
        return render_to_string("_positions_rows.html", context) if self.paged else ""

    def figure(self, width, theme):
        """The chart as a Plotly figure, in JSON."""
        named = f"standing figure {width} {theme}"
        return remembered(self.asked_view, named, lambda: figure_text(self.chart.scene(width), theme))

    @property
    def asked_view(self):
        """The view with the page asked for, by which things are remembered."""
        return View(self.view.debate, replace(self.view.filters, page=self.asked_page), self.view.user)

    def rows(self):
        """The rows of the page."""
        evidence = Evidence(self.view, self.paged)
        for record in self.paged:
            items = record.ledger.evidence
            once = words.once(evidence.events[items[0].key]) if len(items) == 1 else ""
            yield Row(record, turns_of(record), evidence.story(record), once)

    def asks(self):
        """The questions to switch between: all that the view would have if none were chosen."""
        chosen = self.view.filters.question
        whole = View(self.view.debate, self.view.filters.without("question"), self.view.user)
        standing = Standing(whole) if chosen else self.standing
        for question, actors, pieces in standing.questions:
            query = self.view.filters.replace(question=(question.slug,)).querystring()
            current = self.question is not None and question.pk == self.question.pk
            yield Ask(question, actors, pieces, query, current)

    def context(self):
        """What the template shows."""
        view, told = self.view, remembered(self.asked_view, "standing", self.told)
        return {
            "debate": view.debate,
            "view": view,
            "filters": view.filters,
            "title": _("Who stood where: %(view)s") % {"view": view.describe()},
            "question": self.question,
            "asks": list(self.asks()),
            "drawn": told,
            **{key: told[key] for key in ("rows", "count", "rows_shown", "before")},
            "pager": pager(view, told["pages"], told["page"]),
            "facets": facets(view),
            "pills": pills(view),
            "typed": typed(view.filters),
            "here": reverse("positions", args=[view.debate.slug]),
            "chart_query": replace(view.filters, page=told["page"]).querystring(),
            "orders": orders(),
        }


def figure_text(scene, theme):
    """A scene as a Plotly figure, in JSON."""
    return json.dumps(figure(scene, theme), ensure_ascii=False)


def pager(view, pages, shown):
    """[(number, query string, is shown)] of every page, where there are several."""
    numbers = range(1, pages + 1) if pages > 1 else ()
    return [(number, replace(view.filters, page=number).querystring(), number == shown) for number in numbers]


def orders():
    """[(value, label)] of the orders of actors."""
    return [
        ("first-mover", _("first mover")),
        ("stance", _("current stance")),
        ("name", _("name")),
        ("country", _("country")),
        ("kind", _("kind")),
    ]
