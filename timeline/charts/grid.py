"""A grid of rows and columns: who stood where on which question, how much is recorded of what when.

A cell is a mark in the colour and shape of a stance, the fainter the older its evidence, or a shade with a
number. Where columns are too narrow for their names they are numbered, and the names stand below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from timeline.charts import glyphs
from timeline.charts.ink import Ink
from timeline.charts.legend import Item, of_colors, of_shades
from timeline.charts.lettering import escaped, fit, text_width, wrap
from timeline.charts.palette import keys
from timeline.charts.scene import WIDTHS, width_class
from timeline.charts.shapes import number, shape_of

ROW, HEAD, KEY_LINE, PAD = 26, 15, 16, 6  # px
SIZE, SMALL = 12.5, 11  # px, letters of rows, and of columns and of names in two lines
LABELS = 0.34  # of the width, at most, for the names of rows
NAMED = 58  # px: a column that is narrower has a number instead of a name
LINES = 6  # of a column's name
MARK = 6.2  # px, radius
SHADES = (0.0, 0.14, 0.27, 0.41, 0.55)  # opacity of the levels, on which letters can be read
SHADED = "supports"  # their colour
SCALES = (1.3, 1.5, 1.7)  # how far a picture enlarges it, as `card_chart` has it


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, or for a time the short name and the `group` (a year) that it belongs to."""

    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a stance with how fresh it is (1 to 0), or a shade (0 to 4) with a number.

    "open" is the colour of a stance that nobody can tell. `words` say on hovering what it is.
    """

    color: str = ""
    strength: float = 1.0
    level: int = 0
    text: str = ""
    words: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name, where it leads, and a cell or None for each column; a new `section` has a heading."""

    label: str
    cells: tuple[Cell | None, ...]
    url: str = ""
    section: str = ""


