"""Short links: `/s/<code>/`, a view with the title and the note of whoever shared it, live or frozen."""

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from timeline.charts import draw
from timeline.exports.citation import FORMATS, Reference, plain
from timeline.exports.shared_views import FrozenList, changes_since, in_words, place_now, view_now
from timeline.filters import Filters, View
from timeline.models import SharedView

from .chart import PrintedChart
from .cite import cited
from .errors import NotHere
from .frozen_chart import FrozenChart, FrozenRows
from .listing import Listing
from .oembed import CODE, HEIGHT
from .picture import PICTURE, as_png, drawing
from .places import printed_chart
from .timeline import address


def find_shared(code):
    """The shared view with this code; raises `NotHere`."""
    found = SharedView.objects.answering(code)
    if found is None:
        raise NotHere(_("No view is shared at this address, or it has been taken down."))
    return found


def opening(view):
    """A view for a found shared view; one that has expired is answered with 410."""

    def answer(request, code, **rest):
        found = find_shared(code)
        if found.expired:
            context = {"debate": found.debate, "shared": found, "title": "Expired"}
            return render(request, "shared_expired.html", context, status=410)
        return view(request, found, **rest)

    return answer


@opening
def shared(request, found):
    """The page of a shared view."""
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    now = view_now(found)
    page = Filters.parse(request.GET).page
    context = common(request, found, now)
    if found.place:
        context |= as_place(found)
    else:
        context |= frozen(found, now, page) if found.frozen else live(now, page)
    return render(request, "shared.html", context)


def common(request, found, now):
    """What both kinds of page say: of what, when, and what has changed."""
    changes, words = changes_since(found, now), in_words(found, now).sentence
    return {
        "debate": found.debate,
        "shared": found,
        "view": now,
        "title": found.title or words,
        "in_words": words,
        "problems": now.filters.problems,
        "absolute": request.build_absolute_uri(found.get_absolute_url()),
        "timeline": place_now(found).path if found.place else address(now),
        "embed": embed_code(request, found),
        "changes": changes,
        "changed": changes.named() if changes and changes.total else {},
        "citation": plain(reference(request, found, now)).strip(),
        "formats": [(name, ending) for ending, (name, _w, _t) in FORMATS.items()],
    }


def as_place(found):
    """The page beside the timeline that was shared: its chart and its first lines, as they are now."""
    place = place_now(found)
    lines = list(place.lines())
    return {
        "place": place,
        "chart": printed_chart(place),
        "lines": lines,
        "more": max(0, place.count - len(lines)),
    }


def embed_code(request, found):
    """The code that puts what was shared into somebody else's page."""
    path = reverse("embed-shared", args=[found.debate.slug, found.code])
    title = found.title or in_words(found, view_now(found)).sentence
    return format_html(CODE, request.build_absolute_uri(path), title, "100%", HEIGHT)


def live(now, page):
    """The view as it is now: chart and list."""
    view = View(now.debate, now.filters.replace(page=min(page, now.pages)), now.user)
    listing = Listing(view)
    return {
        "view": view,
        "listing": listing,
        "months": listing.months(),
        "chart": PrintedChart(view),
        "timeline_query": now.filters.querystring(),
    }


def frozen(found, now, page):
    """The rows of then: chart and list."""
    kept = FrozenList(found, page)
    return {"kept": kept, "chart": FrozenChart.of(now, found, kept)}


@opening
def shared_json(request, found):
    """The rows of then, in the shape of the debate's own `events.json`; of a live view, those of now."""
    now = view_now(found)
    if not found.frozen:
        query = now.filters.querystring()
        url = f"{found.debate.get_absolute_url()}events.json" + (f"?{query}" if query else "")
        place = place_now(found)
        return HttpResponseRedirect(place.address(f"{place.name}-json") if place else url)
    site, kept = request.build_absolute_uri("/")[:-1], FrozenList(found)
    return JsonResponse(
        {
            "debate": found.debate.slug,
            "title": found.title or found.debate.title,
            "description": in_words(found, now).sentence,
            "note": found.note,
            "frozen": found.made_at.isoformat(timespec="seconds"),
            "withdrawn": kept.hidden,
            "count": kept.count,
            "page": 1,
            "pages": 1,
            "next": None,
            "url": site + found.get_absolute_url(),
            "events": list(kept.all_rows(site)),
        },
        json_dumps_params={"ensure_ascii": False},
    )


@opening
def shared_svg(request, found):
    """The chart of then as a picture; of a live view, that of now."""
    if not found.frozen:
        return HttpResponseRedirect(picture_now(request, found, "svg"))
    return HttpResponse(picture_of(request, found), content_type="image/svg+xml")


@opening
def shared_png(request, found):
    """The same picture as PNG."""
    if not found.frozen:
        return HttpResponseRedirect(picture_now(request, found, "png"))
    path = found.get_absolute_url()
    return as_png(request, view_now(found), path, lambda: picture_of(request, found))


def picture_now(request, found, ending):
    """The address of the picture of a live view, in the theme asked for."""
    now, place = view_now(found), place_now(found)
    if place:
        path = place.address(f"chart-{ending}-{place.name}")
    else:
        query = now.filters.replace().querystring()
        path = reverse(f"chart-{ending}", args=[found.debate.slug]) + (f"?{query}" if query else "")
    dark = request.GET.get("theme") == "dark"
    return path + (("&" if "?" in path else "?") + "theme=dark" if dark else "")


def picture_of(request, found):
    """The chart of a frozen view as a standalone SVG, kept until an event is withdrawn or published again."""
    now, path = view_now(found), found.get_absolute_url()
    title = found.title or in_words(found, now).sentence

    def make(theme, shown):
        rows = FrozenRows(FrozenList(found), Filters.parse(found.query))
        return draw(rows.scene(PICTURE[0] - 80), theme, title=title, address=shown)

    return drawing(request, now, path, make)


def reference(request, found, now):
    """How to cite a shared view: a frozen one as of the day on which it was made."""
    return Reference(
        title=found.title or in_words(found, now).sentence,
        address=request.build_absolute_uri(found.get_absolute_url()),
        host=request.get_host(),
        as_of=timezone.localdate(found.made_at) if found.frozen else timezone.localdate(),
        part_of=found.debate.title,
    )


def cite_shared(ending):
    """The view for one format of citation."""
    _, written, content_type = FORMATS[ending]

    @opening
    def answer(request, found):
        return cited(reference(request, found, view_now(found)), written, content_type, ending)

    return answer
