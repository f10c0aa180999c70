"""The smallest leaf of a poster at its real size on the screen, or its words where it is larger."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.language import tr
from desktop.printing.direction import runs_left
from desktop.tree.page.view import PosterView
from desktop.ui.labels import Text
from desktop.ui.layout import column, fold
from desktop.ui.painted import box, brush_for, focus_width, metrics_of, width_of, words
from desktop.ui.theme import theme

_LIKELY = (60.0, 400.0)
"""Dots an inch that a screen may honestly have; what says less or more does not know."""
_AROUND = 2.0  # points round the leaf
_RIM = 1.0  # of these, what is seen: the leaf's edge, but not the twigs beside it
_SAID, _GAP = 200, 16  # design px: what is said beside it takes at least so much
_EDGE = 10  # px round words that stand without their leaf


@dataclass(frozen=True)
class Smallest:
    """A leaf on a page of the poster in view.

    `points` is the size of the words `said` on it, in `ink` on `paper`.
    """

    page: int
    outline: QPainterPath
    said: str
    points: float
    paper: QColor
    ink: QColor


def dots_per_inch(screen: QScreen) -> float:
    """Return how many pixels of Qt's an inch of the screen has; 96 where it does not know."""
    dots = screen.physicalDotsPerInch()
    return dots if _LIKELY[0] <= dots <= _LIKELY[1] else 96.0


class RealSize(QWidget):
    """The leaf, never cut, and how to look at it; on a white card where it is not `bare`."""

    def __init__(self, view: PosterView, *, bare: bool = False) -> None:
        super().__init__()
        self._bare, self._high = bare, 0
        self._edge = (6, 6) if bare else (14, 10)
        if bare:  # where it has to be scrolled to, Tab goes there
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.leaf = _Leaf(view)
        self.heading = Text("", "strong", wrap=True)
        self.words = Text(
            tr("Hold the screen at arm’s length. If you can read this, so can they."),
            "caption",
            wrap=True,
        )
        self._line = QBoxLayout(fold(False))
        self._line.setSpacing(theme().px(_GAP))
        self._line.setContentsMargins(*self._edge, *self._edge)
        self._line.addWidget(self.leaf)
        self._line.addLayout(column(None, self.heading, self.words, None, gap=2), 1)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_leaf(self, leaf: Smallest, high: int) -> None:
        """Show a leaf; where it is higher than so many pixels it is its words."""
        self._high = high
        self.leaf.take(leaf)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_SAID), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        look = theme()
        wide = self.width() - 2 * self._edge[0]
        leaf = self.leaf.whole()
        whole = leaf.width() <= wide and leaf.height() <= self._high
        if whole:
            self.leaf.show_whole()
        else:
            self.leaf.show_words(QSize(wide, self._high))
        beside = self.leaf.sizeHint().width() + look.px(_GAP + _SAID) <= wide
        self._line.setDirection(fold(not beside))
        self._line.setSpacing(look.px(_GAP if beside else 6))
        heading = tr("The smallest leaf at its real size")
        self.heading.setText(heading if whole else tr("The smallest words at their real size"))
        for part in (self, self.leaf):
            part.setAccessibleName(self.heading.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        if not self._bare:
            line = look.colour("line")
            box(brush_for(self), QRectF(self.rect()), 12, look.colour("surface"), line)
        elif self.hasFocus():
            ring = look.colour("focus")
            box(brush_for(self), QRectF(self.rect()), 8, None, ring, focus_width())


class _Leaf(QWidget):
    """The leaf as it prints, the very part of the paper; or as many of its words as have room."""

    def __init__(self, view: PosterView) -> None:
        super().__init__()
        self._view = view
        self._leaf: Smallest | None = None
        self._picture = QImage()
        self._place = QRectF()
        self._lines: list[str] = []
        self._font = QFont()
        self._size = QSize()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def take(self, leaf: Smallest) -> None:
        """Take another leaf to show."""
        self._leaf, self._picture, self._lines = leaf, QImage(), []
        around = leaf.outline.boundingRect()
        self._place = around.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def whole(self) -> QSize:
        """Return how large the whole leaf is on the screen."""
        size = self._place.size() * self.scale()
        return QSize(round(size.width()), round(size.height()))

    def show_whole(self) -> None:
        """Show the leaf as it prints."""
        self._lines = []
        self._come_to(self.whole())
        leaf = self._leaf
        if leaf is not None and self._picture.isNull():
            scale = self.scale() * self.devicePixelRatioF()
            self._view.draw_part(leaf.page, self._place, scale, self._on_drawn)

    def show_words(self, room: QSize) -> None:
        """Show the first lines of its words: whole ones, so many as have room, but one at least."""
        leaf = self._leaf
        if leaf is None:
            return
        self._font = QFont(theme().font())
        self._font.setPixelSize(max(1, round(leaf.points * self.scale())))
        metrics, edge = metrics_of(self._font), 2 * _EDGE
        most = max(1, int((room.height() - edge) / metrics.lineSpacing()))
        self._lines = lines_of(leaf.said, self._font, room.width() - edge, most)
        wide = max(width_of(self._font, line) for line in self._lines)
        high = metrics.lineSpacing() * len(self._lines)
        self._come_to(QSize(round(wide + 0.5) + edge, round(high + 0.5) + edge))

    def _come_to(self, size: QSize) -> None:
        if size != self._size:
            self._size = size
            self.updateGeometry()
        self.update()

    def scale(self) -> float:
        """Return how many pixels a point takes."""
        return dots_per_inch(self.screen()) / 72

    def sizeHint(self) -> QSize:
        return self._size

    def _on_drawn(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        leaf = self._leaf
        if leaf is None:
            return
        painter = brush_for(self)
        if self._lines:
            box(painter, QRectF(self.rect()), 8, leaf.paper)
            self._paint_words(painter, leaf.ink)
        elif not self._picture.isNull():
            self._paint_whole(painter, leaf.outline)

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        high = metrics_of(self._font).lineSpacing()
        turned = self._leaf is not None and runs_left(self._leaf.said)
        way = Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)  # else a line that begins in English would run its own way
        for number, line in enumerate(self._lines):
            place = QRectF(_EDGE, _EDGE + number * high, self.width() - 2 * _EDGE, high)
            # letters of other scripts reach above and below the line
            words(painter, place.adjusted(0, -high / 2, 0, high / 2), line, self._font, ink)

    def _paint_whole(self, painter: QPainter, outline: QPainterPath) -> None:
        """Paint the leaf alone, with its edge."""
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.scale(self.scale(), self.scale())
        painter.translate(-self._place.topLeft())
        edge = QPainterPathStroker()
        edge.setWidth(2 * _RIM)
        painter.setClipPath(outline.united(edge.createStroke(outline)))
        painter.drawImage(self._place, self._picture)


def lines_of(text: str, font: QFont, wide: float, most: int) -> list[str]:
    """Return the first lines of words in a width, with … where they go on."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_WRAPPED)
    layout.beginLayout()
    found: list[str] = []
    units = text.encode("utf-16-le")
    while (line := layout.createLine()).isValid() and len(found) < most:
        line.setLineWidth(wide - width_of(font, "…"))
        part = units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        found.append(part.decode("utf-16-le").strip())
    layout.endLayout()
    if line.isValid():
        found[-1] += "…"
    return found


_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
