"""How much memory the exports of a large debate take, and how soon their first byte comes.

    python -m tests.benchmarks.exports [EVENTS] [DATABASE]

EVENTS is 100,000 unless said; DATABASE the SQLite file to make, or to use again where it has been made. Every
file is measured in a process of its own, against that of a debate of one event. A promise that does not hold
(50 MB, a first byte at most ten times as late) ends with status 1. Resident memory is read from Linux.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = ("events.csv", "events.json", "events.ics", "events.atom", "timelinejs.json")
MOST_GROWTH, MOST_RATIO = 50.0, 10.0  # MB; times
PROMISED = ("events.csv", "events.json")
RUNS = 15
MANY, ONE = "many", "one"


def main(events: int, database: Path) -> int:
    """Measure all files; returns the exit status."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "SECRET_KEY": "for-measuring-only-" + "0123456789" * 4,
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
        "DEBUG": "false",  # or Django keeps every query
        "SECURE_SSL_REDIRECT": "false",
        "ALLOWED_HOSTS": "testserver",
        "LOG_LEVEL": "ERROR",
    }
    make(events, database, environment)
    kept = [report(name, measured(name, environment)) for name in FILES]
    return 0 if all(kept) else 1


def make(events: int, database: Path, environment: dict) -> None:
    """The two debates, unless the database is there."""
    if database.exists():
        return
    run = [sys.executable, "manage.py"]
    subprocess.run([*run, "migrate", "--verbosity", "0"], env=environment, check=True)
    for slug, count in ((ONE, 1), (MANY, events)):
        begun = time.perf_counter()
        subprocess.run(
            [*run, "synthesize", "--events", str(count), "--slug", slug], env=environment, check=True
        )
        print(f"made in {time.perf_counter() - begun:.0f} s")


def measured(name: str, environment: dict) -> dict:
    """The measurements of one file, from a process of its own."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.exports", "--measure", name]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(told.stdout.splitlines()[-1])


def report(name: str, found: dict) -> bool:
    """Print one line; whether what is promised of the file holds."""
    ratio = found["first"][MANY] / found["first"][ONE]
    print(
        f"{name:16} first byte {found['first'][MANY]:7.1f} ms, of one event {found['first'][ONE]:6.1f} ms: "
        f"{ratio:5.1f} times   memory +{found['growth']:5.1f} MB   "
        f"{found['size'] / 1e6:6.1f} MB in {found['seconds']:6.1f} s"
    )
    return name not in PROMISED or (found["growth"] < MOST_GROWTH and ratio <= MOST_RATIO)


def measure(name: str) -> dict:
    """In the process of its own: times to the first byte, then the memory of reading all of it."""
    import django

    django.setup()
    from django.test import Client

    client = Client()
    first = {}
    for slug in (ONE, MANY):
        times = [first_byte(client, f"/{slug}/{name}") for _ in range(RUNS)]
        first[slug] = statistics.median(times)
    forget_peak()
    before, begun = memory("VmRSS"), time.perf_counter()
    size = sum(map(read_all, following(client, f"/{MANY}/{name}")))
    seconds = time.perf_counter() - begun
    return {"first": first, "growth": memory("VmHWM") - before, "size": size, "seconds": seconds}


def first_byte(client, path: str) -> float:
    """Milliseconds until the first piece of the body is there."""
    begun = time.perf_counter()
    response = client.get(path)
    if response.streaming:
        next(iter(response.streaming_content))
    spent = (time.perf_counter() - begun) * 1000
    response.close()
    return spent


def following(client, path: str):
    """The responses to read: the file, or every 20th page of events.json, which are all alike."""
    yield client.get(path)
    if path.endswith("events.json"):
        pages = client.get(path).json()["pages"]
        yield from (client.get(f"{path}?page={page}") for page in range(20, pages + 1, 20))


def read_all(response) -> int:
    """The bytes of a response, none of which is kept."""
    return sum(map(len, response.streaming_content)) if response.streaming else len(response.content)


def forget_peak() -> None:
    """Let the peak of memory be what is in use now."""
    Path("/proc/self/clear_refs").write_text("5")


def memory(which: str) -> float:
    """Resident memory in MB: VmRSS now, VmHWM at its peak."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(which))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2])))
    else:
        wanted = int(sys.argv[1]) if sys.argv[1:] else 100_000
        with tempfile.TemporaryDirectory() as scratch:
            given = Path(sys.argv[2]) if sys.argv[2:] else Path(scratch) / "exports.sqlite3"
            sys.exit(main(wanted, given.absolute()))
