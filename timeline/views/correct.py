"""A reader tells what is wrong with an event: a form on a page of its own, without account or cookie.

Nothing is kept of who sent it but what they write themselves.
"""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from timeline.filters.state import printable
from timeline.models import Allowance, Correction, Event
from timeline.models.corrections import CONTACT_AT_MOST, SOURCE_AT_MOST, WHAT_AT_MOST

from .errors import NotHere, form_refused
from .finding import NOTHING, find, find_debate, following_renames
from .reader_address import allowance_of, reader_address
from .uncookied import from_this_site, is_ours, outdated, token

PER_READER = (5, timedelta(hours=1))  # corrections from one address, refilled evenly
PER_SITE = (300, timedelta(days=1))  # corrections of all readers: what curators can read
SENT = "sent"


class CorrectionForm(forms.Form):
    """What is wrong, and on whose word. `website` is for machines: who fills it in is not heard."""

    what = forms.CharField(
        max_length=WHAT_AT_MOST,
        label=gettext_lazy("What is wrong, and what is right?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Say what is wrong.")},
    )
    source = forms.CharField(
        max_length=SOURCE_AT_MOST,
        label=gettext_lazy("Where does it say so?"),
        help_text=gettext_lazy(
            "A link, or what you read where and when. Without a source nothing is changed."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Give a source: a link, or what you read where and when.")},
    )
    contact = forms.EmailField(
        max_length=CONTACT_AT_MOST,
        required=False,
        label=gettext_lazy("E-mail (optional)"),
        help_text=gettext_lazy(
            "Only if you want to be asked. It is never published, and erased once decided."
        ),
    )
    website = forms.CharField(required=False)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_opened(self):
        """A form that was opened days ago is asked for once more: the event may be another by now."""
        if outdated(self.cleaned_data["opened"]):
            raise forms.ValidationError(
                _("This page has been open for long. Look at the event again, then send it.")
            )
        return self.cleaned_data["opened"]

    def clean_what(self):
        """Lines without control characters."""
        return _lines(self.cleaned_data["what"])

    def clean_source(self):
        """Lines without control characters."""
        return _lines(self.cleaned_data["source"])


def _lines(text):
    lines = text.replace("\r\n", "\n").replace("\t", " ").split("\n")
    return "\n".join(printable(line).rstrip() for line in lines).strip()


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@following_renames
def correct(request, debate, slug):
    """The form about an event, and the thanks for it."""
    debate = find_debate(debate)
    if not settings.CORRECTIONS:
        raise NotHere(NOTHING["event"])
    event = find(Event.objects.visible_to(None), debate, slug)
    if request.method != "POST" and SENT in request.GET:
        return page(request, event, None)
    if request.method == "POST" and not may_send(request, event):
        return form_refused(request)
    form = CorrectionForm(request.POST if request.method == "POST" else None, auto_id="correct-%s")
    if not form.is_valid():
        return page(request, event, form, status=422 if form.is_bound else 200)
    said = {name: form.cleaned_data[name] for name in ("what", "source", "contact")}
    if not form.cleaned_data["website"]:
        if refusal := taken_up(request):
            form.add_error(None, refusal)
            return page(request, event, form, status=429)
        Correction.objects.create(event=event, **said)
    return redirect(f"{request.path}?{SENT}=1")


def page(request, event, form, status=200):
    """The page with the form, or with the thanks where there is none."""
    context = {
        "debate": event.debate,
        "event": event,
        "form": form,
        "opened": token(str(event.pk)),
        "title": _("Correct: %(event)s") % {"event": event.title},
    }
    response = render(request, "correct.html", context, status=status)
    if status == 429:
        response["Retry-After"] = str(int(PER_READER[1].total_seconds() / PER_READER[0]))
    return response


def may_send(request, event):
    """Whether the form was sent from our own page about this event."""
    return from_this_site(request) and is_ours(request.POST.get("opened", ""), str(event.pk))


def taken_up(request):
    """Why no more can be sent now, or nothing; takes from the reader's allowance and that of all readers."""
    with transaction.atomic():
        if not Allowance.objects.take(allowance_of(reader_address(request), "correct"), *PER_READER):
            return _("Too many corrections came from your network. Try again in some minutes.")
        if not Allowance.objects.take("corrections", *PER_SITE):
            return _("Curators have as many corrections as they can read. Try again tomorrow.")
    return None
