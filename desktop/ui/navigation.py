"""The column at the left that leads to the pages: an icon over its word."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.icons import paint_icon
from desktop.ui.layout import column
from desktop.ui.painted import box, brush_for, focus_width, words
from desktop.ui.segments import stop_at
from desktop.ui.theme import theme

WIDTH = 84


class Navigation(QWidget):
    """The pages to go to; `chosen` tells the key of the one pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Pages"))
        self.buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._top = column(gap=2)
        self._foot = column(gap=2)
        self.setLayout(column(self._top, None, self._foot, gap=0, margins=(6, 8, 7, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add(self, key: str, icon: str, text: str, *, bottom: bool = False) -> None:
        """Add a page, at the foot if `bottom`."""
        button = NavButton(icon, text)
        self.buttons[key] = button
        self._group.addButton(button)
        (self._foot if bottom else self._top).addWidget(button)
        button.toggled.connect(partial(self._tell, key))
        button.toggled.connect(partial(stop_at, button))

    def choose(self, key: str) -> None:
        """Mark a page as the one shown, without telling."""
        button = self.buttons[key]
        for other in self.buttons.values():
            stop_at(other, other is button)
        before = self.blockSignals(True)
        button.setChecked(True)
        self.blockSignals(before)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        painter.fillRect(self.rect(), look.colour("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))

    def _tell(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)


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
