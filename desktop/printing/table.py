"""Tables as data: columns, rows, and the lines they break into."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.printing.fit import wrap
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, tick, tick_box
from desktop.printing.style import BODY, INK, LINE, MUTED, RULE, Style
from desktop.printing.text import Align, draw_lines

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PAD = 4.0  # between a cell's text and its column's edge
TICK, TICK_BOX = "\x01tick", "\x01box"  # cells that hold a drawn tick, or a box to tick
_SIGN, _SIGN_BY_HAND = 9.0, 13.0  # a tick or its box, larger where people write by hand
_HEAD = Style(9.5, Weight.SEMIBOLD, MUTED, 1.25)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, its share of the table's width, and how its cells stand."""

    title: str
    share: float = 1.0
    align: Align = "left"
    style: Style = BODY


@dataclass(frozen=True, slots=True)
class Row:
    """A row laid out: the lines of each cell, in points high."""

    cells: tuple[tuple[str, ...], ...]
    height: float

    @property
    def lines(self) -> int:
        return max(map(len, self.cells))

    def split(self, lines: int, pitch: float) -> tuple["Row", "Row"]:
        """Return the row cut after so many lines, for a cell longer than a page."""
        head = tuple(cell[:lines] for cell in self.cells)
        tail = tuple(cell[lines:] for cell in self.cells)
        left = self.lines - lines
        return Row(head, lines * pitch + 2 * PAD), Row(tail, left * pitch + 2 * PAD)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headings that are repeated on each page; no cell is ever lost.

    `TICK` and `TICK_BOX` as a cell draw a tick or a box to tick. `row_height` is the least in
    points: give it room where people write by hand. `total` sets the last row apart, in bold;
    `part` makes the table narrower than the page.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    row_height: float = 0
    total: bool = False
    part: float = 1.0

    def widths(self, width: float) -> list[float]:
        """Return the columns' widths in points."""
        whole = sum(column.share for column in self.columns)
        return [width * column.share / whole for column in self.columns]

    def style(self, column: int, row: int) -> Style:
        """Return how the cells of a column look in a row, counted from 0."""
        style = self.columns[column].style
        return style.bold() if self.total and row == len(self.rows) - 1 else style

    @property
    def sign(self) -> float:
        """The side of a tick's square in points."""
        return _SIGN_BY_HAND if self.row_height >= 2 * _SIGN_BY_HAND else _SIGN

    @property
    def pitch(self) -> float:
        """The distance of two lines of a cell in points."""
        return max(column.style.size * column.style.leading for column in self.columns)

    def laid(self, width: float, number: int) -> Row:
        """Return a row broken into lines."""
        cells: list[tuple[str, ...]] = []
        for column, (cell, wide) in enumerate(
            zip(self.rows[number], self.widths(width), strict=True)
        ):
            if cell in (TICK, TICK_BOX):
                cells.append((cell,))
            else:
                cells.append(wrap(cell, wide - 2 * PAD, self.style(column, number)))
        most = max(map(len, cells))
        return Row(tuple(cells), max(most * self.pitch + 2 * PAD, self.row_height))

    def head(self, width: float) -> Row:
        """Return the headings broken into lines."""
        cells = tuple(
            wrap(column.title, wide - 2 * PAD, _HEAD)
            for column, wide in zip(self.columns, self.widths(width), strict=True)
        )
        return Row(cells, max(map(len, cells)) * _HEAD.size * _HEAD.leading + 2 * PAD)

    def draw_head(self, canvas: "Canvas", x: float, top: float, width: float) -> float:
        """Draw the headings; return the y below them."""
        row = self.head(width)
        self._draw_cells(canvas, x, top - PAD, width, row, [_HEAD] * len(self.columns))
        below = top - row.height
        line(canvas, (x, below), (x + width, below), colour=INK, thickness=RULE)
        return below

    def draw_row(
        self, canvas: "Canvas", x: float, top: float, width: float, row: Row, number: int
    ) -> float:
        """Draw a laid-out row; return the y below it."""
        styles = [self.style(column, number) for column in range(len(self.columns))]
        if self.total and number == len(self.rows) - 1:
            line(canvas, (x, top), (x + width, top), colour=INK, thickness=RULE)
        high = row.lines * self.pitch
        self._draw_cells(canvas, x, top - (row.height - high) / 2, width, row, styles)
        below = top - row.height
        line(canvas, (x, below), (x + width, below), colour=LINE)
        return below

    def _draw_cells(
        self,
        canvas: "Canvas",
        x: float,
        top: float,
        width: float,
        row: Row,
        styles: Sequence[Style],
    ) -> None:
        cells = zip(self.columns, self.widths(width), row.cells, styles, strict=True)
        for column, wide, lines, style in cells:
            first, last = column is self.columns[0], column is self.columns[-1]
            left = {
                "left": 0.0 if first else PAD,
                "centre": wide / 2,
                "right": wide if last else wide - PAD,
            }[column.align]
            if lines and lines[0] in (TICK, TICK_BOX):
                offset = {"left": 0.0, "centre": self.sign / 2, "right": self.sign}[column.align]
                sign = tick if lines[0] == TICK else tick_box
                y = top - (style.size * style.leading + self.sign) / 2
                sign(canvas, x + left - offset, y, self.sign)
            else:
                draw_lines(canvas, x + left, top, lines, style, column.align)
            x += wide
