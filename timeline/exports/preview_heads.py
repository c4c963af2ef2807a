"""What a page says of itself to whoever shows a link to it: title, words, picture, embed."""

from dataclasses import dataclass
from urllib.parse import urlencode

from babel.core import get_global
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.languages import KEY
from timeline.translation import language

from .preview import shown_by, spoken

LENGTH = 300  # characters; nobody shows more of a description


@dataclass(frozen=True)
class Head:
    """What `_head_preview.html` prints. Addresses are absolute; `alt` says what the picture shows."""

    title: str
    description: str
    url: str
    image: str = ""
    alt: str = ""
    type: str = "website"
    embeddable: bool = True

    @property
    def short(self):
        """The description, cut at a word."""
        text = " ".join(self.description.split())
        return text if len(text) <= LENGTH else text[:LENGTH].rsplit(" ", 1)[0] + " …"

    @property
    def oembed(self):
        """The query by which oEmbed is asked for this page."""
        return urlencode({"url": self.url})

    @property
    def locale(self):
        """The language with its territory, as Open Graph wants it: en_GB, de_DE, uk_UA."""
        spoken_in, _dash, territory = (get_language() or settings.LANGUAGE_CODE).partition("-")
        likely = get_global("likely_subtags").get(spoken_in, spoken_in).split("_")
        return f"{spoken_in}_{territory.upper() or likely[-1]}"


def head_of(page, site):
    """The head of a page, from what its view gave the template: `_head_permalink.html` says what.

    `site` is the origin that leads all addresses, such as "https://debates.example".
    """
    if "head" in page:
        return page["head"]
    if page.get("shared"):
        return of_shared(page, site)
    if page.get("source"):
        return of_source(page, site)
    if page.get("event") and not page.get("view"):
        return of_event(page, site)
    return of_view(page, site)


def of_view(page, site):
    """The head of a view, or of an actor, a question or a topic, whose picture is that of its view."""
    view, subject, sentence = shown_by(page["view"]), page.get("subject"), page["chart"].sentence
    return Head(
        title=page["title"],
        description=getattr(subject, "summary", "") or sentence,
        url=page["absolute"],
        image=image(site, page["debate"], "preview", view.debate.slug, pairs=view.filters.pairs()),
        alt=_("Timeline of “%(title)s”: %(sentence)s")
        % {"title": subject or spoken(view), "sentence": sentence},
        type="article" if subject else "website",
    )


def of_shared(page, site):
    """The head of a shared view: what its author says of it, or else its filters in words."""
    shared, words = page["shared"], page["in_words"]
    return Head(
        title=page["title"],
        description=shared.note or words,
        url=page["absolute"],
        image=image(site, page["debate"], "shared-preview", shared.code),
        alt=words
        if shared.place
        else _("Timeline of “%(title)s”: %(sentence)s") % {"title": page["title"], "sentence": words},
        type="article",
    )


def of_event(page, site):
    """The head of an event: its date as it stands and as written come first."""
    event = page["event"]
    written = f" (“{event.date_text}”)" if event.date_text else ""
    dated = f"{event.date_read}{written}"
    stances = "; ".join(f"{actor} {label}" for actor, _stance, label in event.stances)
    return Head(
        title=event.title,
        description=f"{dated}. {event.summary}",
        url=page["absolute"],
        image=image(site, page["debate"], "event-preview", event.debate.slug, event.slug),
        alt=". ".join(filter(None, [event.title, dated, stances])),
        type="article",
        embeddable=event.status == event.Status.PUBLISHED,
    )


def of_source(page, site):
    """The head of a source."""
    source = page["source"]
    published = _("Published %(day)s") % {"day": source.published_read}
    return Head(
        title=str(source),
        description=source.summary or published,
        url=page["absolute"],
        image=image(site, page["debate"], "source-preview", source.debate.slug, source.slug),
        alt=f"{source}. {published}",
        type="article",
        embeddable=False,
    )


def image(site, debate, name, *slugs, pairs=()):
    """The absolute address of a picture: a new one with new data, for those who ask only once."""
    asked = [pair for pair in pairs if pair[0] != KEY]  # a crawler has no language of its own
    query = urlencode([*asked, (KEY, language()), ("v", debate.revision)])
    return f"{site}{reverse(name, args=slugs)}?{query}"
