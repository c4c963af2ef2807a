"""What readers are told when there is nothing at an address, or when a form is not taken."""

from django.http import Http404
from django.shortcuts import render
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


def not_found(request, exception):
    """The page for 404; of messages it prints only our own, never what Django says of its patterns."""
    message = str(exception) if isinstance(exception, NotHere) else ""
    several = Debate.objects.all()[1:2].exists()
    return render(request, "404.html", {"message": message, "several": several}, status=404)


def form_refused(request, reason=""):
    """The page for 403 where a form came without its token; `reason` is Django's, for its log."""
    return render(request, "form_refused.html", status=403)
