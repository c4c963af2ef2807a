"""Loaded words: they judge while they tell. A table anyone can read, with why and what to write instead.

Words within quotation marks are the source's, and exempt. `docs/wording.md` prints the table.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word in a text: `text[start:end]`; why it is one, and what could stand in its place."""

    start: int
    end: int
    word: str
    because: str
    instead: str


# language: (forms, because, instead)
TABLE = {
    "en": (
        ("regime, regimes", "it calls a government unlawful", "write “government”"),
        ("slam, slams, slammed, slamming", "it says how loud, not what", "write “criticise”"),
        ("blast, blasts, blasted, blasting", "it says how loud, not what", "write “criticise”"),
        ("lash out, lashes out, lashed out, lashing out", "it says how loud, not what", "write “criticise”"),
        (
            "admit, admits, admitted, admitting",
            "it says that something is true, and was hidden",
            "write “say”",
        ),
        ("confess, confesses, confessed", "it says that something is true, and was hidden", "write “say”"),
        (
            "concede, concedes, conceded, conceding",
            "it says that somebody gave way in an argument",
            "write “say”",
        ),
        ("claim, claims, claimed, claiming", "it says that something is false", "write “say”"),
        (
            "insist, insists, insisted, insisting",
            "it says that somebody is stubborn",
            "write “say” or “repeat”",
        ),
        ("boast, boasts, boasted, boasting", "it says that somebody is vain", "write “say”"),
        ("rant, rants, ranted", "a judgement of how somebody spoke", "write “say”"),
        ("hail, hails, hailed, hailing", "it applauds along", "write “welcome”"),
        ("vow, vows, vowed, vowing", "a promise made solemn by the reporter", "write “say” or “promise”"),
        ("cave in, caves in, caved in", "it says that somebody was weak", "write “agree”"),
        (
            "backtrack, backtracks, backtracked, backtracking",
            "it says that somebody was weak",
            "write what changed",
        ),
        (
            "flip-flop, flip-flops, flip-flopped, u-turn, u-turns",
            "a turn is a turn",
            "write “change of position”",
        ),
        ("hardliner, hardliners, hardline", "a judgement of a position", "name the position"),
        ("warmonger, warmongers, warmongering", "a judgement, and about a motive", "name the position"),
        ("appease, appeases, appeased, appeasement", "a judgement, and about a motive", "name the position"),
        ("puppet, puppets", "it says that somebody has no will of their own", "name whom they work for"),
        (
            "terrorist, terrorists",
            "contested; a court or a source says so, or nobody",
            "name the group or the act",
        ),
        ("so-called", "it doubts what follows without saying why", "leave it out"),
        ("brutal, brutally", "a judgement", "say what happened"),
        ("shocking, shockingly", "whom it shocked is not said", "say who reacted, and how"),
        ("hysterical, hysteria, hysterically", "a diagnosis", "say what was said"),
        ("reckless, recklessly", "a judgement", "say what was done"),
        ("notorious, notoriously, infamous", "a judgement", "leave it out"),
        ("finally, at last", "it says that it was time", "leave it out"),
        ("merely", "it makes something small", "leave it out"),
        ("obviously, clearly", "what is clear needs no word for it", "leave it out"),
        ("unsurprisingly, predictably", "who expected it is not said", "leave it out"),
        ("game-changer, game-changing", "a forecast", "say what it can do"),
    ),
    # Of other languages only what is as plain there; words with a second, neutral sense are left out, such as
    # «режим», which is a mode as well, or «визнати», which is what states do to states.
    "de": (
        ("regime, regimes", "it calls a government unlawful", "write “Regierung”"),
        (
            "wettert, wetterte, wetterten, poltert, polterte, polterten",
            "it says how loud, not what",
            "write “kritisieren”",
        ),
        (
            "gibt zu, gab zu, gaben zu, zugegeben, gesteht, gestand",
            "it says that something is true, and was hidden",
            "write “sagen”",
        ),
        ("behauptet, behauptete, behaupteten", "it says that something is false", "write “sagen”"),
        ("beharrt, beharrte, beharrten", "it says that somebody is stubborn", "write “sagen”"),
        ("knickt ein, knickte ein, eingeknickt", "it says that somebody was weak", "write “zustimmen”"),
        ("kehrtwende, kehrtwenden, rolle rückwärts", "a turn is a turn", "write what changed"),
        ("hardliner", "a judgement of a position", "name the position"),
        (
            "kriegstreiber, kriegstreiberei, beschwichtiger",
            "a judgement, and about a motive",
            "name the position",
        ),
        (
            "marionette, marionetten",
            "it says that somebody has no will of their own",
            "name whom they work for",
        ),
        (
            "terrorist, terroristen",
            "contested; a court or a source says so, or nobody",
            "name the group or the act",
        ),
        (
            "sogenannte, sogenannten, sogenannter, sogenanntes",
            "it doubts what follows without saying why",
            "leave it out",
        ),
        ("brutal, brutale, brutalen, schockierend, schockierende", "a judgement", "say what happened"),
        ("hysterie, hysterisch, hysterische", "a diagnosis", "say what was said"),
        ("berüchtigt, berüchtigte, berüchtigten", "a judgement", "leave it out"),
        ("endlich", "it says that it was time", "leave it out"),
        ("offensichtlich, selbstverständlich", "what is clear needs no word for it", "leave it out"),
        ("erwartungsgemäß", "who expected it is not said", "leave it out"),
    ),
    "uk": (
        ("обрушився, обрушилася, обрушилися", "it says how loud, not what", "write “критикувати”"),
        (
            "зізнався, зізналася, зізналися, зізнається",
            "it says that something is true, and was hidden",
            "write “сказати”",
        ),
        ("здався під тиском, прогнувся, прогнулася", "it says that somebody was weak", "write “погодитися”"),
        (
            "маріонетка, маріонетки, маріонеток",
            "it says that somebody has no will of their own",
            "name whom they work for",
        ),
        (
            "терорист, терористи, терористів, терористами",
            "contested; a court or a source says so, or nobody",
            "name the group or the act",
        ),
        (
            "так званий, так звана, так зване, так звані, так званих",
            "it doubts what follows without saying why",
            "leave it out",
        ),
        ("істерика, істеричний, істерично", "a diagnosis", "say what was said"),
        ("горезвісний, горезвісна, горезвісні, сумнозвісний, сумнозвісна", "a judgement", "leave it out"),
        ("нарешті", "it says that it was time", "leave it out"),
        ("очевидно, звісно", "what is clear needs no word for it", "leave it out"),
    ),
}
PAIRS = ("“”", "„“", "«»", '""', "‘’")
QUOTED = re.compile(
    "|".join(f"{opening}[^{opening}{closing}]*{closing}(?!\\w)" for opening, closing in PAIRS)
)


def loaded(text: str, language: str = "") -> tuple[Loaded, ...]:
    """The loaded words of a text in their order; a language without a table has none, "" is English."""
    table = _table((language or "en").split("-")[0].lower())
    if table is None:
        return ()
    pattern, rows = table
    bare = QUOTED.sub(lambda quote: " " * len(quote.group()), text)
    return tuple(
        Loaded(*found.span(), text[slice(*found.span())], *rows[found.group().lower()])
        for found in pattern.finditer(bare)
    )


@cache
def _table(language):
    """(pattern of all forms, {form: (because, instead)}), or None."""
    if language not in TABLE:
        return None
    rows = {
        form: (because, instead) for forms, because, instead in TABLE[language] for form in forms.split(", ")
    }
    longest_first = sorted(rows, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), rows
