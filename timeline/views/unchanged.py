"""304 Not Modified that says of framing what the answer said that it stands for.

A browser writes the headers of a 304 over those that it kept: with the site's own, an embed that was seen
once would not be shown a second time.
"""

from django.middleware.http import ConditionalGetMiddleware

MARKS = ("xframe_options_exempt", "_csp_")  # what the decorators of views leave on a response


class Unchanged(ConditionalGetMiddleware):
    """Django's conditional GET, with the marks carried on."""

    def process_response(self, request, response):
        """The response, or 304 with its marks."""
        answer = super().process_response(request, response)
        if answer is not response:
            vars(answer).update({key: mark for key, mark in vars(response).items() if key.startswith(MARKS)})
        return answer
