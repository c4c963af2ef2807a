"""Rules by table in six languages: dates like names, no stance, votes, the end of a stance, agents."""

from datetime import date

import pytest

from timeline.tagging import Vocabulary, tag

WORDS = Vocabulary(
    [
        ("march", "Linda March", [], "person"),
        ("mai", "Klaus Mai", ["Клаус Май"], "person"),
        ("scholz", "Olaf Scholz", ["Олаф Шольц"], "person"),
        ("merz", "Friedrich Merz", ["Фридрих Мерц", "Фрідріх Мерц"], "person"),
        ("greens", "Greens", ["Grünen", "Verts", "Zieloni", "Зелені", "Зелёные"], "party"),
    ],
    [("may", "May", [], "event"), ("may-march", "May March", [], "event")],
)


def read(text, language):
    return tag(text, date(2024, 5, 20), WORDS, language)


@pytest.mark.parametrize(
    ("language", "text", "actors", "topics"),
    [
        ("en", "Scholz supported the ban in March.", ["scholz"], []),
        (
            "en",
            "In March Scholz left; Linda March stayed, and in March 2023 she won.",
            ["scholz", "march"],
            [],
        ),
        ("en", "Linda March opposed it. March opposed it.", ["march", "march"], []),
        ("en", "The talks began in May.", [], []),
        ("en", "The May March began; in May it ended.", [], ["may-march"]),
        ("de", "Im Mai sagte Scholz das.", ["scholz"], []),
        ("de", "Klaus Mai sagte das im Mai 2024.", ["mai"], []),
        ("fr", "En mai, Scholz a dit non.", ["scholz"], []),
        ("pl", "Scholz odmówił 3 maja.", ["scholz"], []),
        ("uk", "Шольц відмовив 3 травня.", ["scholz"], []),
        ("ru", "3 мая Шольц отказал.", ["scholz"], []),
    ],
)
def test_a_date_is_nobody_and_nothing(language, text, actors, topics):
    found = read(text, language)
    assert [mention.slug for mention in found.actors] == actors
    assert [mention.slug for mention in found.topics] == topics


