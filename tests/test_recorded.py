"""Every model either keeps a history or says why not."""

import pytest
from django.apps import apps
from simple_history.models import HistoricalChanges

from timeline.models.recorded import NOT_RECORDED, RECORDED


def models():
    """The models of the application, without the tables of records themselves."""
    found = apps.get_app_config("timeline").get_models()
    records = {link for model in RECORDED for link in model.history.model.__subclasses__()}
    return {
        model
        for model in found
        if not issubclass(model, HistoricalChanges)
        and model not in records
        and not model.__name__.startswith("Historical")
    }


def test_every_model_is_recorded_or_says_why_not():
    assert models() == {*RECORDED, *NOT_RECORDED}
    assert not set(RECORDED) & set(NOT_RECORDED)
    assert all(len(reason.split()) > 7 for reason in NOT_RECORDED.values())


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model.__name__)
def test_what_is_said_to_be_recorded_is(model):
    assert model.history.model.instance_type is model


@pytest.mark.parametrize("model", NOT_RECORDED, ids=lambda model: model.__name__)
def test_what_is_said_not_to_be_recorded_is_not(model):
    assert not hasattr(model, "history")


def test_of_an_article_no_record_can_hold_the_text():
    article, decision = (model for model in RECORDED if model.__name__ in ("Article", "Decision"))
    assert "text" not in {field.name for field in article.history.model._meta.fields}
    assert "typed" not in {field.name for field in decision.history.model._meta.fields}
