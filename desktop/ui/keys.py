"""Keys that act anywhere on a page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(
    widget: QWidget, keys: str, pressed: Callable[[], object], *, whole_window: bool = False
) -> QShortcut:
    """Call `pressed` when keys such as `Ctrl+N` or `Alt+1` are hit inside the widget.

    With `whole_window` they work wherever the focus is in its window, while the widget is visible.
    """
    shortcut = QShortcut(QKeySequence(keys), widget)
    context = Qt.ShortcutContext
    shortcut.setContext(
        context.WindowShortcut if whole_window else context.WidgetWithChildrenShortcut
    )
    shortcut.activated.connect(lambda: pressed())
    return shortcut
