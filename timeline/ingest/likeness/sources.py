"""How alike two sources are: the same address, or publisher, title and day together."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from rapidfuzz import fuzz

from timeline.models import search

from .value import UNLIKE, Likeness, percent, weighed
from .wording import shared_of, wording

# What a newspaper hangs on an address to know where readers come from; never names the article.
_TRACKING = re.compile(
    r"^(utm_|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_ga|traffic_source|at_)|^cmpid$"
)
_VARIANTS = ("www.", "m.", "amp.", "mobile.")
fold = lru_cache(maxsize=200_000)(search.fold)
OTHER_FIGURES = OTHER_DAY = OTHER_PUBLISHER = OTHER_LANGUAGE = 0.6  # each alone keeps below LIKELY


@dataclass(frozen=True)
class SourceTraits:
    """What sources are compared by."""

    title: str
    publisher: str = ""
    url: str = ""
    earliest: date | None = None
    latest: date | None = None
    language: str = ""
    key: int | None = None

    @classmethod
    def of(cls, source):
        """The traits of a stored source."""
        return cls(
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            earliest=source.published_earliest,
            latest=source.published_latest,
            language=source.language,
            key=source.pk,
        )


@lru_cache(maxsize=100_000)
def same_address(url):
    """An address without what does not name the document: scheme, "www.", tracking, fragment, final slash.

    >>> same_address("https://www.example.org/a/?utm_source=x#top")
    'example.org/a'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").lower()
    for variant in _VARIANTS:
        host = host.removeprefix(variant)
    path = re.sub(r"/(index\.(html?|php)|amp)?$", "", unquote(parts.path))
    path = path.removeprefix("/amp") if path.startswith("/amp/") else path
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key.lower())]
    return f"{host}{path}" + (f"?{urlencode(sorted(kept))}" if kept else "")


def sources_alike(one, other):
    """How alike two `SourceTraits` are. An agency's report in two newspapers is two sources."""
    if one.url and other.url and same_address(one.url) == same_address(other.url):
        return Likeness(100 if one.url == other.url else 98, ("same address",))
    titles = _titles_alike(one.title, other.title)
    if not titles:
        return UNLIKE
    publishers = _publishers_alike(one.publisher, other.publisher)
    days = _days_alike(one, other)
    score = weighed([(6, titles), (3, publishers), (1, days)])
    score = min(score, titles + 0.1)  # every report of one newspaper shares publisher, and many the day
    if wording(one.title).figures != wording(other.title).figures:
        score *= OTHER_FIGURES  # "Assessment, 20 November", "Assessment, 21 November"
    if days == 0:
        score *= OTHER_DAY
    if publishers is not None and publishers < 0.8:
        score *= OTHER_PUBLISHER
    if one.language and other.language and one.language != other.language:
        score *= OTHER_LANGUAGE  # a newspaper's edition in another language is another document
    return Likeness(min(percent(score), 96), tuple(_reasons(one, other, titles, publishers, days)))


def _titles_alike(one, other):
    if not one or not other:
        return 0.0
    mine, theirs = wording(one), wording(other)
    return max(shared_of(mine.stems, theirs.stems) or 0, fuzz.ratio(fold(one), fold(other)) / 100)


def _publishers_alike(one, other):
    if not one or not other:
        return None
    mine, theirs = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    return max(fuzz.ratio(mine, theirs) / 100, shared_of(wording(one).stems, wording(other).stems) or 0)


def _days_alike(one, other):
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return None
    return float(one.earliest <= other.latest and other.earliest <= one.latest)


def _reasons(one, other, titles, publishers, days):
    yield "same title" if titles == 1 else "similar titles"
    if publishers and publishers >= 0.8:
        yield f"both from {one.publisher}" if publishers == 1 else "similar publishers"
    if days:
        yield "same day" if (one.earliest, one.latest) == (other.earliest, other.latest) else "dates overlap"
