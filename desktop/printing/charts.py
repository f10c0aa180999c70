"""Bars for answers, drawn so that they read in black and white: each part prints its count."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.printing.fit import wrap
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import Box
from desktop.printing.style import ANSWERS, BODY, BRAND, INK, LINE, SMALL, SUBHEADING, WHITE, Style
from desktop.printing.text import draw, draw_lines, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BAR = 19.0  # the height of an answer bar
_KEY = 13.0  # one row of the key below it
_SWATCH = 7.5
_ROW = 17.0  # one row of tick bars
_OUTLINE = 0.6
_HATCHED = (1, 2)  # the poor end, so that it is not mistaken for the good one without colour
_COUNT = Style(10, Weight.SEMIBOLD)
_KEY_STYLE = Style(9, Weight.REGULAR, INK, 1.3)


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave one answer; `value` 1 (worst) to 5 (best) chooses the colour."""

    label: str
    count: int
    value: int
    share: str = ""  # such as "91%", as the sentence beside it says it


@dataclass(frozen=True, slots=True)
class AnswerBar:
    """A question with one horizontal bar of all its answers, and a key that repeats the counts."""

    question: str
    answers: Sequence[Answer]
    note: str = ""  # the base: "271 answered, 3 left it blank"

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        return _head_height(self.question, self.note, width) + _BAR + 5 + self._key(width) * _KEY

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        top = _draw_head(canvas, x, top, width, self.question, self.note)
        stacked_bar(canvas, Box(x, top - _BAR, width, _BAR), self.answers)
        _draw_key(canvas, x, top - _BAR - 5, self._rows(width))

    def _key(self, width: float) -> int:
        return len(self._rows(width))

    def _rows(self, room: float) -> list[list[tuple[Answer, str, float]]]:
        rows: list[list[tuple[Answer, str, float]]] = []
        used = room
        for answer in self.answers:
            words = f"{answer.label} {answer.count:,}" + (
                f" ({answer.share})" if answer.share else ""
            )
            needed = _SWATCH + 4 + width(words, _KEY_STYLE) + 14
            if used + needed - 14 > room:
                rows.append([])
                used = 0.0
            rows[-1].append((answer, words, needed))
            used += needed
        return rows


@dataclass(frozen=True, slots=True)
class Tick:
    """How many ticked one choice."""

    label: str
    count: int
    share: str = ""


@dataclass(frozen=True, slots=True)
class TickBars:
    """A tick-all-that-apply question: one bar a choice, each on the full length of the base."""

    question: str
    rows: Sequence[Tick]
    base: int
    note: str = ""

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        lines = sum(len(label) for label in self._labels(width))
        extra = (lines - len(self.rows)) * BODY.size * BODY.leading
        return _head_height(self.question, self.note, width) + len(self.rows) * _ROW + extra

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        top = _draw_head(canvas, x, top, width, self.question, self.note)
        label, figures = self._columns(width)
        for row, lines in zip(self.rows, self._labels(width), strict=True):
            high = _ROW + (len(lines) - 1) * BODY.size * BODY.leading
            draw_lines(canvas, x, top - 1.5, lines, BODY)
            track = Box(x + label, top - (high + 11) / 2, width - label - figures, 11)
            bar_on_track(canvas, track, row.count / self.base if self.base else 0)
            baseline = top - high / 2 - 3.6
            draw(canvas, x + width, baseline, _figures(row), _COUNT, "right")
            top -= high

    def _columns(self, room: float) -> tuple[float, float]:
        longest = max((width(row.label, BODY) for row in self.rows), default=0)
        figures = max((width(_figures(row), _COUNT) for row in self.rows), default=0)
        return min(longest + 12, room * 0.42), figures + 10

    def _labels(self, room: float) -> list[tuple[str, ...]]:
        label, _ = self._columns(room)
        return [wrap(row.label, label - 11.9, BODY) for row in self.rows]


def _figures(row: Tick) -> str:
    return f"{row.count:,}" + (f" ({row.share})" if row.share else "")


