"""Whether an address still answers. Asked only when an operator runs `checklinks`.

What is asked is bounded: the head of the page and not its text, a time for each step, few redirects, and only
machines of the open internet (`timeline.ingest.open_web`).
"""

import socket
from urllib.parse import urljoin, urlsplit

from .open_web import (
    FAILURES,
    REDIRECTING,
    REDIRECTS,
    Connection,
    Refused,
    asked_of,
    machines_of,
    named,
    problem_in,
)

HEADERS = {"User-Agent": "Debateline link check", "Accept": "*/*"}
NO_HEAD = {400, 403, 405, 406, 501}  # what some servers say to HEAD alone
THERE = {401, 402, 403, 407, 429, 451}  # somebody answers, but not to programs or not to everybody
LONGEST = 200  # characters of a problem


def problem_of(url, seconds=10, resolve=socket.getaddrinfo, ask=None):
    """What is wrong with an address, in words; "" where it answers.

    `resolve` and `ask` are for tests: how a name is resolved, and how a request is made.
    """
    ask = ask or asked
    try:
        for _step in range(REDIRECTS + 1):
            status, onward = _answer(url, seconds, resolve, ask)
            if not onward:
                return "" if status < 400 or status in THERE else named(status)
            url = urljoin(url, onward)
        return "redirects without end"
    except (Refused, *FAILURES) as failure:
        return problem_in(failure, seconds)[:LONGEST]


def _answer(url, seconds, resolve, ask):
    """(status, where it redirects to or None) of an address, by HEAD, or GET where HEAD is not understood."""
    parts = urlsplit(url)
    machines = machines_of(parts, resolve)
    status, onward = ask("HEAD", parts, machines, seconds)
    if status in NO_HEAD:
        status, onward = ask("GET", parts, machines, seconds)
    return status, onward if status in REDIRECTING else None


def asked(method, parts, machines, seconds):
    """Ask machines for the head of a page; returns (status, Location or None). Its text is not read."""
    connection = Connection(parts, machines, seconds)
    try:
        connection.request(method, asked_of(parts), headers=HEADERS)
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    finally:
        connection.close()