@dataclass(frozen=True)
class Grid:
    """Rows and columns, to be laid out for any width; `shades` are the words of the levels from 1 on."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    shades: tuple[str, ...] = ()
    note: str = ""

    def laid(self, width: str | int) -> "GridPlot":
        """All of it, in a class of widths ("wide") or in px."""
        size, px = width_class(width)
        return GridPlot(self, size.name, px)

    def fitted(self, width: float, height: float) -> tuple["GridPlot", float, int]:
        """As many rows as have room in so many px, how far they are enlarged, and how many are left out."""
        for scale in reversed(SCALES):
            plot = self.first(width / scale, height / scale)
            if scale == SCALES[0] or (
                len(plot.grid.rows) == len(self.rows) and plot.height * scale <= height
            ):
                break
        return plot, min(scale, height / plot.height), len(self.rows) - len(plot.grid.rows)

    def first(self, width: float, height: float) -> "GridPlot":
        """Its first rows, so many as have room."""
        whole = self.laid(int(width))
        room = height - whole.head - whole.foot
        kept, used = 0, 0.0
        for row_height in whole.row_heights:
            used += row_height
            if used > room and kept:
                break
            kept += 1
        return replace(self, rows=self.rows[:kept]).laid(int(width)) if kept < len(self.rows) else whole

    def drawings(self, target: str = "") -> list[str]:
        """The SVG elements for a page, one a width; `target` is the window in which links open."""
        return [self.laid(name).svg(target) for name in WIDTHS]


@dataclass(frozen=True)
class GridPlot:
    """A grid laid out for so many px."""

    grid: Grid
    name: str
    width: int

    @cached_property
    def labels(self) -> float:
        """The px that the names of the rows take."""
        names = [text_width(row.label, SIZE) for row in self.grid.rows]
        return min(max(names, default=0) + 2 * PAD, self.width * LABELS)

    @cached_property
    def column(self) -> float:
        """The px of a column."""
        return (self.width - self.labels) / max(len(self.grid.columns), 1)

    @cached_property
    def grouped(self) -> bool:
        """Whether the columns are times under years."""
        return any(column.group for column in self.grid.columns)

    @cached_property
    def numbered(self) -> bool:
        """Whether the columns have numbers, with their names below."""
        return not self.grouped and self.column < NAMED

    @cached_property
    def heads(self) -> list[tuple[str, ...]]:
        """The lines over each column."""
        if self.numbered:
            return [(str(number),) for number in range(1, len(self.grid.columns) + 1)]
        if not self.grouped:
            return [wrap(column.label, self.column - PAD, SMALL, LINES) for column in self.grid.columns]
        room = self.column - 2
        fits = all(text_width(column.label, SMALL) <= room for column in self.grid.columns)
        return [(column.label,) if fits else () for column in self.grid.columns]

    @cached_property
    def told(self) -> bool:
        """Whether there is room for the numbers in shades: for all of them, or none is shown."""
        texts = {cell.text for row in self.grid.rows for cell in row.cells if cell}
        return all(text_width(text, SMALL) <= self.column + 2 for text in texts)

    @cached_property
    def head(self) -> float:
        """The px over the rows."""
        lines = max((len(lines) for lines in self.heads), default=0)
        return lines * HEAD + (HEAD + 4 if self.grouped else 0) + PAD

    @cached_property
    def foot(self) -> float:
        """The px below the rows: for the names of numbered columns."""
        return PAD + (len(self.grid.columns) * KEY_LINE + PAD if self.numbered else 0)

    @cached_property
    def row_heights(self) -> list[float]:
        """The px of each row, with its heading where it begins a section."""
        before, heights = "", []
        for row in self.grid.rows:
            heights.append(ROW * 2 if row.section and row.section != before else ROW)
            before = row.section
        return heights

    @cached_property
    def height(self) -> float:
        """In px."""
        return self.head + sum(self.row_heights) + self.foot if self.grid.rows else 40

    def body(self, ink: Ink) -> str:
        """The drawing for a picture: in px, without links."""
        return GridDrawing(self, ink, stretch=False).body()

    def svg(self, target: str = "") -> str:
        """The drawing for a page, coloured by its stylesheet."""
        inner = GridDrawing(self, Ink("css"), links=True, target=target).body()
        return (
            f'<svg class="chart-svg chart-{self.name}" width="100%" height="{number(self.height)}" '
            f'aria-hidden="true" focusable="false">{inner}</svg>'
        )

    def legend(self, theme: str = "css") -> list[Item]:
        """What colours and shades mean."""
        cells = [cell for row in self.grid.rows for cell in row.cells if cell]
        seen = {cell.color for cell in cells}
        levels = [level for level in range(1, len(SHADES)) if any(cell.level == level for cell in cells)]
        shades = [(SHADES[level], self.grid.shades[level - 1]) for level in levels if self.grid.shades]
        return [
            *of_colors([key for key in keys("stance") if key in seen], theme),
            *of_shades(SHADED, shades, theme),
        ]


class GridDrawing:
    """One SVG of one grid. Horizontal positions are percentages, or px when `stretch` is off."""

    def __init__(self, plot, ink, *, stretch=True, links=False, target=""):
        self.plot, self.ink, self.stretch, self.links = plot, ink, stretch, links
        self.target = f' target="{escaped(target)}" rel="noopener"' if target else ""

    def x(self, px: float) -> str:
        """A horizontal position or length."""
        return f"{number(100 * px / self.plot.width)}%" if self.stretch else number(px)

    def body(self) -> str:
        """Everything inside the svg element."""
        if not self.plot.grid.rows:
            return self.text(self.plot.grid.note, 0, 20, SIZE, "muted")
        return "".join((*self.over(), *self.rows(), *self.below()))

    def text(self, words: str, x: float, y: float, size: float, key: str = "ink", extra: str = "") -> str:
        """A line of text whose middle is at `y`."""
        baseline = number(y + 0.35 * size)
        return (
            f'<text {self.ink.text(key)} x="{self.x(x)}" y="{baseline}" font-size="{size:g}"{extra}>'
            f"{escaped(words)}</text>"
        )

    def over(self) -> Iterator[str]:
        """The heads of the columns, and of their years the first that have room."""
        plot, end = self.plot, 0.0
        for index, (column, lines) in enumerate(zip(plot.grid.columns, plot.heads, strict=True)):
            left = plot.labels + index * plot.column
            new = not index or column.group != plot.grid.columns[index - 1].group
            room = plot.width - left - text_width(column.group, SMALL)
            if column.group and new and left >= end and room >= 0:
                yield self.text(column.group, left + 2, HEAD / 2 + 2, SMALL)
                end = left + text_width(column.group, SMALL) + PAD
            top = plot.head - PAD - len(lines) * HEAD
            for number_, line in enumerate(lines):
                y, middle = top + (number_ + 0.5) * HEAD, left + plot.column / 2
                yield self.text(line, middle, y, SMALL, "muted", ' text-anchor="middle"')

    def rows(self) -> Iterator[str]:
        """The rows with their hairlines, and the headings of sections."""
        plot, y, before = self.plot, self.plot.head, ""
        for row, height in zip(plot.grid.rows, plot.row_heights, strict=True):
            if row.section and row.section != before:
                yield self.text(row.section, 0, y + ROW / 2 + 3, SMALL, "muted", ' font-weight="700"')
            before, y = row.section, y + height
            yield (
                f'<line {self.ink.stroke("hairline")} x1="0" x2="{self.x(plot.width)}" '
                f'y1="{number(y)}" y2="{number(y)}"/>'
            )
            yield self.linked(row.url, row.label, self.name(row.label, y - ROW / 2))
            yield from self.cells(row.cells, y)

    def name(self, label: str, y: float) -> str:
        """The name of a row: in one line, or in two smaller ones."""
        room = self.plot.labels - PAD
        if text_width(label, SIZE) <= room:
            return self.text(label, 0, y, SIZE)
        lines = wrap(label, room, SMALL)
        top = y - (len(lines) - 1) * 6
        return "".join(self.text(line, 0, top + index * 12, SMALL) for index, line in enumerate(lines))

    def cells(self, cells: Sequence[Cell | None], y: float) -> Iterator[str]:
        """The cells of a row, whose lower edge is at `y`."""
        for index, cell in enumerate(cells):
            if cell:
                left = self.plot.labels + index * self.plot.column
                drawn = self.shade(cell, left, y) if cell.level else self.mark(cell, left, y - ROW / 2)
                yield self.linked(cell.url, cell.words, drawn)

    def mark(self, cell: Cell, left: float, y: float) -> str:
        """A stance: its shape, or a sign where nobody can tell."""
        middle = left + self.plot.column / 2
        if cell.color == "open":
            return self.text("?", middle, y, SIZE, "muted", ' text-anchor="middle" font-weight="700"')
        shape = shape_of(cell.color)
        faint = f' opacity="{cell.strength:g}"' if cell.strength < 1 else ""
        drawn = f"<g {self.ink.mark(cell.color)}{faint}>{glyphs.shape(shape, MARK * shape.grow)}</g>"
        if self.stretch:
            return f'<svg x="{self.x(middle)}" y="{number(y)}" overflow="visible">{drawn}</svg>'
        return f'<g transform="translate({number(middle)} {number(y)})">{drawn}</g>'

    def shade(self, cell: Cell, left: float, y: float) -> str:
        """A shade, with its number where there is room."""
        width = max(self.plot.column - 1, 1)
        ground = (
            f'<g {self.ink.mark(SHADED)}><rect fill="currentColor" opacity="{SHADES[cell.level]:g}" '
            f'x="{self.x(left)}" y="{number(y - ROW + 1)}" width="{self.x(width)}" height="{ROW - 2}"/></g>'
        )
        if not self.plot.told:
            return ground
        return ground + (
            f'<text {self.ink.fill("ink")} x="{self.x(left + width / 2)}" text-anchor="middle" '
            f'y="{number(y - ROW / 2 + 0.35 * SMALL)}" font-size="{SMALL}">{escaped(cell.text)}</text>'
        )

    def below(self) -> Iterator[str]:
        """The names of numbered columns."""
        plot = self.plot
        top = plot.height - plot.foot + PAD
        for index, column in enumerate(plot.grid.columns if plot.numbered else ()):
            said = fit(f"{index + 1}  {column.label}", plot.width, SMALL)
            yield self.text(said, 0, top + (index + 0.5) * KEY_LINE, SMALL, "muted")

    def linked(self, url: str, words: str, inner: str) -> str:
        """What is drawn, in a page as a link to what is said of it."""
        if not (self.links and url):
            return inner
        told = f"<title>{escaped(words)}</title>" if words else ""
        return f'<a href="{escaped(url)}"{self.target} tabindex="-1">{told}{inner}</a>'
