"""Text set in a leaf: the leaf grows, the type does not shrink. One em is the base type."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from desktop.leaf.outline import CENTRE, RATIO, Point, outline, reach

ASCENT, DESCENT, PITCH = 0.74, 0.19, 1.10
SIDE, ABOVE = 0.32, 0.10  # white between a line and the outline
NAME_SIZE, NAME_PITCH = 0.76, 0.96
LADDER, STEP = 3.1, 1.08  # widths in em: LADDER × STEP^k
LARGEST = 1.45  # to this the type grows in a leaf with room to spare
LONGEST_WORD, LONGEST_NAME = 11.0, 9.0
AIR = 0.94  # of the largest type that goes into a leaf of given size

_STEPS = 8  # of a binary search between two rungs of the ladder
_SIZES = (1.0, 0.96, 0.92)
_SHORT_FIRST, _SHORT_LAST = (0.5, 0.12), (0.4, 0.12)  # of the longest line; what it costs
_SMALLER = 0.9  # what a smaller type costs, times how much smaller
_MANY = 250  # words from which lines are simply filled
_EXACT = 1e-9

Measure = Callable[[str], float]


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

    def outline(self, points: int = 96) -> list[Point]:
        """Return the outline as a polygon, from the foot round by the upper side."""
        return [(x * self.length, y * self.length) for x, y in outline(points)]


class Lettering(NamedTuple):
    """How to measure text in em, and the maker's name in its own face, and where to cut words."""

    measure: Measure
    measure_name: Measure
    graphemes: Callable[[str], Sequence[str]]


class _Word(NamedTuple):
    text: str
    width: float
    space: float


def grow(text: str, lettering: Lettering, name: str = "") -> Leaf:
    """Return the smallest leaf of the ladder that holds the text, in em of the base type."""
    setting = _Setting(text, lettering, name)
    rung = setting.rung()
    width = LADDER * STEP**rung
    return setting.composed(width, min(LARGEST, width / setting.least(rung)), 1.0)


def fill(text: str, lettering: Lettering, length: float, largest: float, name: str = "") -> Leaf:
    """Return a leaf of a given length with the text as large as it sits well, up to `largest`.

    The length and sizes are in one unit, such as points. Any text fits: look at the leaf's
    `size` to see whether people can still read it.
    """
    setting = _Setting(text, lettering, name)
    width = length / RATIO
    return setting.composed(width, min(largest, AIR * width / setting.least(setting.rung())), 0.0)


def _cut(word: str, measure: Measure, lettering: Lettering, longest: float) -> list[str]:
    """Return a word in equal pieces, each about as wide as `longest` at most."""
    wide = measure(word)
    if wide <= longest:
        return [word]
    each = wide / math.ceil(wide / longest)
    pieces: list[str] = []
    used = 0.0
    for cluster in lettering.graphemes(word):
        advance = measure(cluster)
        if pieces and used + advance / 2 <= each * len(pieces) + _EXACT:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
        used += advance
    return pieces


def _measured(text: str, measure: Measure, lettering: Lettering, longest: float) -> list[_Word]:
    space = measure(" ")
    return [
        _Word(piece, measure(piece), 0.0 if number else space)
        for word in text.split()
        for number, piece in enumerate(_cut(word, measure, lettering, longest))
    ]


def _name_lines(words: list[_Word]) -> list[tuple[str, float]]:
    """Return the maker's name in lines with their widths in em; nearly always one."""
    lines: list[tuple[str, float]] = []
    for word in words:
        wide = word.width * NAME_SIZE
        space = word.space * NAME_SIZE
        if lines and lines[-1][1] + space + wide <= LONGEST_NAME:
            text, used = lines[-1]
            lines[-1] = (_joined([_Word(text, 0, 0), word]), used + space + wide)
        else:
            lines.append((word.text, wide))
    return lines


def _joined(words: Sequence[_Word]) -> str:
    rest = "".join((" " if word.space else "") + word.text for word in words[1:])
    return words[0].text + rest


