"""Reaching pages of the open internet and nothing else: the one place that connects to other machines.

A name is resolved once for every request, all machines it leads to must be of the open internet, and the
connection goes to exactly those, so that no name can lead into the operator's own network, not even one that
means another machine a moment later. Nothing that the environment says of proxies is used: a proxy would
resolve the names itself. No cookie and no login is sent, and every answer has to be whole by one moment.
"""

import http.client
import io
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from urllib.parse import quote

PORTS = {"http": 80, "https": 443}
REDIRECTS = 5
REDIRECTING = {301, 302, 303, 307, 308}
SHORTEST = 0.001  # seconds: a timeout of none would wait for ever
_UNICAST = ipaddress.ip_network("2000::/3")  # all that is assigned of IPv6 for the open internet
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 as a network without it reaches it (RFC 6052)
_WITHIN = [  # in the former, but not of the open internet, or leading on to where only they know
    ipaddress.ip_network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")  # Teredo, examples, 6to4
]


class Refused(Exception):
    """An address that is not asked; the message says why."""


@dataclass(frozen=True)
class Way:
    """How names are resolved and machines are connected to; tests give their own."""

    resolve: Callable = socket.getaddrinfo
    connect: Callable = socket.create_connection


OPEN_WEB = Way()


def machines_of(parts, resolve=socket.getaddrinfo):
    """The addresses of the machines that a split URL leads to; raises `Refused` unless all are open."""
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused("not an address of the web")
    if parts.username is not None or parts.port not in (None, *PORTS.values()):
        raise Refused("not asked: a login or an unusual port in the address")
    try:
        found = resolve(parts.hostname, parts.port or PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise Refused("the name of its site is not known") from None
    machines = [ipaddress.ip_address(address[0].partition("%")[0]) for *_, address in found]
    if not machines or not all(map(is_open, machines)):
        raise Refused("not asked: it leads into a private network")
    return tuple(dict.fromkeys(map(str, machines)))


def is_open(machine):
    """Whether an address is one of the open internet, also by the IPv4 address that may stand in it."""
    if machine.version == 4:
        return machine.is_global and not machine.is_multicast and not machine.is_reserved
    if machine in _TRANSLATED:
        return is_open(ipaddress.ip_address(int(machine) & 0xFFFFFFFF))
    return machine in _UNICAST and machine.is_global and not any(machine in network for network in _WITHIN)


def asked_of(parts):
    """What is asked of a site for a split URL, as it goes over the wire: letters beyond ASCII are quoted."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else path


class Connection(http.client.HTTPConnection):
    """A connection to one of some machines, whatever their name may mean by now, until a moment."""

    def __init__(self, parts, machines, seconds, connect=socket.create_connection):
        super().__init__(parts.hostname, parts.port or PORTS[parts.scheme])
        self.machines, self.secure, self.reach = machines, parts.scheme == "https", connect
        self.until = monotonic() + seconds
        self.response_class = self._answer

    def connect(self):
        """Connect to the first of the machines that answers, safely where the address says so."""
        self.sock = self._reached()
        if self.secure:
            self.sock.settimeout(left(self.until))
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def _reached(self):
        for machine in self.machines:
            try:
                return self.reach((machine, self.port), left(self.until))
            except OSError as error:
                failure = error
        raise failure

    def _answer(self, sock, **options):
        return http.client.HTTPResponse(_Timely(sock, self.until), **options)


class _Timely:
    """A socket as an answer is read from it: each time it waits only as long as is left until a moment."""

    def __init__(self, sock, until):
        self.sock, self.until = sock, until

    def makefile(self, mode):
        """The reading side, which keeps the socket open as long as it is not closed."""
        return io.BufferedReader(_TimelyFile(self.sock, self.until))


class _TimelyFile(io.RawIOBase):
    def __init__(self, sock, until):
        self.sock, self.until = sock, until
        self.file = sock.makefile("rb", buffering=0)

    def readable(self):
        return True

    def readinto(self, buffer):
        self.sock.settimeout(left(self.until))
        return self.file.readinto(buffer)

    def close(self):
        self.file.close()
        super().close()


def left(until):
    """The seconds until a moment; raises `TimeoutError` when it has passed."""
    seconds = until - monotonic()
    if seconds <= 0:
        raise TimeoutError
    return max(seconds, SHORTEST)


def problem_in(error, seconds):
    """What went wrong, in words that stand in a sentence."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, TimeoutError):
        return f"no answer within {seconds} s"
    if isinstance(error, http.client.IncompleteRead):
        return "the connection broke off in the middle"
    if isinstance(error, ssl.SSLError):
        return f"no safe connection: {error.reason or error}"
    return f"no answer: {type(error).__name__}"


def named(status):
    """A status as it is known: "404 Not Found"."""
    return f"{status} {http.client.responses.get(status, '')}".strip()


# What asking may raise beside `Refused`: of the network, of what is not HTTP, of what is no address.
FAILURES = (OSError, http.client.HTTPException, ValueError)
