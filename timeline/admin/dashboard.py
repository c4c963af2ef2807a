"""The first page of the curating side: what waits, what came in, what is covered, what is thin.

Counts over whole debates are kept until a debate changes, once for editors and once for contributors, who
are told of published events alone there; everything that is a person's own is asked anew.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists
from django.urls import reverse

from timeline.charts.bars import strip
from timeline.exports.coverage import COLUMNS, UNITS, periods
from timeline.filters.remembered import kept
from timeline.models import Citation, Debate, Event, Source
from timeline.models.roles import may_curate, may_edit_any, may_publish
from timeline.models.statuses import PUBLISHED

from .filters import alone, cited, unanswered, unquoted
from .recent import changes
from .waiting import waiting_for

LATELY = 8  # events
QUESTIONS = 12  # strips of one debate
DEBATES = 3  # with strips


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


def dashboard(user):
    """What the template shows; nothing to somebody without a role."""
    if not may_curate(user):
        return {}
    rows = Event.objects.curated_by(user)
    whole = may_edit_any(user)
    return {
        "dashboard": True,
        "waiting": waiting_for(user),
        "lately": rows.select_related("author", "debate").order_by("-pk")[:LATELY],
        "changes": list(changes(user)),
        "may_publish": may_publish(user),
        **kept("dashboard", f"{whole}:{revisions()}", lambda: counted(whole)),
    }


def revisions():
    """What changes whenever some debate does."""
    rows = Debate.objects.order_by("pk").values_list("pk", "revision")
    return ".".join(f"{pk}-{revision}" for pk, revision in rows)


def counted(whole):
    """Strips and gaps, of all events or of the published ones."""
    rows = Event.objects.exclude(status="withdrawn") if whole else Event.objects.filter(status=PUBLISHED)
    debates = [coverage(debate, rows.filter(debate=debate)) for debate in Debate.objects.all()[:DEBATES]]
    return {"debates": debates, "gaps": gaps(rows)}


def coverage(debate, rows):
    """A debate's strips: its questions, and the years that they run over."""
    links = Event.questions.through.objects.filter(event__in=rows.order_by().values("pk"))
    counts = links.exclude(event__sort_date=None).values_list("question", "event__sort_date", "event__status")
    days = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for question, day, status, number in counts.annotate(number=Count("pk")).order_by():
        days[question][day][status != PUBLISHED] += number
    every = [day for found in days.values() for day in found]
    columns = columns_of(min(every), max(every)) if every else ()
    questions = debate.questions.all()[:QUESTIONS]
    return {
        "title": debate.title,
        "url": reverse("coverage", args=[debate.slug]),
        "strips": [_strip(debate, question, days[question.pk], columns) for question in questions],
        "first": columns[0].first.year if columns else None,
        "last": columns[-1].last.year if columns else None,
    }


def columns_of(first, last):
    """The periods of the strips: the shortest unit of which there are not too many."""
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


def gaps(rows):
    """What is thin among published events and among sources: how many there are, and their list."""
    public = rows.filter(status=PUBLISHED)
    found = [*event_gaps(public), *source_gaps()]
    return [gap for gap in found if gap.count]


def event_gaps(public):
    """Published events that want evidence; the links choose the same by `filters.CitedFilter`."""
    address = reverse("admin:timeline_event_changelist") + "?status__exact=published&"
    disputed = public.filter(Exists(cited().filter(relation=Citation.Relation.CONTRADICTS)))
    for what, rows, query in (
        ("without a source", public.filter(~Exists(cited())), "cited=none"),
        ("of which one publisher alone tells", alone(public), "cited=alone"),
        ("with a stance and no quote", unquoted(public), "cited=unquoted"),
        ("that a source contradicts", disputed, "disputed=yes"),
    ):
        yield _gap("published event", what, rows, address + query)


def source_gaps():
    """Sources that readers cannot look up; the links choose the same by `filters.LinkFilter`."""
    address = reverse("admin:timeline_source_changelist")
    for what, rows, query in (
        ("without an address", Source.objects.filter(url=""), "link=missing"),
        ("whose address did not answer", unanswered(Source.objects.all()), "link=dead"),
    ):
        yield _gap("source", what, rows, f"{address}?{query}")


def _gap(noun, what, rows, url):
    count = rows.count()
    return Gap(f"{noun}{'' if count == 1 else 's'} {what}", count, url)
