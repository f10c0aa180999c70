"""Breaking text into lines and finding the largest type that fits a room."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from desktop.printing.breaking import kept_together, parts
from desktop.printing.direction import directed, may_turn
from desktop.printing.fonts import Weight
from desktop.printing.style import Style
from desktop.printing.text import graphemes, normalise, units

STEP = 0.5  # points between two sizes that are tried

_TOLERANCE = 1e-6  # of a thousandth of the size
_BALANCE_STEPS = 6
_LOOSE = " ,;:.،؛。，、"  # not left standing before an ellipsis


class Word(NamedTuple):
    """A piece of text that stays on one line if it can; widths in thousandths of the size."""

    text: str
    units: float
    space: float  # before it, unless it begins a line


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text stands in its room: size in points, lines, and whether all of it is there."""

    size: float
    lines: tuple[str, ...]
    fits: bool
    room: int  # how many lines of this size the room holds
    leading: float

    @property
    def height(self) -> float:
        """The height of the lines in points."""
        return len(self.lines) * self.size * self.leading


def wrap(text: str, width: float, style: Style) -> tuple[str, ...]:
    """Return the text broken into lines no wider than `width` points.

    Line breaks in the text stay; several spaces become one. A word wider than the line is cut
    between graphemes, so nothing is lost; only a single grapheme may be wider than the line.
    Chinese breaks between any two characters that may be parted. A line that by itself would run
    the other way than its paragraph begins with an invisible mark.
    """
    room = 1000 * width / style.size
    return tuple(
        line for paragraph in measured(text, style.weight) for line in paragraph.lines(room) or [""]
    )


def fit(
    text: str,
    width: float,
    height: float,
    style: Style,
    largest: float,
    smallest: float,
    *,
    balanced: bool = False,
) -> Fit:
    """Return the largest size, from `largest` down in half points, at which the text fits.

    `width` and `height` are the room in points. A size that would cut a word is taken only when
    the smallest cuts it too. If even the smallest is too large, `fits` is false and the last
    line ends in an ellipsis. `balanced` makes the lines about equally long.
    """
    paragraphs = measured(text.strip(), style.weight)
    sizes = _ladder(largest, smallest)
    frame = _Frame(paragraphs, width, height, style)
    whole = [size for size in sizes if 0.001 * size * frame.longest <= width + _TOLERANCE]
    found = frame.largest(whole or sizes)
    if found is None:
        return frame.cut_short(sizes[-1])
    return frame.set_at(found, balanced=balanced)


def _ladder(largest: float, smallest: float) -> list[float]:
    steps = int((largest - smallest) / STEP + _TOLERANCE)
    sizes = [largest - STEP * step for step in range(max(steps, 0) + 1)]
    return sizes if sizes[-1] <= smallest else [*sizes, smallest]


def measured(text: str, weight: Weight) -> list["Paragraph"]:
    """Return the paragraphs of a text, measured."""
    space = units(" ", weight)
    found = []
    for paragraph in normalise(text).split("\n"):
        words = []
        for word in filter(None, kept_together(paragraph).split(" ")):
            if word.isascii() and word.isalpha():
                words.append(Word(word, units(word, weight), space))
                continue
            for number, piece in enumerate(parts(word)):
                words.append(Word(piece, units(piece, weight), 0 if number else space))
        found.append(Paragraph(words, weight, paragraph if may_turn(paragraph) else ""))
    return found


class Paragraph:
    """The words of a paragraph, measured once and broken at any width.

    `turning` is its text where some of it runs from right to left.
    """

    def __init__(self, words: Sequence[Word], weight: Weight, turning: str = "") -> None:
        self._words = words
        self._weight = weight
        self._turning = turning
        self._ends = list(accumulate((w.units + w.space for w in words), initial=0.0))
        self.longest = max((word.units for word in words), default=0.0)

    def lines(self, room: float, most: int | None = None) -> list[str]:
        """Return the lines no wider than `room`; stops after one more than `most`."""
        return directed(self._turning, self._broken(room, most))

    def _broken(self, room: float, most: int | None) -> list[str]:
        if self.longest > room + _TOLERANCE:
            return self._cut_lines(room, most)
        ends = self._line_ends(room, most)
        return [self._joined(start, end) for start, end in zip([0, *ends], ends, strict=False)]

    def count(self, room: float, most: int) -> int:
        """Return how many lines there are at a width, an empty one too; at most `most` + 1."""
        if self.longest > room + _TOLERANCE:
            return max(len(self._cut_lines(room, most)), 1)
        return max(len(self._line_ends(room, most)), 1)

    def _line_ends(self, room: float, most: int | None) -> list[int]:
        ends: list[int] = []
        start, last = 0, len(self._words)
        while start < last and (most is None or len(ends) <= most):
            reach = self._ends[start] + self._words[start].space + room + _TOLERANCE
            start = bisect_right(self._ends, reach, start + 1) - 1
            ends.append(start)
        return ends

    def _joined(self, start: int, end: int) -> str:
        first, *rest = self._words[start:end]
        return first.text + "".join(f" {w.text}" if w.space else w.text for w in rest)

    def _cut_lines(self, room: float, most: int | None) -> list[str]:
        lines: list[str] = []
        line, used = "", 0.0
        full = room + _TOLERANCE
        for text, advance, space in self._words:
            if line and used + space + advance <= full:
                line += f" {text}" if space else text
                used += space + advance
                continue
            if line:
                lines.append(line)
            if most is not None and len(lines) > most:
                return lines
            *whole, (line, used) = _pieces(text, room, self._weight)
            lines += [piece for piece, _ in whole]
        return [*lines, line] if line else lines


