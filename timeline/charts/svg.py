"""The static drawing: SVG without script, without styles, at any width.

Horizontal positions are percentages and vertical ones px, so the picture stretches with its container
while text, marks and heights stay as they are. A scene is safe from overlaps at its own width and above.
"""

from collections.abc import Iterator

from timeline.charts import ghosts, glyphs, strips_svg
from timeline.charts.ink import Ink
from timeline.charts.lettering import escaped
from timeline.charts.marks import BAR, CAP, PILL, Mark
from timeline.charts.scene import LABEL_SIZE, LaneBox, Scene
from timeline.charts.shapes import number
from timeline.charts.ticks import SIZE, Tick


class Drawing:
    """One SVG of one scene. Positions are percentages, or px when `stretch` is off.

    `links` makes each mark a link to its event, `titles` gives the links the words that hovering shows,
    `target` is the window in which they open.
    """

    def __init__(
        self,
        scene: Scene,
        ink: Ink,
        *,
        stretch: bool = True,
        links: bool = True,
        titles: bool = True,
        target: str = "",
    ):
        self.scene, self.ink, self.stretch, self.links, self.titles = scene, ink, stretch, links, titles
        self.target = f' target="{escaped(target)}" rel="noopener"' if target else ""
        self.prefix = scene.size.name[0]
        self.symbols: dict[tuple, str] = {}
        self.defs: list[str] = []
        self.high = frozenset(scene.high_ticks)

    def x(self, fraction: float) -> str:
        """A horizontal position or length."""
        return f"{number(100 * fraction)}%" if self.stretch else number(fraction * self.scene.width)

    def body(self) -> str:
        """Everything inside the svg element, definitions first."""
        grid = "".join(self.grid())
        bars = "".join(map(self.bar, self.scene.bars))
        marks = "".join(map(self.mark, self.scene.marks))
        texts = "".join((*map(self.tick, self.scene.ticks), *map(self.lane, self.scene.lanes), self.note()))
        strips = strips_svg.drawn(self)
        behind = f"{grid}{bars}{strips}{ghosts.drawn(self)}"
        return f"<defs>{''.join(self.defs)}</defs>{behind}{texts}{marks}"

    def grid(self) -> Iterator[str]:
        """Lines at parent ticks, short ones at the others, a hairline under each lane, and the day's line."""
        scene = self.scene
        for tick in scene.ticks:
            if tick.clamped:
                continue
            top, bottom = scene.line_ends(tick)
            key = "yearline" if tick.parent else "hairline"
            yield self.line(key, (self.x(tick.at), top), (self.x(tick.at), bottom))
        for box in scene.lanes:
            yield self.line("hairline", ("0", box.hairline), (self.x(1), box.hairline))
        if scene.day_line is not None:
            at = self.x(scene.day_line)
            yield self.line("ink", (at, scene.lanes[0].top), (at, scene.bottom + 4))

    def line(self, key: str, start: tuple[str, float], end: tuple[str, float]) -> str:
        """A straight line in a neutral colour."""
        (x1, y1), (x2, y2) = start, end
        return f'<line {self.ink.stroke(key)} x1="{x1}" x2="{x2}" y1="{number(y1)}" y2="{number(y2)}"/>'

    def text(self, content: str, x: str, y: float, key: str, size: float, extra: str = "") -> str:
        """A line of text whose middle is at `y`."""
        baseline, words = number(y + 0.35 * size), escaped(content)
        return f'<text {self.ink.text(key)} x="{x}" y="{baseline}" font-size="{size:g}"{extra}>{words}</text>'

    def tick(self, tick: Tick) -> str:
        """A tick's label: the larger unit beside its line, above and below; the smaller at its tick."""
        x = self.x(tick.at)
        if not tick.label:
            return ""
        if not tick.parent:
            heights = (10, self.scene.bottom + 11) if tick in self.high else (self.scene.bottom + 11,)
            middle = ' text-anchor="middle"'
            return "".join(self.text(tick.label, x, y, "muted", SIZE, middle) for y in heights)
        shift = "" if tick.clamped else ' dx="-4" text-anchor="end"' if tick.flipped else ' dx="4"'
        above = self.text(tick.label, x, 10, "muted", SIZE, shift)
        return above + self.text(tick.label, x, self.scene.bottom + 27, "ink", SIZE, shift)

    def lane(self, box: LaneBox) -> str:
        """A lane's label at its top left and its count at its top right."""
        lines = "".join(
            self.text(line, "0", box.line_y(index), "ink", LABEL_SIZE) for index, line in enumerate(box.lines)
        )
        return lines + self.text(
            box.count, self.x(1), box.line_y(0), "muted", LABEL_SIZE, ' text-anchor="end"'
        )

    def note(self) -> str:
        """The words that stand where there is nothing to draw."""
        scene = self.scene
        return self.text(scene.note, "0", scene.height / 2, "muted", LABEL_SIZE) if scene.note else ""

    def bar(self, bar) -> str:
        """A bar of density."""
        floor = self.scene.floors[bar.bin.lane]
        return (
            f'<rect {self.ink.fill("density")} x="{self.x(bar.left)}" y="{number(floor - bar.height)}" '
            f'width="{self.x(bar.right - bar.left)}" height="{number(bar.height)}"/>'
        )

    def mark(self, mark: Mark) -> str:
        """A mark: its span if it has one, its shape, and in a page the link and the words around them."""
        inner = self.span(mark) + self.use(mark, mark.at, mark.y)
        if not self.links:
            return inner
        row = mark.row
        words = f"<title>{escaped(title(mark))}</title>" if self.titles else ""
        chosen = ' class="is-selected"' if row.slug == self.scene.selected else ""
        return (
            f'<a{chosen} href="{escaped(row.url)}"{self.target} data-slug="{escaped(row.slug)}" '
            f'tabindex="-1">{words}{inner}</a>'
        )

    def use(self, mark: Mark, at: float, y: float) -> str:
        """The mark's shape (with its pill when it is a short span), defined once and used often."""
        key = (mark.color, mark.radius, mark.faint, mark.look, mark.short)
        if key not in self.symbols:
            name = self.symbols[key] = f"{self.prefix}{len(self.symbols)}"
            pill = glyphs.pill(mark) if mark.short else ""
            on_bar = self.ink if mark.look == "throughout" else None
            drawn = glyphs.shape(mark.shape, mark.radius, mark.faint, on_bar)
            self.defs.append(f'<g id="{name}" {self.ink.mark(mark.color)}>{pill}{drawn}</g>')
        lift = mark.lift
        return f'<use href="#{self.symbols[key]}" x="{self.x(at)}" y="{number(y + lift)}"/>'

    def span(self, mark: Mark) -> str:
        """The soft band or solid bar of a span that has room for its true width."""
        if mark.look == "day" or mark.short:
            return ""
        solid = mark.look == "throughout"
        height = BAR if solid else PILL
        look = "" if solid else f' rx="{PILL / 2:g}"'
        look += self.paint(mark, 1 if solid else glyphs.SOFT)
        band = (
            f'<rect {self.ink.mark(mark.color)} x="{self.x(mark.left)}" y="{number(mark.y - height / 2)}" '
            f'width="{self.x(mark.right - mark.left)}" height="{number(height)}"{look}/>'
        )
        return band + (self.caps(mark) if solid else "")

    def paint(self, mark: Mark, opacity: float) -> str:
        """How a span is filled: evenly, or fading towards its open end; dashed around if approximate."""
        if mark.fade:
            return f' fill="url(#{self.gradient(mark, opacity)})"'
        fill = ' fill="currentColor"' + (f' fill-opacity="{opacity:g}"' if opacity < 1 else "")
        dashed = mark.row.approximate and opacity < 1
        return fill + (f' stroke="currentColor" stroke-dasharray="{glyphs.DASH}"' if dashed else "")

    def gradient(self, mark: Mark, opacity: float) -> str:
        """The id of the gradient for an open end, defined at its first use."""
        key = ("fade", mark.color, mark.fade, opacity)
        if key not in self.symbols:
            self.symbols[key] = f"{self.prefix}{len(self.symbols)}"
            self.defs.append(glyphs.fade(self.symbols[key], mark.color, mark.fade, self.ink, opacity))
        return self.symbols[key]

    def caps(self, mark: Mark) -> str:
        """The upright ends of a bar, where its ends are known and inside the window."""
        half = CAP / 2
        return "".join(
            f'<line {self.ink.mark(mark.color)} stroke="currentColor" stroke-width="1.6" x1="{self.x(at)}" '
            f'x2="{self.x(at)}" y1="{number(mark.y - half)}" y2="{number(mark.y + half)}"/>'
            for at in mark.ends
        )


def title(mark: Mark) -> str:
    """What hovering says: title, date as read and as written, sources; one thing a line."""
    row = mark.row
    written = f" (“{row.date_text}”)" if row.date_text else ""
    return "\n".join(part for part in (row.title, row.date_read + written, row.sources) if part)


def svg(scene: Scene, titles: bool | None = None, target: str = "", drawn: type[Drawing] = Drawing) -> str:
    """The scene as an SVG element for a page, coloured by the page's stylesheet.

    `titles` (words on hovering, more than half of the bytes) are left out by default where the width is
    narrow: nothing hovers there. `target` is the window in which links open ("_blank" in a frame), `drawn`
    the kind of drawing. A picture of its own, with explicit colours, is made by `picture.draw`.
    """
    told = scene.size.name != "narrow" if titles is None else titles
    drawing = drawn(scene, Ink("css"), titles=told, target=target)
    return (
        f'<svg class="chart-svg chart-{scene.size.name}" width="100%" height="{number(scene.height)}" '
        f'aria-hidden="true" focusable="false">{drawing.body()}</svg>'
    )
