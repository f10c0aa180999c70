"""The line that leads from the newest leaf over the gap to its words."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget


class Line(QWidget):
    """Goes on where a line ends at the tree's edge; nothing as long as there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._height, self._opacity = 0.0, 0.0
        self._pen = QPen(Qt.PenStyle.NoPen)

    def lead(self, height: float, opacity: float, colour: QColor, width: float) -> None:
        """Lead from a height to the right, as far as it is to be seen."""
        pen = QPen(colour, width)
        if (height, opacity, pen) != (self._height, self._opacity, self._pen):
            self._height, self._opacity, self._pen = height, opacity, pen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._opacity <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._opacity)
        painter.setPen(self._pen)
        painter.drawLine(QPointF(0, self._height), QPointF(self.width(), self._height))
