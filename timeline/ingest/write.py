"""Rows of a debate file into the database: only what differs is written, in bulk."""

from timeline.models import Actor, Affiliation, Argument, Debate, Event, Question, Source, Topic

from .absent import settle_absent
from .bulk import BATCH, change, create, differs, remove, sync
from .links import differing_links, write_links
from .report import Report


def write_rows(rows, progress):
    """Make the debate what the rows say; returns the `Report`. Runs inside the caller's transaction."""
    report = Report(rows.debate.slug)
    debate = write_debate(rows.debate, report)
    questions = sync(Question, debate, rows.questions, report, progress)
    topics = sync(Topic, debate, rows.topics, report, progress)
    actors = write_actors(debate, rows, report, progress)
    sources = sync(Source, debate, rows.sources, report, progress)
    arguments = write_arguments(debate, rows, questions, report)
    differing = differing_links(debate, rows)
    # An event of which only a citation differs has changed too.
    events = sync(Event, debate, rows.events, report, progress, also=set().union(*differing.values()))
    known = {"question": questions, "topic": topics, "actor": actors, "source": sources}
    write_links(rows, differing, events, known | {"argument": arguments}, progress)
    settle_absent(debate, rows, report)
    if report.touched:
        Debate.objects.bump(debate.pk)
    return report


def write_debate(row, report):
    """The debate's own row, locked until the load is over so that two loads cannot mix."""
    stored = Debate.objects.select_for_update().filter(slug=row.slug).first()
    if stored is None:
        row.save()
        report.note_rows("debate", 1, created=1)
        return row
    columns = ["title", "description", "language"]
    changed = differs(stored, row, columns)
    if changed:
        Debate.objects.filter(pk=stored.pk).update(**{column: getattr(row, column) for column in columns})
    report.note_rows("debate", 1, changed=int(changed))
    return stored


def write_actors(debate, rows, report, progress):
    """Actors, and the affiliations of those whose differ."""
    differing = _differing_affiliations(debate, rows)
    actors = sync(Actor, debate, rows.actors, report, progress, also=differing)
    remove(Affiliation.objects.filter(actor__debate=debate, actor__slug__in=differing))
    affiliations = [
        Affiliation(actor=actors[slug], organisation=actors[organisation], role=role, start=start, end=end)
        for slug in actors
        if slug in differing
        for organisation, role, start, end in rows.affiliations.get(slug, [])
    ]
    create(Affiliation, affiliations)
    return actors


def _differing_affiliations(debate, rows):
    stored = {}
    paths = ("actor__slug", "organisation__slug", "role", "start", "end")
    for slug, *rest in Affiliation.objects.filter(actor__debate=debate).order_by("pk").values_list(*paths):
        stored.setdefault(slug, []).append(tuple(rest))
    slugs = (actor.slug for actor in rows.actors)
    return {slug for slug in slugs if stored.get(slug, []) != rows.affiliations.get(slug, [])}


def write_arguments(debate, rows, questions, report):
    """Arguments by (question, slug), in two steps: only a stored one can be pointed at as answered."""
    stored = {(a.question_id, a.slug): a for a in Argument.objects.filter(question__debate=debate)}
    names = ["side", "text", "rank"]
    arguments, created, changed = {}, [], []
    for question, _, row in rows.arguments:
        row.question = questions[question]
        arguments[question, row.slug] = row
        before = stored.get((row.question_id, row.slug))
        if before is None:
            created.append(row)
            continue
        row.pk, row.answers_id = before.pk, before.answers_id
        changed += [row] if differs(before, row, names) else []
    create(Argument, created)
    change(Argument, changed, names)
    linked = _link_answers(rows, arguments)
    touched = {row.pk for row in (*changed, *linked)} - {row.pk for row in created}
    report.note_rows("argument", len(arguments), len(created), len(touched))
    return arguments


def _link_answers(rows, arguments):
    linked = []
    for question, answered, row in rows.arguments:
        answers_id = arguments[question, answered].pk if answered else None
        if row.answers_id != answers_id:
            row.answers_id = answers_id
            linked.append(row)
    Argument.objects.bulk_update(linked, ["answers"], batch_size=BATCH)
    return linked
