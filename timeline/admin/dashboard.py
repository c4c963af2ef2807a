"""The first page of the curating side: what waits, what came in, what is covered, what is thin.

Counts over whole debates are kept until a debate changes, once for editors and once for contributors, who
are told of published events alone there; everything that is a person's own is asked anew.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, Max
from django.urls import reverse

from timeline.charts.bars import strip
from timeline.exports.coverage import COLUMNS, UNITS, periods
from timeline.filters.remembered import kept
from timeline.models import Citation, Debate, Event, LinkCheck, Source
from timeline.models.roles import may_curate, may_edit_any, may_publish
from timeline.models.statuses import PUBLISHED

from .filters import alone, cited, unanswered, unquoted
from .recent import changes
from .waiting import waiting_for

LATELY = 8  # events
QUESTIONS = 12  # strips of one debate
DEBATES = 3  # with strips, until one is chosen
CALLED = {1: "month", 3: "quarter", 12: "year"}  # periods of so many months


@dataclass(frozen=True)
class Strip:
    """A question's events over time."""

    question: str
    url: str
    public: int
    other: int
    svg: str


@dataclass(frozen=True)
class Gap:
    """Something that evidence is missing of, with the list of what lacks it."""

    what: str
    count: int
    url: str


def dashboard(user, slug=""):
    """What the template shows, of the debate with this slug or of all; nothing to somebody without a role."""
    if not may_curate(user):
        return {}
    debates = list(Debate.objects.only("pk", "slug", "title", "revision"))
    chosen = next((debate for debate in debates if debate.slug == slug), None)
    rows = Event.objects.curated_by(user)
    whole = may_edit_any(user)
    state = f"{whole}:{chosen and chosen.pk}:{state_of(debates)}"
    return {
        "dashboard": True,
        "all_debates": debates,
        "chosen": chosen,
        "may_begin": user.has_perm("timeline.add_debate"),
        "waiting": waiting_for(user),
        "lately": of(chosen, rows).select_related("author", "debate").order_by("-pk")[:LATELY],
        "changes": list(changes(user, chosen)),
        "may_publish": may_publish(user),
        **kept("dashboard", state, lambda: counted(whole, chosen)),
    }


def of(debate, rows):
    """Those of one debate, where one is chosen."""
    return rows.filter(debate=debate) if debate else rows


def state_of(debates):
    """What changes whenever some debate does, or an address was asked whether it answers."""
    asked = LinkCheck.objects.aggregate(last=Max("checked_at"))["last"]
    return f"{asked}:" + ".".join(f"{debate.pk}-{debate.revision}" for debate in debates)


def counted(whole, chosen=None):
    """Strips and gaps, of all events or of the published ones; strips of the first debates, or the chosen."""
    rows = Event.objects.exclude(status="withdrawn") if whole else Event.objects.filter(status=PUBLISHED)
    shown = [chosen] if chosen else Debate.objects.all()[:DEBATES]
    checks = LinkCheck.objects.filter(source__in=of(chosen, Source.objects.all()))
    return {
        "debates": [coverage(debate, rows.filter(debate=debate)) for debate in shown],
        "more_debates": 0 if chosen else max(0, Debate.objects.count() - DEBATES),
        "gaps": gaps(rows, chosen),
        "published": of(chosen, rows).filter(status=PUBLISHED).exists(),
        "addressed": of(chosen, Source.objects.exclude(url="")).exists(),
        "asked": checks.aggregate(last=Max("checked_at"))["last"],
    }


def coverage(debate, rows):
    """A debate's strips: its questions, and the years that they run over."""
    links = Event.questions.through.objects.filter(event__in=rows.order_by().values("pk"))
    counts = links.exclude(event__sort_date=None).values_list("question", "event__sort_date", "event__status")
    days = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for question, day, status, number in counts.annotate(number=Count("pk")).order_by():
        days[question][day][status != PUBLISHED] += number
    every = [day for found in days.values() for day in found]
    columns = columns_of(min(every), max(every)) if every else ()
    questions = debate.questions.all()
    return {
        "title": debate.title,
        "url": reverse("coverage", args=[debate.slug]),
        "strips": [
            _strip(debate, question, days[question.pk], columns) for question in questions[:QUESTIONS]
        ],
        "more": max(0, questions.count() - QUESTIONS),
        "unit": CALLED.get(columns[0].unit, "period") if columns else "",
        "first": columns[0].first.year if columns else None,
        "last": columns[-1].last.year if columns else None,
    }


def columns_of(first, last):
    """The periods of the strips, in whole years: the shortest unit of which there are not too many."""
    first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return next((found for unit in UNITS if len(found := periods(first, last, unit)) <= COLUMNS), ())


def _strip(debate, question, days, columns):
    counts = [[0, 0] for _column in columns]
    for day, (public, other) in days.items():
        place = next(i for i, column in enumerate(columns) if column.first <= day <= column.last)
        counts[place][0] += public
        counts[place][1] += other
    public, other = (sum(pair[which] for pair in counts) for which in (0, 1))
    words = f"{question.title}: {public} published events, {other} not yet, over time"
    url = reverse("debate", args=[debate.slug]) + f"?question={question.slug}"
    return Strip(question.title, url, public, other, strip(counts, words))


def gaps(rows, debate=None):
    """What is thin among published events and among sources: how many there are, and their list."""
    public = of(debate, rows.filter(status=PUBLISHED))
    within = f"debate__id__exact={debate.pk}&" if debate else ""
    found = [*event_gaps(public, within), *source_gaps(of(debate, Source.objects.all()), within)]
    return [gap for gap in found if gap.count]


def event_gaps(public, within=""):
    """Published events that want evidence; the links choose the same by `filters.CitedFilter`."""
    address = f"{reverse('admin:timeline_event_changelist')}?{within}status__exact=published&"
    disputed = public.filter(Exists(cited().filter(relation=Citation.Relation.CONTRADICTS)))
    for what, rows, query in (
        ("without a source", public.filter(~Exists(cited())), "cited=none"),
        ("of which one publisher alone tells", alone(public), "cited=alone"),
        ("with a stance and no quote", unquoted(public), "cited=unquoted"),
        ("that a source contradicts", disputed, "disputed=yes"),
    ):
        yield _gap("published event", what, rows, address + query)


def source_gaps(sources, within=""):
    """Sources that readers cannot look up; the links choose the same by `filters.LinkFilter`."""
    address = f"{reverse('admin:timeline_source_changelist')}?{within}"
    for what, rows, query in (
        ("without an address", sources.filter(url=""), "link=missing"),
        ("whose address did not answer", unanswered(sources), "link=dead"),
    ):
        yield _gap("source", what, rows, address + query)


def _gap(noun, what, rows, url):
    count = rows.count()
    return Gap(f"{noun}{'' if count == 1 else 's'} {what}", count, url)