class _Frame:
    """A room of given size and the paragraphs to go into it."""

    def __init__(
        self, paragraphs: list[Paragraph], width: float, height: float, style: Style
    ) -> None:
        self.longest = max((paragraph.longest for paragraph in paragraphs), default=0.0)
        self._paragraphs = paragraphs if self.longest else []
        self._width = width
        self._height = height
        self._style = style

    def room(self, size: float) -> int:
        return max(0, int(self._height / (size * self._style.leading) + _TOLERANCE))

    def lines(self, size: float, width: float) -> list[str]:
        room = 1000 * width / size
        return [line for part in self._paragraphs for line in part.lines(room) or [""]]

    def holds(self, size: float, width: float, most: int) -> bool:
        """Whether the text takes no more than `most` lines."""
        room = 1000 * width / size
        left = most
        for paragraph in self._paragraphs:
            left -= paragraph.count(room, left)
            if left < 0:
                return False
        return True

    def largest(self, sizes: list[float]) -> float | None:
        low, high = 0, len(sizes)
        while low < high:
            middle = (low + high) // 2
            size = sizes[middle]
            if self.holds(size, self._width, self.room(size)):
                high = middle
            else:
                low = middle + 1
        return sizes[low] if low < len(sizes) else None

    def even_width(self, size: float) -> float:
        """Return about the least width at which the text takes no more lines than at the full."""
        most = len(self.lines(size, self._width))
        low, high = min(0.001 * size * self.longest, self._width), self._width
        for _ in range(_BALANCE_STEPS):
            middle = (low + high) / 2
            if self.holds(size, middle, most):
                high = middle
            else:
                low = middle
        return high

    def set_at(self, size: float, *, balanced: bool) -> Fit:
        width = self.even_width(size) if balanced else self._width
        lines = tuple(self.lines(size, width))
        return Fit(size, lines, True, self.room(size), self._style.leading)

    def cut_short(self, size: float) -> Fit:
        room = self.room(size)
        lines: list[str] = []
        for paragraph in self._paragraphs:
            if len(lines) <= room:
                lines += paragraph.lines(1000 * self._width / size, room - len(lines)) or [""]
        lines = lines[:room]
        if lines:
            lines[-1] = _with_ellipsis(lines[-1], 1000 * self._width / size, self._style.weight)
        return Fit(size, tuple(lines), False, room, self._style.leading)


def shortened(text: str, width: float, style: Style) -> str:
    """Return the text on one line of `width` points, ending in an ellipsis if it is longer."""
    line = " ".join(normalise(text).split("\n"))
    room = 1000 * width / style.size
    if units(line, style.weight) <= room + _TOLERANCE:
        return line
    return _with_ellipsis(line, room, style.weight)


def _with_ellipsis(line: str, room: float, weight: Weight) -> str:
    left = room - units("…", weight)
    kept: list[str] = []
    for cluster in graphemes(line):
        left -= units(cluster, weight)
        if left < 0:
            break
        kept.append(cluster)
    while True:  # once, but for letters that are wider together than each by itself
        short = "".join(kept).rstrip(_LOOSE) + "…"
        if not kept or units(short, weight) <= room + _TOLERANCE:
            return short
        kept.pop()


def _pieces(word: str, room: float, weight: Weight) -> Iterator[tuple[str, float]]:
    """Yield a long word in pieces that each fill a line, with their widths."""
    clusters = graphemes(word)
    ends = list(accumulate((units(cluster, weight) for cluster in clusters), initial=0.0))
    start, last = 0, len(clusters)
    while start < last:
        reach = ends[start] + room + _TOLERANCE
        end = max(bisect_right(ends, reach, start + 1) - 1, start + 1)
        piece = "".join(clusters[start:end])
        # Letters that join, or move together, are not as wide as each by itself.
        while units(piece, weight) > room + _TOLERANCE and end - start > 1:
            end -= 1
            piece = "".join(clusters[start:end])
        yield piece, units(piece, weight)
        start = end
