"""The smallest leaf of a poster at its real size on the screen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainterPath, QPainterPathStroker, QPaintEvent, QScreen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.tree.page.view import PosterView
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.painted import box, brush_for
from desktop.ui.theme import theme

_LIKELY = (60.0, 400.0)
"""Dots an inch that a screen may honestly have; what says less or more does not know."""
_AROUND = 2.0  # points round the leaf
_LARGEST = (300, 110)  # design px


def dots_per_inch(screen: QScreen) -> float:
    """Return how many pixels of Qt's an inch of the screen has; 96 where it does not know."""
    dots = screen.physicalDotsPerInch()
    return dots if _LIKELY[0] <= dots <= _LIKELY[1] else 96.0


class RealSize(QWidget):
    """A white card with the leaf, and how to look at it."""

    def __init__(self, view: PosterView) -> None:
        super().__init__()
        self.leaf = _Leaf(view)
        self.heading = Text(tr("The smallest leaf at its real size"), "strong")
        self.words = Text(
            tr("Hold the screen at arm’s length. If you can read this, so can they."),
            "caption",
            wrap=True,
        )
        said = column(None, self.heading, self.words, None, gap=2)
        line = row(self.leaf, gap=16, margins=(14, 10, 14, 10))
        line.addLayout(said, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_leaf(self, page: int, outline: QPainterPath) -> None:
        """Show a leaf of a page of the poster that is in view."""
        self.leaf.show_leaf(page, outline)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        box(brush_for(self), QRectF(self.rect()), 12, look.colour("surface"), look.colour("line"))


class _Leaf(QWidget):
    """The leaf as it prints: the very part of the paper."""

    def __init__(self, view: PosterView) -> None:
        super().__init__()
        self._view = view
        self._picture, self._outline = QImage(), QPainterPath()
        self._page = 0
        self._place = QRectF()
        self.setAccessibleName(tr("The smallest leaf at its real size"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_leaf(self, page: int, outline: QPainterPath) -> None:
        place = outline.boundingRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        wide, high = (theme().px(side) / self.scale() for side in _LARGEST)
        middle = place.center()
        if place.width() > wide:
            place.setWidth(wide)
        if place.height() > high:
            place.setHeight(high)
        place.moveCenter(middle)
        self._outline, self._place, self._page = outline, place, page
        self.updateGeometry()
        self._draw()

    def scale(self) -> float:
        """Return how many pixels a point takes."""
        return dots_per_inch(self.screen()) / 72

    def sizeHint(self) -> QSize:
        return QSize(
            round(self._place.width() * self.scale()), round(self._place.height() * self.scale())
        )

    def _draw(self) -> None:
        scale = self.scale() * self.devicePixelRatioF()
        self._view.draw_part(self._page, self._place, scale, self._on_drawn)

    def _on_drawn(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = brush_for(self)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        # The leaf alone, with a little of the paper round it.
        painter.scale(self.scale(), self.scale())
        painter.translate(-self._place.topLeft())
        edge = QPainterPathStroker()
        edge.setWidth(2 * _AROUND)
        painter.setClipPath(self._outline.united(edge.createStroke(self._outline)))
        painter.drawImage(self._place, self._picture)
