"""How English says a date: "11–20 November 2024", "since February 2022", "winter 2023–24"."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
AFTER_DAY = AFTER = AT_MONTH = MONTHS
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
TICKS = tuple(name[:3] for name in MONTHS)
SEASONS = SEASONS_AFTER = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
ORDINALS = ("first", "second", "third", "fourth")
ABOUT = {"about": "about ", "near": "about "}
WORDS = {}

UNITS = {
    "day": "{about}{d} {of} {y}",
    "month": "{about}{month} {y}",
    "quarter": "{about}{nth} quarter of {y}",
    "half-year": "{about}{nth} half of {y}",
    "season": "{about}{season} {y}",
    "winter": "{about}{season} {y}–{yy}",
    "year": "{about}{y}",
    "decade": "{about}{y}s",
}
SHORT = {"quarter": "{about}Q{n} {y}", "half-year": "{about}H{n} {y}"}
GOVERNED = {}
ELIDED = ELIDED_GOVERNED = {"day": "{d} {of}", "month": "{month}"}
LASTING = {unit: "throughout " + UNITS[unit] for unit in ("month", "season", "winter", "year", "decade")}
AT = {"day": "on {d} {of} {y}", "month": "in {month} {y}", "year": "in {y}"}

WITHIN = {
    "days of a month": "{about}{d1}–{d2} {of2} {y2}",
    "days of a year": "{about}{d1} {of1} – {d2} {of2} {y2}",
    "days": "{about}{d1} {of1} {y1} – {d2} {of2} {y2}",
    "months of a year": "{about}{month1} to {month2} {y2}",
    "months": "{about}{month1} {y1} to {month2} {y2}",
    "years": "{about}{y1}–{y2}",
}
BETWEEN = {
    "days of a month": "{about}{d1} to {d2} {of2} {y2}",
    "days of a year": "{about}{d1} {of1} to {d2} {of2} {y2}",
    "days": "{about}{d1} {of1} {y1} to {d2} {of2} {y2}",
    "months of a year": "{about}{month1} to {month2} {y2}",
    "months": "{about}{month1} {y1} to {month2} {y2}",
    "years": "{about}{y1} to {y2}",
}
THROUGHOUT = {shared: f"from {pattern}" for shared, pattern in BETWEEN.items()}
PHRASES = {
    "since": "since {about}{when}",
    "until": "until {about}{when}",
    "after": "after {about}{when}",
    "before": "before {about}{when}",
    "from": "from {when} on",
    "spanning": "between {first} and {last}",
}
EUPHONY = ()
