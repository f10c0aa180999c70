"""Where the words of a paper form are typed; Enter is left to the form."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from desktop.ui.controls import LineEdit, TextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommentEdit(TextEdit):
    """Several lines; Shift Enter makes a line, and what would leave the field is the form's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                event.ignore()
        elif key == Qt.Key.Key_Escape or self._leaves(key):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _leaves(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace:
            return not self.text()
        moves = {
            Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
            Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
        }
        if key not in moves:
            return False
        return not QTextCursor(self.textCursor()).movePosition(moves[Qt.Key(key)])


class BesideEdit(LineEdit):
    """One line beside a choice, such as “something else”."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (*_ENTER, Qt.Key.Key_Escape) or self._leaves(key):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _leaves(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace:
            return not self.text()
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        return key == Qt.Key.Key_Right and at_end
