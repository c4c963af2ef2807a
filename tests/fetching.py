"""A web for tests on this machine: sites by name, each with pages, and what they were asked."""

import socket
import threading
from contextlib import suppress

from timeline.ingest.open_web import Way

OPEN = "93.184.215.14"  # where every name leads to, unless a test says otherwise


class Web:
    """Answers raw bytes from a table {"host/path": answer}; an answer may be a function of the connection."""

    def __init__(self, answers, leads=None):
        self.answers, self.leads = answers, leads or {}
        self.asked, self.heard, self.reached = [], [], []

    @property
    def way(self):
        """The way to this web instead of the open one: the same rules, but all machines are this one."""
        return Way(self.resolve, self.connect)

    def resolve(self, host, port, type):
        """Where a name leads to; a list is asked for one by one, as a name that changes its mind does."""
        machines = self.leads.get(host, OPEN)
        if isinstance(machines, list):
            machines = machines.pop(0)
        if machines is None:
            raise socket.gaierror
        return [(socket.AF_INET, type, 6, "", (machine, port)) for machine in machines.split()]

    def connect(self, machine, timeout):
        """A connection to this web, whatever machine was asked for."""
        self.reached.append(machine)
        ours, theirs = socket.socketpair()
        ours.settimeout(timeout)
        threading.Thread(target=self._serve, args=(theirs,), daemon=True).start()
        return ours

    def _serve(self, connection):
        with connection:
            heard = b""
            while b"\r\n\r\n" not in heard and (piece := connection.recv(4096)):
                heard += piece
            lines = heard.decode().split("\r\n")
            host = next(line[6:] for line in lines if line.lower().startswith("host: "))
            asked = host + lines[0].split()[1]
            self.asked.append(asked)
            self.heard.append(lines)
            answer = self.answers.get(asked, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            with suppress(BrokenPipeError, ConnectionResetError):  # who has heard enough hangs up
                answer(connection) if callable(answer) else connection.sendall(answer)


def page(body, kind="text/html", status="200 OK", **headers):
    """An answer."""
    body = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": kind, "Content-Length": len(body)} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def to(url, status="302 Found"):
    """A redirect."""
    return page("", status=status, Location=url)
