"""A verb behind a phrase that opens its sentence turns it to the future, as one before it does."""

from datetime import date

import pytest

from timeline.dates import find

TUESDAY = date(2024, 11, 26)


@pytest.mark.parametrize(
    ("language", "text", "edtf", "decided_by"),
    [
        ("en", "In January, Trump will take office.", "2025-01", "will"),
        ("en", "On 20 January he will take office.", "2025-01-20", "will"),
        ("en", "In January he said that he will come.", "2024-01", ""),
        ("en", "In January he left. He will come.", "2024-01", ""),
        ("en", "In May the planned delivery failed.", "2024-05", ""),
        ("de", "Im Januar wird Trump sein Amt antreten.", "2025-01", "wird"),
        ("de", "Im Mai wurde sie geplant.", "2024-05", ""),
        ("fr", "En janvier, Trump prendra ses fonctions.", "2025-01", "prendra"),
        ("ru", "В январе Трамп вступит в должность.", "2025-01", "вступит"),
        ("uk", "У січні Трамп обійме посаду.", "2025-01", "обійме"),
        ("uk", "У січні Трамп складе присягу.", "2025-01", "складе"),
        ("pl", "W styczniu Trump obejmie urząd.", "2025-01", "obejmie"),
        ("uk", "У січні він обійматиме посаду.", "2025-01", "обійматиме"),
        ("uk", "Він обійматиме посаду в січні.", "2025-01", "обійматиме"),
        ("uk", "Вони голосуватимуть у січні.", "2025-01", "голосуватимуть"),
        ("uk", "Засідання відбуватиметься в січні.", "2025-01", "відбуватиметься"),
        ("fr", "En janvier, il quittera Kiev.", "2025-01", "quittera"),
        ("en", "He said that, in January, she will take office.", "2025-01", "will"),
        ("en", "She will come, but in January he said no.", "2024-01", ""),
        ("en", "She won the vote, and in January she will take office.", "2025-01", "will"),
        ("en", "It will be decided in April.", "2025-04", "will"),
        ("en", "It was decided in April.", "2024-04", ""),
        ("fr", "Le traité sera signé en mai.", "2025-05", "sera"),
        ("fr", "Le traité a été signé en mai.", "2024-05", ""),
        ("en", "She would take office in January.", "2025-01", "would"),
        ("de", "Er würde im Januar gehen.", "2025-01", "würde"),
    ],
)
def test_the_nearest_verb_behind_an_opening_decides(language, text, edtf, decided_by):
    (mention,) = find(text, TUESDAY, language)
    assert (mention.span.edtf, mention.decided_by) == (edtf, decided_by)


@pytest.mark.parametrize(
    ("language", "text", "edtf", "decided_by"),
    [
        ("en", "In November 2016 he won. He would take office in January.", "2017-01", "In November 2016"),
        ("en", "On 3 May 2016 he won; he was to leave in March.", "2017-03", "On 3 May 2016"),
        ("fr", "En novembre 2016 il gagna. Il quitterait Paris en janvier.", "2017-01", "En novembre 2016"),
        ("de", "Im November 2016 siegte er. Er würde im Januar gehen.", "2017-01", "Im November 2016"),
        (
            "ru",
            "В ноябре 2016 года он победил. Он должен был уйти в январе.",
            "2017-01",
            "В ноябре 2016 года",
        ),
    ],
)
def test_a_future_told_from_the_past_is_that_of_the_date_before(language, text, edtf, decided_by):
    _, mention = find(text, TUESDAY, language)
    assert (mention.span.edtf, mention.decided, mention.decided_by) == (edtf, "earlier date", decided_by)


@pytest.mark.parametrize(
    ("language", "text", "edtf", "decided_by"),
    [
        ("en", "By the end of May, Berlin had delivered it.", "[..2024-05-31]", "had"),
        ("en", "By the end of May, Berlin will deliver it.", "[..2025-05-31]", ""),
        ("en", "By the end of May, she said, it must come.", "[..2025-05-31]", ""),
        ("en", "She promised it by the end of May.", "[..2025-05-31]", ""),
        ("de", "Bis Ende Mai hatte Berlin geliefert.", "../2024-05-31", "hatte"),
        ("fr", "Avant le 20 mai, Berlin avait livré.", "[..2024-05-19]", "avait"),
        ("uk", "До кінця травня Берлін передав це.", "[..2024-05-31]", "передав"),
        ("pl", "Do końca maja Berlin przekazał to.", "../2024-05-31", "przekazał"),
    ],
)
def test_a_limit_lies_behind_where_its_clause_had_ended(language, text, edtf, decided_by):
    (mention,) = find(text, TUESDAY, language)
    assert (mention.span.edtf, mention.decided_by) == (edtf, decided_by)


@pytest.mark.parametrize(
    ("language", "text", "edtf", "decided_by"),
    [
        ("uk", "Міністр сказав, що угоду підпишуть у вересні.", "2025-09", "підпишуть"),
        ("uk", "Вона пообіцяла, що гроші надійдуть у травні.", "2025-05", "надійдуть"),
        ("uk", "Він сказав, що угоду у вересні підписали.", "2024-09", ""),
        ("ru", "Министр заявил, что закон подпишут в сентябре.", "2025-09", "подпишут"),
        ("ru", "Он сказал, что закон подписан в мае.", "2024-05", ""),
        ("pl", "Minister powiedział, że umowę podpiszą we wrześniu.", "2025-09", "podpiszą"),
        ("pl", "Obiecała, że pieniądze wpłyną w maju.", "2025-05", "wpłyną"),
        ("pl", "Minister powiedział, że umowę podpisano we wrześniu.", "2024-09", ""),
        ("de", "Er kündigte an, im Mai zurückzutreten.", "2025-05", "zurückzutreten"),
        ("de", "Er versprach, im Mai zu zahlen.", "2025-05", "zahlen"),
        ("en", "She promised to resign in May.", "2025-05", "promised to"),
        ("en", "They plan to vote in May.", "2025-05", "plan to"),
        ("en", "The trial is set for May.", "2025-05", "is set"),
        ("fr", "Elle a promis de démissionner en mai.", "2025-05", "promis de"),
    ],
)
def test_what_somebody_said_will_happen_lies_ahead(language, text, edtf, decided_by):
    (mention,) = find(text, TUESDAY, language)
    assert (mention.span.edtf, mention.decided_by) == (edtf, decided_by)
