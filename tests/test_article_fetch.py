"""Fetching one page for one article: what is fetched, what never is, and what a curator is told."""

import gzip
import os
import socket
import subprocess
import sys
import time
import zlib

import pytest
from django.conf import settings

from tests.fetching import OPEN, Web, page, to
from timeline.ingest import article_fetch
from timeline.ingest.article_fetch import fetch
from timeline.ingest.article_text import Unreadable, document_of
from timeline.ingest.open_web import Way

URL = "http://courier.example/taboos"
BRIDGE = "<p>Ada Brook ruled out the second bridge.</p>"
SAVE = "Save the page from your browser and choose the file, or paste its text."


def fetched(answers, url=URL, seconds=5, **leads):
    """(what was fetched, the web that was asked)."""
    web = Web(answers if isinstance(answers, dict) else {"courier.example/taboos": answers}, leads)
    return fetch(url, web.way, seconds), web


def refused(answers, url=URL, seconds=5, leads=None):
    """(the sentence a curator is told, the web that was asked)."""
    web = Web(answers if isinstance(answers, dict) else {"courier.example/taboos": answers}, leads)
    with pytest.raises(Unreadable) as refusal:
        fetch(url, web.way, seconds)
    return refusal.value.reason, web


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (page(BRIDGE), "Ada Brook ruled out the second bridge."),
        (page(BRIDGE, Content_Length=None), "Ada Brook ruled out the second bridge."),
        (page("No, said Ada.", "text/plain; charset=utf-8"), "No, said Ada."),
        (page("<p>Мост</p>".encode("cp1251"), "text/html; charset=windows-1251"), "Мост"),
        (page('<meta charset="koi8-r"><p>Мост</p>'.encode("koi8-r")), "Мост"),
        (page(gzip.compress(b"<p>No.</p>"), Content_Encoding="gzip"), "No."),
        (page(zlib.compress(b"<p>No.</p>"), Content_Encoding="deflate"), "No."),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"5\r\n<p>No\r\n1\r\n.\r\n0\r\n\r\n",
            "No.",
        ),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_was_served(answer, text):
    got, _ = fetched(answer)
    assert document_of(f"page.{got.ending}", got.content, got.charset, got.url).text == text


def test_it_asks_under_its_own_name_and_tells_nothing_of_the_curator():
    _, web = fetched(
        {"courier.example/%D1%82?a=%D1%97": page(BRIDGE)}, url="http://courier.example/т?a=ї#part"
    )
    heard = [line for line in web.heard[-1] if line]
    assert heard[0] == "GET /%D1%82?a=%D1%97 HTTP/1.1"
    assert sorted(line.partition(":")[0] for line in heard[1:]) == [
        "Accept", "Accept-Encoding", "Connection", "Host", "User-Agent",
    ]  # fmt: skip
    assert any(line.startswith("User-Agent: Debateline/") for line in heard)


@pytest.mark.parametrize(
    ("machines", "why"),
    [
        ("127.0.0.1", "it leads into a private network"),
        ("10.1.2.3", "it leads into a private network"),
        ("169.254.169.254", "it leads into a private network"),  # a cloud's metadata
        ("100.100.100.200", "it leads into a private network"),  # another cloud's
        ("0.0.0.0", "it leads into a private network"),
        ("::1", "it leads into a private network"),
        ("fe80::1%eth0", "it leads into a private network"),
        ("fd00:ec2::254", "it leads into a private network"),
        ("::ffff:127.0.0.1", "it leads into a private network"),
        ("::7f00:1", "it leads into a private network"),
        ("64:ff9b::a9fe:a9fe", "it leads into a private network"),
        ("2002:7f00:1::", "it leads into a private network"),
        (f"{OPEN} 10.0.0.1", "it leads into a private network"),
        (None, "the name of its site is not known"),
    ],
)
def test_a_name_that_leads_elsewhere_is_not_asked(machines, why):
    said, web = refused({}, leads={"courier.example": machines})
    assert why in said and said.endswith(SAVE)
    assert web.reached == []


@pytest.mark.parametrize(
    "url",
    ["ftp://courier.example/a", "file:///etc/passwd", "gopher://courier.example/", "javascript:alert(1)",
     "http://ann:secret@courier.example/", "http://courier.example:22/", "http://courier.example:8080/",
     "http://", "http://courier.example:99999/", "http://[::1", "http://\x00/"],
)  # fmt: skip
def test_an_address_that_is_not_one_of_the_web_is_not_asked(url):
    said, web = refused({}, url=url)
    assert said.startswith("Nothing was fetched: ") and web.reached == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0"])
