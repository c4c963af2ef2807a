"""Prints how long the workbench takes, for 500 words and 5,000: python -m tests.benchmarks.workbench.

The real debate is loaded into a database of its own, in memory; the page is asked for as a curator's browser
does, through every middleware, on a server that has been started and has answered something else. The first
page compiles the vocabulary of the debate, those after it find it compiled.
Ends with status 1 where something takes longer than a curator is promised for 500 words; the long one is the
annotated articles over and over, with many more places to decide than one usually has.
"""

import os
import sys
from time import perf_counter

import django
from django.test.utils import setup_test_environment

from tests.database import settle_environment

WORDS, MANY = 500, 5000
ROUNDS = 10
PROMISED = 1.0  # seconds


def main() -> int:
    """Print the seconds of both; returns the exit status."""
    client, text = desk()
    took = measured(client, article_of(text, WORDS))
    measured(client, article_of(text, MANY))
    return int(max(took.values()) >= PROMISED)


def measured(client, article) -> dict:
    """Print and return the seconds of the first page, of later ones, and of one decision."""
    page = f"/admin/timeline/article/{article.pk}/desk/"
    events = article.debate.events.count()
    print(f"{len(article.text.split())} words, {events} events in the debate")
    client.get("/admin/timeline/article/")
    took = {"the first page": seconds(client, page)}
    took["a later page"] = min(seconds(client, page) for _ in range(ROUNDS))
    start, end = client.get(page).context["desk"].places[0]
    took["accepting one"] = seconds(client, f"{page}{start}-{end}/", {"do": "accept"})
    for what, time in took.items():
        late = ", longer than promised" if time >= PROMISED and len(article.text.split()) < MANY else ""
        print(f"{what:16}{time:8.3f} s{late}")
    return took


def desk():
    """A logged-in curator's client on a new database, and the words of the annotated articles."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client

    from tests.articles_scoring import annotated
    from tests.debate_files import FIXTURE

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    call_command("loaddebate", FIXTURE, verbosity=0)
    user = get_user_model().objects.create_superuser("curator")
    client = Client(headers={"HX-Request": "true"})
    client.force_login(user)
    return client, "\n\n".join(text.strip() for _, text, _ in annotated())


def article_of(text, count):
    """An article of so many words of a text, which begins again where it ends."""
    from timeline.models import Article, Debate

    words = text.split(" ")
    words = (f"{text}\n\n" * (count // len(words) + 1)).split(" ")[:count]
    return Article.objects.create(
        debate=Debate.objects.get(), publisher="Courier", title=f"{count} words", published="2024-11-22",
        published_basis="stated", language="en", text=" ".join(words),
    )  # fmt: skip


def seconds(client, path, posted=None) -> float:
    """How long an answer takes."""
    start = perf_counter()
    answer = client.get(path) if posted is None else client.post(path, posted)
    took = perf_counter() - start
    assert answer.status_code == 200, answer
    return took


if __name__ == "__main__":
    settle_environment()
    os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
    django.setup()
    setup_test_environment()
    sys.exit(main())
