"""A facilitator at the real window: presses what can be seen, types with keys, reads the rest."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app import App
from tests.ui.hands import click, type_text

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")


class Facilitator:
    """Works the app as a person does; every look waits until it can be seen."""

    def __init__(self, qtbot: QtBot, app: App) -> None:
        self.qtbot = qtbot
        self.app = app

    @property
    def window(self) -> QWidget:
        """The window or dialog in front."""
        return QApplication.activeModalWidget() or self.app.window

    def sees(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return the visible control whose accessible name or words begin so."""
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = self._visible(name, kind)
            return bool(found)

        self.qtbot.waitUntil(there, timeout=5_000)
        return found[0]

    def _comes_to_front(self) -> None:
        """Do what a window manager does when a list of suggestions has closed."""
        window = self.window
        if QApplication.activePopupWidget() is None and QApplication.activeWindow() is not window:
            window.activateWindow()
            self.until(lambda: QApplication.focusWidget() is not None)

    def _visible(self, name: str, kind: type[QWidget]) -> list[QWidget]:
        """Return what matches, exact names first."""
        all_ = [w for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled()]
        named = [w for w in all_ if w.accessibleName() == name]
        return named or [w for w in all_ if w.accessibleName().startswith(name)]

    def press(self, name: str) -> None:
        """Click the button of that name."""
        button = self.sees(name, QAbstractButton)
        click(button)

    def in_dialog(self, opens: Callable[[], object], inside: Callable[[], object]) -> None:
        """Open a dialog that waits for an answer, and do something inside it."""
        QTimer.singleShot(0, lambda: self._answer(inside))
        opens()
        self.app.window.activateWindow()
        self.until(lambda: QApplication.focusWidget() is not None)

    def _answer(self, inside: Callable[[], object]) -> None:
        self.until(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            dialog.activateWindow()
            self.until(lambda: dialog.isAncestorOf(_focus()))
            inside()
        finally:
            # A failing step must not leave the test waiting for an answer for ever.
            if isValid(dialog) and dialog.isVisible():
                dialog.reject()

    def goes_to(self, name: str) -> QWidget:
        """Put the cursor into the field of that name."""
        self._comes_to_front()
        field = self.sees(name)
        field.setFocus()
        self.qtbot.waitUntil(lambda: field.hasFocus() or field.isAncestorOf(_focus()))
        return field

    def marks(self, menu: str, entry: str) -> None:
        """Open the menu of that name by its arrow key and go down to an entry."""
        self.goes_to(menu)
        self.keys("Down")
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        for _ in opened.actions():
            self.keys("Down")
            if opened.activeAction().text() == entry:
                return
        raise AssertionError(f"{menu} has no entry {entry}")

    def fills(self, name: str, text: str) -> None:
        """Type into the field of that name in place of what is there."""
        self.goes_to(name)
        self.keys("Ctrl+A")
        self.types(text)

    def types(self, text: str) -> None:
        """Type text with keys into whatever has the focus; any script."""
        self._comes_to_front()
        for character in text:
            type_text(_focus(), character)

    def pastes(self, text: str) -> None:
        """Paste a text from elsewhere."""
        QApplication.clipboard().setText(text)
        self.keys("Ctrl+V")

    def keys(self, *names: str) -> None:
        """Press keys such as `Enter`, `Down`, `Ctrl+Z`."""
        self._comes_to_front()
        for name in names:
            *held, last = name.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= _MODIFIERS[one]
            target = QApplication.activePopupWidget() or _focus()
            QTest.keyClick(target, _KEYS.get(last) or Qt.Key(ord(last.upper())), modifiers)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(holds, timeout=10_000)

    def reads(self, words: str) -> None:
        """Wait until words can be read somewhere in the window, or in the toast."""
        self.until(lambda: any(words in text for text in self._texts()))

    def _texts(self) -> Iterator[str]:
        yield self.app.window.toast_text()
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible():
                yield widget.accessibleName()
                text = getattr(widget, "text", None)
                if callable(text):
                    yield str(text())


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Right": Qt.Key.Key_Right,
    "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space,
}


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    return focus


@contextmanager
def app_on(
    qtbot: QtBot, data_file: Path, now: Callable[[], datetime] = lambda: NOW
) -> Iterator[Facilitator]:
    """Open the app on a data file as `python3 -m desktop` does, and close it at the end."""
    app = App(data_file, now)
    app.window.show()
    qtbot.waitExposed(app.window)
    app.window.activateWindow()
    with qtbot.waitSignal(app.ready, timeout=20_000):
        app.open()
    try:
        yield Facilitator(qtbot, app)
    finally:
        app.close()
        app.window.close()
        app.window.deleteLater()
