"""Making a short link: the form with title and note, on a page of its own for who is not signed in."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from timeline.exports.citation import one_line
from timeline.exports.places import PLACES
from timeline.exports.shared_views import share
from timeline.filters import View
from timeline.filters.state import printable
from timeline.models import Allowance
from timeline.models.sharing import EVENTS_AT_MOST, NOTE_AT_MOST, TITLE_AT_MOST

from .data import filters_of
from .finding import find_debate, following_renames
from .reader_address import allowance_of, reader_address
from .timeline import address

PER_READER = (10, timedelta(hours=1))  # short links from one address, refilled evenly
PER_SITE = (30_000, timedelta(days=1))  # events that all readers' short links together may remember
LIVE, FROZEN = "live", "frozen"


class ShareForm(forms.Form):
    """Title, note, live or frozen. `count` is how many events the view holds for the public.

    `agreed` is the query that is left where filters were dropped, None where none were: the form must say it
    back, so that nobody shares more than they asked for unawares.
    """

    template_name = "_share_form.html"
    title = forms.CharField(max_length=TITLE_AT_MOST, required=False, label=gettext_lazy("Title"))
    note = forms.CharField(
        max_length=NOTE_AT_MOST,
        required=False,
        label=gettext_lazy("Note"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    keep = forms.ChoiceField(
        label=gettext_lazy("What it keeps"),
        choices=[(LIVE, gettext_lazy("Live")), (FROZEN, gettext_lazy("Frozen"))],
        initial=LIVE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, count=0, agreed=None, place="", **kwargs):
        super().__init__(*args, auto_id="share-%s", **kwargs)
        self.agreed, self.place = agreed, place
        self.count, self.at_most = count, EVENTS_AT_MOST
        self.too_many = count > EVENTS_AT_MOST

    def clean_title(self):
        """One line without control characters."""
        return one_line(self.cleaned_data["title"])

    def clean_note(self):
        """Lines without control characters."""
        lines = self.cleaned_data["note"].replace("\r\n", "\n").split("\n")
        return "\n".join(printable(line.replace("\t", " ")).rstrip() for line in lines).strip()

    def clean_keep(self):
        """A view too large is not frozen."""
        keep = self.cleaned_data["keep"]
        if keep == FROZEN and self.place:
            raise forms.ValidationError(_("This page can be shared live only."))
        if keep == FROZEN and self.too_many:
            told = {"count": self.count, "most": EVENTS_AT_MOST}
            raise forms.ValidationError(
                _("This view holds %(count)d events; at most %(most)d can be frozen. Share it live.") % told
            )
        return keep

    def clean(self):
        """What was dropped of the filters was seen on the form's page."""
        if self.agreed is not None and self.data.get("agreed") != self.agreed:
            raise forms.ValidationError(
                _("Not all filters were used, so this view is wider. If you want that, send the form.")
            )
        return self.cleaned_data


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@following_renames
@csrf_protect
def new(request, debate):
    """The form for the view that the address asks for, and what is made of it."""
    debate = find_debate(debate)
    if not may_make(request.user):
        return render(request, "share_refused.html", {"debate": debate, "title": _("Short link")}, status=403)
    # What the public sees: neither the form nor the short link knows of drafts.
    view = View.of(debate, filters_of(request))
    agreed = view.filters.replace().querystring() if view.filters.problems else None
    place = request.GET.get("place", "")
    place = place if place in PLACES else ""
    data = request.POST if request.method == "POST" else None
    form = ShareForm(data, count=view.count, agreed=agreed, place=place)
    if not form.is_valid():
        return page(request, view, form, status=422 if form.is_bound else 200)
    if not allowed(request, remembered(view)):
        form.add_error(
            None, _("Too many short links were made from your network. Try again in some minutes.")
        )
        return page(request, view, form, status=429)
    return redirect(made(request, view, form))


def made(request, view, form):
    """Make it; returns the `SharedView`."""
    said = form.cleaned_data
    return share(
        view.debate,
        view.filters,
        place=form.place,
        title=said["title"],
        note=said["note"],
        frozen=said["keep"] == FROZEN,
        author=request.user if request.user.is_authenticated else None,
    )


def page(request, view, form, status):
    """The page with the form."""
    context = {
        "debate": view.debate,
        "view": view,
        "title": _("Short link"),
        "form": form,
        "back": PLACES[form.place](view).path if form.place else address(view),
    }
    response = render(request, "share_new.html", context, status=status)
    if status == 429:
        response["Retry-After"] = str(int(PER_READER[1].total_seconds() / PER_READER[0]))
    return response


def may_make(user):
    """Whether this reader may make short links: staff always, everyone if the operator says so."""
    return settings.SHARING == "everyone" or (user.is_active and user.is_staff)


def remembered(view):
    """How many events a short link would remember: what it costs the database."""
    return max(1, view.count if view.count <= EVENTS_AT_MOST else 0)


def allowed(request, events):
    """Whether one more may be made now, of so many events; staff are not counted.

    Takes from the allowances if so, the reader's and the one of all readers.
    """
    if request.user.is_staff:
        return True
    with transaction.atomic():
        mine = Allowance.objects.take(allowance_of(reader_address(request)), *PER_READER)
        return mine and Allowance.objects.take("everyone", *PER_SITE, amount=events)
