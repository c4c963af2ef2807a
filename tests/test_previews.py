"""Previews: the tags of every page, and pictures that carry the evidence, drawn once and never broken."""

import html
import re
import threading
import time
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests import charts_rows
from tests.png import edges, size_of
from timeline.charts import MARK_LIMIT, EventRow, Lane, Place
from timeline.charts import png as drawing
from timeline.charts.card import EDGE, SIZE, TITLE, Words, card, titled
from timeline.charts.card_chart import CardChart
from timeline.charts.png import COVERED, png
from timeline.exports.preview import card_of_event, card_of_source, card_of_view, noting, shown_by
from timeline.exports.shared_views import share
from timeline.filters import Filters, View
from timeline.models import Event, Source
from timeline.views import preview

SITE = "http://testserver"
DEBATE = "/long-range-weapons/"
SVG = "{http://www.w3.org/2000/svg}"


class Head(HTMLParser):
    """The meta tags of a page by property or name, each once, and its canonical address."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.canonical = {}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        key = attributes.get("property") or attributes.get("name")
        if tag == "meta" and key:
            assert key not in self.tags, f"{key} stands twice"
            self.tags[key] = attributes["content"]
        if tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]


PAGES = [
    "", "?actor=olaf-scholz&stance=opposes", "?event=scholz-granada", "?q=zzzz",
    "events/cluster-munitions-announced/", "actors/olaf-scholz/", "questions/supply-taurus/",
    "topics/taurus/", "sources/af24-storm-shadow/",
]  # fmt: skip


def head_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return Head(response.content.decode())


def check_head(client, path):
    head = head_of(client, path)
    tags = head.tags
    assert tags["og:url"] == head.canonical
    assert tags["og:site_name"] == "Debateline"
    assert tags["og:locale"] == "en_GB"
    assert tags["og:type"] in ("website", "article")
    assert tags["twitter:card"] == "summary_large_image"
    assert (tags["og:image:type"], tags["og:image:width"], tags["og:image:height"]) == (
        "image/png",
        "1200",
        "630",
    )
    for key in ("og:title", "og:description", "og:image:alt"):
        assert tags[key].strip()
    for ours, theirs in (
        ("title", "title"),
        ("description", "description"),
        ("image", "image"),
        ("image:alt",) * 2,
    ):
        assert tags[f"og:{ours}"] == tags[f"twitter:{theirs}"]
    picture = client.get(tags["og:image"].removeprefix(SITE))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert size_of(picture.content) == SIZE
    return tags


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_itself(path, debate, client):
    tags = check_head(client, DEBATE + path)
    assert tags["og:image"].startswith(f"{SITE}{DEBATE}")


@pytest.mark.parametrize("frozen", [False, True])
def test_a_shared_view_shows_itself(frozen, debate, client):
    shared = share(
        debate, Filters(actor=("olaf-scholz",)), title="Scholz on Taurus", note="Read this.", frozen=frozen
    )
    tags = check_head(client, shared.get_absolute_url())
    assert (tags["og:title"], tags["og:description"]) == ("Scholz on Taurus", "Read this.")


def test_other_languages_are_named_with_their_country(debate, client):
    for code, locale in (("de", "de_DE"), ("uk", "uk_UA")):
        tags = head_of(client, f"{DEBATE}actors/olaf-scholz/?lang={code}").tags
        assert tags["og:locale"] == locale
        assert f"lang={code}" in tags["og:image"]


def words_of(svg):
    """All texts of a drawing."""
    return [text.text or "" for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_the_picture_of_a_view_says_what_it_holds(debate):
    view = View.of(debate, Filters.parse("actor=olaf-scholz&stance=opposes"))
    words = words_of(card_of_view(view, "example.org/x", "light"))
    assert words[:3] == [debate.title, "Olaf Scholz; opposes", "13 events from 22 sources"]
    assert "Should Germany supply Taurus cruise missiles to Ukraine?" in words
    assert "example.org/x" in words
    assert any(word.startswith("Data of ") for word in words)
    assert [row for row in words if row in ("2023", "2024", "Jan")]


def test_lanes_without_room_are_counted(debate):
    words = words_of(card_of_view(View(debate, Filters()), "", "light"))
    assert [word for word in words if re.fullmatch(r"\d of 9 rows", word)]


def test_the_picture_of_an_event_says_when_who_and_on_whose_word(debate):
    event = Event.objects.with_details().get(slug="cluster-munitions-announced")
    words = " ".join(words_of(card_of_event(event, "example.org/e", "light")))
    for said in (
        "US announces cluster munitions for Ukraine", "7 July 2023", "as written: “on Friday”",
        "Joe Biden supports", "Sources: Antelope Valley Press / AP, The Week and 1 more",
        "All events of the debate, by month", "decision",
    ):  # fmt: skip
        assert said in words


def test_an_event_stands_on_the_axis_at_its_date(debate):
    early, late = (Event.objects.with_details().filter(sort_date__year=year).first() for year in (2022, 2024))
    marks = [
        ElementTree.fromstring(card_of_event(event, "", "light")).findall(f"./{SVG}g/{SVG}use")
        for event in (early, late)
    ]
    (first,), (second,) = marks
    assert 0 < float(first.get("x")) < float(second.get("x"))


def test_a_source_counts_its_events(debate):
    source = Source.objects.get(slug="af24-storm-shadow")
    words = words_of(card_of_source(source, "", "light"))
    assert {"Britain gives Storm Shadow to Ukraine", "Published 11 May 2023", "cited by 1 event"} <= set(
        words
    )


def test_drafts_are_in_no_picture_whoever_asks(debate, client, admin_client):
    Event.objects.filter(slug="cluster-munitions-announced").update(status="draft")
    for path in ("preview.png", "events/cluster-munitions-announced/preview.png"):
        for_public, for_curator = (reader.get(DEBATE + path) for reader in (client, admin_client))
        assert for_public.status_code == for_curator.status_code
        assert for_public.content == for_curator.content or for_public.status_code == 404
        assert "Cookie" not in for_curator.headers.get("Vary", "")
    assert client.get(f"{DEBATE}events/cluster-munitions-announced/preview.png").status_code == 404


@pytest.fixture
def drawn(monkeypatch):
    """A list that grows by one with every picture drawn."""
    widths = []
    cache.clear()
    monkeypatch.setattr(preview, "png", lambda svg, width: widths.append(width) or png(svg, width))
    return widths


def test_a_picture_is_drawn_once_for_each_state_of_the_data(debate, client, drawn):
    first = client.get(f"{DEBATE}preview.png?actor=olaf-scholz&kind=statement")
    same = ("kind=statement&actor=olaf-scholz",
            "actor=olaf-scholz&kind=statement&sort=newest&event=scholz-granada",
            "actor=olaf-scholz&kind=statement&v=1&utm=x&theme=light&width=1200")  # fmt: skip
    for query in same:
        assert client.get(f"{DEBATE}preview.png?{query}").content == first.content
    assert len(drawn) == 1
    again = client.get(first.request["PATH_INFO"], {"actor": "olaf-scholz", "kind": "statement"},
                       headers={"if-none-match": first["ETag"]})  # fmt: skip
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    event = Event.objects.get(slug="scholz-granada")
    event.save()
    after = client.get(f"{DEBATE}preview.png?actor=olaf-scholz&kind=statement")
    assert after["ETag"] != first["ETag"]
    assert len(drawn) == 2


def test_what_is_asked_for_has_few_shapes(debate, client, drawn):
    for query in ("width=600", "width=601", "width=99999", "theme=dark", "theme=x", "theme=light"):
        client.get(f"{DEBATE}preview.png?actor=olaf-scholz&{query}")
    assert sorted(drawn) == [600, 1200, 1200]


def test_new_data_have_a_new_address(debate, client):
    before = head_of(client, DEBATE).tags["og:image"]
    Event.objects.get(slug="scholz-granada").save()
    assert head_of(client, DEBATE).tags["og:image"] != before


@pytest.mark.parametrize("waiting", [1, drawing.WAITING])
def test_while_others_are_drawn_a_picture_is_refused_and_pages_answer(waiting, debate, client, monkeypatch):
    """One that is being drawn makes others wait; with several waiting, the next is refused at once."""
    cache.clear()
    monkeypatch.setattr(drawing, "PATIENCE", 0.01 if waiting == 1 else 1e9)
    held = [drawing._turn, *[drawing._room] * waiting]
    for semaphore in held:
        semaphore.acquire()
    try:
        for name in ("preview", "chart-png"):
            busy = client.get(reverse(name, args=[debate.slug]) + "?q=busy")
            assert (busy.status_code, busy["Retry-After"], busy["Cache-Control"]) == (503, "10", "no-store")
        assert client.get(DEBATE).status_code == 200
    finally:
        for semaphore in held:
            semaphore.release()
    assert client.get(f"{DEBATE}preview.png?q=busy").status_code == 200


def test_a_drawing_that_fails_leaves_its_place():
    for _ in range(drawing.WAITING + 1):
        with pytest.raises(ValueError, match="root node"):
            drawing.in_turn(lambda: png("<svg"))
    assert drawing.in_turn(lambda: "drawn") == "drawn"


def test_threads_that_want_the_same_picture_draw_one_after_another():
    running, most = [], []

    def draw():
        running.append(1)
        most.append(len(running))
        time.sleep(0.01)
        running.pop()

    threads = [threading.Thread(target=drawing.in_turn, args=(draw,)) for _ in range(drawing.WAITING)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * drawing.WAITING


def test_a_query_that_cannot_be_used_gets_no_picture_of_something_else(debate, client):
    answer = client.get(f"{DEBATE}preview.png?kind=nonsense")
    assert (answer.status_code, answer.json()["problems"][0]["key"]) == (400, "kind")


# The drawing itself, without a database.

TITLES = [
    "Scholz lehnt Taurus ab",
    "Чи має Німеччина поставити Україні Taurus, і якщо так, то коли саме?",
    "W" * 300,
    "Donaudampfschifffahrtsgesellschaftskapitän " * 9,
    "德国是否应该向乌克兰提供金牛座巡航导弹" * 12,
    "هل ينبغي لألمانيا أن تزود أوكرانيا بصواريخ توروس؟",
    "\u202eevil\u202c \x00\x0b\x1f bells \ud800 \ufffe",
    "👩🏽‍🚀🇺🇦" * 40,
    "</svg><script>alert(1)</script><image href='/etc/passwd'/>",
    "&amp; &lt; ]]> <!-- %s {0} {count}",
    "",
]


def a_chart(count=40):
    return CardChart(tuple(charts_rows.debate(count)), charts_rows.LANES, "stance")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("title", TITLES)
def test_no_title_breaks_the_picture_or_leaves_it(title, theme):
    words = Words(
        title, title, title, (title, title), (("opposes", title),) * 9, address=title, made="Data of today"
    )
    svg = card(words, noting(a_chart()), theme)
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
    assert tags <= {
        "svg",
        "title",
        "rect",
        "text",
        "g",
        "path",
        "line",
        "use",
        "defs",
        "linearGradient",
        "stop",
    }
    small = 4  # a quarter of its size, for speed
    assert [len(pixels) for pixels in edges(png(svg, SIZE[0] // small), EDGE // small // 2)] == [1, 1]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_has_three_lines_at_most(title):
    size, lines = titled(title, SIZE[0] - 2 * EDGE)
    assert len(lines) <= 3
    assert (size, len(lines)) <= (54, 3)
    assert size in {size for size, _ in TITLE}


def test_a_short_title_is_one_large_line_and_a_long_one_ends_in_an_ellipsis():
    assert titled("Olaf Scholz", 1088) == (54, ("Olaf Scholz",))
    size, lines = titled("Should they? " * 60, 1088)
    assert (size, len(lines), lines[-1][-1]) == (42, 3, "…")


def test_letters_are_drawn_on_a_machine_without_fonts():
    """resvg is kept from the machine's fonts for what the installed one has, and there are letters."""
    for text in ("Olaf Scholz lehnt Taurus ab", "Ґанок, їжак і щось іще", "Příliš žluťoučký; łódź"):
        open_tag = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60">'
        svg = f'{open_tag}<text y="40" {{}}>{text}</text></svg>'
        assert COVERED.fullmatch(svg)
        blank = png(svg.format('font-size="30" fill="none"'))
        assert png(svg.format('font-size="30"')) != blank
        assert png(svg.format('font-size="30" font-family="sans-serif"')) != blank


