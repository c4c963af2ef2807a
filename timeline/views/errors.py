"""What readers and curators are told where there is nothing, where they may not, where a form is not taken.

Curators are told in the admin's own look, with the ways that lead on; it is in English only.
"""

from django.contrib import admin
from django.http import Http404, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.models import Debate
from timeline.models.roles import may_see


class NotHere(Http404):
    """Nothing at this address, in words that are meant for readers."""


class Withdrawn(NotHere):
    """What was at this address was withdrawn; `event` is what readers are told of."""

    def __init__(self, event):
        super().__init__(str(_("This event was published here and has been withdrawn.")))
        self.event = event


def withdrawn(request, event):
    """The page for 410; what was published is named to curators alone, in case it had to go."""
    context = {"debate": event.debate, "event": event, "named": may_see(request.user, event)}
    return render(request, "withdrawn.html", context, status=410)


def at_the_desk(request):
    """Whether an address is the curators'."""
    return request.path.startswith(reverse("admin:index"))


def said_to_curators(request, template, status):
    """A page of the admin that says what went wrong, and what to do."""
    return render(request, f"admin/{template}", admin.site.each_context(request), status=status)


def not_found(request, exception):
    """The page for 404; of messages it prints only our own, never what Django says of its patterns."""
    if at_the_desk(request):
        return said_to_curators(request, "404.html", 404)
    message = str(exception) if isinstance(exception, NotHere) else ""
    several = Debate.objects.all()[1:2].exists()
    return render(request, "404.html", {"message": message, "several": several}, status=404)


def not_allowed(request, exception):
    """The page for 403. Only the curators' side refuses anybody."""
    return said_to_curators(request, "403.html", 403)


def form_refused(request, reason=""):
    """The page for 403 where a form came without its token; `reason` is Django's, for its log."""
    if at_the_desk(request):
        return said_to_curators(request, "form_refused.html", 403)
    return render(request, "form_refused.html", status=403)


def failed(request):
    """The page for 500. It asks neither database nor session: they may be what has failed."""
    return HttpResponseServerError(render_to_string("500.html", {"desk": at_the_desk(request)}))
