"""How to cite a view or a page: in plain text, as BibTeX and as RIS. Knows no request."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates.words import in_day
from timeline.filters.state import printable

SITE = "Debateline"

# What TeX would act upon. Braces are named: BibTeX counts even escaped ones, and a single one ends the entry.
TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{char: f"\\{char}" for char in "$&#%_"},
}


@dataclass(frozen=True)
class Reference:
    """What a citation says. `part_of` is the debate of something with a page of its own, else empty.

    `host` is where the site is; `as_of` the day on which it looked so; `happened` an event's date in words.
    """

    title: str
    address: str
    host: str
    as_of: date
    part_of: str = ""
    happened: str = ""

    @property
    def container(self):
        """What it appeared in: the debate, if it is a part of one, and the site."""
        return f"{one_line(self.part_of)}, {SITE}" if self.part_of else SITE

    @property
    def key(self):
        """A name for it that is the same each time and that BibTeX takes."""
        path = self.address.split("://")[-1].partition("/")[2]
        letters = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")[:60].strip("-")
        return f"debateline-{letters or 'debates'}-{self.as_of.year}"


def one_line(text):
    """The text on one line, without control characters: a line end would begin a new field."""
    return " ".join(printable(re.sub(r"\s", " ", text)).split())


def plain(reference):
    """One sentence after the other, as in a footnote."""
    title = one_line(reference.title)
    parts = [
        f"“{title}{'' if title.endswith(('.', '?', '!', '…')) else '.'}”",
        f"{reference.container} ({reference.host}).",
        *([_("Event dated %(day)s.") % {"day": reference.happened}] if reference.happened else []),
        _("As of %(day)s.") % {"day": in_day(reference.as_of)},
        reference.address,
    ]
    return " ".join(parts) + "\n"


def bibtex(reference):
    """A `@misc` entry, for BibTeX and biblatex alike."""
    fields = {
        "title": f"{{{tex(reference.title)}}}",  # braced twice: capitals stay
        "howpublished": tex(f"{reference.container}, {reference.host}"),
        "year": str(reference.as_of.year),
        "url": reference.address,
        "urldate": reference.as_of.isoformat(),
        "note": tex(_note(reference)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{reference.key},\n{lines}}}\n"


def tex(text):
    """The text as TeX prints it: nothing in it is a command."""
    return "".join(TEX.get(char, char) for char in one_line(text))


def ris(reference):
    """A record of the type ELEC (web page); lines end as the format wants them."""
    day = f"{reference.as_of:%Y/%m/%d/}"
    fields = [
        ("TY", "ELEC"),
        ("TI", one_line(reference.title)),
        ("T2", reference.container),
        ("PB", reference.host),
        ("PY", str(reference.as_of.year)),
        ("DA", day),
        ("Y2", day),
        ("UR", reference.address),
        ("N1", one_line(_note(reference))),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields)


def _note(reference):
    as_of = _("As of %(day)s.") % {"day": in_day(reference.as_of)}
    if not reference.happened:
        return as_of
    happened = _("Event dated %(day)s.") % {"day": reference.happened}
    return f"{happened} {as_of}"


FORMATS = {  # file ending: (its name, how it is written, content type)
    "txt": (gettext_lazy("Plain text"), plain, "text/plain"),
    "bib": ("BibTeX", bibtex, "application/x-bibtex"),
    "ris": ("RIS", ris, "application/x-research-info-systems"),
}
