"""Addresses as QR codes, for paper."""

from functools import lru_cache

import segno
from django.utils.safestring import mark_safe

QR_LONGEST = 600  # characters; a longer address makes a code too fine for a telephone to read from paper
KEPT = 256  # codes


@lru_cache(maxsize=KEPT)
def code(text):
    """The text as a QR code, as SVG without styles; nothing where it is too long to be read from paper."""
    if len(text) > QR_LONGEST:
        return ""
    drawn = segno.make(text, error="m", micro=False)
    return mark_safe(drawn.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None))