class _Setting:
    """The words of one leaf, measured once."""

    def __init__(self, text: str, lettering: Lettering, name: str) -> None:
        longest = LONGEST_NAME / NAME_SIZE
        self._name = _name_lines(_measured(name, lettering.measure_name, lettering, longest))
        self._words = _measured(text, lettering.measure, lettering, LONGEST_WORD)
        self._ends = list(accumulate((w.width + w.space for w in self._words), initial=0.0))

    def rung(self) -> int:
        """Return the lowest rung of the ladder on which the leaf holds everything."""
        high = 1
        while not self._holds(LADDER * STEP**high):
            high *= 2
        low = -1
        while high - low > 1:
            middle = (low + high) // 2
            if self._holds(LADDER * STEP**middle):
                high = middle
            else:
                low = middle
        return high

    def least(self, rung: int) -> float:
        """Return the least width in em that holds everything, given its rung."""
        high = LADDER * STEP**rung
        low = high / (STEP if rung else LARGEST)
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if self._holds(middle):
                high = middle
            else:
                low = middle
        return high * (1 + _EXACT)

    def composed(self, width: float, size: float, least: float) -> Leaf:
        """Return the leaf with its lines broken as evenly as the outline allows.

        The type is `size`, or up to 8% smaller where that looks better, but at least `least`.
        """
        best: tuple[float, float, list[int]] | None = None
        for share in _SIZES:
            type_size = max(size * share, min(size, least))
            em = width / type_size
            for count in self._counts(em):
                rooms = self._rooms(em, count)
                broken = self._broken(rooms)
                if rooms is not None and broken is not None:
                    cost = self._cost(broken, rooms) + _SMALLER * (1 - share)
                    if best is None or cost < best[0] - _EXACT:
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
        most = int((width - ASCENT - DESCENT - NAME_PITCH * len(self._name)) / PITCH) + 1
        widest = max(RATIO * width * 2 * reach(0) - 2 * SIDE, _EXACT)
        fewest = max(1, math.ceil(self._ends[-1] / (widest + self._words[0].space) - _EXACT))
        return range(fewest, most + 1)

    def _heights(self, count: int) -> list[float]:
        """Return the baselines of the lines and of the name's lines, the block in the middle."""
        names = len(self._name)
        body = ASCENT + PITCH * (count - 1) + DESCENT if count else 0.0
        top = (body + NAME_PITCH * names) / 2
        lines = [top - ASCENT - PITCH * n for n in range(count)]
        after = top - body - NAME_PITCH + DESCENT * NAME_SIZE
        return lines + [after - NAME_PITCH * n for n in range(names)]

    def _rooms(self, width: float, count: int) -> list[float] | None:
        """Return the room of each line in em; None where the name does not fit."""
        rooms = []
        for number, baseline in enumerate(self._heights(count)):
            size = 1.0 if number < count else NAME_SIZE
            upper = baseline + (ASCENT + ABOVE) * size
            lower = baseline - (DESCENT + ABOVE) * size
            height = max(abs(upper), abs(lower)) / (width / 2)
            rooms.append(2 * RATIO * width * reach(height) - 2 * SIDE)
        for room, (_, wide) in zip(rooms[count:], self._name, strict=True):
            if wide > room:
                return None
        return rooms[:count]

    def _line_width(self, start: int, end: int) -> float:
        return self._ends[end] - self._ends[start] - self._words[start].space

    def _broken(self, rooms: list[float] | None) -> list[int] | None:
        if rooms is None or len(self._words) > _MANY:
            return self._filled(rooms)
        return self._even(rooms)

    def _filled(self, rooms: list[float] | None) -> list[int] | None:
        """Return where each line ends when each takes what it holds; None if words are left."""
        if rooms is None:
            return None
        ends: list[int] = []
        start, last = 0, len(self._words)
        for room in rooms:
            end = start
            while end < last and self._line_width(start, end + 1) <= room:
                end += 1
            if end == start:
                return None
            ends.append(end)
            start = end
        return ends if start == last else None

    def _even(self, rooms: list[float]) -> list[int] | None:
        """Return the line ends with the least sum of squared spare room."""
        last = len(self._words)
        states: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
        for room in rooms:
            reached: dict[int, tuple[float, list[int]]] = {}
            for start, (cost, ends) in states.items():
                left = self._ends[start] + (self._words[start].space if start < last else 0.0)
                for end in range(start + 1, last + 1):
                    spare = room - self._ends[end] + left
                    if spare < 0:
                        break
                    total = cost + (spare / room) ** 2
                    if end not in reached or total < reached[end][0]:
                        reached[end] = (total, [*ends, end])
            states = reached
        return states[last][1] if last in states else None

    def _cost(self, ends: list[int], rooms: list[float]) -> float:
        widths = [self._line_width(a, b) for a, b in zip([0, *ends], ends, strict=False)]
        cost = sum(((room - wide) / room) ** 2 for room, wide in zip(rooms, widths, strict=True))
        if len(widths) > 1:
            for wide, (least, fine) in ((widths[0], _SHORT_FIRST), (widths[-1], _SHORT_LAST)):
                cost += fine if wide < least * max(widths) else 0.0
        return cost

    def _leaf(self, width: float, size: float, ends: list[int]) -> Leaf:
        length = RATIO * width
        heights = self._heights(len(ends))

        def placed(text: str, wide: float, baseline: float, type_size: float) -> Line:
            wide *= size
            return Line(text, CENTRE * length - wide / 2, baseline * size, wide, type_size * size)

        lines = [
            placed(_joined(self._words[a:b]), self._line_width(a, b), baseline, 1.0)
            for a, b, baseline in zip([0, *ends], ends, heights, strict=False)
        ]
        names = [
            placed(text, wide, baseline, NAME_SIZE)
            for (text, wide), baseline in zip(self._name, heights[len(ends) :], strict=True)
        ]
        return Leaf(length, size, tuple(lines), tuple(names))