def test_the_small_picture_is_half_as_large():
    assert size_of(png(card(Words("Title"), noting(a_chart()), "light"), 600)) == (600, 315)


@pytest.mark.parametrize("count", [1, 12, 287, MARK_LIMIT, MARK_LIMIT * 4])
def test_the_chart_stays_in_its_room_and_within_its_marks(count):
    for width, height in ((1088, 380), (1088, 200)):
        scene, scale, missing = a_chart(count).fitted(width, height)
        assert scene.height * scale <= height + 0.01
        assert scene.width * scale <= width + 1
        assert len(scene.marks) <= MARK_LIMIT
        assert len(scene.lanes) + missing == len(charts_rows.LANES)


@pytest.mark.parametrize("rows", [[], [charts_rows.row(earliest=None, latest=None)]])
def test_without_a_dated_event_the_picture_says_so(rows):
    chart = CardChart(tuple(rows), charts_rows.ATACMS if rows else (), "stance")
    assert "No dated events in this view" in words_of(card(Words("Title"), noting(chart), "light"))


def test_stances_without_room_are_counted():
    words = Words("Title", stances=(("opposes", "Olaf Scholz opposes"),) * 30, more="and {count} more")
    said = words_of(card(words, noting(a_chart()), "light"))
    shown = said.count("Olaf Scholz opposes")
    assert 2 < shown < 12
    assert f"Olaf Scholz opposes and {30 - shown - 1} more" in said


def test_the_picture_of_a_view_stands_for_its_sort_page_and_open_event():
    class Debate:
        pass

    state = Filters(actor=("olaf-scholz",), sort="newest", page=3, event="scholz-granada", lane="actor")
    assert shown_by(View(Debate(), state)).filters == Filters(actor=("olaf-scholz",), lane="actor")


def test_hostile_rows_do_not_break_a_chart():
    bad = EventRow(
        slug="x", title="\x0b</svg>", earliest=date(2024, 1, 1), latest=date(2024, 1, 1), throughout=False,
        approximate=False, precision="day", importance=3, places=(Place("l", "opposes"),), date_text="",
        date_read="", sources="", url="",
    )  # fmt: skip
    lanes = (Lane("l", "\x00\ud800" + html.escape("<b>") * 90, 1),)
    png(card(Words("Title"), noting(CardChart((bad,), lanes, "stance")), "dark"))
