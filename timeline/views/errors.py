"""What readers are told when there is nothing at an address, or when a form is not taken."""

from django.http import Http404
from django.shortcuts import render

from timeline.models import Debate


class NotHere(Http404):
    """Nothing at this address, in words that are meant for readers."""


def not_found(request, exception):
    """The page for 404; of messages it prints only our own, never what Django says of its patterns."""
    message = str(exception) if isinstance(exception, NotHere) else ""
    several = Debate.objects.all()[1:2].exists()
    return render(request, "404.html", {"message": message, "several": several}, status=404)


def form_refused(request, reason=""):
    """The page for 403 where a form came without its token; `reason` is Django's, for its log."""
    return render(request, "form_refused.html", status=403)
