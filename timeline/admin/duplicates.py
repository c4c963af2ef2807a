"""The queue of likely duplicates: two rows side by side, to be merged or found to be two."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from timeline.filters.remembered import kept
from timeline.ingest.likeness import stored
from timeline.ingest.likeness.value import Likeness
from timeline.ingest.merging import KINDS
from timeline.ingest.merging.rivals import OWN, said, says
from timeline.models import Debate, Event, Merge, NotDuplicate
from timeline.models.roles import may_publish

from .waiting import Waiting, waits

PAGE = 20
LARGE = 3000  # events, from which not every change of the debate has the queue made anew
CHANGES = 50  # after so many changes a large debate's queue is made anew


@waits
def duplicates(user):
    """How many pairs may be one; large debates are counted in the queue alone, which may take its time."""
    if may_publish(user):
        small = [debate for debate in Debate.objects.all() if not large(debate)]
        count = sum(len(pairs) for debate in small for pairs in pairs_in(debate).values())
        address = reverse("admin:timeline_merge_queue")
        yield Waiting("Likely duplicates", count, address, "Merge them, or say that they are two.")


@dataclass(frozen=True)
class Pair:
    """Two rows that look alike; the one that is better kept stands first."""

    likeness: Likeness
    kind: str
    rows: tuple

    @property
    def differences(self):
        """[(name, what each says)] where they do not say the same."""
        one, other = self.rows
        both = [(name, said_by(one, name), said_by(other, name)) for name in OWN[self.kind]]
        return [(name, *two) for name, *two in both if two[0] != two[1]]

    @property
    def merge_url(self):
        """The page on which they are merged."""
        return merge_url(*self.rows)


def said_by(row, name):
    """What a row says there, in words; empty where it says nothing."""
    return said(row, name) if says(row, name, OWN[row.page][name]) else ""


def merge_url(kept_row, taken):
    """The page on which one row is merged into another."""
    return reverse("admin:timeline_merge_two", args=[kept_row.page, kept_row.pk, taken.pk])


def change_url(row):
    """A row's own page in the admin."""
    return reverse(f"admin:timeline_{row.page}_change", args=[row.pk])


def in_order(one, other):
    """The two rows, the one that is better kept first: what is public, then what was there first."""
    rank = {"published": 2, "withdrawn": 1}
    return tuple(sorted((one, other), key=lambda row: (-rank.get(getattr(row, "status", ""), 0), row.pk)))


def pairs_in(debate, part=0):
    """{kind: (Likeness, key, key) of the pairs that nobody has judged yet}; kept until the debate changes."""
    revision = debate.revision // CHANGES if large(debate) else debate.revision
    found = kept("duplicates", f"{debate.pk}:{revision}:{part}", lambda: stored.likely_in(debate, part))
    return stored.unjudged(debate, found)


def large(debate):
    """Whether a debate is so large that comparing its rows takes seconds."""
    return Event.objects.filter(debate=debate).count() > LARGE


class QueueForm(forms.Form):
    """What the queue is narrowed to; what cannot be used is left aside."""

    kind = forms.ChoiceField(choices=[("", "everything"), *Merge.Kind.choices], required=False)
    debate = forms.ModelChoiceField(Debate.objects.all(), required=False, empty_label="every debate")
    part = forms.IntegerField(min_value=1, max_value=100_000, required=False, widget=forms.HiddenInput)

    def __init__(self, data):
        super().__init__(data)
        self.is_valid()

    @property
    def debates(self):
        """Those whose rows are compared."""
        chosen = self.cleaned_data.get("debate")
        return [chosen] if chosen else list(Debate.objects.all())

    @property
    def shown_part(self):
        """Which part of a great many rows is compared with all, counted from 1, the latest."""
        return self.cleaned_data.get("part") or 1

    def pairs(self):
        """The pairs asked for, the likeliest first."""
        kinds = [self.cleaned_data.get("kind")] if self.cleaned_data.get("kind") else Merge.Kind.values
        every = [pairs_in(debate, self.shown_part - 1) for debate in self.debates]
        found = [(kind, pair) for pairs in every for kind in kinds for pair in pairs.get(kind, ())]
        return sorted(found, key=lambda item: -item[1][0].percent)


class JudgementForm(forms.Form):
    """Two rows that somebody says are two."""

    kind = forms.ChoiceField(choices=Merge.Kind.choices)
    first = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    second = forms.IntegerField(min_value=1, max_value=2**63 - 1)

    def clean(self):
        """Find both rows, of one debate."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        rows = KINDS[cleaned["kind"]].objects.in_bulk([cleaned["first"], cleaned["second"]])
        if len(rows) != 2 or len({row.debate_id for row in rows.values()}) != 1:
            raise forms.ValidationError("One of the two is no longer there.")
        cleaned["rows"] = [rows[cleaned["first"]], rows[cleaned["second"]]]
        return cleaned


def queue(request, site):
    """The page of the queue; a POST says of two rows that they are two."""
    if not may_publish(request.user):
        raise PermissionDenied
    if request.method == "POST":
        return judge(request)
    form = QueueForm(request.GET)
    page = Paginator(form.pairs(), PAGE).get_page(request.GET.get("page"))
    context = site.each_context(request) | {
        "title": "Likely duplicates",
        "opts": Merge._meta,
        "form": form,
        "page": page,
        "pairs": shown(page.object_list),
        "query": urlencode({name: request.GET[name] for name in form.fields if request.GET.get(name)}),
        "judged": NotDuplicate.objects.count(),
        "part": part_of(form, request),
    }
    return render(request, "admin/duplicates.html", context)


def part_of(form, request):
    """What is said of the part that is compared, with the ways to others; None where all are compared."""
    parts = max((stored.parts(debate) for debate in form.debates), default=1)
    if parts == 1:
        return None
    chosen = {name: request.GET[name] for name in ("kind", "debate") if request.GET.get(name)}
    ways = {"older": form.shown_part + 1, "later": form.shown_part - 1}
    return {"number": form.shown_part, "of": parts, "size": stored.COMPARED} | {
        name: urlencode(chosen | {"part": number}) for name, number in ways.items() if 1 <= number <= parts
    }


def shown(pairs):
    """The pairs with their rows; what was merged or deleted since the queue was made falls out."""
    keys = {kind: {key for of, pair in pairs if of == kind for key in pair[1:]} for kind in Merge.Kind.values}
    rows = {
        kind: KINDS[kind].objects.select_related("debate").in_bulk(keys[kind]) for kind in keys if keys[kind]
    }
    return [
        Pair(pair[0], kind, in_order(rows[kind][pair[1]], rows[kind][pair[2]]))
        for kind, pair in pairs
        if pair[1] in rows[kind] and pair[2] in rows[kind]
    ]


def judge(request):
    """Remember that two rows are two, and come back to the queue."""
    form = JudgementForm(request.POST)
    if not form.is_valid():
        messages.warning(request, " ".join(error for errors in form.errors.values() for error in errors))
    else:
        one, other = form.cleaned_data["rows"]
        kind = form.cleaned_data["kind"]
        NotDuplicate.objects.judge(
            one.debate, kind, (one.pk, other.pk), likeness_of(one, other), request.user
        )
        messages.success(request, f"Remembered: “{one}” and “{other}” are two.")
    query = request.POST.get("query", "")[:200]
    address = reverse("admin:timeline_merge_queue")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


def likeness_of(one, other):
    """How alike two stored rows are, in per cent."""
    return stored.likeness_of(one, other).percent
