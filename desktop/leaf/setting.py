"""Text set in a leaf: the leaf grows, the type does not shrink. One em is the base type."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from desktop.leaf.outline import CENTRE, RATIO, Point, outline, reach
from desktop.leaf.words import (
    EXACT,
    LONGEST_NAME,
    NAME_SIZE,
    Lettering,
    joined,
    measured,
    name_lines,
)

ASCENT, DESCENT = 0.74, 0.19
SIDE, ABOVE = 0.27, 0.09  # white between a line and the outline
NAME_PITCH = 0.96
LADDER, STEP = 3.1, 1.04  # widths in em: LADDER × STEP^k
LARGEST = 1.45  # to this the type grows in a leaf with room to spare
LONGEST_WORD = 11.0
AIR = 0.94  # of the largest type that goes into a leaf of given size

_STEPS, _FIRST_STEPS = 3, 8  # of a binary search between two rungs of the ladder, and below it
_SIZES = (1.0, 0.96, 0.92)
_SHORT_FIRST, _SHORT_LAST = (0.5, 0.12), (0.4, 0.12)  # of the longest line; what it costs
_SMALLER = 0.9  # what a smaller type costs, times how much smaller
_FILLED = 0.72  # of the square of a leaf's width, about, is taken up by its words
_MANY = 250  # words from which lines are simply filled


class Line(NamedTuple):
    """One line of text: its left end and baseline, its advance, and the size of its type."""

    text: str
    x: float
    y: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf with its text in place; all lengths in the unit it was asked for in."""

    length: float
    size: float
    lines: tuple[Line, ...]
    name: tuple[Line, ...] = ()

    @property
    def width(self) -> float:
        return self.length / RATIO

    @property
    def ragged(self) -> bool:
        """Say whether the first or the last line is much shorter than the longest."""
        widths = [line.width for line in self.lines]
        longest = max(widths, default=0.0)
        return bool(widths) and (
            widths[0] < _SHORT_FIRST[0] * longest or widths[-1] < _SHORT_LAST[0] * longest
        )

    def outline(self, points: int = 96) -> list[Point]:
        """Return the outline as a polygon, from the foot round by the upper side."""
        return [(x * self.length, y * self.length) for x, y in outline(points)]


def grow(text: str, lettering: Lettering, name: str = "") -> Leaf:
    """Return the smallest leaf of the ladder that holds the text, in em of the base type."""
    setting = _Setting(text, lettering, name)
    rung = setting.rung()
    leaf = setting.grown(rung)
    if leaf.ragged:
        wider = setting.grown(rung + 1)
        return leaf if wider.ragged else wider
    return leaf


def fill(text: str, lettering: Lettering, length: float, largest: float, name: str = "") -> Leaf:
    """Return a leaf of a given length with the text as large as it sits well, up to `largest`.

    The length and sizes are in one unit, such as points. Any text fits: look at the leaf's
    `size` to see whether people can still read it.
    """
    setting = _Setting(text, lettering, name)
    width = length / RATIO
    return setting.composed(width, min(largest, AIR * width / setting.least(setting.rung())), 0.0)


def _heights(count: int, names: int, pitch: float) -> list[float]:
    """Return the baselines of the lines and of the name's lines, the block in the middle."""
    body = ASCENT + pitch * (count - 1) + DESCENT if count else 0.0
    top = (body + NAME_PITCH * names) / 2
    lines = [top - ASCENT - pitch * n for n in range(count)]
    after = top - body - NAME_PITCH + DESCENT * NAME_SIZE
    return lines + [after - NAME_PITCH * n for n in range(names)]


@lru_cache(8192)
def _rooms(width: float, count: int, names: int, pitch: float) -> tuple[float, ...]:
    """Return the room in em of each line and each line of the name; less than none: no room."""
    rooms = []
    for number, baseline in enumerate(_heights(count, names, pitch)):
        size = 1.0 if number < count else NAME_SIZE
        upper = baseline + (ASCENT + ABOVE) * size
        lower = baseline - (DESCENT + ABOVE) * size
        height = max(abs(upper), abs(lower)) / (width / 2)
        rooms.append(2 * RATIO * width * reach(height) - 2 * SIDE)
    return tuple(rooms)


