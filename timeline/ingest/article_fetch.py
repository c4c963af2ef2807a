"""One page fetched for one article, because a curator asks for it: only where the operator allows it.

How far it reaches is settled in `timeline.ingest.open_web`. Beyond that it asks as a polite visitor does: one
page at a time, under its own name, no sooner than the site's robots.txt was read, and no more than is read.
"""

import re
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from threading import Lock
from time import monotonic
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from timeline import __version__

from .article_text import LARGEST_FILE, Unreadable
from .open_web import (
    FAILURES,
    OPEN_WEB,
    REDIRECTING,
    REDIRECTS,
    Connection,
    Refused,
    asked_of,
    left,
    machines_of,
    named,
    problem_in,
)

SECONDS = 20  # for everything: robots.txt, redirects, the page
LARGEST_RULES = 500_000  # bytes of a robots.txt that are read, as RFC 9309 asks
KINDS = {"text/html": "html", "text/plain": "txt", "application/pdf": "pdf"}
NAME = "Debateline"
HEADERS = {
    "User-Agent": f"{NAME}/{__version__} (one article, asked for by its curator)",
    "Accept": ", ".join(KINDS),
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
INSTEAD = "Save the page from your browser and choose the file, or paste its text."
_PIECE = 65_536
_busy = Lock()


@dataclass(frozen=True)
class Fetched:
    """A page as it came: where it was found in the end, what it is, its bytes, the charset that it names."""

    url: str
    ending: str  # html, txt or pdf
    content: bytes
    charset: str | None


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Message
    content: bytes


def fetch(url, way=OPEN_WEB, seconds=SECONDS):
    """Fetch the page at a URL; raises `Unreadable` with what happened and what a curator can do."""
    until = monotonic() + seconds
    with _one_at_a_time():
        try:
            return _page(*_followed(url, way, until, LARGEST_FILE, _Rules(way, until)))
        except (Refused, *FAILURES) as failure:
            why = problem_in(failure, seconds)
            raise Unreadable(f"Nothing was fetched: {why}. {INSTEAD}") from failure


@contextmanager
def _one_at_a_time():
    """However many press: one process is never busy with more than one page."""
    if not _busy.acquire(blocking=False):
        raise Unreadable("Another page is being fetched just now. Try again in a moment.")
    try:
        yield
    finally:
        _busy.release()


def _followed(url, way, until, most, rules=None):
    """(URL, answer) at the end of all redirects. Each is resolved, looked at and asked for like the first."""
    for _step in range(REDIRECTS + 1):
        parts = urlsplit(url)
        machines = machines_of(parts, way.resolve)
        if rules and not rules.allow(parts):
            raise Refused("the site’s robots.txt asks programs to stay away from this page")
        answer = _ask(parts, machines, way, until, most)
        onward = answer.headers["Location"]
        if answer.status not in REDIRECTING or not onward:
            return url, answer
        url = urljoin(url, onward)
    raise Refused("it redirects without end")


def _ask(parts, machines, way, until, most):
    connection = Connection(parts, machines, left(until), way.connect)
    try:
        connection.request("GET", asked_of(parts), headers=HEADERS)
        response = connection.getresponse()
        wanted = response.status == 200
        return _Answer(response.status, response.headers, _body(response, most) if wanted else b"")
    finally:
        connection.close()


def _body(response, most):
    """What an answer says, unpacked, at most a byte more than `most`; raises for what ends too soon."""
    packing = response.getheader("Content-Encoding", "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip", "deflate", ""}:
        raise Refused(f"the page comes packed as “{packing[:20]}”, which was not asked for")
    packed = zlib.decompressobj(wbits=47) if packing not in {"identity", ""} else None
    said, read = bytearray(), 0
    while len(said) <= most and read <= most:
        piece = response.read(_PIECE)
        if not piece:
            if response.length:  # what was announced and did not come
                raise Refused("the connection broke off in the middle")
            if packed and not packed.eof:
                raise Refused("the page came damaged")
            return bytes(said)
        read += len(piece)
        said += _unpacked(packed, piece, most + 1 - len(said)) if packed else piece
    return bytes(said[: most + 1])


def _unpacked(packed, piece, room):
    try:
        return packed.decompress(piece, room)
    except zlib.error:
        raise Refused("the page came damaged") from None


class _Rules:
    """What the robots.txt of each site on the way allows us; asked for once."""

    def __init__(self, way, until):
        self.way, self.until, self.known = way, until, {}

    def allow(self, parts):
        """Whether a page may be asked for. A site without rules allows all, one whose rules fail nothing."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.known:
            self.known[site] = self._read(f"{site}/robots.txt")
        return self.known[site].can_fetch(NAME, f"{site}{asked_of(parts)}")

    def _read(self, url):
        _, answer = _followed(url, self.way, self.until, LARGEST_RULES)
        rules = RobotFileParser()
        rules.parse(answer.content[:LARGEST_RULES].decode("utf-8", "replace").splitlines())
        rules.disallow_all = answer.status >= 500 or answer.status == 429
        return rules


def _page(url, answer):
    """The page of an answer; raises `Refused` where it is none, or none that is read."""
    if answer.status != 200:
        raise Refused(_why(answer.status))
    kind = answer.headers.get_content_type() if answer.headers["Content-Type"] else ""
    if kind not in KINDS:
        raise Refused(f"it is no page, text or PDF but “{kind[:60] or 'something without a name'}”")
    if len(answer.content) > LARGEST_FILE:
        raise Refused(f"it is larger than {LARGEST_FILE // 1_000_000} MB")
    charset = answer.headers.get_content_charset()
    return Fetched(url, KINDS[kind], answer.content, charset if _is_name(charset) else None)


def _is_name(charset):
    return bool(charset and re.fullmatch(r"[\w.:-]{2,40}", charset))


def _why(status):
    if status in {401, 402, 403, 407, 429, 451}:
        return f"the site answers {named(status)}, so it does not hand the page to programs"
    if status in {404, 410}:
        return f"there is no such page ({named(status)})"
    return f"the site answers {named(status)}"
