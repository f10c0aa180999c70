"""Buttons that open a menu: more actions, and one choice of several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu

from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.icons import icon, paint_icon
from desktop.ui.theme import theme


class MenuButton(Button):
    """A button with a menu under it; the menu is built anew each time it opens."""

    def __init__(self, text: str = "", *, icon: str = "", size: str = "normal") -> None:
        super().__init__(text or tr("More"), self.open_menu, icon=icon, size=size)
        self._entries: list[tuple[str, str, Callable[[], object] | None, bool]] = []

    def add(
        self, text: str, chosen: Callable[[], object], *, icon: str = "", danger: bool = False
    ) -> None:
        """Add an action; destructive ones come last and are drawn in red."""
        self._entries.append((text, icon, chosen, danger))

    def add_line(self) -> None:
        """Add a line between groups of actions."""
        self._entries.append(("", "", None, False))

    def clear(self) -> None:
        """Take all actions away."""
        self._entries.clear()

    def menu_for(self) -> QMenu:
        """Return the menu as it would open now."""
        menu = QMenu(self)
        for text, picture, chosen, danger in self._entries:
            if chosen is None:
                menu.addSeparator()
                continue
            action = menu.addAction(text.replace("&", "&&"))
            if picture:
                action.setIcon(icon(picture, "dangerink" if danger else "text"))
            action.triggered.connect(lambda _=False, chosen=chosen: chosen())
        return menu

    def open_menu(self) -> None:
        """Open the menu under the button."""
        menu = self.menu_for()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def _content_width(self) -> float:
        return super()._content_width() + (theme().px(20) if self._text else 0)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        super()._paint_content(painter, ink)
        side = theme().px(16)
        at = QRectF(self.width() - side - theme().px(10), (self.height() - side) // 2, side, side)
        paint_icon(painter, at, "chevron-down", ink)


class FilterButton(MenuButton):
    """A choice of one value that narrows a list: “Role: all”."""

    chosen = Signal(object)

    def __init__(self, label: str, options: Sequence[tuple[object, str]] = ()) -> None:
        """`options` are (value, words); the value None, “all”, is always there."""
        self._label = label
        self._options: list[tuple[object, str]] = []
        self._value: object = None
        super().__init__(label, size="small")
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other values; the one chosen stays if it is still there."""
        self._options = [(None, tr("all")), *options]
        if self._value not in [value for value, _ in self._options]:
            self._value = None
        self._show()

    def value(self) -> object:
        """Return the value chosen; None means all."""
        return self._value

    def choose(self, value: object) -> None:
        """Choose a value and tell it."""
        if value != self._value:
            self._value = value
            self._show()
            self.chosen.emit(value)

    def menu_for(self) -> QMenu:
        menu = QMenu(self)
        for value, text in self._options:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _=False, value=value: self.choose(value))
        return menu

    def _show(self) -> None:
        shown = next(words for value, words in self._options if value == self._value)
        self.set_text(tr("{label}: {value}").format(label=self._label, value=shown))
