"""What a person's hands do, in tests."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


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
