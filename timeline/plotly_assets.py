"""Plotly's script, from where it is installed, so that Python and JavaScript never part.

The Python package brings a full bundle and needs no Node; where `npm ci --prefix static` has been run,
the lean one (a quarter of the size) is served instead. Either way the address is the same:
`{% static "plotly/plotly.min.js" %}`.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

NAME = "plotly.min.js"
PREFIX = "plotly"
LEAN = Path("static/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js")
# A style element that the bundle makes at load, as it stands in the minified source.
STYLE = re.compile(
    r"""createElement\("style"\)[^;]*;[^;{}]{0,120}\.textContent='((?:[^'\\]|\\.)*)'""", re.DOTALL
)
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def bundle() -> Path:
    """The script to serve: setting PLOTLY_BUNDLE is "full", "basic" or "auto" (basic if installed).

    Raises ImproperlyConfigured for another value, or for "basic" where it has not been installed.
    """
    wanted = getattr(settings, "PLOTLY_BUNDLE", "auto")
    full, lean = Path(str(files("plotly") / "package_data" / NAME)), Path(settings.BASE_DIR) / LEAN
    if wanted not in {"auto", "full", "basic"}:
        raise ImproperlyConfigured(f"PLOTLY_BUNDLE must be auto, full or basic, not {wanted!r}")
    if wanted == "basic" and not lean.exists():
        raise ImproperlyConfigured("PLOTLY_BUNDLE is basic, but npm ci --prefix static has not been run")
    return full if wanted == "full" or not lean.exists() else lean


def style_hashes() -> list[str]:
    """The sources for style-src that let exactly the bundle's own style elements pass, if it has any.

    Both bundles of plotly.js 4.1.1 insert one for maps at load. The hash is of the text in the installed
    file, so that an update of Plotly brings its own; nothing else inline becomes possible by it.
    """
    path = bundle()
    return _hashes(path, path.stat().st_mtime_ns)


@cache
def _hashes(path: Path, _changed: int) -> list[str]:
    styles = (_text(literal) for literal in STYLE.findall(path.read_text(encoding="utf-8")))
    return [f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles]


def _text(literal: str) -> str:
    """What the inside of a JavaScript string literal says."""
    return re.sub(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", _unescape, literal, flags=re.DOTALL)


def _unescape(match: re.Match) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else ESCAPES.get(code, "" if code == "\n" else code)


class PlotlyFinder(BaseFinder):
    """Finds one static file, `plotly/plotly.min.js`, whichever bundle it is."""

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        """The path of the script, or an empty list for anything else."""
        if Path(path) != Path(PREFIX, NAME):
            return []
        return [str(bundle())] if find_all else str(bundle())

    def list(self, ignore_patterns):
        """The script under its served name, for collectstatic."""
        source = bundle()
        storage = Renamed(location=source.parent)
        storage.prefix, storage.source = PREFIX, source
        yield NAME, storage


class Renamed(FileSystemStorage):
    """A folder that shows one of its files under the name it is served by."""

    source: Path

    def path(self, name: str) -> str:
        """The file behind the name; any other name is as in the folder."""
        return str(self.source) if name == NAME else super().path(name)
