"""Plotly's script is served from where it is installed, and its own style is allowed by hash alone."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured

from timeline import plotly_assets


def test_the_script_is_found_under_its_address(settings):
    settings.PLOTLY_BUNDLE = "full"
    found = plotly_assets.PlotlyFinder().find("plotly/plotly.min.js")
    assert Path(found).name == "plotly.min.js"
    assert "plotly.js v" in Path(found).read_text(encoding="utf-8")[:200]
    assert plotly_assets.PlotlyFinder().find("plotly/other.js") == []


def test_collecting_takes_the_one_file(settings):
    settings.PLOTLY_BUNDLE = "full"
    ((name, storage),) = plotly_assets.PlotlyFinder().list(None)
    assert (storage.prefix, name) == ("plotly", "plotly.min.js")
    with storage.open(name) as script:
        assert script.read() == plotly_assets.bundle().read_bytes()


def test_the_lean_bundle_is_preferred_where_it_is_installed(settings, tmp_path):
    lean = tmp_path / plotly_assets.LEAN
    lean.parent.mkdir(parents=True)
    lean.write_text("window.Plotly = {}")
    settings.BASE_DIR = tmp_path
    settings.PLOTLY_BUNDLE = "auto"
    assert plotly_assets.bundle() == lean
    assert plotly_assets.style_hashes() == []
    settings.PLOTLY_BUNDLE = "full"
    assert plotly_assets.bundle() != lean
    ((_, storage),) = plotly_assets.PlotlyFinder().list(None)
    assert Path(storage.path("plotly.min.js")) == plotly_assets.bundle()


@pytest.mark.parametrize("wanted", ["basic", "huge"])
def test_a_bundle_that_is_not_there_stops_the_start(settings, tmp_path, wanted):
    settings.BASE_DIR = tmp_path
    settings.PLOTLY_BUNDLE = wanted
    with pytest.raises(ImproperlyConfigured):
        plotly_assets.bundle()


def test_the_hash_is_of_the_text_that_the_script_inserts(settings, tmp_path):
    lean = tmp_path / plotly_assets.LEAN
    lean.parent.mkdir(parents=True)
    lean.write_text(
        r"""var e=document.createElement("style");e.id="x",e.textContent='.a{content:\'\u00e9\'}',f(e)"""
    )
    settings.BASE_DIR, settings.PLOTLY_BUNDLE = tmp_path, "basic"
    digest = b64encode(sha256(".a{content:'é'}".encode()).digest()).decode()
    assert plotly_assets.style_hashes() == [f"'sha256-{digest}'"]


def test_the_full_bundle_has_one_style_of_its_own(settings):
    settings.PLOTLY_BUNDLE = "full"
    (source,) = plotly_assets.style_hashes()
    assert source.startswith("'sha256-")


def test_the_finder_is_installed():
    assert finders.find("plotly/plotly.min.js")
