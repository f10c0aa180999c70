"""A whole number to type or to step up and down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.ui.buttons import IconButton
from desktop.ui.controls import LineEdit
from desktop.ui.layout import row
from desktop.ui.theme import theme


class Stepper(QWidget):
    """A whole number with − and + beside it; `changed` tells the new one.

    The buttons are called “Fewer” and “More” of `name` when read aloud.
    """

    changed = Signal(int)

    def __init__(self, name: str, value: int = 0, low: int = 0, high: int = 9999) -> None:
        super().__init__()
        self._low, self._high, self._value = low, high, value
        self.edit = LineEdit(str(value), limit=5)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setAccessibleName(name)
        self._restyle()
        theme().changed.connect(self._restyle)
        self.edit.left.connect(self._typed)
        fewer = IconButton("minus", tr("Fewer: {name}").format(name=name), lambda: self._step(-1))
        more = IconButton("plus", tr("More: {name}").format(name=name), lambda: self._step(1))
        self.setLayout(row(fewer, self.edit, more, None))
        self.setFocusProxy(self.edit)
        # The one that stands for the whole comes first, or Tab would pass by the one before it.
        self.setTabOrder(self.edit, fewer)
        self.setTabOrder(fewer, more)

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number, kept within its limits, and tell if it is another."""
        value = max(self._low, min(self._high, value))
        self.edit.setText(str(value))
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def set_limits(self, low: int, high: int) -> None:
        """Allow other numbers; the one shown is kept within them."""
        self._low, self._high = low, high
        self.set_value(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self._typed()
        self.set_value(self._value + by)

    def _restyle(self) -> None:
        self.edit.setFixedWidth(theme().px(72))

    def _typed(self) -> None:
        text = self.edit.text().strip()
        self.set_value(int(text) if text.isascii() and text.isdigit() else self._value)
