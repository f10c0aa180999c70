"""One page in the column at the left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui.icons import paint_icon
from desktop.ui.painted import box, brush_for, focus_width, words
from desktop.ui.theme import theme


class NavButton(QAbstractButton):
    """One page in the column."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon, self._words = icon, text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(70), theme().px(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(46))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        solid = self.isChecked() and look.high_contrast
        ink = look.colour("muted")
        if self.isChecked():
            fill, line = ("brand", "brand") if solid else ("surface", "line")
            box(painter, rect, 10, look.colour(fill), look.colour(line))
            ink = look.colour("onbrand" if solid else "softink")
        elif self.underMouse():
            box(painter, rect, 10, look.colour("soft"))
            ink = look.colour("softink")
        if self.hasFocus():
            token = "focusfill" if solid else "focus"
            box(painter, rect, 10, None, look.colour(token), focus_width())
        side, tall, gap = look.px(22), look.px(17), look.px(5)
        top = max(2, round((self.height() - side - gap - tall) / 2))
        at = QRectF(round((self.width() - side) / 2), top, side, side)
        paint_icon(painter, at, self._icon, ink)
        font = look.font(10, 600 if self.isChecked() else 500)
        room = QRectF(2, top + side + gap, self.width() - 4, tall)
        words(painter, room, self._words, font, ink, Qt.AlignmentFlag.AlignHCenter)
