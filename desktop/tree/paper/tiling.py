"""How a poster is divided into sheets to tape together, in millimetres from its lower left."""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from desktop.printing.sheet import Size

WHITE = 5.0  # the least that stays white round a sheet's picture: few printers reach further
GLUE = 8.0  # of picture at a sheet's right and lower edge, over which the next sheet is laid
NOTE = 8.5  # white beside the picture that a sheet's number needs
MARK, MARK_FROM = 5.0, 0.8  # length of a cut mark, and how far from the picture it begins
CLEAR = 4.0  # where marks and words end, from the paper's edge

_ALIKE = 1e-9


class Area(NamedTuple):
    """A rectangle of the poster, or of a sheet."""

    left: float
    low: float
    right: float
    high: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.high - self.low


def letters(number: int) -> str:
    """Return the letters for a number from 0: A, B … Z, AA."""
    found, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, len(string.ascii_uppercase))
        found = string.ascii_uppercase[rest] + found
    return found


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its number from 1 in the order of reading, and which part of the poster it has.

    `printed` is what is printed on it; the strips at its right and lower edge that are not `seen`
    are for glue, and the sheets beside and below cover them.
    """

    number: int
    row: int
    column: int
    printed: Area
    seen: Area

    @property
    def row_name(self) -> str:
        """The row's letters."""
        return letters(self.row)


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster of a size in mm on sheets that lie as `sheet` says, all filled alike."""

    width: float
    height: float
    sheet: Size
    columns: int
    rows: int

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @property
    def across(self) -> float:
        """How wide the picture on each sheet is."""
        return _each(self.width, self.columns)

    @property
    def down(self) -> float:
        """How high the picture on each sheet is."""
        return _each(self.height, self.rows)

    @property
    def picture(self) -> Area:
        """Where on each sheet its picture lies: in the middle."""
        left = (self.sheet.width_mm - self.across) / 2
        low = (self.sheet.height_mm - self.down) / 2
        return Area(left, low, left + self.across, low + self.down)

    @property
    def tiles(self) -> Iterator[Tile]:
        """The sheets, row by row from the upper left."""
        for number in range(self.count):
            yield self._tile(*divmod(number, self.columns))

    def _tile(self, row: int, column: int) -> Tile:
        across, down = self.across, self.down
        left, high = column * (across - GLUE), self.height - row * (down - GLUE)
        printed = Area(left, high - down, left + across, high)
        right = printed.right - (GLUE if column < self.columns - 1 else 0)
        low = printed.low + (GLUE if row < self.rows - 1 else 0)
        number = row * self.columns + column + 1
        return Tile(number, row, column, printed, Area(left, low, right, high))

    def at(self, x: float, y: float) -> Tile:
        """Return the sheet on which a point of the poster is seen."""
        column = min(max(int(x / (self.across - GLUE)), 0), self.columns - 1)
        row = min(max(int((self.height - y) / (self.down - GLUE)), 0), self.rows - 1)
        return self._tile(row, column)

    def strips(self, tile: Tile) -> list[tuple[Area, int]]:
        """Return where on a sheet the glue goes, and the number of the sheet laid over it."""
        found = []
        printed, seen = self.picture, self.on_sheet(tile, tile.seen)
        if tile.column < self.columns - 1:
            found.append((printed._replace(left=seen.right), tile.number + 1))
        if tile.row < self.rows - 1:
            below = printed._replace(right=seen.right, high=seen.low)
            found.append((below, tile.number + self.columns))
        return found

    def on_sheet(self, tile: Tile, area: Area) -> Area:
        """Return where a part of the poster lies on a sheet."""
        picture = self.picture
        x, y = picture.left - tile.printed.left, picture.low - tile.printed.low
        return Area(area.left + x, area.low + y, area.right + x, area.high + y)

    def cuts(self, tile: Tile) -> list[tuple[float, float, float, float]]:
        """Return the lines on a sheet along which it is cut: x1, y1, x2, y2.

        A sheet is cut on the left and above, and at the poster's own edges; elsewhere the next
        sheet covers what is left of it.
        """
        left, low, right, high = self.picture
        lines = [(left, low, left, high), (left, high, right, high)]
        if tile.column == self.columns - 1:
            lines.append((right, low, right, high))
        if tile.row == self.rows - 1:
            lines.append((left, low, right, low))
        return lines

    def marks(self, tile: Tile) -> list[tuple[float, float, float, float]]:
        """Return short strokes beyond both ends of each cut, to lay a ruler along."""
        found = []
        wide, high = self.sheet.width_mm, self.sheet.height_mm
        for x1, y1, x2, y2 in self.cuts(tile):
            if x1 == x2:
                found.append((x1, max(y1 - MARK, CLEAR), x1, y1 - MARK_FROM))
                found.append((x1, y2 + MARK_FROM, x1, min(y2 + MARK, high - CLEAR)))
            else:
                found.append((max(x1 - MARK, CLEAR), y1, x1 - MARK_FROM, y1))
                found.append((x2 + MARK_FROM, y1, min(x2 + MARK, wide - CLEAR), y1))
        return found


def tiling(poster: Size, paper: Size) -> Tiling:
    """Return the division of a poster that takes the fewest sheets of a paper.

    Of two ways as good as each other it is the one that leaves more white round the picture.
    """
    ways = [_on(poster, paper), _on(poster, paper.landscape)]
    return min(ways, key=lambda way: (way.count, -_white(way)))


def _on(poster: Size, sheet: Size) -> Tiling:
    wide, high = poster.width_mm, poster.height_mm
    columns = _fewest(wide, sheet.width_mm - 2 * WHITE)
    rows = _fewest(high, sheet.height_mm - 2 * WHITE)
    found = Tiling(wide, high, sheet, columns, rows)
    if max(found.picture.left, found.picture.low) >= NOTE:
        return found
    # No room for the number anywhere: one sheet more, the way that needs fewer.
    more = (
        Tiling(wide, high, sheet, columns + 1, rows),
        Tiling(wide, high, sheet, columns, rows + 1),
    )
    return min(more, key=lambda way: way.count)


def _fewest(length: float, room: float) -> int:
    """Return into how many parts a length is divided so that each has room."""
    count = 1
    while _each(length, count) > room + _ALIKE:
        count += 1
    return count


def _each(length: float, count: int) -> float:
    return (length + (count - 1) * GLUE) / count


def _white(way: Tiling) -> float:
    return min(way.picture.left, way.picture.low)
