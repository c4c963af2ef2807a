"""The pictures of a page that tells a view in another way than its timeline."""

from django.utils.translation import gettext as _

from timeline.charts import draw
from timeline.charts.card import Words, card
from timeline.exports.preview import made, spoken
from timeline.translation import number


def card_of_place(place, address, theme, title=""):
    """The card of a page as SVG: what it is of, its numbers, its chart; `title` is that of a shared view."""
    debate, view = place.view.debate, spoken(place.view)
    titled = title or place.subject
    words = Words(
        title=titled,
        kicker=str(place.heading) if titled == debate.title else f"{debate.title} · {place.heading}",
        lead=place.lead.rstrip("."),
        facts=(*([view] if view not in (titled, debate.title) else []), *place.facts),
        address=address,
        made=made(debate),
    )
    return card(words, fitting(place.chart), theme)


def fitting(chart):
    """The fitting of a chart, with words for the rows that had no room."""

    def fitted(width, height):
        plot, scale, shown, whole = chart.fitted(width, height)
        said = {"shown": number(shown), "all": number(whole)}
        note = _("%(shown)s of %(all)s rows") % said if shown < whole else ""
        return plot, scale, note

    return fitted


def picture_of_place(place, address, theme):
    """The chart of a page as a picture of its own: as high as its rows need, with title and sentence."""
    return draw(
        place.chart.picture(), theme, title=place.title, sentence=place.sentence, address=address, size=None
    )
