"""Prints what pages of positions take with 200 and with 10,000 of them: python -m tests.benchmarks.positions.

Each answer is worked out anew, without a cache, by a site on a database of its own in a directory that is
thrown away. The ratio is what counts: it may be 3 at most.
"""

import os
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

FEW, MANY, ROUNDS, AT_MOST = 200, 10_000, 7, 3.0
ADDRESSES = ("positions/", "positions/chart.json", "positions/matrix/", "turns/", "turns.atom")


def main() -> None:
    """A line for each address: the median time with few and many positions, and their ratio."""
    with tempfile.TemporaryDirectory() as directory:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(directory) / 'benchmark.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
        measure()


def measure() -> None:
    """Make both debates, ask for every address, print."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    call_command("migrate", verbosity=0)
    sizes = {slug: make(slug, wanted) for slug, wanted in (("few", FEW), ("many", MANY))}
    print("positions:", ", ".join(f"{slug} {count:,}" for slug, count in sizes.items()))
    for address in ADDRESSES:
        few, many = (seconds(f"/{slug}/{address}") for slug in sizes)
        verdict = "" if many / few <= AT_MOST else "  too slow"
        print(f"{address:24}{few * 1000:8.0f} ms{many * 1000:8.0f} ms{many / few:8.1f}x{verdict}")


def make(slug: str, wanted: int) -> int:
    """An invented debate with at least so many positions; returns how many it has."""
    from timeline.ingest.debate_file import load_data
    from timeline.ingest.synthetic import synthetic_debate
    from timeline.models import Position

    data = synthetic_debate(wanted * 5 // 4, slug=slug)
    found = 0
    for number, event in enumerate(data["events"]):
        found += len(event.get("positions", ()))
        if found >= wanted:
            data["events"] = data["events"][: number + 1]
            break
    load_data(data)
    return Position.objects.filter(event__debate__slug=slug).count()


def seconds(address: str) -> float:
    """The median time of the processor for an answer: others may be using the machine."""
    from django.test import Client

    client, times = Client(), []
    for _ in range(ROUNDS):
        start = process_time()
        answer = client.get(address)
        times.append(process_time() - start)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answers {answer.status_code}")
    return median(times)


if __name__ == "__main__":
    main()
