"""oEmbed 1.0: from the address of a page to the code that embeds it, for editors and messengers.

Anybody may ask, for what the public sees. An address that is not of this site, or of nothing that can be
embedded, is answered with 404, another format than JSON with 501, and what is no question with 400.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import Http404, JsonResponse, QueryDict
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from timeline.exports.places import PLACES
from timeline.exports.preview import shown_by
from timeline.exports.shared_views import in_words, view_now
from timeline.filters import Filters, View
from timeline.models import Actor, Event, Question, SharedView, Topic

from .errors import NotHere
from .finding import Moved, find, find_debate

WIDTH, HEIGHT = 800, 560  # px, of what is embedded where nobody says how large
CARD_HEIGHT = 360  # px, of an event
PICTURES = ((1200, 630), (600, 315))  # px, of thumbnails, in the order of preference
SECONDS = 3600  # that an answer may be kept
LONGEST = 4000  # characters of an address
CODE = (
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
    'referrerpolicy="strict-origin-when-cross-origin" style="border:0;max-width:100%"></iframe>'
)


class Refusal(Exception):
    """No answer: the status, and why."""


@dataclass(frozen=True)
class Embeddable:
    """What an address shows: its title, its embed and its picture, as paths with their queries."""

    title: str
    debate: object
    embed: str
    picture: str
    height: int = HEIGHT


def oembed(request):
    """The answer, as JSON that any site's script may read."""
    try:
        response = JsonResponse(answer(request), json_dumps_params={"ensure_ascii": False})
    except Refusal as refusal:
        status, why = refusal.args
        response = JsonResponse({"error": why}, status=status)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = f"public, max-age={SECONDS if response.status_code == 200 else 60}"
    return response


def answer(request):
    """What oEmbed says of the address asked for; raises `Refusal`."""
    if request.GET.get("format", "json") != "json":
        raise Refusal(501, _("Only the format json is spoken here."))
    wide, high = most(request, "maxwidth"), most(request, "maxheight")
    found = embeddable(request, request.GET.get("url", ""))
    site = request.build_absolute_uri("/")[:-1]
    width, height = min(WIDTH, wide), min(found.height, high)
    return {
        "type": "rich",
        "version": "1.0",
        "title": found.title,
        "author_name": found.debate.title,
        "author_url": site + found.debate.get_absolute_url(),
        "provider_name": "Debateline",
        "provider_url": f"{site}/",
        "cache_age": SECONDS,
        "html": format_html(CODE, site + found.embed, found.title, width, height),
        "width": width,
        "height": height,
        **thumbnail(site + found.picture, wide, high),
    }


def most(request, key):
    """The most px that are asked for; no limit where nothing is said."""
    given = request.GET.get(key)
    if given is None:
        return float("inf")
    if not (given.isascii() and given.isdigit() and int(given[:9]) > 0 and len(given) < 9):
        raise Refusal(400, _("“%(key)s” is a number of pixels, such as 640.") % {"key": key})
    return int(given)


def thumbnail(picture, wide, high):
    """The picture in the largest size that the limits leave, or nothing."""
    for width, height in PICTURES:
        if width <= wide and height <= high:
            joint = "&" if "?" in picture else "?"
            small = f"{joint}width={width}" if width != PICTURES[0][0] else ""
            return {"thumbnail_url": picture + small, "thumbnail_width": width, "thumbnail_height": height}
    return {}


def embeddable(request, url):
    """What the address shows to the public; raises `Refusal`."""
    if not url or len(url) > LONGEST:
        raise Refusal(400, _("Say in “url” which page of this site is meant."))
    parts = split(url)
    if not is_ours(request, parts):
        raise Refusal(404, _("This address is not of this site."))
    try:
        match = resolve(parts.path)
        show = SHOWN[match.url_name]
        return following(show, dict(match.kwargs), parts.query)
    except (Resolver404, KeyError, Http404):
        raise Refusal(404, _("Nothing at this address can be embedded.")) from None


def split(url):
    """The parts of an address; raises `Refusal` where it is none."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a port that is no number is found out only now
    except ValueError:
        raise Refusal(400, _("This is not an address.")) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not url.isprintable():
        raise Refusal(400, _("This is not an address of the web."))
    return parts


def is_ours(request, parts):
    """Whether the address is of the host that is asked, or of one that the operator has named."""
    host = parts.netloc.rpartition("@")[2].lower()
    named = [pattern for pattern in settings.ALLOWED_HOSTS if pattern != "*"]
    return host == request.get_host().lower() or validate_host(split_domain_port(host)[0], named)


def following(show, slugs, query):
    """What is shown at the address, under today's slugs where it has been renamed since."""
    for _try in range(3):
        try:
            return show(query, **slugs)
        except Moved as moved:
            slugs |= moved.slugs
    raise NotHere(_("This address leads nowhere."))


def path(name, *slugs, pairs=()):
    """A path with its query."""
    query = urlencode(list(pairs))
    return reverse(name, args=slugs) + (f"?{query}" if query else "")


def of_view(view, title):
    """A view."""
    slug = view.debate.slug
    picture = path("preview", slug, pairs=shown_by(view).filters.pairs())
    return Embeddable(
        title or view.describe(),
        view.debate,
        path("embed", slug, pairs=view.filters.replace().pairs()),
        picture,
    )


def timeline(query, debate):
    """A view, by the query of its address, as far as it can be used."""
    filters = Filters.parse(QueryDict(query).urlencode())
    return of_view(View.of(find_debate(debate), filters), "")


def embed(query, debate):
    """An embed's own address: what it shows."""
    return timeline(query, debate)


def subject(rows, filters):
    """The page of an actor, a question or a topic: its view."""

    def show(query, debate, slug):
        found = find(rows(), find_debate(debate), slug)
        return of_view(View(found.debate, filters(found.slug)), str(found))

    return show


def event(query, debate, slug):
    """An event: its card."""
    found = find(Event.objects.visible_to(None).select_related("debate"), find_debate(debate), slug)
    embedded = path("embed", found.debate.slug, pairs=[("event", found.slug)])
    picture = path("event-preview", found.debate.slug, found.slug)
    return Embeddable(found.title, found.debate, embedded, picture, CARD_HEIGHT)


def place(name):
    """A page that tells a view in another way than its timeline, or the embed of one."""

    def show(query, debate, **_place):
        filters = Filters.parse(QueryDict(query).urlencode())
        view = View.of(find_debate(debate), replace(filters, page=1))
        told, shown = PLACES[name](view), PLACES[name].shown_by(view)
        return Embeddable(
            told.title, view.debate, told.address(f"embed-{name}"), shown.address(f"preview-{name}")
        )

    return show


def shared(query, code, **_debate):
    """What was shared, live or frozen, under its own title."""
    found = SharedView.objects.answering(code)
    if found is None or found.expired:
        raise NotHere(_("No view is shared at this address."))
    embedded = path("embed-shared", found.debate.slug, found.code)
    title = found.title or in_words(found, view_now(found)).sentence
    return Embeddable(title, found.debate, embedded, path("shared-preview", found.code))


SHOWN = {
    "debate": timeline,
    "embed": embed,
    "event": event,
    "actor": subject(lambda: Actor.objects.visible_to(None), lambda slug: Filters(actor=(slug,))),
    "question": subject(lambda: Question.objects.all(), lambda slug: Filters(question=(slug,), lane="actor")),
    "topic": subject(lambda: Topic.objects.all(), lambda slug: Filters(topic=(slug,))),
    "shared": shared,
    "embed-shared": shared,
    **{name: place(name) for name in PLACES},
    **{f"embed-{name}": place(name) for name in PLACES},
}
