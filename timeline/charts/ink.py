"""How a drawing says a colour: by class (the page, under its stylesheet) or outright (a picture)."""

from dataclasses import dataclass
from html import escape

from timeline.charts import palette

# The pages' own (--sans in base.css), and before it the one that the server draws with, for a picture.
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
PICTURE_FONT = f"'Open Sans', {FONT}"


@dataclass(frozen=True, slots=True)
class Ink:
    """Attributes for colours, for theme "css" (classes only), "light" or "dark" (explicit values).

    Marks set `color` and draw with currentColor, so one attribute colours fills, outlines and gradients.
    """

    theme: str

    def mark(self, key: str) -> str:
        """The attribute that makes currentColor the colour of a mark."""
        if self.theme == "css":
            return f'class="c-{escape(key)}"'
        return f'color="{palette.color(key, self.theme)}"'

    def fill(self, key: str) -> str:
        """The attribute that fills with a neutral (ink, muted, paper, density)."""
        return f'class="f-{key}"' if self.theme == "css" else f'fill="{palette.color(key, self.theme)}"'

    def stroke(self, key: str) -> str:
        """The attribute that draws lines in a neutral (hairline, yearline, ink)."""
        return f'class="s-{key}"' if self.theme == "css" else f'stroke="{palette.color(key, self.theme)}"'

    def text(self, key: str) -> str:
        """The attributes of a text: its colour, and a rim of paper that keeps lines behind it off."""
        if self.theme == "css":
            return f'class="t-{key}"'
        rim = f'stroke="{palette.color("paper", self.theme)}" stroke-width="4" paint-order="stroke"'
        return f"{self.fill(key)} {rim}"
