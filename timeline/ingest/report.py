"""What a load did, per kind of record."""

from dataclasses import dataclass, field

OUTCOMES = ("created", "changed", "unchanged", "removed", "withdrawn", "kept")
KINDS = ("debate", "question", "topic", "argument", "actor", "source", "event")


@dataclass
class Report:
    """Counts by kind and outcome. "kept" are records that the file lacks and something else still uses."""

    debate: str
    counts: dict = field(default_factory=dict)

    def note(self, kind, **outcomes):
        """Add to the counts of a kind."""
        tally = self.counts.setdefault(kind, dict.fromkeys(OUTCOMES, 0))
        for outcome, count in outcomes.items():
            tally[outcome] += count

    def note_rows(self, kind, rows, created=0, changed=0):
        """Note the rows that were in the file."""
        self.note(kind, created=created, changed=changed, unchanged=rows - created - changed)

    def total(self, outcome):
        """How many records of all kinds had this outcome."""
        return sum(tally[outcome] for tally in self.counts.values())

    @property
    def touched(self):
        """Whether anything was written."""
        return any(self.total(outcome) for outcome in ("created", "changed", "removed", "withdrawn"))

    def sentence(self):
        """The outcome in one sentence."""
        if not self.touched:
            return f"{self.debate}: nothing to do, all {self.total('unchanged')} records are as in the file."
        said = [self._outcome(outcome) for outcome in OUTCOMES if self.total(outcome)]
        return f"{self.debate}: {'; '.join(said)}."

    def _outcome(self, outcome):
        if outcome == "unchanged":
            return f"{self.total(outcome)} records unchanged"
        kinds = [(kind, self.counts[kind][outcome]) for kind in KINDS if kind in self.counts]
        said = [f"{count} {kind if count == 1 else f'{kind}s'}" for kind, count in kinds if count]
        return f"{outcome} {', '.join(said)}"
