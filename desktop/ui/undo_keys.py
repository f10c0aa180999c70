"""Whose Ctrl Z is it: the text's that is being typed, or the app's."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

JUST_ACTED = "justActed"
"""A text field with this property true has just done something that Ctrl Z takes back."""
UNDO = ("Ctrl+Z",)
REDO = ("Ctrl+Y", "Ctrl+Shift+Z")


class UndoKeys(QObject):
    """Gives Ctrl Z and Ctrl Y to the app, unless a text that is being typed wants them."""

    def __init__(
        self, window: QWidget, undo: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        super().__init__(window)
        for keys, act in ((UNDO, undo), (REDO, redo)):
            for key in keys:
                QShortcut(QKeySequence(key), window).activated.connect(act)
        # Not on the whole application: every event would pass through Python.
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self) -> None:
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Text fields claim these keys here, before any shortcut; what they may not have is
        # kept from them.
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination()).toString()
        if pressed not in (*UNDO, *REDO) or is_the_texts(QApplication.focusWidget()):
            return False
        event.ignore()
        return True


def is_the_texts(widget: QWidget | None) -> bool:
    """Return whether undo belongs to the text in a widget."""
    if widget is None or widget.property(JUST_ACTED):
        return False
    if isinstance(widget, QLineEdit):
        return bool(widget.text())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return bool(widget.toPlainText())
    return False
