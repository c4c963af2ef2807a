"""The pages that tell a view in another way than its timeline, each described once.

Share panel, previews, embeds, short links and files take from the description what they need: its title, its
numbers, its chart, its lines and its rows. A page that is not here has none of them.
"""

from .arguments import ArgumentsPlace
from .compare import ComparePlace
from .coverage import CoveragePlace
from .deeds import DeedsPlace
from .matrix import MatrixPlace
from .place import Line, Place
from .positions import PositionsPlace
from .turns import TurnsPlace

PLACES = {
    place.name: place
    for place in (
        *(PositionsPlace, MatrixPlace, TurnsPlace, ComparePlace, DeedsPlace, ArgumentsPlace, CoveragePlace),
    )
}

__all__ = ["PLACES", "Line", "Place"]
