"""The topics of the guide to choose from."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui.painted import box, brush_for, focus_width, width_of, words
from desktop.ui.theme import theme

HEIGHT, PADDING, BAR = 40, 16, 4


class TopicButton(QAbstractButton):
    """One topic; the one shown is tinted, with a bar at its left."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        width = width_of(look.font(11, 600), self._words)
        return QSize(round(width) + look.px(2 * PADDING + 8), look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            box(painter, rect, 8, look.colour("soft"))
            painter.fillRect(QRectF(0, 8, BAR, rect.height() - 16), look.colour("brand"))
        elif self.underMouse():
            box(painter, rect, 8, look.colour("sunken"))
        if self.hasFocus():
            box(painter, rect, 8, None, look.colour("focus"), focus_width())
        ink = look.colour("softink" if self.isChecked() else "text")
        inside = rect.adjusted(look.px(PADDING), 0, -look.px(PADDING), 0)
        words(painter, inside, self._words, look.font(11, 600 if self.isChecked() else 400), ink)
