"""Asking whether addresses answer: what is asked, what is never asked, and what is kept of it."""

import socket
import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from timeline.ingest import link_answers
from timeline.ingest.link_answers import problem_of
from timeline.models import Debate, LinkCheck

OPEN = "93.184.215.14"


def resolving(*machines):
    """A resolver by which every name leads to these machines."""
    return lambda host, port, type: [(2, type, 6, "", (machine, port)) for machine in machines]


class Web:
    """Answers from a table {(method, url): (status, where to)}; remembers what it was asked."""

    def __init__(self, answers):
        self.answers, self.asked = answers, []

    def __call__(self, method, parts, machines, seconds):
        url = parts.geturl()
        self.asked.append((method, url, machines))
        answer = self.answers.get((method, url), self.answers.get(url))
        if isinstance(answer, Exception):
            raise answer
        return answer


PAGE = "https://example.org/page"
ANSWERS = [
    ({PAGE: (200, None)}, ""),
    ({PAGE: (404, None)}, "404 Not Found"),
    ({PAGE: (410, None)}, "410 Gone"),
    ({PAGE: (503, None)}, "503 Service Unavailable"),
    ({PAGE: (403, None)}, ""),  # somebody is there, and does not like programs
    ({("HEAD", PAGE): (405, None), ("GET", PAGE): (200, None)}, ""),
    ({("HEAD", PAGE): (405, None), ("GET", PAGE): (404, None)}, "404 Not Found"),
    ({PAGE: (301, "/new"), "https://example.org/new": (200, None)}, ""),
    ({PAGE: (301, "/new"), "https://example.org/new": (404, None)}, "404 Not Found"),
    ({PAGE: (302, PAGE)}, "redirects without end"),
    ({PAGE: (302, "file:///etc/passwd")}, "not an address of the web"),
    ({PAGE: TimeoutError()}, "no answer within 3 s"),
    ({PAGE: ConnectionRefusedError()}, "no answer: ConnectionRefusedError"),
]


@pytest.mark.parametrize(("answers", "problem"), ANSWERS)
def test_what_an_answer_means(answers, problem):
    assert problem_of(PAGE, 3, resolving(OPEN), Web(answers)) == problem


@pytest.mark.parametrize(
    "machine",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1",
     "fe80::1%eth0", "fd00::1", "fec0::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:93.184.215.14",
     "::7f00:1", "2001::1", "2001:db8::1", "2002:7f00:1::", "64:ff9b::a00:1", "64:ff9b:1::1", "3fff::1",
     "ff02::1", "::", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"],
)  # fmt: skip
def test_private_machines_are_never_asked(machine):
    web = Web({})
    for machines in ((machine,), (OPEN, machine)):
        assert problem_of(PAGE, 3, resolving(*machines), web) == "not asked: it leads into a private network"
    assert web.asked == []


def test_a_redirect_does_not_lead_into_a_private_network():
    def resolve(host, port, type):
        return resolving("10.0.0.1" if host == "intranet.example.org" else OPEN)(host, port, type)

    web = Web({PAGE: (302, "http://intranet.example.org/admin")})
    assert problem_of(PAGE, 3, resolve, web) == "not asked: it leads into a private network"
    assert web.asked == [("HEAD", PAGE, (OPEN,))]


@pytest.mark.parametrize(
    "url", ["ftp://example.org/x", "https://", "https://u:p@example.org/", "http://a.example:22/"]
)
def test_other_addresses_are_not_asked(url):
    web = Web({})
    assert problem_of(url, 3, resolving(OPEN), web).startswith("not a")
    assert web.asked == []


def test_an_unknown_name_is_said_to_be_unknown():
    def resolve(*args, **kwargs):
        raise socket.gaierror

    assert problem_of(PAGE, 3, resolve) == "the name of its site is not known"


def test_a_request_goes_to_the_machine_that_was_resolved_and_reads_no_text():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        parts = link_answers.urlsplit(f"http://nowhere.invalid:{port}/a?b=c")
        heard = []

        def serve():
            connection, _ = server.accept()
            with connection:
                heard.append(connection.recv(2000).decode())
                connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 9999\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        assert link_answers.asked("HEAD", parts, ("127.0.0.1",), 5) == (302, "/there")
        thread.join()
    assert heard[0].startswith("HEAD /a?b=c HTTP/1.1\r\nHost: nowhere.invalid")


# The command


@pytest.fixture
def sources(db):
    debate = Debate.objects.create(slug="weapons", title="Weapons")
    make = debate.sources.create
    return {
        name: make(
            slug=name,
            title=name,
            publisher="ISW",
            url=f"https://example.org/{name}" if name != "bare" else "",
        )
        for name in ("dead", "alive", "asked", "moved", "bare")
    }


def run(**options):
    said = StringIO()
    call_command("checklinks", stdout=said, stderr=StringIO(), **options)
    return said.getvalue()


def test_what_was_asked_lately_is_not_asked_again(sources, monkeypatch):
    asked = []

    def answer(url, seconds):
        asked.append(url.rpartition("/")[2])
        return "404 Not Found" if "dead" in url else ""

    monkeypatch.setattr("timeline.management.commands.checklinks.problem_of", answer)
    for name, days in (("asked", 3), ("moved", 3)):
        url = sources[name].url if name == "asked" else "https://example.org/before"
        LinkCheck.objects.create(
            source=sources[name], url=url, checked_at=timezone.now() - timedelta(days=days)
        )
    assert run(limit=2) == "Asked 2 addresses; 1 did not answer.\n"
    assert run() == "Asked 1 address; 0 did not answer.\n"
    assert asked == ["dead", "alive", "moved"]
    assert run() == "Asked 0 addresses; 0 did not answer.\n"
    found = dict(LinkCheck.objects.values_list("source__slug", "problem"))
    assert found == {"dead": "404 Not Found", "alive": "", "asked": "", "moved": ""}


def test_an_unknown_debate_is_refused(db):
    with pytest.raises(CommandError, match="no debate"):
        run(debate="nowhere")


def test_curators_find_the_dead_ones(admin_client, sources):
    LinkCheck.objects.create(
        source=sources["dead"], url=sources["dead"].url, checked_at=timezone.now(), problem="404 Not Found"
    )
    for choice, name in (("dead", "dead"), ("missing", "bare")):
        rows = admin_client.get(f"/admin/timeline/source/?link={choice}").context["cl"].result_list
        assert [row.slug for row in rows] == [name]