STANCES = {
    "en": [
        ("Scholz said no branch would close.", ""),
        ("Scholz said no.", "scholz opposes"),
        ("Scholz said no to the plan.", "scholz opposes"),
        ("Scholz promised to resign.", ""),
        ("Scholz promised to support the plan.", "scholz supports"),
        ("The Greens support the tax.", "greens supports"),
        ("The Greens do not support the tax.", "greens opposes"),
        ("The support for Scholz fell.", ""),
        ("Scholz lost their support.", ""),
        ("The Greens voted for the tax.", "greens supports"),
        ("The Greens did not vote for it, Scholz voted against it.", "scholz opposes"),
        ("Scholz led the fight against the virus.", ""),
        ("Scholz hesitates.", "scholz undecided"),
        ("Scholz did not hesitate.", ""),
        ("The Greens abstained.", "greens undecided"),
        ("The Greens adopted the bill.", "greens supports"),
        ("Scholz is unconvinced.", "scholz leans-oppose"),
        ("The plan was rejected by the Greens.", "greens opposes"),
        ("Chancellor Scholz and the Greens support the plan.", "scholz supports, greens supports"),
        ("Scholz argued against a ban.", "scholz opposes"),
        ("Scholz accepted an invitation.", ""),
        ("Scholz accepted the deal.", "scholz supports"),
        ("Scholz passed the reporters.", ""),
        ("Scholz has no objection to it.", "scholz leans-support"),
        ("Neither Merz nor Scholz supports it.", "merz opposes, scholz opposes"),
    ],
    "de": [
        ("Scholz versprach zurückzutreten.", ""),
        ("Scholz versprach, Waffen zu liefern.", "scholz supports"),
        ("Die Grünen stimmten dafür.", "greens supports"),
        ("Die Grünen stimmten nicht dafür.", "greens opposes"),
        ("Die Grünen stimmten dagegen.", "greens opposes"),
        ("Scholz hat gegen das Gesetz gestimmt.", "scholz opposes"),
        ("Scholz dagegen war krank.", ""),
        ("Scholz zögert.", "scholz undecided"),
        ("Die Grünen enthielten sich.", "greens undecided"),
        ("Scholz hat sich für das Gesetz ausgesprochen.", "scholz supports"),
        ("Scholz hält das Gesetz für falsch.", "scholz opposes"),
        ("Scholz stimmte zu.", "scholz supports"),
        ("Scholz stimmte sich mit Merz für Freitag ab.", ""),
        ("Scholz sagte zu Reportern, er gehe.", ""),
    ],
    "fr": [
        ("Scholz a promis de démissionner.", ""),
        ("Scholz a voté contre.", "scholz opposes"),
        ("Les Verts voteront contre le texte.", "greens opposes"),
        ("Les Verts n’ont pas voté pour.", "greens opposes"),
        ("Scholz a apporté son soutien au texte.", "scholz supports"),
        ("Scholz défend la taxe.", "scholz supports"),
        ("Scholz se défend de tout calcul.", ""),
        ("Scholz mène la lutte contre la fraude.", ""),
        ("D’autres régions hésitent, dit Scholz.", ""),
        ("Les Verts hésitent.", "greens undecided"),
        ("Les Verts ne voteront pas le texte.", "greens opposes"),
        ("Les Verts ne voteront pas contre.", "greens leans-support"),
        ("Les Verts se sont abstenus.", "greens undecided"),
        ("Scholz juge la réforme injuste.", "scholz opposes"),
        ("La taxe est rejetée par les Verts.", "greens opposes"),
        ("Scholz a adopté un ton ferme.", ""),
        ("Les Verts ont adopté le texte.", "greens supports"),
        ("Scholz est pour la taxe.", "scholz supports"),
        ("Scholz est pour le moment absent.", ""),
    ],
    "pl": [
        ("Scholz obiecał zrezygnować.", ""),
        ("Zieloni głosowali przeciw.", "greens opposes"),
        ("Zieloni zagłosowali za ustawą.", "greens supports"),
        ("Zieloni nie głosowali za ustawą.", "greens opposes"),
        ("Scholz opowiedział się przeciwko ustawie.", "scholz opposes"),
        ("Scholz waha się.", "scholz undecided"),
        ("Zieloni wstrzymali się od głosu.", "greens undecided"),
        ("Scholz jest za planem.", "scholz supports"),
        ("Scholz mówi, że jest za późno.", ""),
        ("Według Merza Scholz popiera plan.", "scholz supports"),
        ("Merza poparł Scholz.", ""),
        ("Plan został odrzucony przez Scholza.", "scholz opposes"),
    ],
    "uk": [
        ("Шольц обіцяв 500 млн.", ""),
        ("Шольц пообіцяв надати допомогу.", "scholz supports"),
        ("Зелені виступили за податок.", "greens supports"),
        ("Зелені виступили проти.", "greens opposes"),
        ("Шольц не голосував за закон.", "scholz opposes"),
        ("Боротьбу проти шахрайства веде Шольц.", ""),
        ("Шольц вагається.", "scholz undecided"),
        ("Зелені утрималися.", "greens undecided"),
        ("Зелені ухвалили закон.", "greens supports"),
        ("План відхилено Шольцем.", "scholz opposes"),
        ("План відхилено канцлером Шольцем і Мерцем.", "scholz opposes, merz opposes"),
        ("Шольца закликали підтримати план.", ""),
        ("Мерц закликав Шольца.", "merz supports"),
    ],
    "ru": [
        ("Шольц обещал 500 млн.", ""),
        ("Зелёные выступили за налог.", "greens supports"),
        ("Шольц выступил против.", "scholz opposes"),
        ("Шольц проголосовал за закон.", "scholz supports"),
        ("Борьбу против мошенников ведёт Шольц.", ""),
        ("Шольц колеблется.", "scholz undecided"),
        ("Зелёные воздержались.", "greens undecided"),
        ("Зелёные приняли закон.", "greens supports"),
        ("План отклонён Шольцем.", "scholz opposes"),
        ("Шольца призвали поддержать план.", ""),
        ("Мерц призвал Шольца.", "merz supports"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"), [(code, *case) for code in STANCES for case in STANCES[code]]
)
def test_whose_stance_a_sentence_tells(language, text, expected):
    found = read(text, language).candidates
    told = [f"{each.actor.slug} {each.stance}" for event in found for each in event.positions]
    assert ", ".join(told) == expected


@pytest.mark.parametrize(
    ("language", "text", "why", "said"),
    [
        ("en", "Scholz dropped her opposition to the plan.", "changed", "dropped her opposition"),
        ("en", "Scholz has reversed key policies on gas.", "changed", "reversed key policies"),
        ("en", "Scholz changed his mind.", "changed", "changed his mind"),
        ("de", "Scholz gab seinen Widerstand auf.", "changed", "gab seinen Widerstand"),
        ("fr", "Scholz renonce à son opposition.", "changed", "renonce à son opposition"),
        ("pl", "Scholz zmienił zdanie.", "changed", "zmienił zdanie"),
        ("pl", "Scholza wezwano publicznie.", "urged", "wezwano"),
        ("uk", "Шольц змінив позицію.", "changed", "змінив позицію"),
        ("uk", "Шольца закликали схвалити план.", "urged", "закликали"),
        ("ru", "Шольц отозвал возражения.", "changed", "отозвал возражения"),
        ("ru", "Шольца призвали одобрить план.", "urged", "призвали"),
    ],
)
def test_the_end_of_a_stance_and_an_urge_are_events_without_one(language, text, why, said):
    (only,) = read(text, language).candidates
    assert only.stance == "" and only.positions == ()
    assert {(cue.withheld.why, text[cue.withheld.start : cue.withheld.end]) for cue in only.cues} == {
        (why, said)
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was 1 March. Two days later, on 2 March, Scholz left.", "on 2 March"),
        ("It was 9 March. Two days later Scholz left the talks of 1 March.", "Two days later"),
        ("In spring, on 3 March 2024, Scholz left.", "on 3 March 2024"),
        ("In March Scholz left, on 3 March 2024 to be exact.", "on 3 March 2024"),
        ("In April Scholz said what he did on 3 March 2024.", "In April"),
        ("On 5 April Scholz said that in March he did.", "On 5 April"),
        ("On Monday Scholz spoke of 3 May 2023.", "On Monday"),
        ("On 3 June 2024 Scholz will leave, he said on 2 May.", "on 2 May"),
    ],
)
def test_an_event_has_the_date_that_says_it_best(text, told):
    assert read(text, "en").candidates[-1].date.text == told


@pytest.mark.parametrize(
    ("language", "text", "bent"),
    [
        ("en", "Scholz’s plan", False),
        ("de", "Grünen", False),
        ("uk", "Шольца", True),
        ("uk", "Шольц", False),
        ("pl", "Scholza", True),
        ("ru", "ШОЛЬЦА ПРИЗВАЛИ", False),
    ],
)
def test_a_case_shows_what_can_be_no_subject(language, text, bent):
    assert [mention.bent for mention in read(text, language).actors] == [bent]
