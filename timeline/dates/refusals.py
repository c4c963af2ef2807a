"""Why a text is no date, in words that say what a curator can do."""

from timeline.translation import gettext_noop

NOTHING = gettext_noop(
    "No date was found in it; write one such as 11 August 2023, mid-November, or 2023-08, or leave it empty."
)
TOO_LONG = gettext_noop("Longer than {longest} characters; keep only the words that name the date.")
WEAK = gettext_noop(
    "It may be a name, a number or a verb; add what makes it a date, such as a preposition, a day or a year."
)
LEFT_OUT = {
    "OTHERYEAR": gettext_noop(
        "It begins on another day in each country; write its days: 2023-10-01/2024-09-30."
    ),
    "CENTURY": gettext_noop(
        "A century is too coarse for this timeline; write its decades or years, such as 1801/1900."
    ),
    "FEAST": gettext_noop("Its day moves from year to year; write the day itself, such as 31 March 2024."),
}
HANGS = gettext_noop(
    "It is counted from an event that is no date; write the day itself, such as 11 August 2023."
)
TWO = gettext_noop(
    "It names two dates; write the one that is meant, or both as a range such as 12 May to 3 June 2024."
)
UNKNOWN_WORD = gettext_noop(
    "A word in it is not known, and may say which month or year; write its name, or the days."
)
UNREAD = gettext_noop(
    "A word beside the date changes which days are meant; write the days, such as 25 to 31 January 2024."
)
NEGATED = gettext_noop("It says when something was not; write the days when it was.")
NO_DAY = gettext_noop(
    "The calendar has no such day, or it lies outside the years 1 to 9999; check the numbers."
)
