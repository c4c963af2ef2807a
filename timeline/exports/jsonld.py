"""What search engines read of a page: schema.org data (JSON-LD) of a view and of an event."""

from django.urls import reverse

from .story import dated, printable

CONTEXT = "https://schema.org"
FILES = {  # the addresses of the same events as data, by media type
    "application/json": "events-json",
    "text/csv": "events-csv",
    "text/calendar": "events-ics",
    "application/atom+xml": "events-atom",
}


def view_data(view, events, site, address):
    """A view as a page that lists events, and as a data set that can be had in several formats.

    `events` are those shown on the page; `site` the address that links are built on, without a final slash;
    `address` that of the page.
    """
    name, about = printable(view.describe()), printable(view.debate.description)
    described = {"name": name} | ({"description": about} if about else {})
    listed = [
        {
            "@type": "ListItem",
            "position": place,
            "name": printable(event.title),
            "url": site + event.get_absolute_url(),
        }
        for place, event in enumerate(events, 1)
    ]
    items = {"@type": "ItemList", "numberOfItems": view.count, "itemListElement": listed}
    modified = view.debate.changed_at.isoformat()
    page = {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        **described,
        "dateModified": modified,
        "mainEntity": items,
    }
    files = {"@type": "Dataset", **described, "url": address, "dateModified": modified}
    return {"@context": CONTEXT, "@graph": [page, files | {"distribution": _downloads(view, site)}]}


def _downloads(view, site):
    query = view.filters.replace(event="").querystring()
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": media,
            "contentUrl": f"{site}{reverse(name, args=[view.debate.slug])}" + (f"?{query}" if query else ""),
        }
        for media, name in FILES.items()
    ]


def event_data(event, site):
    """An event's page as an article about the event, with the sources it cites.

    The event itself has a start and an end only where it lasted from the one to the other, or is known to
    the day; `temporalCoverage` of the article is the span within which it happened.
    """
    url, happened = site + event.get_absolute_url(), _span(event)
    about = {"@type": "Event", "name": printable(event.title), "description": printable(dated(event))}
    if event.throughout or (event.earliest and event.earliest == event.latest):
        about |= {key: day for key, day in zip(("startDate", "endDate"), happened, strict=True) if day}
    article = {
        "@context": CONTEXT,
        "@type": "Article",
        "@id": url,
        "url": url,
        "headline": printable(event.title),
        "datePublished": event.there_since.isoformat(),
        "dateModified": event.changed_at.isoformat(),
        "isPartOf": {"@type": "CollectionPage", "name": event.debate.title, "url": _debate(event, site)},
        "about": about,
        "mentions": [_thing(actor, site) for actor in event.actors.all()],
        "keywords": [link.topic.name for link in event.event_topics.all()],
        "citation": [_source(citation.source) for citation in event.citations.all()],
    }
    article |= {"description": printable(event.summary)} if event.summary else {}
    return article | ({"temporalCoverage": "/".join(d or ".." for d in happened)} if any(happened) else {})


def _span(event):
    return tuple(day.isoformat() if day else None for day in (event.earliest, event.latest))


def _debate(event, site):
    return site + event.debate.get_absolute_url()


def _thing(actor, site):
    kind = "Person" if actor.kind == actor.Kind.PERSON else "Organization"
    return {"@type": kind, "name": actor.name, "url": site + actor.get_absolute_url()}


def _source(source):
    """A source; its day only where it was stated: an inferred one is not said to be known."""
    said = {"@type": "CreativeWork", "name": printable(source.title)}
    said["publisher"] = {"@type": "Organization", "name": printable(source.publisher)}
    said |= {"url": source.url} if source.url else {}
    said |= {"inLanguage": source.language} if source.language else {}
    stated = source.published and not source.published_inferred and source.published_earliest
    return said | ({"datePublished": source.published} if stated and source.published[:4].isdigit() else {})
