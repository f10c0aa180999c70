"""The poster on screen: the very PDF, from the whole sheet to a single leaf."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.language import tr
from desktop.tree.page.marks import paint_parts, paint_ring
from desktop.tree.page.picture import Picture
from desktop.ui.painted import box, focus_width
from desktop.ui.theme import theme

GAP = 14
STEP = 1.25
CLOSEST = 8.0
"""Pixels that a point of the paper takes at most."""
LEAF_FILLS = 0.45
"""Of the view: a leaf that was found."""
_SETTLES_MS = 60


class PosterView(QAbstractScrollArea):
    """One page of a PDF, drawn in a worker.

    Wheel, +, − and 0 zoom, arrow keys and dragging move. `changed` tells that the page or the
    zoom is another, `opened` that another paper came.
    """

    changed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture(self)
        self._scale, self._fits = 1.0, True
        self._parts: Sequence[QRectF] = ()
        self._mark = QPainterPath()
        self._sheet = QSizeF()
        self._drag: QPointF | None = None
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settle = QTimer(self, interval=_SETTLES_MS, singleShot=True)
        self._settle.timeout.connect(self._want)
        self._picture.opened.connect(self._on_opened)
        self._picture.drawn.connect(self.viewport().update)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(48)
            bar.valueChanged.connect(self._moved)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Open a paper in a worker; zoom and place stay where it is as large as the one before."""
        self._name = name
        self._picture.show_pdf(pdf)

    def _on_opened(self) -> None:
        if self._picture.sheet() != self._sheet:
            self._fits, self._sheet = True, self._picture.sheet()
        self._arrange()
        self.opened.emit()

    def page_count(self) -> int:
        return self._picture.page_count()

    def page(self) -> int:
        """Return the page shown, counted from 0."""
        return self._picture.page()

    def go_to(self, page: int) -> None:
        """Show another page, counted from 0."""
        if page != self.page() and 0 <= page < self.page_count():
            self._picture.turn_to(page)
            self._mark = QPainterPath()
            self._arrange()

    def is_drawn(self) -> bool:
        """Return whether what is seen is as sharp as it becomes."""
        return not self._settle.isActive() and self._picture.is_sharp(self._seen())

    def draw_part(
        self, page: int, box_: QRectF, scale: float, drawn: Callable[[QImage], object]
    ) -> None:
        """Have a part of any page drawn for another place, as `Picture.draw_part`."""
        self._picture.draw_part(page, box_, scale, drawn)

    def scale(self) -> float:
        """Return how many pixels a point of the paper takes."""
        return self._scale

    def fits(self) -> bool:
        """Return whether the whole sheet is in view."""
        return self._fits

    def fit(self) -> None:
        """Show the whole sheet, now and whenever the size changes."""
        self._fits = True
        self._arrange()

    def step_zoom(self, by: int, about: QPointF | None = None) -> None:
        """Zoom in (1) or out (−1) by a step, about a place of the view, its middle if none."""
        self._zoom_to(self._scale * STEP**by, about)

    def show_parts(self, parts: Sequence[QRectF]) -> None:
        """Draw the edges and numbers of the sheets it is put together from, in points."""
        self._parts = parts
        self.viewport().update()

    def mark(self, outline: QPainterPath) -> None:
        """Draw a ring round a leaf; an empty path takes it away. In points from the upper left."""
        self._mark = outline
        self.viewport().update()

    def bring(self, outline: QPainterPath) -> None:
        """Mark a leaf and come so close that it can be read."""
        place = outline.boundingRect()
        room = self.viewport().size()
        wanted = LEAF_FILLS * min(
            room.width() / max(place.width(), 1), room.height() / max(place.height(), 1)
        )
        self._zoom_to(wanted, None)
        self._centre_on(place.center())
        self.mark(outline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key == Qt.Key.Key_PageDown:
            self.go_to(self.page() + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go_to(self.page() - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.step_zoom(1 if turned > 0 else -1, event.position())
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        way = event.position() - self._drag
        self._drag = event.position()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(way.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), look.colour("sunken"))
        if self.page_count():
            self._paint_sheet(painter)
        if self.hasFocus():
            whole = QRectF(self.viewport().rect())
            box(painter, whole, 8, None, look.colour("focus"), focus_width())

    def _paint_sheet(self, painter: QPainter) -> None:
        look = theme()
        rect = self._rect()
        painter.fillRect(rect, Qt.GlobalColor.white)
        self._picture.paint(painter, rect)
        box(painter, rect.adjusted(-1, -1, 1, 1), 0, None, look.colour("edge"))
        if len(self._parts) > 1:
            paint_parts(painter, (self._on_view(part) for part in self._parts))
        if not self._mark.isEmpty():
            paint_ring(painter, self._mark, rect, self._scale)

    def _fitting(self) -> float:
        sheet, room = self._picture.sheet(), self.viewport().size()
        if sheet.isEmpty():
            return 1.0
        wide, high = room.width() - 2 * GAP, room.height() - 2 * GAP
        return max(0.02, min(wide / sheet.width(), high / sheet.height()))

    def _rect(self) -> QRectF:
        """Return where the sheet lies in the view."""
        size, room = self._picture.sheet() * self._scale, self.viewport().size()
        left = max(GAP, (room.width() - size.width()) / 2) - self.horizontalScrollBar().value()
        top = max(GAP, (room.height() - size.height()) / 2) - self.verticalScrollBar().value()
        return QRectF(QPointF(round(left), round(top)), size)

    def _on_view(self, part: QRectF) -> QRectF:
        corner = self._rect().topLeft()
        return QRectF(corner + part.topLeft() * self._scale, part.size() * self._scale)

    def _seen(self) -> QRectF:
        """Return the part of the sheet that is in view, in points from its upper left."""
        rect = self._rect()
        shown = rect & QRectF(self.viewport().rect())
        return QRectF((shown.topLeft() - rect.topLeft()) / self._scale, shown.size() / self._scale)

    def _zoom_to(self, scale: float, about: QPointF | None) -> None:
        if not self.page_count():
            return
        fitting = self._fitting()
        scale = min(scale, max(CLOSEST, fitting))
        self._fits = scale <= fitting * 1.001
        middle = about or QRectF(self.viewport().rect()).center()
        fixed = (middle - self._rect().topLeft()) / self._scale
        self._scale = scale
        self._arrange()
        self._centre_on(fixed, middle)

    def _centre_on(self, point: QPointF, at: QPointF | None = None) -> None:
        """Scroll so that a point of the sheet comes to a place of the view, its middle if none."""
        away = self._on_view(QRectF(point, QSizeF())).topLeft() - (
            at or QRectF(self.viewport().rect()).center()
        )
        for bar, by in (
            (self.horizontalScrollBar(), away.x()),
            (self.verticalScrollBar(), away.y()),
        ):
            bar.setValue(bar.value() + round(by))

    def _arrange(self) -> None:
        if self._fits:
            self._scale = self._fitting()
        size, room = self._picture.sheet() * self._scale, self.viewport().size()
        for bar, length, page in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, 0 if self._fits else max(0, round(length + 2 * GAP - page)))
            bar.setPageStep(page)
        self._tell()
        self._moved()

    def _tell(self) -> None:
        pages = self.page_count()
        said = self._name
        if pages > 1:
            said = tr("{name}, page {page} of {pages}").format(
                name=self._name, page=self.page() + 1, pages=pages
            )
        self.setAccessibleName(said or tr("Preview"))
        self.changed.emit()

    def _moved(self) -> None:
        if self.page_count() and not self._picture.is_sharp(self._seen()):
            self._settle.start()
        self.viewport().update()

    def _want(self) -> None:
        self._picture.want(self._seen(), self._scale * self.devicePixelRatioF())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(150))

    def visible_rect(self) -> QRect:
        """Return where the sheet lies in the view, in pixels."""
        return self._rect().toRect()
