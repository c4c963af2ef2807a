"""Whose stance a sentence tells, and where it tells none: denials, questions, urges, suppositions."""

from datetime import date

import pytest

from timeline.tagging import Vocabulary, tag
from timeline.tagging.cues import cues
from timeline.tagging.tokens import tokens

WORDS = Vocabulary(
    [
        ("scholz", "Olaf Scholz", ["Олаф Шольц", "Шольц"], "person"),
        ("merz", "Friedrich Merz", ["Фридрих Мерц", "Фрідріх Мерц"], "person"),
        ("macron", "Emmanuel Macron", ["Емманюель Макрон", "Эммануэль Макрон"], "person"),
        ("ukraine", "Ukraine", ["Kyiv", "Kiew", "Київ", "Киев", "Kijów"], "state"),
    ]
)
WITHHELD = {
    "en": [
        ("Scholz denied that he supports the plan.", "denied", "denied"),
        ("Scholz denies he opposed it.", "denied", "denies"),
        ("Scholz did not say he opposes it.", "denied", "not say"),
        ("Scholz never said that he opposes it.", "denied", "never said"),
        ("Will Scholz approve the plan?", "asked", "?"),
        ("“Does Scholz oppose it?” asked Merz.", "asked", "?"),
        ("Merz asked whether Scholz supports it.", "asked", "whether"),
        ("Scholz was urged to approve the plan.", "urged", "was urged"),
        ("Scholz was repeatedly asked to approve it.", "urged", "was repeatedly asked"),
        ("Scholz is under pressure to approve it.", "urged", "under pressure"),
        ("Scholz, asked to endorse the plan, left.", "urged", "asked to"),
        ("It would end if Scholz agreed to it.", "supposed", "if"),
        ("Scholz would support it if Merz left.", "supposed", "would"),
        ("Scholz could approve the plan.", "supposed", "could"),
        ("Scholz might reject it.", "supposed", "might"),
        ("Scholz may have approved it.", "supposed", "may"),
    ],
    "de": [
        ("Scholz bestritt, dass er die Lieferung unterstützt.", "denied", "bestritt"),
        ("Scholz hat nie gesagt, dass er das ablehnt.", "denied", "nie gesagt"),
        ("Unterstützt Scholz die Lieferung?", "asked", "?"),
        ("Merz fragte, ob Scholz das unterstützt.", "asked", "ob"),
        ("Scholz wurde gedrängt, der Lieferung zugestimmt zu haben.", "urged", "wurde gedrängt"),
        ("Scholz steht unter Druck, gefordert ist er.", "urged", "unter Druck"),
        ("Wenn Scholz das genehmigt, geht Merz.", "supposed", "Wenn"),
        ("Scholz könnte die Lieferung abgelehnt haben.", "supposed", "könnte"),
        ("Scholz würde das unterstützen, wenn Merz ginge.", "supposed", "würde"),
    ],
    "fr": [
        ("Macron nie que Paris soutient le plan.", "denied", "nie"),
        ("Macron soutient-il le plan ?", "asked", "?"),
        ("On ignore si Macron soutient le plan.", "asked", "si"),
        ("Macron a été exhorté à refuser.", "urged", "été exhorté"),
        ("Macron est sous pression pour que Paris condamne le plan.", "urged", "sous pression"),
        ("Macron pourrait exclure l’envoi.", "supposed", "pourrait"),
        ("S’il refuse, Macron part.", "supposed", "S’il"),
    ],
    "pl": [
        ("Scholz zaprzeczył, że popiera plan.", "denied", "zaprzeczył"),
        ("Czy Scholz popiera plan?", "asked", "Czy"),
        ("Merz pytał, czy Scholz popiera plan.", "asked", "czy"),
        ("Scholz jest pod presją, domaga się tego Merz.", "urged", "pod presją"),
        ("Jeśli Scholz zezwala, Merz odejdzie.", "supposed", "Jeśli"),
        ("Scholz poparłby plan.", "supposed", "poparłby"),
    ],
    "uk": [
        ("Шольц заперечив, що підтримує план.", "denied", "заперечив"),
        ("Шольц не сказав, що підтримує план.", "denied", "не сказав"),
        ("Чи підтримує Шольц план?", "asked", "Чи"),
        ("Шольц під тиском, вимагають цього всі.", "urged", "під тиском"),
        ("Якщо Шольц підтримає план, Мерц піде.", "supposed", "Якщо"),
        ("Шольц підтримав би план.", "supposed", "би"),
        ("Шольц може підтримати план.", "supposed", "може"),
    ],
    "ru": [
        ("Шольц отрицает, что поддерживает план.", "denied", "отрицает"),
        ("Шольц не сказал, что поддерживает план.", "denied", "не сказал"),
        ("Поддерживает ли Шольц план, неясно.", "asked", "ли"),
        ("Поддержит Шольц план?", "asked", "?"),
        ("Шольц под давлением, требуют этого все.", "urged", "под давлением"),
        ("Если Шольц поддержит план, Мерц уйдёт.", "supposed", "Если"),
        ("Шольц поддержал бы план.", "supposed", "бы"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "why", "said"), [(code, *case) for code in WITHHELD for case in WITHHELD[code]]
)
def test_a_stance_is_withheld_and_the_words_that_decided_are_shown(language, text, why, said):
    found = cues(text, tokens(text), language)
    if why is None:
        assert all(not cue.stance or cue.withheld is None for cue in found)
        return
    assert found
    assert {cue.stance for cue in found} == {""}
    assert {(cue.withheld.why, text[cue.withheld.start : cue.withheld.end]) for cue in found} == {(why, said)}
    assert all(
        not each.stance and not each.positions
        for each in tag(text, date(2024, 5, 1), WORDS, language).candidates
    )


POSITIONS = {
    "en": [
        ("Merz said Scholz opposes it.", "scholz opposes"),
        ("Merz said that Scholz had not supported it.", "scholz opposes"),
        ("Scholz opposes it, Merz said.", "scholz opposes"),
        ("According to Chancellor Merz, Scholz opposes it.", "scholz opposes"),
        ("Scholz did not support it, but Merz did.", "scholz opposes"),
        ("Scholz never approved it.", "scholz undecided"),
        ("Scholz refused to rule out the delivery.", "scholz leans-support"),
        ("Scholz could not support the plan.", "scholz opposes"),
        ("In May Scholz approved it.", "scholz supports"),
        ("Macron and Chancellor Scholz opposed it.", "macron opposes, scholz opposes"),
        ("Macron, Merz and Scholz opposed it.", "macron opposes, merz opposes, scholz opposes"),
        ("The plan was rejected by Scholz.", "scholz opposes"),
        ("Merz’s plan was rejected by Scholz and Macron.", "scholz opposes, macron opposes"),
        ("Merz supports the plan, Scholz opposes it.", "merz supports, scholz opposes"),
        ("Scholz welcomed it but ruled out more.", ""),
        ("Scholz told Macron he opposes it.", ""),
        ("Macron, after meeting Scholz, opposed it.", ""),
        ("Scholz, the chancellor, opposes it.", "scholz opposes"),
        ("Officials opposed Scholz.", ""),
        ("Kyiv urged Scholz to act.", "ukraine supports"),
        ("Scholz was urged to approve it, but he refused.", "scholz opposes"),
        ("Scholz denied that he supports it but opposed a ban.", "scholz opposes"),
        ("Scholz would support it.", "scholz supports"),
        ("Whether Kyiv acts remains unresolved.", "ukraine undecided"),
        ("Scholz favours a more guarded path.", "scholz leans-oppose"),
        ("Scholz has vowed to provide it.", "scholz supports"),
        ("Scholz has vowed to end the war.", ""),
        ("Scholz spoke of the ability to resist.", ""),
    ],
    "de": [
        ("Merz sagte, Scholz lehne das ab, er unterstützte es nicht.", ""),
        ("Merz sagte, dass Scholz die Lieferung ablehnt.", "scholz opposes"),
        ("Laut Merz unterstützt Scholz die Lieferung.", "scholz supports"),
        ("Gestern lehnte Kanzler Scholz die Lieferung ab.", "scholz opposes"),
        ("Gestern unterstützte er Scholz.", ""),
        ("Macron und Scholz unterstützen die Lieferung.", "macron supports, scholz supports"),
    ],
    "fr": [
        ("Merz dit que Macron soutient le plan.", "macron supports"),
        ("Selon Merz, Macron soutient le plan.", "macron supports"),
        ("Le plan est rejeté par Macron.", "macron opposes"),
        ("Merz et Macron condamnent le plan.", "merz opposes, macron opposes"),
        ("Macron ne soutient pas le plan.", "macron opposes"),
    ],
    "pl": [
        ("Merz powiedział, że Scholz popiera plan.", "scholz supports"),
        ("Według Merza tylko Scholz popiera plan.", "scholz supports"),
        ("Plan odrzucony? Merz i Macron poparli plan.", "merz supports, macron supports"),
        ("Scholz nie popiera planu.", "scholz opposes"),
    ],
    "uk": [
        ("Мерц сказав, що Шольц підтримує план.", "scholz supports"),
        ("За словами Мерца, Шольц підтримує план.", "scholz supports"),
        ("Макрон і Шольц підтримали план.", "macron supports, scholz supports"),
        ("Шольц не підтримав план.", "scholz opposes"),
    ],
    "ru": [
        ("Мерц сказал, что Шольц поддерживает план.", "scholz supports"),
        ("По словам Мерца, Шольц поддерживает план.", "scholz supports"),
        ("Макрон и Шольц поддержали план.", "macron supports, scholz supports"),
        ("Шольц не поддержал план.", "scholz opposes"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"), [(code, *case) for code in POSITIONS for case in POSITIONS[code]]
)
def test_whose_a_stance_is(language, text, expected):
    found = tag(text, date(2024, 5, 1), WORDS, language).candidates
    told = [f"{each.actor.slug} {each.stance}" for candidate in found for each in candidate.positions]
    assert ", ".join(told) == expected
    for candidate in found:
        for position in candidate.positions:
            assert position.actor in candidate.actors
            assert position.cues and {*position.cues} <= {*candidate.cues}


def test_a_withheld_stance_still_lets_a_date_be_proposed():
    (only,) = tag(
        "On 3 May Scholz was asked whether he supports it.", date(2024, 5, 8), WORDS, "en"
    ).candidates
    assert (only.date.text, only.stance, only.positions) == ("On 3 May", "", ())
    assert [cue.withheld.why for cue in only.cues] == ["asked"]


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Scholz denied that he supports it.", True),
        ("Scholz was urged to approve it.", True),
        ("Will Scholz approve it?", False),
        ("Scholz could approve it.", False),
    ],
)
def test_a_denial_or_an_urge_is_an_event_and_a_question_or_a_guess_none(text, proposed):
    assert bool(tag(text, date(2024, 5, 1), WORDS, "en").candidates) == proposed
