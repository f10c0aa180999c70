"""What a person's hands do, in tests."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from desktop.ui.buttons import Button
from desktop.ui.dialogs import Dialog


def type_text(widget: QWidget, text: str) -> None:
    """Send the letters one by one; `QTest.keyClicks` aborts at a ŵ."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, event)


def show(window: QWidget) -> None:
    """Show a window in front of the others."""
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def focus(widget: QWidget) -> None:
    """Bring its window to the front and give it the focus."""
    show(widget.window())
    widget.setFocus()


def press(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and let go of a key."""
    QTest.keyClick(widget, key, modifiers)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle if no place is given."""
    place = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def press_tab(window: QWidget, times: int) -> list[str]:
    """Press Tab so often and return what each stop is called."""
    seen = []
    for _ in range(times):
        press(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget().accessibleName())
    return seen


def answer_where(name: str, then: Sequence[str] = ()) -> None:
    """Type a name into the file dialog that is open, or leave it; then press what is asked next."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    if not name:
        dialog.reject()
        return
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(name)
    for words in then:
        answer_question(words, [])
    dialog.accept()


def answer_question(words: str, said: list[str]) -> None:
    """Press a button of the question that is open, or of the next; `said` gets what it asks."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, Dialog):
        QTimer.singleShot(0, partial(answer_question, words, said))
        return
    said += [label.text() for label in dialog.findChildren(QLabel)]
    button = next(one for one in dialog.findChildren(Button) if one.accessibleName() == words)
    click(button)
