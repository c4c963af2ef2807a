"""`/healthz`, as a load balancer asks it."""

import pytest
from django.db import OperationalError, connection

from timeline import __version__


@pytest.mark.django_db
def test_a_working_process_says_so(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "version": __version__,
        "database": f"{connection.vendor}: reachable",
    }
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_without_its_database_it_asks_to_be_left_out(client, monkeypatch):
    def refuse():
        raise OperationalError("the database is away")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["status"] == "unavailable"


def test_it_only_reads(client):
    assert client.post("/healthz").status_code == 405
