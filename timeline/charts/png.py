"""A drawing as PNG. The letters are those of a font that comes with the installation, on any machine.

resvg draws no letter at all where the machine has no fonts, as many a server and container has none.
Open Sans has the letters of Latin, Greek and Cyrillic; for others (and for emoji) the machine's own fonts
are looked through, which costs time and gives what the operator has installed.
"""

import re
from threading import BoundedSemaphore

import resvg_py
import ttf_opensans

FONTS = [
    str(font.path)
    for font in (ttf_opensans.OPENSANS_REGULAR, ttf_opensans.OPENSANS_SEMIBOLD, ttf_opensans.OPENSANS_BOLD)
]
FAMILY = "Open Sans"
COVERED = re.compile(
    "[\t\n\r -~\xa0-\u017f\u0384-\u03ce\u0400-\u0486\u0488-\u0513\u1ea0-\u1ef9\u2013-\u2026€№−]*"
)
AT_ONCE = 1  # pictures drawn at the same time in one process: the other threads keep serving pages
PATIENCE = 10  # seconds that a picture waits for its turn
_turn = BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Too many pictures are waiting to be drawn."""


def png(svg: str, width: int | None = None) -> bytes:
    """The drawing as PNG, `width` px wide or in its own size; raises `Busy` when it would wait too long."""
    if not _turn.acquire(timeout=PATIENCE):
        raise Busy
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            font_files=FONTS,
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            skip_system_fonts=bool(COVERED.fullmatch(svg)),
        )
    finally:
        _turn.release()
    return bytes(drawn)