def test_this_machine_is_not_asked_however_it_is_written(host):
    as_libraries_read_it = socket.inet_ntoa(socket.inet_aton(host))
    said, web = refused({}, url=f"http://{host}/", leads={host: as_libraries_read_it})
    assert "private network" in said and web.reached == []


def test_every_redirect_is_resolved_and_looked_at_anew():
    answers = {"courier.example/taboos": to("http://inside.example/secret")}
    said, web = refused(answers, leads={"inside.example": "10.0.0.1"})
    assert "it leads into a private network" in said
    assert web.asked == ["courier.example/robots.txt", "courier.example/taboos"]


def test_a_name_that_changes_its_mind_leads_nowhere_else():
    machines = [OPEN, OPEN, "127.0.0.1"]  # for the page, for robots.txt, for the redirect to itself
    said, web = refused(to("/again"), leads={"courier.example": machines})
    assert "it leads into a private network" in said
    assert web.reached == [(OPEN, 80), (OPEN, 80)]


def test_a_machine_that_does_not_answer_is_not_the_end():
    web = Web({"courier.example/taboos": page(BRIDGE)}, {"courier.example": f"2606:4700::1 {OPEN}"})

    def connect(machine, timeout):
        if machine[0] != OPEN:
            raise OSError("no way there")
        return web.connect(machine, timeout)

    assert fetch(URL, Way(web.resolve, connect)).content == BRIDGE.encode()


def test_where_a_redirect_leads_is_known():
    got, web = fetched({"courier.example/taboos": to("/t"), "courier.example/t": page(BRIDGE)})
    assert got.url == "http://courier.example/t"
    assert [name for name in web.asked if "robots" in name] == ["courier.example/robots.txt"]


def drip(connection):
    """A head that never ends, a letter at a time."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.05)


def endless(connection):
    """A page that never ends."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>" * 10_000)


BOMB = page(gzip.compress(bytes(12_000_000)), Content_Encoding="gzip")
ANSWERS = [
    (page("", status="404 Not Found"), "there is no such page (404 Not Found)"),
    (page("", status="403 Forbidden"), "403 Forbidden, so it does not hand the page to programs"),
    (page("", status="500 Internal Server Error"), "the site answers 500"),
    (to("/taboos"), "it redirects without end"),
    (to("ftp://courier.example/"), "not an address of the web"),
    (page("x", "image/png"), "it is no page, text or PDF but “image/png”"),
    (page("x", "application/zip"), "“application/zip”"),
    (page("x", None), "“something without a name”"),
    (page("x", Content_Length=100), "the connection broke off in the middle"),
    (page("x", Content_Encoding="br"), "packed as “br”"),
    (page("x", Content_Encoding="gzip"), "the page came damaged"),
    (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "the connection broke off"),
    (b"not HTTP at all\r\n\r\n", "no answer: BadStatusLine"),
    (b"", "no answer: RemoteDisconnected"),
    (endless, "it is larger than 10 MB"),
    (BOMB, "it is larger than 10 MB"),
]


@pytest.mark.parametrize(("answer", "why"), ANSWERS)
def test_what_cannot_be_fetched_is_told_with_what_to_do(answer, why):
    said, _ = refused(answer)
    assert why in said and said.startswith("Nothing was fetched: ") and said.endswith(SAVE)


def test_who_never_ends_is_not_waited_for():
    said, _ = refused(drip, seconds=0.3)
    assert "no answer within 0.3 s" in said


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (page("User-agent: *\nDisallow: /", "text/plain"), False),
        (page("User-agent: *\nDisallow: /private", "text/plain"), True),
        (page("User-agent: Debateline\nDisallow: /taboos\n\nUser-agent: *\nAllow: /", "text/plain"), False),
        (page("", status="404 Not Found"), True),
        (page("<html>We are sorry</html>", status="503 Service Unavailable"), False),
        (page("<html>Home</html>"), True),
    ],
)
def test_a_site_may_ask_programs_to_stay_away(rules, allowed):
    answers = {"courier.example/robots.txt": rules, "courier.example/taboos": page(BRIDGE)}
    if allowed:
        fetched(answers)
    else:
        said, web = refused(answers)
        assert "robots.txt" in said and web.asked == ["courier.example/robots.txt"]


def test_one_page_at_a_time():
    web = Web({})
    with article_fetch._busy, pytest.raises(Unreadable, match="Another page is being fetched just now"):
        fetch(URL, web.way)
    assert web.reached == []


def test_the_switch_has_two_positions():
    """An unknown value stops the start, and `manage.py check`, with what it can be."""
    env = os.environ | {"FETCHING": "everything"}
    run = [sys.executable, "manage.py", "check"]
    done = subprocess.run(run, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert done.returncode and "FETCHING is 'everything'; it can be off or articles." in done.stderr
    assert settings.FETCHING == "off"
