"""How German says a date: "11.–20. November 2024", "seit Februar 2022", "Winter 2023/24"."""

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
AFTER_DAY = AFTER = AT_MONTH = MONTHS
SHORT_MONTHS = (
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
)  # fmt: skip
TICKS = tuple(name[:3] for name in MONTHS)
SEASONS = SEASONS_AFTER = {3: "Frühjahr", 6: "Sommer", 9: "Herbst", 12: "Winter"}
ORDINALS = ("1.", "2.", "3.", "4.")
ABOUT = {"about": "etwa ", "near": "etwa "}
WORDS = {}

UNITS = {
    "day": "{about}{d}. {of} {y}",
    "month": "{about}{month} {y}",
    "quarter": "{about}{nth} Quartal {y}",
    "half-year": "{about}{nth} Halbjahr {y}",
    "season": "{about}{season} {y}",
    "winter": "{about}{season} {y}/{yy}",
    "year": "{about}{y}",
    "decade": "{about}{y}er-Jahre",
}
SHORT = {}
GOVERNED = {"day": "dem {d}. {of} {y}", "decade": "den {y}er-Jahren"}
ELIDED = {"day": "{d}. {of}", "month": "{month}"}
ELIDED_GOVERNED = {"day": "dem {d}. {of}", "month": "{month}"}
LASTING = {
    "month": "{about}im gesamten {month} {y}",
    "season": "{about}im gesamten {season} {y}",
    "winter": "{about}im gesamten {season} {y}/{yy}",
    "year": "{about}im gesamten Jahr {y}",
    "decade": "{about}in den gesamten {y}er-Jahren",
}
AT = {"day": "am {d}. {of} {y}", "month": "im {month} {y}", "year": "im Jahr {y}"}

WITHIN = {
    "days of a month": "{about}{d1}.–{d2}. {of2} {y2}",
    "days of a year": "{about}{d1}. {of1} – {d2}. {of2} {y2}",
    "days": "{about}{d1}. {of1} {y1} – {d2}. {of2} {y2}",
    "months of a year": "{about}{month1} bis {month2} {y2}",
    "months": "{about}{month1} {y1} bis {month2} {y2}",
    "years": "{about}{y1}–{y2}",
}
BETWEEN = {
    "days of a month": "{d1}. bis {d2}. {of2} {y2}",
    "days of a year": "{d1}. {of1} bis {d2}. {of2} {y2}",
    "days": "{d1}. {of1} {y1} bis {d2}. {of2} {y2}",
    "months of a year": "{month1} bis {month2} {y2}",
    "months": "{month1} {y1} bis {month2} {y2}",
    "years": "{y1} bis {y2}",
}
THROUGHOUT = {
    shared: ("{about}vom " if shared.startswith("days") else "{about}von ") + pattern
    for shared, pattern in BETWEEN.items()
}
PHRASES = {
    "since": "{about}seit {when}",
    "until": "{about}bis {alone}",
    "after": "{about}nach {when}",
    "before": "{about}vor {when}",
    "from": "ab {alone}",
    "spanning": "zwischen {first} und {last}",
}
EUPHONY = ()
