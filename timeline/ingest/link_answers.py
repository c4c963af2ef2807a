"""Whether an address still answers. Asked only when an operator runs `checklinks`: nothing else here fetches.

What is asked is bounded: the head of the page and not its text, a time for each step, few redirects, and only
machines of the open internet. Every name is resolved once and the connection goes to exactly that address,
so that a name cannot lead to a machine of the operator's own network.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import urljoin, urlsplit

REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
HEADERS = {"User-Agent": "Debateline link check", "Accept": "*/*"}
NO_HEAD = {400, 403, 405, 406, 501}  # what some servers say to HEAD alone
THERE = {401, 402, 403, 407, 429, 451}  # somebody answers, but not to programs or not to everybody
LONGEST = 200  # characters of a problem


class Refused(Exception):
    """An address that is not asked; the message says why."""


def problem_of(url, seconds=10, resolve=socket.getaddrinfo, ask=None):
    """What is wrong with an address, in words; "" where it answers.

    `resolve` and `ask` are for tests: how a name is resolved, and how a request is made.
    """
    ask = ask or asked
    try:
        for _step in range(REDIRECTS + 1):
            status, onward = _answer(url, seconds, resolve, ask)
            if not onward:
                return "" if status < 400 or status in THERE else _named(status)
            url = urljoin(url, onward)
        return "redirects without end"
    except Refused as refused:
        return str(refused)
    except TimeoutError:
        return f"no answer within {seconds} s"
    except ssl.SSLError as error:
        return f"no safe connection: {error.reason or error}"[:LONGEST]
    except (OSError, http.client.HTTPException, ValueError) as error:
        return f"no answer: {type(error).__name__}"


def _answer(url, seconds, resolve, ask):
    """(status, where it redirects to or None) of an address, by HEAD, or GET where HEAD is not understood."""
    parts = urlsplit(url)
    machine = reachable(parts, resolve)
    status, onward = ask("HEAD", parts, machine, seconds)
    if status in NO_HEAD:
        status, onward = ask("GET", parts, machine, seconds)
    return status, onward if status in {301, 302, 303, 307, 308} else None


def reachable(parts, resolve):
    """The machine that a URL names, as an address; raises `Refused` for one not of the open internet."""
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused("not an address of the web")
    if parts.username or parts.port not in (None, *PORTS.values()):
        raise Refused("not asked: a login or an unusual port in the address")
    try:
        found = resolve(parts.hostname, parts.port or PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise Refused("the name of its site is not known") from None
    machines = [ipaddress.ip_address(address[0].partition("%")[0]) for *_, address in found]
    if not machines or not all(_is_open(machine) for machine in machines):
        raise Refused("not asked: it leads into a private network")
    return str(machines[0])


def _is_open(machine):
    inside = getattr(machine, "ipv4_mapped", None) or getattr(machine, "sixtofour", None)
    return machine.is_global and not machine.is_multicast and (inside is None or inside.is_global)


def asked(method, parts, machine, seconds):
    """Ask a machine for the head of a page; returns (status, Location or None). Its text is not read."""
    connection = _Pinned(parts, machine, seconds)
    try:
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request(method, path, headers=HEADERS)
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    finally:
        connection.close()


class _Pinned(http.client.HTTPConnection):
    """A connection to one machine, whatever its name may mean by now."""

    def __init__(self, parts, machine, seconds):
        super().__init__(parts.hostname, parts.port or PORTS[parts.scheme], timeout=seconds)
        self.machine, self.secure = machine, parts.scheme == "https"

    def connect(self):
        """Connect to that machine, safely where the address says so."""
        self.sock = socket.create_connection((self.machine, self.port), self.timeout)
        if self.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def _named(status):
    return f"{status} {http.client.responses.get(status, '')}".strip()
