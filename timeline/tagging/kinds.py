"""Which kind of event the words of a sentence suggest, by tables anyone can read; a proposal, no more.

A row is (kind, words); a word with `*` may end in any way. The first row of which the sentence has a word
counts; where there is none the event is taken for a statement.
"""

from functools import cache

from .languages import code_of
from .tokens import fold, tokens

OTHERWISE = "statement"
_KINDS = {
    "en": (
        ("leak", "leak leaks leaked leaking"),
        ("vote", "vote votes voted voting ballot"),
        ("strike", "struck fired hit bombed shelled exploded attacked launched"),
        ("delivery", "delivered delivery deliveries arrived handed shipped shipment shipments"),
        ("warning", "warn warns warned warning"),
        ("meeting", "met meet meets meeting talks summit visited"),
        ("proposal", "propose proposes proposed proposal tabled drafted"),
        ("decision", "decide decides decided decision approve* authoris* authoriz* signed agreed permitted"),
        ("decision", "allowed lifted banned announced adopted"),
        ("report", "reported report reports revealed wrote published"),
    ),
    "de": (
        ("leak", "durchgesickert durchgestochen abgehört*"),
        ("vote", "stimmte stimmten abstimmung abgestimmt votierte*"),
        ("strike", "angriff angriffe traf trafen beschoss* feuerte* schlug"),
        ("delivery", "geliefert lieferte lieferten lieferung übergeben übergab eingetroffen"),
        ("warning", "warnte warnten warnt warnung"),
        ("meeting", "traf* treffen gipfel besuchte gespräch*"),
        ("proposal", "schlug vorschlag vorgeschlagen antrag"),
        ("decision", "beschloss* beschlossen entschied* entscheidung genehmigt* billigte* erlaubt*"),
        ("decision", "unterzeichnet*"),
        ("report", "berichtet* bericht berichte meldet*"),
    ),
    "fr": (
        ("vote", "vote voté votent scrutin"),
        ("strike", "frappé frappe frappes tiré tirs attaqué"),
        ("delivery", "livré livrée livrés livraison livraisons"),
        ("warning", "averti avertit avertissement"),
        ("meeting", "rencontré rencontre réunion sommet"),
        ("proposal", "proposé propose proposition"),
        ("decision", "décidé décide décision approuvé autorisé signé"),
        ("report", "rapporté rapporte selon révélé"),
    ),
    "pl": (
        ("vote", "głosowa* zagłosowa*"),
        ("strike", "uderzy* ostrzela* atak ataku zaatakowa*"),
        ("delivery", "dostarczy* dostaw* przekaza*"),
        ("warning", "ostrzeg* ostrzeż*"),
        ("meeting", "spotka* szczyt szczycie"),
        ("proposal", "zaproponowa* propozycj*"),
        ("decision", "zdecydowa* decyzj* zatwierdz* zezwoli* podpisa*"),
        ("report", "poinformowa* donosi* doniós* podał*"),
    ),
    "uk": (
        ("vote", "голосува* проголосува*"),
        ("strike", "удар* вдари* атак* обстріл*"),
        ("delivery", "переда* достав* поставк* поставив*"),
        ("warning", "попереди* застері* застереж*"),
        ("meeting", "зустрі* саміт*"),
        ("proposal", "запропонува* пропози*"),
        ("decision", "вирішив* вирішил* рішення схвали* дозволи* підписа* ухвали*"),
        ("report", "повідоми* повідомля*"),
    ),
    "ru": (
        ("vote", "голосова* проголосова*"),
        ("strike", "удар* ударил* атак* обстрел*"),
        ("delivery", "переда* достав* поставк* поставил*"),
        ("warning", "предупреди* предупреж* предостер*"),
        ("meeting", "встрет* встреч* саммит*"),
        ("proposal", "предлож*"),
        ("decision", "решил* решение одобри* разреши* подписа*"),
        ("report", "сообщи* сообща*"),
    ),
}  # fmt: skip


def kind_of(sentence: str, language: str) -> str:
    """The kind of event that a sentence may tell; "statement" where no word says more."""
    said = [token.lower for token in tokens(sentence)]
    for kind, whole, stems in _table(code_of(language)):
        if any(word in whole or (stems and word.startswith(stems)) for word in said):
            return kind
    return OTHERWISE


@cache
def _table(code: str) -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    rows = []
    for kind, words in _KINDS.get(code, ()):
        listed = [fold(word) for word in words.lower().split()]
        stems = tuple(word[:-1] for word in listed if word.endswith("*"))
        rows.append((kind, frozenset(word for word in listed if not word.endswith("*")), stems))
    return tuple(rows)
