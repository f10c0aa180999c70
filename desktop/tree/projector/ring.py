"""The ring round the newest leaf of a tree of many, and the line from there to its words."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.tree.projector.colours import Colours
from desktop.tree.projector.painting import can_be_read
from desktop.tree.projector.steps import Step
from desktop.tree.projector.view import View

RINGED_FROM = 12  # leaves: among fewer the newest is seen without a ring
LARGE = 0.2  # of the height: so is a leaf as long as that
RING, LEAST_RING = 0.74, 26.0  # of the leaf's length; px of a screen 1080 px high
PEN, LEAST_PEN = 1 / 300, 2.0  # of the height; px
HALO = 2.4  # pens: what parts the ring from leaves and wood as dark as it is


class Ring(NamedTuple):
    """Where a ring is; `reaches` says that no leaf lies to the right of it."""

    place: QRectF
    reaches: bool


def ring(step: Step, view: View) -> Ring | None:
    """Return the ring as it is seen from a view, None where there needs to be none."""
    newest, size, far = step.newest, step.canvas.size, step.figure.view
    if newest is None or len(step.rows) < RINGED_FROM or step.canvas.small:
        return None
    leaf = step.figure.leaves.get(newest.pledge)
    if leaf is None or can_be_read(far.em):  # a ring would run across words
        return None
    if newest.place.length * far.em > LARGE * size.height():
        return None
    middle = QPointF(view.x, view.y) + leaf.box.center() * view.em
    radius = max(RING * newest.place.length * view.em, LEAST_RING * size.height() / 1080)
    place = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    place = _inside(place, QSizeF(size), pen_width(size.height()) * HALO / 2)
    return Ring(place, _is_free(step, view, place))


def paint_ring(painter: QPainter, where: Ring, height: float, colours: Colours) -> None:
    """Paint a ring, set off from what it runs across."""
    pen = pen_width(height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((colours.ground, pen * HALO), (colours.line, pen)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(where.place)


def pen_width(height: float) -> float:
    """Return how wide the ring's line is on a screen of a height."""
    return max(LEAST_PEN, height * PEN)


def _inside(place: QRectF, size: QSizeF, edge: float) -> QRectF:
    """Return a ring that no edge of the picture cuts off."""
    room = QRectF(QPointF(), size).adjusted(edge, edge, -edge, -edge)
    left = min(max(place.left(), room.left()), room.right() - place.width())
    top = min(max(place.top(), room.top()), room.bottom() - place.height())
    return QRectF(QPointF(left, top), place.size())


def _is_free(step: Step, view: View, place: QRectF) -> bool:
    """Return whether no leaf lies between the ring and the words beside the tree."""
    left, middle = (place.right() - view.x) / view.em, (place.center().y() - view.y) / view.em
    return not any(
        leaf.box.right() > left and leaf.box.top() < middle < leaf.box.bottom()
        for leaf in step.figure.leaves.values()
    )
