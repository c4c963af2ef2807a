"""Slides as records of a debate file: events, with the questions, topics and sources that they name."""

import hashlib
import re
from urllib.parse import urlsplit

from django.utils.text import slugify

from timeline.models import Event, Source, Topic
from timeline.models.slugs import RESERVED

from .problems import quoted, shortened
from .timelinejs_dates import BadSlide, dates_of, has_time
from .timelinejs_html import SlideText

KIND = "report"  # TimelineJS says nothing of it; a curator does
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")
LONGEST = {name: Source._meta.get_field(name).max_length for name in ("title", "publisher", "url")}


class Records:
    """Makes the records of one file for a debate that may hold some already.

    `known` are the debate's own: {"question": {title: slug}, "topic": {name: slug}, "source": {url: slug}}.
    What a slide newly names is collected in `named`, by kind and slug.
    """

    def __init__(self, known, status, language=""):
        self.known, self.status, self.language = known, status, language
        self.named = {"question": {}, "topic": {}, "source": {}}
        self.slugs, self.notes = set(), []

    def event(self, place, slide):
        """The record of a slide's event; raises `BadSlide`."""
        text = slide.get("text") if isinstance(slide.get("text"), dict) else {}
        title = SlideText(as_text(text.get("headline"))).line
        if not title:
            raise BadSlide("it has no headline; give it one")
        body = SlideText(as_text(text.get("text")))
        record = {"slug": self.slug(slide, title), "title": title, "summary": body.text, "kind": KIND}
        record |= {"status": self.status} | dates_of(slide, self.language)
        if has_time(slide):
            self.notes.append(f"{place}: the time of day was left out; events have days")
        record |= self.group(slide)
        cited = [*body.sources, *self.media(place, slide, title)]
        sources = dict.fromkeys(self.source(*source) for source in cited if is_web_address(source[0]))
        return record | {"citations": [{"source": slug} for slug in sources]}

    def slug(self, slide, title):
        """The slide's own id, or one of its headline; never the same twice."""
        own = slide.get("unique_id")
        own = own if isinstance(own, str) and SLUG.fullmatch(own) else ""
        start = own or slugify(title)[:70].strip("-") or f"event-{digest(title)}"
        slug, number = start, 1
        while slug in self.slugs or slug in RESERVED:
            number += 1
            slug = f"{start[:75]}-{number}"
        self.slugs.add(slug)
        return slug

    def group(self, slide):
        """The question or the topic that the slide's group is: a question is asked, or known as one."""
        name = SlideText(as_text(slide.get("group"))).label
        if not name:
            return {}
        is_question = name.endswith("?") or name in self.known["question"]
        kind, label = ("question", "title") if is_question else ("topic", "name")
        if kind == "topic" and len(name) > Topic._meta.get_field("name").max_length:
            raise BadSlide(f"its group is longer than a topic's name; shorten {quoted(name)}")
        slug = self.known[kind].get(name) or slugify(name)[:80].strip("-") or f"{kind}-{digest(name)}"
        self.named[kind].setdefault(slug, {"slug": slug, label: name})
        return {f"{kind}s": [slug]}

    def media(self, place, slide, title):
        """(address, publisher, title) of the slide's media and of where it leads."""
        media = slide.get("media") if isinstance(slide.get("media"), dict) else {}
        url, link = as_text(media.get("url")).strip(), as_text(media.get("link")).strip()
        publisher = SlideText(as_text(media.get("credit"))).line
        caption = SlideText(as_text(media.get("caption"))).line
        if url and not is_web_address(url):
            self.notes.append(f"{place}: its media is no web address and was left out: {quoted(url)}")
        return [(url, publisher, caption or title), (link, publisher, caption or title)]

    def source(self, url, publisher, title):
        """The slug of the source at an address, which is named once."""
        host = urlsplit(url).hostname or ""
        made = slugify(re.sub(r"[^\w]+", "-", url.split("://", 1)[1]))[:60].strip("-") + f"-{digest(url)}"
        slug = self.known["source"].get(url) or made
        said = {
            "title": shortened(title, LONGEST["title"]),
            "publisher": shortened(publisher or host.removeprefix("www."), LONGEST["publisher"]),
        }
        self.named["source"].setdefault(slug, {"slug": slug, **said, "url": url})
        return slug


def is_web_address(url):
    """Whether a browser would open it as a page."""
    try:
        return bool(re.match(r"https?://[^\s]+$", url, re.IGNORECASE) and urlsplit(url).hostname)
    except ValueError:
        return False


def as_text(value):
    """A value as text; what is none says nothing."""
    return value if isinstance(value, str) else ""


def digest(text):
    """Eight characters that stand for a text that no address can hold."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def known_of(debate):
    """What a debate holds already, by the names that a file can know it by."""
    if debate is None:
        return {"question": {}, "topic": {}, "source": {}}
    sources = debate.sources.exclude(url="").order_by("-pk")
    return {
        "question": dict(debate.questions.values_list("title", "slug")),
        "topic": dict(debate.topics.values_list("name", "slug")),
        "source": dict(sources.values_list("url", "slug")),
    }


def statuses(publish):
    """The status that imported events get."""
    return (Event.Status.PUBLISHED if publish else Event.Status.DRAFT).value
