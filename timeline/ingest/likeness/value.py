"""A likeness as a value, and how its parts are weighed."""

from dataclasses import dataclass

LIKELY = (
    70  # per cent, from which a pair is worth a look: more than two thirds of what can be compared agrees
)


@dataclass(frozen=True, order=True)
class Likeness:
    """How alike two things are, from 0 to 100, and why, the weightiest reason first."""

    percent: int
    reasons: tuple[str, ...] = ()

    @property
    def is_likely(self):
        """Whether it is worth a curator's look."""
        return self.percent >= LIKELY

    def __str__(self):
        return ", ".join([f"{self.percent} % like", *self.reasons])


UNLIKE = Likeness(0)


def weighed(parts):
    """The mean of (weight, score) pairs; a score of None, where a side says nothing, does not count."""
    known = [(weight, score) for weight, score in parts if score is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * score for weight, score in known) / total if total else 0.0


def percent(score):
    """A score from 0 to 1 as a whole percentage; only what is wholly alike is 100."""
    return int(score * 100 + 1e-9)
