"""Blocks of the house style: big figures, choices to tick, lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.printing.fit import wrap
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import Box
from desktop.printing.style import BODY, EDGE, INK, NUMBER, SMALL, STRONG, Style
from desktop.printing.text import draw, draw_lines, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

# In sizes of the type:
_BOX = 1.35  # a choice's box
_ROW = 2.0
_AFTER_BOX = 0.55
_BETWEEN = 1.7


def _pitch(style: Style) -> float:
    return style.size * style.leading


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of big numbers, each over its words, with thin lines between them."""

    figures: Sequence[tuple[str, str]]

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        most = max((len(lines) for lines in self._words(width)), default=0)
        return _pitch(NUMBER) + most * _pitch(SMALL)

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        each = width / max(len(self.figures), 1)
        below = top - self.height(width)
        for number, ((figure, _), words) in enumerate(
            zip(self.figures, self._words(width), strict=True)
        ):
            left = x + number * each + (12 if number else 0)
            if number:
                line(canvas, (left - 12, below + 2), (left - 12, top - 2))
            under = draw_lines(canvas, left, top, [figure], NUMBER)
            draw_lines(canvas, left, under, words, SMALL)

    def _words(self, width: float) -> list[tuple[str, ...]]:
        each = width / max(len(self.figures), 1)
        return [wrap(words, each - 14, SMALL) for _, words in self.figures]


@dataclass(frozen=True, slots=True)
class Choices:
    """A question of a paper form; each choice has a box and the number its key has on screen."""

    question: str
    choices: Sequence[tuple[str, str]]  # number, words
    hint: str = ""
    style: Style = BODY

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        rows = self._rows(width)
        lines = sum(max(len(words) for _, words, _ in row) - 1 for row in rows)
        asked = _asked_height(self.question, self.hint, width, self.style)
        return asked + len(rows) * self._row + lines * _pitch(self.style)

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        top = _draw_asked(canvas, x, top, width, self.question, self.hint, self.style)
        for row in self._rows(width):
            for number, words, left in row:
                self._draw_choice(canvas, x + left, top, number, words)
            most = max(len(words) for _, words, _ in row)
            top -= self._row + (most - 1) * _pitch(self.style)

    @property
    def _row(self) -> float:
        return _ROW * self.style.size

    @property
    def _before_words(self) -> float:
        """The room for a box and its number."""
        widest = max((width(number, self._bold) for number, _ in self.choices), default=0)
        return (_BOX + 2 * _AFTER_BOX) * self.style.size + widest

    @property
    def _bold(self) -> Style:
        return self.style.bold()

    def _draw_choice(
        self, canvas: "Canvas", x: float, top: float, number: str, words: Sequence[str]
    ) -> None:
        size = self.style.size
        box = Box(x, top - (_ROW + _BOX) / 2 * size, _BOX * size, _BOX * size)
        rectangle(canvas, box, stroke=INK, thickness=0.9, round_=2.5)
        baseline = top - self._row / 2 - 0.34 * size
        draw(canvas, box.right + _AFTER_BOX * size, baseline, number, self._bold)
        for line_number, text in enumerate(words):
            y = baseline - line_number * _pitch(self.style)
            draw(canvas, x + self._before_words, y, text, self.style)

    def _rows(self, room: float) -> list[list[tuple[str, tuple[str, ...], float]]]:
        """Return the choices as (number, lines, left) in rows: in columns if they need several."""
        between = _BETWEEN * self.style.size
        needed = [self._before_words + width(words, self.style) for _, words in self.choices]
        if sum(needed) + between * (len(needed) - 1) <= room:
            lefts = [sum(needed[:n]) + between * n for n in range(len(needed))]
            across = max(len(needed), 1)
        else:
            column = min(max(needed), room) + between
            across = max(1, int((room + between) / column))
            lefts = [n % across * room / across for n in range(len(needed))]
        placed = [
            (number, wrap(words, room - self._before_words + 0.01, self.style), left)
            for (number, words), left in zip(self.choices, lefts, strict=True)
        ]
        return [placed[n : n + across] for n in range(0, len(placed), across)]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Lines to write on by hand, under a question."""

    question: str = ""
    count: int = 3
    pitch: float = 24
    hint: str = ""
    style: Style = BODY

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        asked = _asked_height(self.question, self.hint, width, self.style)
        return asked + self.count * self.pitch

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        top = _draw_asked(canvas, x, top, width, self.question, self.hint, self.style)
        for number in range(1, self.count + 1):
            y = top - number * self.pitch
            line(canvas, (x, y), (x + width, y), colour=EDGE, thickness=0.6)


def _strong(style: Style) -> Style:
    return STRONG.at(style.size)


def _small(style: Style) -> Style:
    return SMALL.at(SMALL.size * style.size / BODY.size)


def _asked_height(question: str, hint: str, width: float, style: Style) -> float:
    lines = len(wrap(question, width, _strong(style))) if question else 0
    hints = len(wrap(hint, width, _small(style))) if hint else 0
    text = lines * _pitch(_strong(style)) + hints * _pitch(_small(style))
    return text + (2 if question or hint else 0)


def _draw_asked(
    canvas: "Canvas", x: float, top: float, width: float, question: str, hint: str, style: Style
) -> float:
    for text, look in ((question, _strong(style)), (hint, _small(style))):
        if text:
            top = draw_lines(canvas, x, top, wrap(text, width, look), look)
    return top - (2 if question or hint else 0)
