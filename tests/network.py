"""No test may leave this machine: Python itself is asked to refuse, by an audit hook."""

import ipaddress
import sys

ASKING = {"socket.connect", "socket.sendto", "socket.sendmsg"}
RESOLVING = {"socket.getaddrinfo", "socket.gethostbyname"}
attempts = []  # what was tried since the current test began


class NetworkForbidden(RuntimeError):
    """A test tried to reach another machine."""


def forbid():
    """From now on, refuse and record every attempt. There is no way back: Python keeps its audit hooks."""
    sys.addaudithook(_refuse)


def _refuse(event, arguments):
    if event in ASKING:
        _, address = arguments
        # A socket of this machine has a path for an address, or nothing when it is connected already.
        host = address[0] if isinstance(address, tuple) else None
    elif event in RESOLVING:
        host = arguments[0]
    else:
        return
    if not is_local(host):
        attempts.append(host)
        raise NetworkForbidden(f"a test tried to reach {host}")


def is_local(host):
    """Whether a host is this machine: none at all, localhost, or a loopback address."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not host or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
