"""The colours of the chart, once. static/chart.css holds the same values; a test compares the two.

Every mark colour has a contrast of at least 3:1 with the paper of its theme (WCAG 2.2, 1.4.11).
For and against are a blue and an orange-red: the pair that stays apart in the three common colour
blindnesses; shape says the same again (see `shapes`).
"""

from timeline.translation import pgettext, pgettext_noop

STANCES = ("supports", "leans-support", "undecided", "leans-oppose", "opposes", "mixed", "none")
KINDS = (
    "statement",
    "decision",
    "delivery",
    "report",
    "meeting",
    "vote",
    "strike",
    "warning",
    "proposal",
    "leak",
)

# Of an event in a topic's chain from request to use, in its order.
ROLES = ("requested", "refused", "approved", "restricted", "permitted", "delivered", "used")

LABELS = {
    "supports": pgettext_noop("stance", "supports"),
    "leans-support": pgettext_noop("stance", "leans support"),
    "undecided": pgettext_noop("stance", "undecided"),
    "leans-oppose": pgettext_noop("stance", "leans oppose"),
    "opposes": pgettext_noop("stance", "opposes"),
    "mixed": pgettext_noop("stance", "several stances"),
    "none": pgettext_noop("stance", "no stance recorded"),
    "statement": pgettext_noop("kind of event", "statement"),
    "decision": pgettext_noop("kind of event", "decision"),
    "delivery": pgettext_noop("kind of event", "delivery"),
    "report": pgettext_noop("kind of event", "report"),
    "meeting": pgettext_noop("kind of event", "meeting"),
    "vote": pgettext_noop("kind of event", "vote"),
    "strike": pgettext_noop("kind of event", "strike"),
    "warning": pgettext_noop("kind of event", "warning"),
    "proposal": pgettext_noop("kind of event", "proposal"),
    "leak": pgettext_noop("kind of event", "leak"),
    "requested": pgettext_noop("role of an event", "requested"),
    "refused": pgettext_noop("role of an event", "refused"),
    "approved": pgettext_noop("role of an event", "approved"),
    "restricted": pgettext_noop("role of an event", "restricted"),
    "permitted": pgettext_noop("role of an event", "permitted"),
    "delivered": pgettext_noop("role of an event", "delivered"),
    "used": pgettext_noop("role of an event", "used"),
}

MARKS = {
    "light": {
        "supports": "#175f9e",
        "leans-support": "#3f83b5",
        "undecided": "#85764a",
        "leans-oppose": "#c7692f",
        "opposes": "#ad3a1c",
        "mixed": "#76579c",
        "none": "#80868c",
        "statement": "#4b6a88",
        "decision": "#ad3a1c",
        "delivery": "#2c7a58",
        "report": "#8a6c1c",
        "meeting": "#76579c",
        "vote": "#1767a8",
        "strike": "#a3233c",
        "warning": "#bd651a",
        "proposal": "#2f7f82",
        "leak": "#8b4878",
        "requested": "#76579c",
        "refused": "#ad3a1c",
        "approved": "#175f9e",
        "restricted": "#c7692f",
        "permitted": "#3f83b5",
        "delivered": "#2c7a58",
        "used": "#a3233c",
    },
    "dark": {
        "supports": "#74b7ea",
        "leans-support": "#5a9bcb",
        "undecided": "#c4b484",
        "leans-oppose": "#d98c57",
        "opposes": "#f2805f",
        "mixed": "#b79ce0",
        "none": "#8d949b",
        "statement": "#93b0cc",
        "decision": "#f2805f",
        "delivery": "#6cc39a",
        "report": "#d3b55c",
        "meeting": "#b79ce0",
        "vote": "#74b7ea",
        "strike": "#ee7f8f",
        "warning": "#e39a52",
        "proposal": "#68bfc1",
        "leak": "#d590c0",
        "requested": "#b79ce0",
        "refused": "#f2805f",
        "approved": "#74b7ea",
        "restricted": "#d98c57",
        "permitted": "#5a9bcb",
        "delivered": "#6cc39a",
        "used": "#ee7f8f",
    },
}

NEUTRALS = {
    "light": {
        "paper": "#fcfbf8",
        "ink": "#1f2428",
        "muted": "#5f666d",
        "hairline": "#d5d2ca",
        "yearline": "#e8e5de",
        "density": "#c3ccd4",
    },
    "dark": {
        "paper": "#15181c",
        "ink": "#e9e7e2",
        "muted": "#a2a8af",
        "hairline": "#363b41",
        "yearline": "#262a2f",
        "density": "#3c4853",
    },
}


def label(key: str) -> str:
    """The words for a colour key, as the legend prints them."""
    return pgettext(*LABELS[key]) if key in LABELS else key.replace("-", " ")


def keys(color_by: str) -> tuple[str, ...]:
    """Every colour key of `color_by` (kind, stance or role) in legend order; ValueError on any other."""
    if color_by == "stance":
        return STANCES
    if color_by == "kind":
        return (*KINDS, "mixed", "none")
    if color_by == "role":
        return (*ROLES, "none")
    raise ValueError(f"color_by must be 'kind', 'stance' or 'role', not {color_by!r}")


def color(key: str, theme: str) -> str:
    """The hex value of a mark colour or a neutral; a key nobody foresaw gets the colour of "none"."""
    marks = MARKS[theme]
    return marks.get(key) or NEUTRALS[theme].get(key) or marks["none"]


def rgba(key: str, theme: str, alpha: float) -> str:
    """The same as an rgba() colour, for Plotly's translucent bands."""
    value = color(key, theme).lstrip("#")
    red, green, blue = (int(value[i : i + 2], 16) for i in (0, 2, 4))
    return f"rgba({red},{green},{blue},{alpha:g})"
