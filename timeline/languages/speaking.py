"""The middleware that chooses the language of an answer, says which it is, and lets caches know."""

from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from . import CODES, DEFAULT, asked, preferred
from .carrying import carried, carried_by_page


class Speaking:
    """Answer in the language that the address asks for, else in the browser's, else in English.

    What the browser chose differs from browser to browser (`Vary`); what the address says does not.
    `request.asked_language` is the language that the address says, or "".
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer, and speak the language to the last piece of a stream."""
        request.asked_language = asked(request.GET)
        curating = request.path.startswith(reverse("admin:index"))  # curating is in English only
        code = DEFAULT if curating else request.asked_language or preferred_by(request)
        with override(CODES[code]):
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = spoken(response.streaming_content, CODES[code])
        elif request.asked_language and not curating:
            carry(response, request)
        response.headers.setdefault("Content-Language", code)
        if not request.asked_language and not curating:
            patch_vary_headers(response, ["Accept-Language"])
        return response


def preferred_by(request):
    """The language that the browser of a request prefers."""
    return preferred(request.headers.get("Accept-Language", ""))


def spoken(pieces, language):
    """The pieces of a stream, each made in the language: they are made after the view has returned."""
    pieces, end = iter(pieces), object()
    while True:
        with override(language):
            piece = next(pieces, end)
        if piece is end:
            return
        yield piece


def carry(response, request):
    """Let the addresses of a page or a redirect say the language."""
    code, site = request.asked_language, request.build_absolute_uri("/")[:-1]
    if location := response.headers.get("Location"):
        response.headers["Location"] = carried(location, code, site)
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.content = carried_by_page(response.content.decode(response.charset), code, site).encode(
            response.charset
        )
