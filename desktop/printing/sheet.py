"""Paper sizes and layouts as data in millimetres, and the places on a sheet in points."""

from collections.abc import Iterator
from dataclasses import dataclass

MM = 72 / 25.4

MARK_FROM, MARK_TO = 4 * MM, 8 * MM  # most printers leave the outer 4 mm white
_CROSS = 2 * MM


@dataclass(frozen=True, slots=True)
class Size:
    """A paper size in millimetres, upright unless `landscape` turned it."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def width(self) -> float:
        """The width in points."""
        return self.width_mm * MM

    @property
    def height(self) -> float:
        """The height in points."""
        return self.height_mm * MM

    @property
    def landscape(self) -> "Size":
        return Size(self.name, self.height_mm, self.width_mm)


A0 = Size("A0", 841, 1189)
A1 = Size("A1", 594, 841)
A2 = Size("A2", 420, 594)
A3 = Size("A3", 297, 420)
A4 = Size("A4", 210, 297)
A5 = Size("A5", 148, 210)
A6 = Size("A6", 105, 148)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; x and y are its lower left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    def inset(self, across: float, down: float | None = None) -> "Box":
        """Return the box smaller by so many points at each side, and at top and bottom."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one card lies: the sheet (from 0) and its box in points."""

    sheet: int
    box: Box


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet with equal places in rows, filled from left to right and top to bottom; in mm."""

    key: str
    paper: Size
    columns: int
    rows: int
    width_mm: float
    height_mm: float
    left_mm: float = 0
    top_mm: float = 0
    gap_x_mm: float = 0
    gap_y_mm: float = 0
    cut: bool = False  # whether the sheet is cut along the edges of its places

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    def box(self, number: int) -> Box:
        """Return the box of a place, numbered from 1 at the top left, in points."""
        row, column = divmod(number - 1, self.columns)
        x = self.left_mm + column * (self.width_mm + self.gap_x_mm)
        top = self.top_mm + row * (self.height_mm + self.gap_y_mm)
        y = self.paper.height_mm - top - self.height_mm
        return Box(x * MM, y * MM, self.width_mm * MM, self.height_mm * MM)

    def places(self, count: int, start: int = 1) -> Iterator[Place]:
        """Yield a place for each of `count` cards.

        `start` is the first free place of a part-used first sheet; later sheets are full.
        Raises ValueError when the sheet has no such place.
        """
        if not 1 <= start <= self.per_sheet:
            raise ValueError(f"{self.key} has no place {start}")
        boxes = [self.box(number) for number in range(1, self.per_sheet + 1)]
        for position in range(start - 1, start - 1 + count):
            sheet, index = divmod(position, self.per_sheet)
            yield Place(sheet, boxes[index])

    def sheets(self, count: int, start: int = 1) -> int:
        """Return how many sheets `count` cards take."""
        return -(-(start - 1 + count) // self.per_sheet) if count else 0

    def cut_marks(self) -> list[tuple[float, float, float, float]]:
        """Return the marks (x1, y1, x2, y2 in points) to lay a ruler or guillotine along.

        Short strokes inside the edges of the paper and small crosses where cuts meet; none
        where a place's edge is the paper's own.
        """
        if not self.cut:
            return []
        boxes = [self.box(number) for number in range(1, self.per_sheet + 1)]
        wide, high = self.paper.width, self.paper.height
        across = _inner({edge for box in boxes for edge in (box.x, box.right)}, wide)
        down = _inner({edge for box in boxes for edge in (box.y, box.top)}, high)
        marks = [(x, a, x, b) for x in across for a, b in _strokes(high)]
        marks += [(a, y, b, y) for y in down for a, b in _strokes(wide)]
        for x in across:
            for y in down:
                marks += [(x - _CROSS, y, x + _CROSS, y), (x, y - _CROSS, x, y + _CROSS)]
        return marks


def _inner(edges: set[float], end: float) -> list[float]:
    return sorted({round(edge, 3) for edge in edges if MM < edge < end - MM})


def _strokes(end: float) -> list[tuple[float, float]]:
    return [(MARK_FROM, MARK_TO), (end - MARK_TO, end - MARK_FROM)]


CARDS_A6 = Stock("cards-a6", A4.landscape, 2, 2, 148.5, 105, cut=True)
CARDS_A5 = Stock("cards-a5", A4, 1, 2, 210, 148.5, cut=True)
SLIPS = Stock("slips", A4, 1, 3, 210, 99, cut=True)
LEAVES_LARGE = Stock("leaves-large", A4.landscape, 2, 2, 136, 92, 10, 10, 5, 6)
LEAVES_SMALL = Stock("leaves-small", A4, 2, 5, 92, 53.4, 10, 10, 6, 2.5)
