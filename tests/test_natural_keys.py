"""Natural keys: what Django's own dump carries from one installation to another."""

import pytest
from django.core.management import call_command

from timeline.exports.debate_file import debate_file
from timeline.models import Argument, Citation, Debate, EventTopic, Position, Source


@pytest.mark.parametrize("model", [Argument, Citation, EventTopic, Position])
def test_a_row_is_found_by_its_natural_key(debate, model):
    for row in model.objects.order_by("-pk")[:5]:
        assert model.objects.get_by_natural_key(*row.natural_key()) == row


def test_a_dump_without_primary_keys_loads_elsewhere(debate, tmp_path):
    before = "".join(debate_file(debate))
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "timeline", natural_primary=True, natural_foreign=True, output=dump)
    Debate.objects.all().delete()
    assert not Source.objects.exists()
    call_command("loaddata", dump, verbosity=0)
    assert "".join(debate_file(Debate.objects.get(slug="long-range-weapons"))) == before
