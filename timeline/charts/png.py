"""A drawing as PNG. The letters are those of a font that comes with the installation, on any machine.

resvg draws no letter at all where the machine has no fonts, as many a server and container has none.
Open Sans has the letters of Latin, Greek and Cyrillic; for others (and for emoji) the machine's own fonts
are looked through, which costs time and gives what the operator has installed.
"""

import re
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import TypeVar

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
WAITING = 3  # pictures in one process, of which one is drawn: most threads keep serving pages
PATIENCE = 10  # seconds that a picture waits for its turn
_room, _turn = BoundedSemaphore(WAITING), BoundedSemaphore(1)
Drawn = TypeVar("Drawn")


class Busy(Exception):
    """Too many pictures are waiting to be drawn."""


def in_turn(draw: Callable[[], Drawn]) -> Drawn:
    """`draw()`, when no other picture of this process is being drawn; raises `Busy` if too many wait."""
    if not _room.acquire(blocking=False):
        raise Busy
    try:
        if not _turn.acquire(timeout=PATIENCE):
            raise Busy
        try:
            return draw()
        finally:
            _turn.release()
    finally:
        _room.release()


def png(svg: str, width: int | None = None) -> bytes:
    """The drawing as PNG, `width` px wide or in its own size."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        font_files=FONTS,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        skip_system_fonts=bool(COVERED.fullmatch(svg)),
    )
    return bytes(drawn)
