"""304 Not Modified that says of framing what the answer said that it stands for, to GET and HEAD alike.

A browser writes the headers of a 304 over those that it kept: with the site's own, an embed that was seen
once would not be shown a second time.
"""

from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import parse_http_date_safe

MARKS = ("xframe_options_exempt", "_csp_")  # what the decorators of views leave on a response


class Unchanged(ConditionalGetMiddleware):
    """Django's conditional GET, for HEAD as well, and with the marks carried on."""

    def process_response(self, request, response):
        """The response, or 304 with its marks."""
        head = request.method == "HEAD"
        answer = self.to_head(request, response) if head else super().process_response(request, response)
        if answer is not response:
            vars(answer).update({key: mark for key, mark in vars(response).items() if key.startswith(MARKS)})
        return answer

    def to_head(self, request, response):
        """What HEAD is answered: the page is made whole before its body is left out, so its ETag is GET's."""
        if self.needs_etag(response) and "ETag" not in response:
            set_response_etag(response)
        etag, changed = response.get("ETag"), response.get("Last-Modified")
        if not etag and not changed:
            return response
        changed = changed and parse_http_date_safe(changed)
        return get_conditional_response(request, etag=etag, last_modified=changed, response=response)
