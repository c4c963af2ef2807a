"""Short links: `/s/<code>/`, a view with the title and the note of whoever shared it, live or frozen."""

from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.exports.citation import FORMATS, Reference, plain
from timeline.exports.shared_views import FrozenList, changes_since, in_words, view_now
from timeline.filters import Filters, View
from timeline.models import SharedView

from .chart import PrintedChart
from .cite import cited
from .errors import NotHere
from .frozen_chart import FrozenChart
from .listing import Listing
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
        "timeline": address(now),
        "changes": changes,
        "changed": changes.named() if changes and changes.total else {},
        "citation": plain(reference(request, found, now)).strip(),
        "formats": [(name, ending) for ending, (name, _w, _t) in FORMATS.items()],
    }


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
        return HttpResponseRedirect(url)
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
