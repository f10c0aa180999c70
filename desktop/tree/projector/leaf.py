"""A leaf as a screen shows it: its outline, its words set as on the poster, its blossom."""

import math
import zlib
from collections.abc import Iterator
from functools import cache, cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainterPath, QPolygonF, QTextLayout, QTransform

from desktop import leaf as leaves
from desktop.leaf import RATIO, outline
from desktop.leaf.setting import Line
from desktop.tree.growth.shape import BLOSSOM, STALK
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.words import LETTERING
from desktop.tree.projector.colours import TINTS
from desktop.tree.wood.twigs import TWIG
from desktop.ui.theme import FALLBACKS, FAMILY

POINTS, FINE = 48, 144  # corners of a leaf from afar; of one that can be read
VEIN = (0.05, 0.84)  # of the length: where the middle vein begins and ends
BOLD = 0.27  # a blossom's radius, of the leaf's width, where its words are not shown
_TYPE, _ENDLESS = 64.0, 1e6  # px in which words are measured and outlined; of a line


class LeafFigure:
    """One leaf on the tree; paths are in em from the fork, y down. Made once, never changed."""

    def __init__(self, row: Leaf) -> None:
        self.row = row
        place = row.place
        self.tint = tint_of(row.pledge)
        along, up = place.axis
        self.foot = QPointF(place.foot[0], -place.foot[1])
        self._lies = QTransform()
        self._lies.translate(self.foot.x(), self.foot.y())
        self._lies.rotate(math.degrees(math.atan2(-up, along)))
        self._lies.scale(place.length, place.length)
        self.path, self.half = self._blade(POINTS)
        self.vein = self._lies.map(_vein())
        self.stalk = self._lies.map(_stalk(place.length))
        self.box = self.path.boundingRect()

    @cached_property
    def fine(self) -> tuple[QPainterPath, QPainterPath]:
        """The blade and its lower half as they are seen from near, without corners."""
        return self._blade(FINE)

    def _blade(self, points: int) -> tuple[QPainterPath, QPainterPath]:
        blade, lower = _blade(points), _lower(points, self.row.place.side)
        return self._lies.map(blade), self._lies.map(lower)

    @property
    def middle(self) -> QPointF:
        """The stalk's middle, where a blossom sits."""
        along, up = self.row.place.axis
        far = STALK * self.row.place.width / 2
        return QPointF(self.foot.x() - along * far, self.foot.y() + up * far)

    def blossom(self, *, worded: bool) -> float:
        """Return a blossom's radius in em; beside words it keeps clear of them."""
        return self.row.place.width * (BLOSSOM if worded else BOLD)

    @cached_property
    def words(self) -> tuple[QPainterPath, ...]:
        """The outlines of all letters of the words and of the maker's name."""
        place = self.row.place
        held = leaves.grow(self.row.text, LETTERING, self.row.name)
        scale = place.length / held.length
        turned = QTransform()
        turned.translate(self.foot.x(), self.foot.y())
        turned.rotate(-place.turn)
        lines = [*((line, False) for line in held.lines), *((line, True) for line in held.name)]
        return tuple(
            letter
            for line, italic in lines
            for letter in self._line(line, turned, scale, italic=italic)
        )

    def _line(
        self, line: Line, turned: QTransform, scale: float, *, italic: bool
    ) -> Iterator[QPainterPath]:
        letters, natural = _letters(line.text, italic=italic)
        size = line.size / _TYPE
        wide = natural * size
        size *= min(1.0, line.width / wide) if wide else 1.0  # another face may be a little wider
        start = self.row.place.text_start(line.x * scale, line.width * scale)
        start += (line.width - natural * size) / 2 * scale
        lies = QTransform(turned)
        lies.translate(start, -line.y * scale)
        lies.scale(size * scale, size * scale)
        for letter in letters:
            yield lies.map(letter)


def tint_of(pledge: str) -> int:
    """Return which of the tints, from 0, the leaf of a pledge always has."""
    return zlib.crc32(pledge.encode()) % TINTS


@cache
def _blade(points: int) -> QPainterPath:
    return _polygon(list(outline(points)))


@cache
def _lower(points: int, side: int) -> QPainterPath:
    """Return the half of the blade that lies below its vein when it hangs on that side."""
    return _polygon([(x, side * abs(y)) for x, y in outline(points)][: points // 2 + 1])


@cache
def _vein() -> QPainterPath:
    """Return the middle vein, which runs out towards the tip."""
    (start, end), half = VEIN, 0.011 / RATIO
    return _polygon([(start, -half), (end, -half / 4), (end, half / 4), (start, half)])


def _stalk(length: float) -> QPainterPath:
    """Return the stalk, from the end of its twig into the blade."""
    start, end, half = -0.62 * STALK / RATIO, 0.035, TWIG / length
    return _polygon([(start, -half), (end, -half / 2), (end, half / 2), (start, half)])


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _letters(text: str, *, italic: bool) -> tuple[list[QPainterPath], float]:
    """Return the outlines of a line's letters on its baseline, and how wide it is, in px of _TYPE.

    Letter by letter, for Qt fills one path of a whole line much more slowly.
    """
    # The font is not shared: words are set in workers too, and a font belongs to its thread.
    font = QFont([FAMILY, *FALLBACKS])
    font.setPixelSize(round(_TYPE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setItalic(italic)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    found = []
    for run in line.glyphRuns():
        face = run.rawFont()
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            outline = face.pathForGlyph(glyph)
            if not outline.isEmpty():
                found.append(outline.translated(at.x(), at.y() - line.ascent()))
    return found, line.naturalTextWidth()


def blossom_paths(middle: QPointF, radius: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the petals and the eye of a blossom."""
    petals, eye = QPainterPath(), QPainterPath()
    petals.setFillRule(Qt.FillRule.WindingFill)
    for petal in range(5):
        turn = math.radians(72 * petal - 90)
        at = middle + QPointF(math.cos(turn), math.sin(turn)) * (radius * 0.56)
        petals.addEllipse(at, radius * 0.44, radius * 0.44)
    eye.addEllipse(middle, radius * 0.27, radius * 0.27)
    return petals, eye
