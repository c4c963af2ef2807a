"""Short articles about politics in five languages, annotated by hand: what is proposed, and whose stance."""

from datetime import date

import pytest

from timeline.tagging import Vocabulary, tag

PUBLISHED = date(2025, 6, 12)
# By article: its language, its actors, and each sentence with whether it tells an event and who holds what.
ARTICLES = {
    "a toll on cars": (
        "en",
        [
            ("march", "Linda March", [], "person"),
            ("okafor", "Daniel Okafor", ["Mayor Okafor"], "person"),
            ("greens", "Green Party", ["Greens", "the Greens"], "party"),
            ("council", "City Council", ["council"], "legislature"),
            ("chamber", "Chamber of Commerce", [], "institution"),
        ],
        [
            ("Mayor Okafor proposed a toll on cars in the city centre on 3 March.", True, ""),
            ("The Greens support the toll.", True, "greens supports"),
            ("Councillor Linda March said she would vote against it.", True, "march opposes"),
            ("“I supported the ban on diesel in March,” she added.", True, ""),
            ("The Chamber of Commerce defended the plan, to the surprise of many.", True, "chamber supports"),
            ("Okafor said no shop would close.", False, ""),
            ("He promised to resign if traffic did not fall.", False, ""),
            ("Two days later, on 8 May, the City Council voted for the toll.", True, "council supports"),
            ("March has since dropped her opposition to the scheme.", True, ""),
            ("The fight against the noise goes on.", False, ""),
            ("The weather was fine.", False, ""),
        ],
    ),
    "telephones at school": (
        "en",
        [
            ("harlan", "Ruth Harlan", [], "person"),
            ("pike", "Tom Pike", [], "person"),
            ("union", "National Teachers’ Union", ["teachers’ union"], "institution"),
            ("wales", "Wales", ["Cardiff"], "state"),
            ("labour", "Labour Party", ["Labour"], "party"),
        ],
        [
            (
                "Secretary Ruth Harlan wants to ban telephones from schools.",
                True,
                "harlan supports",
            ),
            ("Tom Pike, her predecessor, is against the ban.", True, "pike opposes"),
            ("The teachers’ union has called for a ban since last autumn.", True, "union supports"),
            ("Wales is still undecided.", True, "wales undecided"),
            ("Harlan said no decision had been taken on tablets.", True, "harlan undecided"),
            ("Labour has reversed key policies on schools.", True, ""),
            ("“We support the ban and we oppose delays,” Pike said a year ago.", True, ""),
            ("Harlan was asked on Tuesday whether she backs the union.", True, ""),
            ("Labour will vote in favour of the bill, according to Pike.", True, "labour supports"),
            ("Pupils shrugged.", False, ""),
        ],
    ),
    "ein Deckel für Mieten": (
        "de",
        [
            ("brandt", "Katja Brandstetter", [], "person"),
            ("lohse", "Jürgen Lohse", [], "person"),
            ("gruene", "Bündnis 90/Die Grünen", ["Grünen", "Grüne"], "party"),
            ("fdp", "FDP", [], "party"),
            ("bundesrat", "Bundesrat", [], "legislature"),
        ],
        [
            (
                "Bauministerin Katja Brandstetter hat am 2. Juni einen Deckel vorgeschlagen.",
                True,
                "",
            ),
            ("Die Grünen stimmten im Ausschuss dafür.", True, "gruene supports"),
            ("Die FDP stimmte dagegen.", True, "fdp opposes"),
            ("Der Abgeordnete Jürgen Lohse sprach sich gegen den Deckel aus.", True, "lohse opposes"),
            ("Lohse versprach zurückzutreten, falls das Gesetz kommt.", False, ""),
            ("Am Freitag will der Bundesrat darüber abstimmen.", True, ""),
            (
                "Brandstetter ist für den Deckel, die FDP lehnt ihn ab.",
                True,
                "brandt supports, fdp opposes",
            ),
            ("Der Kampf gegen die Wohnungsnot dauert an.", False, ""),
            ("Im April hatte Lohse seinen Widerstand gegen den Neubau aufgegeben.", True, ""),
        ],
    ),
    "закон про ринок землі": (
        "uk",
        [
            ("koval", "Ірина Ковальчук", [], "person"),
            ("dzyuba", "Петро Дзюба", [], "person"),
            ("rada", "Верховна Рада", ["Рада"], "legislature"),
            ("cabinet", "Кабінет Міністрів", ["уряд", "Уряд"], "institution"),
        ],
        [
            ("Міністерка Ірина Ковальчук 3 червня внесла законопроєкт про ринок землі.", True, ""),
            ("Депутат Петро Дзюба виступив проти законопроєкту.", True, "dzyuba opposes"),
            ("Ковальчук виступила за відкриття ринку.", True, "koval supports"),
            ("Уряд обіцяв 500 млн гривень на дороги.", False, ""),
            ("У травні Верховна Рада проголосувала за зміни.", True, "rada supports"),
            ("Дзюбу закликали підтримати компроміс.", True, ""),
            ("Поправку відхилено Дзюбою.", True, "dzyuba opposes"),
            ("Боротьба проти посухи триває.", False, ""),
            ("Рада досі вагається.", True, "rada undecided"),
        ],
    ),
    "un péage urbain": (
        "fr",
        [
            ("morvan", "Hélène Morvan", [], "person"),
            ("tessier", "Paul Tessier", [], "person"),
            ("verts", "Les Verts", ["Verts"], "party"),
            ("region", "Région Bretagne", ["Bretagne"], "institution"),
            ("senat", "Sénat", [], "legislature"),
        ],
        [
            ("La maire Hélène Morvan a présenté un péage urbain le 4 mai.", True, ""),
            ("Le député Paul Tessier a voté contre.", True, "tessier opposes"),
            ("Les Verts ont apporté leur soutien au projet.", True, "verts supports"),
            ("Morvan défend la mesure depuis avril.", True, "morvan supports"),
            ("« Nous voterons contre », prévient Tessier.", True, ""),
            ("D’autres régions hésitent, comme la Bretagne.", True, ""),
            ("Tessier a renoncé à son opposition en juin.", True, ""),
            ("Le Sénat a voté pour le texte mardi.", True, "senat supports"),
            ("La lutte contre la pollution continue.", False, ""),
            ("Morvan a promis de démissionner en cas d’échec.", False, ""),
        ],
    ),
    "kopalnia w Turowie": (
        "pl",
        [
            ("zaremba", "Anna Zaremba", [], "person"),
            ("gorski", "Marek Górski", [], "person"),
            ("sejm", "Sejm", [], "legislature"),
            ("zieloni", "Zieloni", [], "party"),
        ],
        [
            ("Minister Anna Zaremba przedstawiła 5 maja plan zamknięcia kopalni.", True, ""),
            ("Poseł Marek Górski zagłosował przeciw.", True, "gorski opposes"),
            ("Zieloni głosowali za planem.", True, "zieloni supports"),
            ("Według Zaremby Górski popiera odszkodowania.", True, "gorski supports"),
            ("Górski obiecał zrezygnować, jeśli plan przejdzie.", False, ""),
            ("Zaremba opowiedziała się za zamknięciem.", True, "zaremba supports"),
            ("W czerwcu Sejm odrzucił poprawkę.", True, "sejm opposes"),
            ("Poprawkę poparto, ale plan został skrytykowany przez Górskiego.", True, "gorski opposes"),
            ("Walka przeciwko smogowi trwa.", False, ""),
            ("Górski wycofał swój sprzeciw.", True, ""),
        ],
    ),
}


def read(language, actors, sentences):
    """Each sentence with whether it is proposed and the positions it tells, as the annotation writes them."""
    text, found = " ".join(sentence for sentence, *_ in sentences), []
    candidates = tag(text, PUBLISHED, Vocabulary(actors), language).candidates
    for sentence, *_ in sentences:
        start = text.index(sentence)
        there = [each for each in candidates if start <= each.start < start + len(sentence)]
        told = [f"{each.actor.slug} {each.stance}" for event in there for each in event.positions]
        found.append((sentence, bool(there), ", ".join(told)))
    return found


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_read_as_a_person_reads_it(article):
    language, actors, sentences = ARTICLES[article]
    assert read(language, actors, sentences) == sentences