class _Setting:
    """The words of one leaf, measured once."""

    def __init__(self, text: str, lettering: Lettering, name: str) -> None:
        longest, self._pitch = LONGEST_NAME / NAME_SIZE, lettering.pitch
        self._name = name_lines(measured(name, lettering.measure_name, lettering, longest))
        self._words = measured(text, lettering.measure, lettering, LONGEST_WORD)
        self._ends = list(accumulate((w.width + w.space for w in self._words), initial=0.0))

    def rung(self) -> int:
        """Return the lowest rung of the ladder on which the leaf holds everything."""
        rung = self._guess()
        if self._holds(LADDER * STEP**rung):
            while rung > 0 and self._holds(LADDER * STEP ** (rung - 1)):
                rung -= 1
            return rung
        while not self._holds(LADDER * STEP ** (rung + 1)):
            rung += 1
        return rung + 1

    def _guess(self) -> int:
        """Return about the rung of a leaf whose area the words and the name take up."""
        widest = max((word.width for word in self._words), default=0.0)
        area = self._pitch * (self._ends[-1] + widest / 2)
        area += NAME_PITCH * sum(wide + LADDER / 2 for _, wide in self._name)
        width = max(LADDER, math.sqrt(area / _FILLED), widest / RATIO)
        return max(0, round(math.log(width / LADDER, STEP)))

    def least(self, rung: int) -> float:
        """Return the least width in em that holds everything, given its rung."""
        high = LADDER * STEP**rung
        low = high / (STEP**2 if rung else LARGEST)
        for _ in range(_STEPS if rung else _FIRST_STEPS):
            middle = (low + high) / 2
            if self._holds(middle):
                high = middle
            else:
                low = middle
        return high * (1 + EXACT)

    def grown(self, rung: int) -> Leaf:
        """Return the leaf of a rung that holds everything, with its type as large as it goes."""
        width = LADDER * STEP**rung
        return self.composed(width, min(LARGEST, width / self.least(rung)), 1.0)

    def composed(self, width: float, size: float, least: float) -> Leaf:
        """Return the leaf with its lines broken as evenly as the outline allows.

        The type is `size`, or up to 8% smaller where that looks better, but at least `least`.
        """
        best: tuple[float, float, list[int]] | None = None
        for type_size in sorted({max(size * share, min(size, least)) for share in _SIZES})[::-1]:
            em = width / type_size
            for count in self._counts(em):
                rooms = self._rooms(em, count)
                broken = self._broken(rooms)
                if rooms is not None and broken is not None:
                    cost = self._cost(broken, rooms) + _SMALLER * (1 - type_size / size)
                    if best is None or cost < best[0] - EXACT:
                        best = (cost, type_size, broken)
        assert best is not None, "the leaf was measured to hold its text"
        return self._leaf(width, best[1], best[2])

    def _holds(self, width: float) -> bool:
        return any(
            self._filled(self._rooms(width, count)) is not None for count in self._counts(width)
        )

    def _counts(self, width: float) -> range:
        """Return the numbers of lines worth trying: a few from the fewest that could do."""
        if not self._words:
            return range(1)
        most = int((width - ASCENT - DESCENT - NAME_PITCH * len(self._name)) / self._pitch) + 1
        widest = max(RATIO * width * 2 * reach(0) - 2 * SIDE, EXACT)
        fewest = max(1, math.ceil(self._ends[-1] / (widest + self._words[0].space) - EXACT))
        return range(fewest, most + 1)

    def _rooms(self, width: float, count: int) -> Sequence[float] | None:
        """Return the room of each line in em; None where the name does not fit."""
        rooms = _rooms(width, count, len(self._name), self._pitch)
        for room, (_, wide) in zip(rooms[count:], self._name, strict=True):
            if wide > room:
                return None
        return rooms[:count]

    def _line_width(self, start: int, end: int) -> float:
        return self._ends[end] - self._ends[start] - self._words[start].space

    def _broken(self, rooms: Sequence[float] | None) -> list[int] | None:
        if rooms is None or len(self._words) > _MANY:
            return self._filled(rooms)
        return self._even(rooms)

    def _filled(self, rooms: Sequence[float] | None) -> list[int] | None:
        """Return where each line ends when each takes what it holds; None if words are left."""
        if rooms is None:
            return None
        ends: list[int] = []
        start, last, widths = 0, len(self._words), self._ends
        for room in rooms:
            if start == last:
                return None
            end, left, space = start, widths[start], self._words[start].space
            while end < last and widths[end + 1] - left - space <= room:
                end += 1
            if end == start:
                return None
            ends.append(end)
            start = end
        return ends if start == last else None

    def _even(self, rooms: Sequence[float]) -> list[int] | None:
        """Return the line ends with the least sum of squared spare room."""
        last, widths = len(self._words), self._ends
        later = sum(rooms) + self._words[0].space * len(rooms) if last else 0.0
        states: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
        for room in rooms:
            later -= room
            enough = widths[last] - later  # words up to here must stand by the end of this line
            reached: dict[int, tuple[float, list[int]]] = {}
            for start, (cost, ends) in states.items():
                left = widths[start] + (self._words[start].space if start < last else 0.0)
                for end in range(start + 1, last + 1):
                    spare = room - widths[end] + left
                    if spare < 0:
                        break
                    if widths[end] < enough:
                        continue
                    share = spare / room
                    total = cost + share * share
                    if end not in reached or total < reached[end][0]:
                        reached[end] = (total, [*ends, end])
            states = reached
        return states[last][1] if last in states else None

    def _cost(self, ends: list[int], rooms: Sequence[float]) -> float:
        widths = [self._line_width(a, b) for a, b in zip([0, *ends], ends, strict=False)]
        cost = sum(((room - wide) / room) ** 2 for room, wide in zip(rooms, widths, strict=True))
        if len(widths) > 1:
            for wide, (least, fine) in ((widths[0], _SHORT_FIRST), (widths[-1], _SHORT_LAST)):
                cost += fine if wide < least * max(widths) else 0.0
        return cost

    def _leaf(self, width: float, size: float, ends: list[int]) -> Leaf:
        length = RATIO * width
        heights = _heights(len(ends), len(self._name), self._pitch)

        def placed(text: str, wide: float, baseline: float, type_size: float) -> Line:
            wide *= size
            return Line(text, CENTRE * length - wide / 2, baseline * size, wide, type_size * size)

        lines = [
            placed(joined(self._words[a:b]), self._line_width(a, b), baseline, 1.0)
            for a, b, baseline in zip([0, *ends], ends, heights, strict=False)
        ]
        names = [
            placed(text, wide, baseline, NAME_SIZE)
            for (text, wide), baseline in zip(self._name, heights[len(ends) :], strict=True)
        ]
        return Leaf(length, size, tuple(lines), tuple(names))
