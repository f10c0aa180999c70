"""The column at the left that leads to the pages: an icon over its word."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.layout import column
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.ui.navbutton import NavButton

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
        from desktop.ui.navbutton import NavButton  # the empty column is painted without
        from desktop.ui.segments import stop_at

        button = NavButton(icon, text)
        self.buttons[key] = button
        self._group.addButton(button)
        (self._foot if bottom else self._top).addWidget(button)
        # Each press counts: a page under this one may be shown, and it leads back from there.
        button.clicked.connect(partial(self._tell, key))
        button.toggled.connect(partial(stop_at, button))

    def choose(self, key: str) -> None:
        """Mark a page as the one shown, without telling."""
        from desktop.ui.segments import stop_at

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
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))

    def _tell(self, key: str) -> None:
        self.chosen.emit(key)
