"""A tree as a screen shows it: its wood as outlines to fill, its leaves, where it stands."""

from collections.abc import Iterable, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.leaf import Point
from desktop.tree.growth.standing import stand
from desktop.tree.model import Form
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.leaf import LeafFigure
from desktop.tree.projector.view import View, whole
from desktop.tree.wood.plan import plan
from desktop.tree.wood.shoot import parted, stem
from desktop.tree.wood.strokes import Stroke, wood

FORM = Form.LANDSCAPE
THICK = 0.62  # em: half width of wood that is shaded
SHADED, LIT = (-1.0, -0.42), (0.5, 0.78)  # shares of the half width, −1 right to 1 left
SEEDS = 3  # up to so many leaves the stem still has its seed leaves
SKY, RAISED = 0.05, 0.45  # of the height; of what a low tree leaves free above that


Shoot = Sequence[tuple[Point, float]]
"""Wood that grows: points in em from the fork, y down, and half widths."""


class Piece(NamedTuple):
    """A piece of wood, with its two sides where it is thick."""

    outline: QPainterPath
    box: QRectF
    shaded: QPainterPath | None = None
    lit: QPainterPath | None = None


class Figure:
    """A tree on a picture of so many px; paths are in em from the fork, y down.

    Leaves and wood that are as in the tree `before` are taken over. Its wood takes a while and is
    made when it is first painted.
    """

    def __init__(
        self, rows: Sequence[Leaf], width: float, height: float, before: "Figure | None" = None
    ) -> None:
        self._places = [row.place for row in rows]
        self.standing = stand(width, height, self._places)
        self._made: dict[bytes, Piece] = {}
        self._known = before._made if before else {}
        self.leaves: dict[str, LeafFigure] = {}
        for row in rows:
            known = before.leaves.get(row.pledge) if before else None
            self.leaves[row.pledge] = known if known and known.row == row else LeafFigure(row)
        self.view = _settled(whole(self.standing, height), self.leaves.values(), height)

    @property
    def below(self) -> float:
        """How many em the ground lies below the fork."""
        return self.standing.below

    @cached_property
    def wood(self) -> list[Piece]:
        """The wood that the leaves call forth, in the order to paint it."""
        return self._pieces(self._strokes)

    def before(self, new: Leaf) -> tuple["Figure", Shoot, list[Piece]]:
        """Return this tree before one of its leaves grows, and the wood that leads to that leaf.

        All other wood is as it is in the end, so that the leaf grows from what stays. The last of
        the three is the thick wood that lies over the leaf's.
        """
        there = copy(self)
        there.leaves = {key: one for key, one in self.leaves.items() if key != new.pledge}
        places = [leaf.row.place for leaf in there.leaves.values()]
        under, grown, over = parted(plan(FORM), self._strokes, places, new.place)
        there.young = self.young
        hides = self._pieces(over)
        there.wood = [*self._pieces(under), *hides]
        ends = zip(grown.line.tolist(), grown.half.tolist(), strict=True)
        shoot = [((x, -y), half) for (x, y), half in ends]
        return there, shoot, [piece for piece in hides if piece.shaded is not None]

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

    def _pieces(self, strokes: Iterable[Stroke]) -> list[Piece]:
        pieces = []
        for stroke in strokes:
            key = stroke.line.tobytes() + stroke.half.tobytes()
            known = self._made.get(key) or self._known.get(key)
            pieces.append(known or _piece(stroke))
            self._made[key] = pieces[-1]
        return pieces


def _settled(view: View, leaves: Iterable[LeafFigure], height: float) -> View:
    """Return a view in which a low, wide tree has some of the room above it below."""
    top = view.y + min((leaf.box.top() for leaf in leaves), default=-view.y / view.em) * view.em
    return view._replace(y=view.y - max(0.0, top - SKY * height) * RAISED)


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
