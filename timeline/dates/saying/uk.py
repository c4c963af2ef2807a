"""How Ukrainian says a date: "11–20 листопада 2024 року", "з лютого 2022 року", "зима 2023–2024 років"."""

MONTHS = (
    "січень", "лютий", "березень", "квітень", "травень", "червень",
    "липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
)  # fmt: skip
AFTER_DAY = AFTER = (
    "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
)  # fmt: skip
AT_MONTH = (
    "січні", "лютому", "березні", "квітні", "травні", "червні",
    "липні", "серпні", "вересні", "жовтні", "листопаді", "грудні",
)  # fmt: skip
SHORT_MONTHS = (
    "січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд.",
)  # fmt: skip
TICKS = tuple(name[:3] for name in MONTHS)
SEASONS = {3: "весна", 6: "літо", 9: "осінь", 12: "зима"}
SEASONS_AFTER = {3: "весни", 6: "літа", 9: "осені", 12: "зими"}
ORDINALS = ("I", "II", "III", "IV")
ABOUT = {"about": "приблизно ", "near": "близько "}
WORDS = {"year": " року", "a_year": " рік", "years": " роки", "of_years": " років"}

UNITS = {
    "day": "{near}{d} {of} {y}{year}",
    "month": "{about}{month} {y}{year}",
    "quarter": "{about}{nth} квартал {y}{year}",
    "half-year": "{about}{nth} півріччя {y}{year}",
    "season": "{about}{season} {y}{year}",
    "winter": "{about}{season} {y}–{y_next}{of_years}",
    "year": "{about}{y}{a_year}",
    "decade": "{about}{y}-ті{years}",
}
SHORT = {"quarter": "{about}{nth} кв. {y}", "half-year": "{about}{nth} півр. {y}"}
GOVERNED = {
    "day": "{d} {of} {y}{year}",
    "month": "{after} {y}{year}",
    "season": "{season_after} {y}{year}",
    "winter": "{season_after} {y}–{y_next}{of_years}",
    "year": "{y} року",
    "decade": "{y}-х років",
}
ELIDED = {"day": "{d} {of}", "month": "{month}"}
ELIDED_GOVERNED = {"day": "{d} {of}", "month": "{after}"}
LASTING = {
    unit: "{about}упродовж " + GOVERNED[unit] for unit in ("month", "season", "winter", "year", "decade")
}
AT = {"day": "{d} {of} {y} року", "month": "у {at} {y} року", "year": "у {y} році"}

WITHIN = {
    "days of a month": "{about}{d1}–{d2} {of2} {y2}{year}",
    "days of a year": "{about}{d1} {of1} – {d2} {of2} {y2}{year}",
    "days": "{about}{d1} {of1} {y1}{year} – {d2} {of2} {y2}{year}",
    "months of a year": "{about}{month1} – {month2} {y2}{year}",
    "months": "{about}{month1} {y1}{year} – {month2} {y2}{year}",
    "years": "{about}{y1}–{y2}{years}",
}
BETWEEN = WITHIN
THROUGHOUT = {
    "days of a month": "{about}з {d1} по {d2} {of2} {y2}{year}",
    "days of a year": "{about}з {d1} {of1} по {d2} {of2} {y2}{year}",
    "days": "{about}з {d1} {of1} {y1}{year} по {d2} {of2} {y2}{year}",
    "months of a year": "{about}з {after1} по {month2} {y2}{year}",
    "months": "{about}з {after1} {y1}{year} по {month2} {y2}{year}",
    "years": "{about}з {y1} по {y2}{a_year}",
}
PHRASES = {
    "since": "{about}з {when}",
    "until": "{about}до {when}",
    "after": "{about}після {when}",
    "before": "{about}раніше {when}",
    "from": "з {when}",
    "spanning": "з {first} по {last_alone}",
}
EUPHONY = (("з с", "із с"),)  # two hissing sounds in a row are parted
