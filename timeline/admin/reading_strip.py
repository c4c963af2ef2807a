"""A reading on a small strip of the calendar, drawn as on the page where readers try dates."""

import hashlib

from django.utils.safestring import mark_safe

from timeline.charts.svg import Drawing, svg
from timeline.views.dates import scene_of

WIDTH = 360  # px


def strip(text, span, anchor):
    """The drawing: the span, above the day it is read from, or alone where `anchor` is None.

    Several stand on one page, so the names of their parts differ where their parts do; nothing in them is
    to be clicked.
    """
    name = "d" + hashlib.sha256(f"{text}|{span.edtf}|{anchor}".encode()).hexdigest()[:8]

    def drawn(scene, ink, **options):
        drawing = Drawing(scene, ink, links=False, **options)
        drawing.prefix = f"{name}-"
        return drawing

    return mark_safe(svg(scene_of(text, span, anchor, WIDTH), titles=False, drawn=drawn))  # escapes all text
