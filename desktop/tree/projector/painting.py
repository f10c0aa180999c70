"""Painting a tree on a screen; a painter stands in em from the fork, y down."""

import math
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPainterPathStroker

from desktop.tree.projector.colours import Colours
from desktop.tree.projector.figure import Figure, Piece
from desktop.tree.projector.leaf import LeafFigure, blossom_paths
from desktop.tree.projector.view import View

WORDS_FROM = 9.0  # px an em: smaller words are left out
BUNCH = 8  # paths that are filled together
RIND = 0.25  # em about a shoot
EDGE = 0.4  # em about a leaf for its stalk
MOUND = (0.36, 0.13)  # of the picture's width and of that width: how wide and high


def picture(
    figure: Figure,
    view: View,
    size: QSize,
    ratio: float,
    colours: Colours,
    *,
    worded: bool = True,
) -> QImage:
    """Return a picture of the tree, `size` in logical px.

    Words are painted where somebody could read them, unless it is not to be `worded`.
    """
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(colours.ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_tree(painter, figure, view, size, colours, worded=worded)
    painter.end()
    return image


def paint_tree(
    painter: QPainter,
    figure: Figure,
    view: View,
    size: QSize,
    colours: Colours,
    *,
    worded: bool = True,
) -> None:
    """Paint what can be seen of the tree."""
    em = view.em
    seen = QRectF(-view.x / em, -view.y / em, size.width() / em, size.height() / em)
    painter.save()
    enter(painter, view)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_mound(painter, figure, size.width(), colours)
    paint_wood(painter, figure.wood, seen, colours)
    for leaf in figure.young:
        painter.fillPath(leaf, colours.leaves[1][0])
    shown = [leaf for leaf in figure.leaves.values() if leaf.box.intersects(seen)]
    paint_leaves(painter, shown, colours, worded=worded and can_be_read(em))
    painter.restore()


def enter(painter: QPainter, view: View) -> None:
    """Let a painter stand in em from the fork."""
    painter.translate(view.x, view.y)
    painter.scale(view.em, view.em)


def paint_mound(painter: QPainter, figure: Figure, width: float, colours: Colours) -> None:
    """Paint the ground on which the tree stands."""
    half = MOUND[0] * width / figure.view.em
    high = half * MOUND[1]
    mound = QPainterPath(QPointF(-half, figure.below + high * 0.5))
    mound.cubicTo(
        QPointF(-half * 0.5, figure.below - high * 0.3),
        QPointF(half * 0.5, figure.below - high * 0.3),
        QPointF(half, figure.below + high * 0.5),
    )
    mound.cubicTo(
        QPointF(half * 0.6, figure.below + high * 0.62),
        QPointF(-half * 0.6, figure.below + high * 0.62),
        QPointF(-half, figure.below + high * 0.5),
    )
    painter.fillPath(mound, colours.mound)


def paint_wood(painter: QPainter, pieces: Sequence[Piece], seen: QRectF, colours: Colours) -> None:
    """Paint what can be seen of the wood, the trunk last."""
    shown = [piece for piece in pieces if piece.box.intersects(seen)]
    _fill(painter, (one.outline for one in shown if one.shaded is None), colours.bark)
    for piece in shown:
        if piece.shaded is not None and piece.lit is not None:
            painter.fillPath(piece.outline, colours.bark)
            painter.fillPath(piece.shaded, colours.grain)
            painter.fillPath(piece.lit, colours.glint)


def can_be_read(em: float) -> bool:
    """Return whether words are large enough to be painted at so many px an em."""
    return em >= WORDS_FROM


def paint_leaves(
    painter: QPainter, leaves: Sequence[LeafFigure], colours: Colours, *, worded: bool
) -> None:
    """Paint leaves, their words or the bare blades, and their blossoms."""
    _fill(painter, (leaf.stalk for leaf in leaves), colours.bark)
    for tint, (upper, lower) in enumerate(colours.leaves):
        mine = [leaf for leaf in leaves if leaf.tint == tint]
        blades = [leaf.fine if worded else (leaf.path, leaf.half) for leaf in mine]
        _fill(painter, (blade for blade, _ in blades), upper)
        _fill(painter, (half for _, half in blades), lower)
    if worded:
        _fill(painter, (letter for leaf in leaves for letter in leaf.words), colours.ink)
    else:  # a vein behind words would look as if they were crossed out
        _fill(painter, (leaf.vein for leaf in leaves), colours.vein)
    for leaf in leaves:
        if leaf.row.kept:
            petals, eye = blossom_paths(leaf.middle, leaf.blossom(worded=worded))
            painter.fillPath(petals, colours.blossom)
            painter.fillPath(eye, colours.eye)


class Sprite(NamedTuple):
    """A picture of leaves without the ground, and where its upper left is, in logical px."""

    image: QImage
    left: int
    top: int


def sprite(
    leaves: Sequence[LeafFigure],
    view: View,
    ratio: float,
    colours: Colours,
    *,
    worded: bool,
    wood: Sequence[Piece] = (),
    within: QPainterPath | None = None,
) -> Sprite:
    """Return a picture of some leaves over some wood as they are seen from a view.

    Nothing is painted but `within` an outline, where there is one.
    """
    rooms = [reach(leaf, worded=worded) for leaf in leaves]
    box = reduce(QRectF.united, rooms, QRectF()) if within is None else within.boundingRect()
    em = view.em
    left, top = math.floor(view.x + box.left() * em), math.floor(view.y + box.top() * em)
    size = QSize(math.ceil(box.width() * em) + 1, math.ceil(box.height() * em) + 1)
    image = _clear(size, ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enter(painter, View(em, view.x - left, view.y - top))
    if within is not None:
        painter.setClipPath(within)
    paint_wood(painter, wood, box, colours)
    paint_leaves(painter, leaves, colours, worded=worded)
    painter.end()
    return Sprite(image, left, top)


def _clear(size: QSize, ratio: float) -> QImage:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    return image


def reach(leaf: LeafFigure, *, worded: bool) -> QRectF:
    """Return all the room that a leaf may take, with its stalk and its blossom."""
    room = leaf.blossom(worded=worded) * 2 + EDGE
    return leaf.box.adjusted(-room, -room, room, room)


def about(path: QPainterPath) -> QPainterPath:
    """Return an outline and a little round it."""
    pen = QPainterPathStroker()
    pen.setWidth(2 * RIND)
    return path.united(pen.createStroke(path))


def _fill(painter: QPainter, paths: Iterable[QPainterPath], colour: QColor) -> None:
    """Fill many paths: a few at a time takes Qt a tenth of what all at once takes it."""
    waiting = iter(paths)
    while few := tuple(islice(waiting, BUNCH)):
        joined = QPainterPath()
        joined.setFillRule(Qt.FillRule.WindingFill)
        for path in few:
            joined.addPath(path)
        painter.fillPath(joined, colour)
