"""What a debate and the file itself call things: from a name, an alias, an address or an id to the slug."""

from rapidfuzz import fuzz, process

from timeline.ingest.problems import quoted
from timeline.models import Argument, FormerSlug, ImportedRow
from timeline.models.search import fold

CLOSE = 75  # of 100: how alike a name must be to be what was meant
CALLED = {"question": "title", "topic": "name", "actor": "name", "source": "title"}


class Unknown(Exception):
    """Nothing has this name: why, and what to do."""


class Names:
    """The names of one debate, by kind. Events are known by their slugs alone."""

    def __init__(self):
        self.slugs = {kind: set() for kind in CALLED}
        self.known = {kind: {} for kind in CALLED}  # folded name or address -> slugs
        self.former = {}  # (kind, slug) -> key of what has it no more
        self.arguments = {}  # question -> slugs

    @classmethod
    def of(cls, debate):
        """Those that the debate has."""
        names = cls()
        for kind, called in CALLED.items():
            rows = getattr(debate, f"{kind}s")
            other = "url" if kind == "source" else "aliases"
            for slug, name, others in rows.values_list("slug", called, other):
                names.add(kind, slug, name, *([others] if kind == "source" else others))
        for question, slug in Argument.objects.filter(question__debate=debate).values_list(
            "question__slug", "slug"
        ):
            names.arguments.setdefault(question, set()).add(slug)
        former = FormerSlug.objects.filter(debate=debate).values_list("kind", "slug", "target")
        names.former = {(kind, slug): target for kind, slug, target in former}
        return names

    def add_rows(self, run):
        """Those that the rows before would bring, while nothing is written yet."""
        good = run.rows.filter(
            place__lt=run.position,
            outcome__in=[ImportedRow.Outcome.CREATE, ImportedRow.Outcome.CHANGE],
        ).exclude(kind="event")
        for kind, slug, title, facts in good.values_list("kind", "slug", "title", "facts"):
            self.add_row(kind, slug, title, facts)

    def add_row(self, kind, slug, title, facts):
        """What one good row brings."""
        if kind == "argument":
            self.arguments.setdefault(facts["question"], set()).add(slug)
        elif kind in CALLED:
            self.add(kind, slug, title, *facts.get("names", []))

    def add(self, kind, slug, *names):
        """Know something by these names too."""
        self.slugs[kind].add(slug)
        for name in filter(None, names):
            self.known[kind].setdefault(_key(kind, name), []).append(slug)

    def find(self, kind, text):
        """The slug of what a text names; raises `Unknown`."""
        found = self._named(kind, text)
        if len(found) == 1:
            return found[0]
        if found:
            raise Unknown(f"{quoted(text)} may be any of {', '.join(found)}; give the id")
        known = self.known[kind]
        close = process.extractOne(_key(kind, text), known.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
        meant = f"; did you mean {quoted(known[close[0]][0])}?" if close else ""
        hint = meant or f"; add the {kind} first, or correct the name"
        raise Unknown(f"the debate has no {kind} {quoted(text)}{hint}")

    def has(self, kind, text):
        """The slug of what a text names, or ""."""
        found = self._named(kind, text)
        return found[0] if len(found) == 1 else ""

    def _named(self, kind, text):
        if text in self.slugs[kind]:
            return [text]
        return list(dict.fromkeys(self.known[kind].get(_key(kind, text), [])))


def _key(kind, name):
    """Names are compared without case and accents; addresses as they are, but for a last slash."""
    return name.rstrip("/") if "://" in name else fold(name) or name
