"""Prints what pages of positions take with 200 and with 10,000 of them: python -m tests.benchmarks.positions.

"First" is the answer after a change of the debate, when the ledgers of all positions are worked out; "then"
is what every other reader gets until the next change. The site has a database of its own in a directory that
is thrown away. The ratio of what readers get is what counts: it may be 3 at most. A page of positions holds
at most 180 pieces of evidence, which is more than all that a question has where there are 200 positions.
"""

import os
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

FEW, MANY, ROUNDS, AT_MOST = 200, 10_000, 7, 3.0
ADDRESSES = (
    *("positions/", "positions/chart.json", "positions/matrix/", "turns/", "turns.atom"),
    *("compare/", "deeds/", "arguments/", "coverage/"),
)


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
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    call_command("migrate", verbosity=0)
    sizes = {slug: make(slug, wanted) for slug, wanted in (("few", FEW), ("many", MANY))}
    print("positions:", ", ".join(f"{slug} {count:,}" for slug, count in sizes.items()))
    print(f"{'':24}{'first':>18}{'':8}{'then':>18}")
    for address in ADDRESSES:
        (first_few, few), (first_many, many) = (seconds(f"/{slug}/{address}") for slug in sizes)
        verdict = "" if many / few <= AT_MOST else "  too slow"
        print(
            f"{address:24}{first_few * 1000:6.0f} {first_many * 1000:6.0f} ms{first_many / first_few:6.1f}x  "
            f"{few * 1000:6.0f} {many * 1000:6.0f} ms{many / few:6.1f}x{verdict}"
        )


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


def seconds(address: str) -> tuple[float, float]:
    """Median times of the processor, for others may use the machine: of a first answer, and of one then."""
    from django.core.cache import cache

    first, then = [], []
    for _ in range(ROUNDS):
        cache.clear()
        first.append(answer(address))
        then.append(answer(address))
    return median(first), median(then)


def answer(address: str) -> float:
    """The time of one answer."""
    from django.test import Client

    client, start = Client(), process_time()
    got = client.get(address)
    if got.status_code != 200:
        raise SystemExit(f"{address} answers {got.status_code}")
    return process_time() - start


if __name__ == "__main__":
    main()