def stacked_bar(canvas: "Canvas", box: Box, answers: Sequence[Answer]) -> None:
    """Draw one bar of the answers in their order, each part with its count.

    Parts are as wide as their share, but never narrower than their count; answers that nobody
    gave take no room. Without any answer an empty outline is drawn.
    """
    given = [answer for answer in answers if answer.count]
    if not given:
        rectangle(canvas, box, fill=WHITE, stroke=LINE, thickness=_OUTLINE)
    x = box.x
    for answer, wide in zip(given, part_widths(given, box.width), strict=True):
        part = Box(x, box.y, wide, box.height)
        _patch(canvas, part, answer.value)
        _draw_count(canvas, part, answer)
        x += wide


def part_widths(answers: Sequence[Answer], room: float) -> list[float]:
    """Return the width of each part: its share of the room, but at least its count's width."""
    least = [width(f"{answer.count:,}", _COUNT) + 9 for answer in answers]
    if sum(least) >= room:
        return [part * room / sum(least) for part in least]
    raised: set[int] = set()
    while True:
        total = sum(a.count for n, a in enumerate(answers) if n not in raised)
        free = room - sum(least[n] for n in raised)
        narrow = {
            n
            for n, a in enumerate(answers)
            if n not in raised and free * a.count / total < least[n]
        }
        if not narrow:
            return [
                least[n] if n in raised else free * a.count / total for n, a in enumerate(answers)
            ]
        raised |= narrow


def _draw_count(canvas: "Canvas", part: Box, answer: Answer) -> None:
    fill, ink = ANSWERS[answer.value]
    words = f"{answer.count:,}"
    middle, baseline = part.x + part.width / 2, part.y + part.height / 2 - _COUNT.size * 0.34
    if answer.value in _HATCHED:
        plate = width(words, _COUNT) + 5
        rectangle(canvas, Box(middle - plate / 2, part.y + 3, plate, part.height - 6), fill=fill)
    draw(canvas, middle, baseline, words, _COUNT.coloured(ink), "centre")


def _patch(canvas: "Canvas", box: Box, value: int) -> None:
    fill, ink = ANSWERS[value]
    rectangle(canvas, box, fill=fill)
    if value in _HATCHED:
        _hatch(canvas, box, ink, 5 if value == 2 else 3)
    rectangle(canvas, box, stroke=INK, thickness=_OUTLINE)


def _hatch(canvas: "Canvas", box: Box, colour: str, pitch: float) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(box.x, box.y, box.width, box.height)
    canvas.clipPath(path, stroke=0, fill=0)
    x = box.x - box.height
    while x < box.right:
        line(canvas, (x, box.y), (x + box.height, box.top), colour=colour, thickness=0.4)
        x += pitch
    canvas.restoreState()


def bar_on_track(canvas: "Canvas", box: Box, share: float) -> None:
    """Draw a bar that fills a share (0 to 1) of an outlined track."""
    rectangle(canvas, box, fill=WHITE, stroke=LINE, thickness=_OUTLINE)
    if share > 0:
        filled = Box(box.x, box.y, box.width * min(share, 1), box.height)
        rectangle(canvas, filled, fill=BRAND, stroke=INK, thickness=_OUTLINE)


def _draw_key(
    canvas: "Canvas", x: float, top: float, rows: list[list[tuple[Answer, str, float]]]
) -> None:
    for row in rows:
        place = x
        baseline = top - _KEY / 2 - 3.1
        for answer, words, needed in row:
            _patch(canvas, Box(place, baseline - 0.6, _SWATCH, _SWATCH), answer.value)
            draw(canvas, place + _SWATCH + 4, baseline, words, _KEY_STYLE)
            place += needed
        top -= _KEY


def _head_height(question: str, note: str, width: float) -> float:
    lines = len(wrap(question, width, SUBHEADING)) * SUBHEADING.size * SUBHEADING.leading
    notes = len(wrap(note, width, SMALL)) * SMALL.size * SMALL.leading if note else 0
    return lines + notes + 4


def _draw_head(
    canvas: "Canvas", x: float, top: float, width: float, question: str, note: str
) -> float:
    top = draw_lines(canvas, x, top, wrap(question, width, SUBHEADING), SUBHEADING)
    if note:
        top = draw_lines(canvas, x, top, wrap(note, width, SMALL), SMALL)
    return top - 4
