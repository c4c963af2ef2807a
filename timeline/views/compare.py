"""Two sides compared: two actors, or one actor in two periods, question by question."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Count
from django.utils.safestring import mark_safe

from timeline.charts import WIDTHS, legend
from timeline.charts.mirrored import legend_of, mirrored_svg
from timeline.exports import comparison_words as words
from timeline.exports.comparison_chart import ComparisonChart
from timeline.exports.places.compare import ComparePlace
from timeline.models import Actor, Position

from .debate_page import debate_page

MEMBERS = 20  # of an institution, on a question


@debate_page("compare", without=("actor",))
def compare(view):
    """The two sides with their charts, agreements and disagreements; and other pairs to compare."""
    place = ComparePlace(view)
    found = place.found
    told = told_of(place) if found.sides else {}
    return {
        "heading": str(place.heading),
        "title": place.title,
        "sentence": place.sentence,
        "content": "_compare.html",
        "kinds": choices(view),
        "suggested": [] if all(found.chosen) and found.sides else list(suggested(found)),
        **told,
    }


def told_of(place):
    """What is told of two sides."""
    shared = [Shown(pair) for pair in place.shared]
    return {
        "found": place.found,
        "sides": place.found.sides,
        "names": place.found.names,
        "swapped": swapped(place.found),
        "shown": shared,
        "lone": [lone(pair) for pair in place.found.pairs if not pair.is_shared],
        "legend": legend_by_heading(shared),
    }


def swapped(found):
    """The query string of the same comparison with the sides the other way round."""
    one, other = found.sides
    own = {"other_first": one.first, "other_last": one.last} if found.of_periods else {}
    return found.filters.replace(
        actor=(other.actor.slug,), other=one.actor.slug, first=other.first, last=other.last, **own
    ).querystring()


@dataclass(frozen=True)
class Shown:
    """A question of which both sides have a position, as the page tells it."""

    pair: object

    @property
    def question(self):
        """The question."""
        return self.pair.question

    @property
    def drawings(self):
        """The chart for each width."""
        return [mark_safe(mirrored_svg(scene)) for scene in self.scenes.values()]  # it escapes every text

    @cached_property
    def scenes(self):
        """{width: scene}."""
        chart = ComparisonChart(self.pair)
        return {name: chart.scene(name) for name in WIDTHS}

    @property
    def spells(self):
        """The times in which both had a position, each in words and with its evidence."""
        for spell in self.pair.known:
            yield {
                "relation": spell.relation,
                "said": words.RELATIONS[spell.relation],
                "apart": words.apart(words.widest(spell.parts)),
                "since": words.since(spell),
                "until": words.until(spell, self.pair.silent(spell)),
                "parts": [self.row(part) for part in spell.parts],
            }

    @property
    def rows(self):
        """The same as a table, with the times in which nothing is said."""
        return [self.row(part) for spell in self.pair.spells for part in spell.parts]

    def row(self, part):
        """A part: its days, what is known of both with the evidence, and how far apart they are."""
        told = self.pair.told(part)
        return {
            "days": words.days(part),
            "relation": part.relation,
            "said": words.RELATIONS[part.relation],
            "cells": [cell(told.one, self.pair.sided[0]), cell(told.other, self.pair.sided[1])],
            "apart": words.apart(part.steps) if part.steps else "",
        }

    @property
    def members(self):
        """[(name of an institution, what its members said)], those that have any."""
        found = [
            (side.actor.name, [member(*one) for one in self.pair.members_of(side)[:MEMBERS]])
            for side in self.pair.comparison.sides
        ]
        return [(name, told) for name, told in found if told]

    @property
    def periods(self):
        """What each side held in its period, and how the last of both stand to one another."""
        ends = self.pair.at_the_ends
        if ends is None:
            return None
        one, other, relation, steps = ends
        sided = self.pair.sided
        return {
            "held": [
                [(words.days(part), cell(said, side)) for part, said in held]
                for held, side in zip(self.pair.periods, sided, strict=True)
            ],
            "relation": relation,
            "said": words.OF_PERIODS[relation],
            "apart": words.apart(steps),
            "ends": [cell(end[1], side) for end, side in zip((one, other), sided, strict=True)],
        }


def member(affiliation, word, pieces):
    """What a member of an institution said last."""
    return {
        "actor": affiliation.actor,
        "role": affiliation.role,
        "state": words.of_stance(word.stance),
        "stance": word.stance or "",
        "pieces": pieces[:3],
        "more": 0,
    }


def cell(said, sided):
    """What is known of one side, with its pieces of evidence: the first two, the last, how many between."""
    side, _record = sided
    return {
        "name": side.actor.name,
        "state": words.state(said.state),
        "stance": said.state.stances[0] if len(said.state.stances) == 1 else "",
        "pieces": said.pieces[:2] + (said.pieces[-1:] if len(said.pieces) > 2 else ()),
        "more": max(0, len(said.pieces) - 3),
    }


def lone(pair):
    """A question of which not both have a position: (question, an actor who has, the actor's events)."""
    held = [
        (side, record)
        for side, record in pair.sided
        if record and any(map(side.holds, record.ledger.evidence))
    ]
    side, _record = held[0] if held else next(one for one in pair.sided if one[1])
    known = pair.comparison.filters.known()
    query = known.replace(question=(pair.question.slug,), actor=(side.actor.slug,)).querystring()
    return pair.question, side.actor, query


def legend_by_heading(shared):
    """{heading: [(drawing, words)]} of all charts of the page, each look once."""
    items = {}
    for one in shared:
        scene = one.scenes["wide"]
        items |= {(item.group, item.key): item for item in [*legend(scene), *legend_of(scene)]}
    grouped = {}
    for item in items.values():
        grouped.setdefault(item.group, []).append((mark_safe(item.svg), item.label))
    return grouped


def choices(view):
    """[(kind in words, actors)] of whom there is a position to compare."""
    known = Position.objects.filter(event__in=view.known.unordered().values("pk")).values("actor")
    actors = Actor.objects.filter(debate=view.debate, pk__in=known).order_by("kind", "name")
    return [
        (kind, list(found)) for kind, found in groupby(actors, key=lambda actor: actor.get_kind_display())
    ]


def suggested(found):
    """[(question, two actors, query)]: of each question the two who were heard most."""
    counted = found.anybodys.order_by().values_list("question", "actor").annotate(count=Count("pk"))
    actors = Actor.objects.in_bulk({actor for _question, actor, _count in counted})
    for question in found.view.debate.questions.all():
        heard = [(-count, actor) for asked, actor, count in counted if asked == question.pk]
        pair = [
            actors[actor]
            for _count, actor in sorted(heard, key=lambda one: (one[0], actors[one[1]].slug))[:2]
        ]
        if len(pair) == 2:
            one, other = (actor.slug for actor in pair)
            filters = found.filters.replace(question=(question.slug,), actor=(one,), other=other)
            yield question, pair, filters.querystring()
