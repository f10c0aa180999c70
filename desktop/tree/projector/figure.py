"""A tree as a screen shows it: its wood as outlines to fill, its leaves, where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.leaf import Point
from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import Standing, stand
from desktop.tree.model import Form
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.leaf import LeafFigure
from desktop.tree.projector.view import View, whole
from desktop.tree.wood.plan import plan
from desktop.tree.wood.shoot import shoot, stem
from desktop.tree.wood.strokes import Stroke, wood

FORM = Form.LANDSCAPE
THICK = 0.62  # em: half width of wood that is shaded
SHADED, LIT = (-1.0, -0.42), (0.5, 0.78)  # shares of the half width, −1 right to 1 left
SEEDS = 3  # up to so many leaves the stem still has its seed leaves
SKY, RAISED = 0.05, 0.45  # of the height; of what a low tree leaves free above that


class Piece(NamedTuple):
    """A piece of wood, with its two sides where it is thick."""

    outline: QPainterPath
    box: QRectF
    shaded: QPainterPath | None = None
    lit: QPainterPath | None = None


class Figure:
    """A tree on a picture of so many px; paths are in em from the fork, y down.

    Leaves that are `known` and unchanged are taken over; `standing` is another tree's. Its wood
    takes a while and is made when it is first painted.
    """

    def __init__(
        self,
        rows: Sequence[Leaf],
        width: float,
        height: float,
        known: Mapping[str, LeafFigure] | None = None,
        standing: Standing | None = None,
    ) -> None:
        self._places = [row.place for row in rows]
        self.standing = standing or stand(width, height, self._places)
        self.leaves: dict[str, LeafFigure] = {}
        for row in rows:
            before = known.get(row.pledge) if known else None
            same = before is not None and before.row == row
            self.leaves[row.pledge] = before if before and same else LeafFigure(row)
        self.view = _settled(whole(self.standing, height), self.leaves.values(), height)

    @property
    def below(self) -> float:
        """How many em the ground lies below the fork."""
        return self.standing.below

    @cached_property
    def wood(self) -> list[Piece]:
        """The wood that the leaves call forth, in the order to paint it."""
        return [_piece(stroke) for stroke in self._strokes]

    @cached_property
    def young(self) -> tuple[QPainterPath, ...]:
        """The seed leaves and the bud of a very young tree."""
        if len(self._places) > SEEDS:
            return ()
        return _young(self._strokes[-1], bare=not self._places)

    @cached_property
    def _strokes(self) -> list[Stroke]:
        bare = None if self._places else stem(plan(FORM))
        return wood(plan(FORM), self._places, self.below, bare)


def _settled(view: View, leaves: Iterable[LeafFigure], height: float) -> View:
    """Return a view in which a low, wide tree has some of the room above it below."""
    top = view.y + min((leaf.box.top() for leaf in leaves), default=-view.y / view.em) * view.em
    return view._replace(y=view.y - max(0.0, top - SKY * height) * RAISED)


def new_shoot(before: Iterable[Place], place: Place, below: float) -> list[tuple[Point, float]]:
    """Return the wood that grows before a new leaf: points in em, y down, and half widths."""
    grown = shoot(plan(FORM), before, place, below)
    ends = zip(grown.line.tolist(), grown.half.tolist(), strict=True)
    return [((x, -y), half) for (x, y), half in ends]


def _piece(stroke: Stroke) -> Piece:
    outline = _closed(stroke.outline().tolist())
    box = outline.boundingRect()
    if float(stroke.half.max()) < THICK:
        return Piece(outline, box)
    shaded, lit = (_closed(stroke.strip(*part).tolist()) for part in (SHADED, LIT))
    return Piece(outline, box, shaded, lit)


def _closed(points: Iterable[Iterable[float]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in points]))
    path.closeSubpath()
    return path


def _young(trunk: Stroke, *, bare: bool) -> tuple[QPainterPath, ...]:
    """Return the two seed leaves of a young stem, and the bud of one that has no other leaf."""
    x, y = trunk.line[len(trunk.line) * 2 // 5].tolist()
    seeds = (_seed(QPointF(x, -y), 1), _seed(QPointF(x, -y), -1))
    x, y = trunk.line[-1].tolist()
    return (*seeds, _bud(QPointF(x, -y))) if bare else seeds


def _seed(foot: QPointF, side: int) -> QPainterPath:
    def at(x: float, y: float) -> QPointF:
        return QPointF(foot.x() + side * x, foot.y() + y)

    path = QPainterPath(foot)
    path.cubicTo(at(0.6, -1.5), at(2.0, -1.9), at(2.7, -1.2))
    path.cubicTo(at(2.3, -0.2), at(1.0, 0.1), foot)
    return path


def _bud(foot: QPointF) -> QPainterPath:
    low, tip = foot + QPointF(0.05, 0.35), foot + QPointF(0.25, -1.7)
    path = QPainterPath(low)
    path.cubicTo(low + QPointF(-0.75, -0.7), tip + QPointF(-0.5, 0.6), tip)
    path.cubicTo(tip + QPointF(0.5, 0.7), low + QPointF(0.7, -0.6), low)
    return path
