"""The guard that keeps the tests on this machine."""

import socket
import urllib.request
from contextlib import suppress

import pytest

from tests import network


@pytest.fixture
def forgiven(no_network):
    """Let this test try, and look at what was recorded."""
    yield network.attempts
    network.attempts.clear()


@pytest.mark.parametrize("host", ["192.0.2.1", "example.invalid", "2001:db8::1"])
def test_another_machine_cannot_be_reached(forgiven, host):
    with pytest.raises(network.NetworkForbidden):
        socket.create_connection((host, 80), timeout=1)
    assert forgiven == [host]


def test_a_swallowed_refusal_is_still_on_record(forgiven):
    with suppress(Exception):
        urllib.request.urlopen("http://192.0.2.1/")
    assert forgiven == ["192.0.2.1"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_this_machine_can(host):
    with socket.create_server((host, 0)) as server, socket.create_connection(server.getsockname()) as client:
        client.sendall(b"kept on this machine")
        with server.accept()[0] as accepted:
            assert accepted.recv(99) == b"kept on this machine"


@pytest.mark.parametrize(
    ("host", "local"),
    [(None, True), ("", True), (b"localhost", True), ("::1", True), ("127.8.9.10", True),
     ("10.0.0.1", False), ("localhost.example.invalid", False), ("::ffff:8.8.8.8", False)],
)  # fmt: skip
def test_what_counts_as_this_machine(host, local):
    assert network.is_local(host) is local
