"""Counting heads: a big number with − and + for sessions that keep no names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.ui.buttons import IconButton
from desktop.ui.cards import Card
from desktop.ui.controls import LineEdit
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.theme import TODAY, theme
from desktop.ui.undo_keys import JUST_ACTED

MOST = 99_999


class HeadCount(QWidget):
    """Asks how many people came; `counted` tells each new number at once."""

    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._number: int | None = None
        name = tr("How many people are here?")
        self.edit = _Number()
        self.edit.setAccessibleName(name)
        self.edit.left.connect(self._typed)
        self.edit.stepped.connect(self._step)
        self.edit.textEdited.connect(lambda _: self.edit.setProperty(JUST_ACTED, False))
        self.fewer = IconButton("minus", tr("One fewer"), lambda: self._step(-1), size="large")
        self.more = IconButton("plus", tr("One more"), lambda: self._step(1), size="large")
        question = Text(name, "title")
        question.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        note = Text(tr("Only the number is kept, no names."), "muted")
        note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        keys = Text(tr("Arrow up and down count too."), "caption")
        keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        stepper = row(None, self.fewer, self.edit, self.more, None, gap=14)
        card = Card("", question, note, 8, stepper, 4, keys, padding=24)
        self.setLayout(column(card, None))
        self.setFocusProxy(self.edit)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_number(self, number: int | None) -> None:
        """Show how many were counted, without telling; what is being typed stays."""
        if number != self._number or not self.edit.hasFocus():
            self._number = number
            self.edit.setText("" if number is None else str(number))

    def keep_typed(self) -> None:
        """Tell what stands there, when the place is left."""
        self._typed()

    def _step(self, by: int) -> None:
        self._typed()
        self._tell((self._number or 0) + by)

    def _typed(self) -> None:
        text = self.edit.text().strip()
        if text.isascii() and text.isdigit():
            self._tell(int(text))
        else:
            self.edit.setText("" if self._number is None else str(self._number))

    def _tell(self, number: int) -> None:
        number = max(0, min(MOST, number))
        self.edit.setText(str(number))
        if number != self._number:
            self._number = number
            self.edit.setProperty(JUST_ACTED, True)
            self.counted.emit(number)

    def _restyle(self) -> None:
        self.edit.setFont(theme().font(TODAY, 700))
        self.edit.setFixedSize(theme().px(150), theme().px(64))


class _Number(LineEdit):
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(placeholder="–", limit=5)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
