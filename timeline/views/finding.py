"""From the slugs of an address to objects, with former addresses redirected for good."""

from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect

from timeline.models import Debate


class Moved(Exception):
    """The object is known under another slug now."""

    def __init__(self, slugs):
        super().__init__(slugs)
        self.slugs = slugs


def following_renames(view):
    """A view whose lookups may raise `Moved`: it answers 301 to the same address with today's slugs."""

    @wraps(view)
    def answer(request, **slugs):
        try:
            return view(request, **slugs)
        except Moved as moved:
            target = request.resolver_match
            path = request.path
            for name, slug in moved.slugs.items():
                path = path.replace(f"/{target.kwargs[name]}/", f"/{slug}/", 1)
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)

    return answer


def find_debate(slug):
    """The debate with this slug; raises `Moved` or `Http404`."""
    debate = Debate.objects.filter(slug=slug).first()
    if debate:
        return debate
    try:
        raise Moved({"debate": Debate.objects.renamed_from(None, slug).slug})
    except Debate.DoesNotExist:
        raise Http404("There is no debate at this address.") from None


def find(rows, debate, slug):
    """The row of a debate with this slug; raises `Moved` or `Http404`."""
    found = rows.filter(debate=debate, slug=slug).first()
    if found:
        return found
    try:
        raise Moved({"slug": rows.renamed_from(debate, slug).slug})
    except rows.model.DoesNotExist:
        raise Http404(f"This debate has no {rows.model.page} at this address.") from None
