"""A leaf that grows: first its shoot, then its blade."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from desktop.leaf import Point
from desktop.tree.projector.colours import Colours
from desktop.tree.projector.painting import Sprite, enter, reach

if TYPE_CHECKING:
    from desktop.tree.projector.steps import Growing

WOODEN = 0.4  # of a leaf's growth its shoot takes; the blade then begins where that ends
AROUND = 4  # px about what changes: edges are not sharp


def paint_growing(
    painter: QPainter, growing: "Growing", grown: float, colours: Colours, worded: float = 1.0
) -> None:
    """Paint a leaf that has grown to a share of itself: first its shoot, then its blade.

    The painter stands in the px of the leaf's own view. `worded` is how far the words about it
    are to be seen.
    """
    wood, blade = _shares(grown)
    view = growing.view
    painter.save()
    enter(painter, view)
    path = growing.wood if wood == 1 else grown_part(growing.shoot, wood)
    painter.fillPath(path, colours.bark)
    painter.restore()
    if growing.cover is not None:
        _paint_cover(painter, *growing.cover, worded)
    if blade <= 0:
        return
    foot = QPointF(view.x, view.y) + growing.leaf.foot * view.em
    painter.save()
    if blade < 1:
        painter.translate(foot)
        painter.scale(blade, blade)
        painter.translate(-foot)
    painter.drawImage(QPointF(growing.blade.left, growing.blade.top), growing.blade.image)
    painter.restore()


def _shares(grown: float) -> tuple[float, float]:
    """Return how far the shoot and how far the blade has grown."""
    return min(1.0, grown / WOODEN), max(0.0, (grown - WOODEN) / (1 - WOODEN))


def changed(growing: "Growing", before: float, now: float) -> QRect:
    """Return where a leaf that grew from one share of itself to another looks different.

    In the px of the leaf's own view.
    """
    (wooden, blade), (longer, larger) = _shares(before), _shares(now)
    found = QRectF()
    if longer != wooden:
        found = _between(growing.shoot, wooden, longer)
    if larger != blade:
        leaf, most = growing.leaf, max(blade, larger)
        box = reach(leaf, worded=True) if leaf.row.kept else leaf.box
        box = box.united(leaf.stalk.boundingRect())
        grown = QRectF((box.topLeft() - leaf.foot) * most + leaf.foot, box.size() * most)
        found = found.united(grown)
    view = growing.view
    place = QRectF(found.topLeft() * view.em, found.size() * view.em).translated(view.x, view.y)
    return place.toAlignedRect().adjusted(-AROUND, -AROUND, AROUND, AROUND)


def _between(shoot: Sequence[tuple[Point, float]], one: float, other: float) -> QRectF:
    """Return the room of the part of a shoot between two shares of its way."""
    shorter, longer = (list(_first_part(shoot, share)) for share in sorted((one, other)))
    found = QRectF()
    for (x, y), half in longer[max(len(shorter) - 2, 0) :]:
        found = found.united(QRectF(x - half, y - half, 2 * half, 2 * half))
    return found


def _paint_cover(painter: QPainter, with_words: Sprite, bare: Sprite, worded: float) -> None:
    for cover, opacity in ((bare, 1.0 if worded < 1 else 0.0), (with_words, worded)):
        if opacity > 0:
            painter.setOpacity(opacity)
            painter.drawImage(QPointF(cover.left, cover.top), cover.image)
    painter.setOpacity(1.0)


def grown_part(shoot: Sequence[tuple[Point, float]], share: float) -> QPainterPath:
    """Return the outline of the first part of a shoot, round at its tip."""
    line = list(_first_part(shoot, share))
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if len(line) < 2:
        return path
    sides: tuple[list[QPointF], list[QPointF]] = ([], [])
    for at, (point, half) in enumerate(line):
        before, after = line[max(at - 1, 0)][0], line[min(at + 1, len(line) - 1)][0]
        far = max(_far(before, after), 1e-9)
        aside = QPointF(before[1] - after[1], after[0] - before[0]) * (half / far)
        sides[0].append(QPointF(*point) - aside)
        sides[1].append(QPointF(*point) + aside)
    path.addPolygon(QPolygonF([*sides[0], *reversed(sides[1])]))
    path.closeSubpath()
    tip, half = line[-1]
    end = QPainterPath()
    end.addEllipse(QPointF(*tip), half, half)
    return path.united(end)


def _first_part(
    shoot: Sequence[tuple[Point, float]], share: float
) -> Iterator[tuple[Point, float]]:
    left = share * sum(_far(a[0], b[0]) for a, b in pairwise(shoot))
    if left > 0:
        yield shoot[0]
    for (start, wide), (end, narrow) in pairwise(shoot):
        far = _far(start, end)
        if left <= 0:
            return
        part = min(1.0, left / far) if far else 1.0
        left -= far
        x, y = (start[n] + (end[n] - start[n]) * part for n in (0, 1))
        yield (x, y), wide + (narrow - wide) * part


def _far(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
