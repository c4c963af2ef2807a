"""Phrases such as "mid-November" and the day they are read against, to spans of days. Pure Python, no clock.

>>> from datetime import date
>>> read("mid-November", date(2024, 11, 26)).edtf
'[2024-11-11..2024-11-20]'
"""

from .errors import NotADate
from .finding import Mention, find
from .reading import read
from .span import DateSpan
from .words import words

__all__ = ["DateSpan", "Mention", "NotADate", "find", "read", "words"]
