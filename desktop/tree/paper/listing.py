"""The list of leaves that were cut out: number, place, first words; in two columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.language import tr
from desktop.printing.fit import shortened
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line
from desktop.printing.sheet import A4, MM, Box
from desktop.printing.style import INK, MUTED, Style
from desktop.printing.text import draw
from desktop.tree.paper.guide import Guide

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Row = tuple[str, str, str]
"""The leaf's number, where it goes or nothing, its words."""

_COLUMNS, _BETWEEN = 2, 18.0
_PITCH = 14.0
_SHORT = 15  # rows in a column that still go below a map
_NUMBER, _WORDS = Style(9.5, Weight.BOLD, INK), Style(9.5)
_HEAD = Style(8.5, Weight.SEMIBOLD, MUTED)
_WIDE = 32.0  # for the number, and for the sheet's
_MARGIN = 16 * MM


class Listing:
    """Draws the list below a map where it is short, and else on pages of its own.

    `where` is the heading over what says where each leaf goes, if anything does.
    """

    def __init__(
        self, canvas: "Canvas", rows: Sequence[Row], language: str, *, where: str = ""
    ) -> None:
        self._canvas, self._rows, self._language = canvas, rows, language
        self._where = where
        self._wide = (A4.width - 2 * _MARGIN - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS

    @property
    def _deep(self) -> int:
        return -(-len(self._rows) // _COLUMNS)

    @property
    def short(self) -> bool:
        """Whether the list goes below a map."""
        return self._deep <= _SHORT

    @property
    def height(self) -> float:
        """The height of the list in points."""
        return (self._deep + 2) * _PITCH

    def draw_at(self, top: float) -> None:
        """Draw the list on this page, from `top` down."""
        self._draw(self._rows, top - _PITCH / 2, self._deep)

    def draw_pages(self) -> None:
        """Draw the list on pages of its own."""
        heading = tr("The new leaves", self._language)
        start = 0
        while start < len(self._rows):
            room = Guide(self._canvas, A4, heading, (), (), language=self._language).room
            deep = min(int(room.height / _PITCH) - 1, -(-(len(self._rows) - start) // _COLUMNS))
            self._draw(self._rows[start : start + _COLUMNS * deep], room.top, deep)
            start += _COLUMNS * deep
            self._canvas.showPage()

    def _draw(self, rows: Sequence[Row], top: float, deep: int) -> None:
        for column in range(_COLUMNS):
            own = rows[column * deep : (column + 1) * deep]
            if own:
                left = _MARGIN + column * (self._wide + _BETWEEN)
                self._column(Box(left, 0, self._wide, top), own)

    def _column(self, box: Box, rows: Sequence[Row]) -> None:
        after = box.x + _WIDE * (2 if self._where else 1)
        y = box.top - _PITCH + 4
        heads = [(box.x, tr("Leaf", self._language)), (after, tr("First words", self._language))]
        heads += [(box.x + _WIDE, self._where)] if self._where else []
        for x, words in heads:
            draw(self._canvas, x, y, words, _HEAD)
        line(self._canvas, (box.x, y - 4), (box.right, y - 4))
        for number, place, words in rows:
            y -= _PITCH
            draw(self._canvas, box.x, y, number, _NUMBER)
            draw(self._canvas, box.x + _WIDE, y, place, _WORDS)
            draw(self._canvas, after, y, shortened(words, box.right - after, _WORDS), _WORDS)
