"""One state of all filters: from the URL, to the URL, to rows, to words. The one door to rows."""

from .names import Names
from .remembered import remembered
from .rows import View
from .state import BLANK, FACETS, PAGE_SIZE, Filters, Problem

__all__ = ["BLANK", "FACETS", "PAGE_SIZE", "Filters", "Names", "Problem", "View", "remembered"]
