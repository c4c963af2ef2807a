"""What all public addresses have in common: they are read only, and say who may keep a copy."""

from functools import wraps

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

ANYONE = "public, max-age=0, must-revalidate"  # proxies may keep it, and ask if it still holds
NOBODY = "private, no-cache"  # it may show drafts: only the reader's own browser keeps it, and asks


def public(view):
    """The view for GET and HEAD alone, with caching by who is asking; a view's own word on caching stands.

    Writing is answered with 405 before anybody asks for a token: where nothing is written none is needed.
    """

    @csrf_exempt
    @require_safe
    @wraps(view)
    def answer(request, **slugs):
        response = view(request, **slugs)
        if "Cache-Control" not in response:
            response["Cache-Control"] = NOBODY if request.user.is_authenticated else ANYONE
        return response

    return answer
