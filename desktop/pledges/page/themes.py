"""Choosing several themes from the programme's short list under one small button."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.language import tr
from desktop.ui.menus import MenuButton


class ThemesButton(MenuButton):
    """A button that tells which themes are chosen and opens the list; `changed` tells."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Themes"), size="small")
        self._themes: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()

    def set_themes(self, themes: Sequence[str]) -> None:
        """Offer other themes; the button is hidden where there are none."""
        self._themes = tuple(themes)
        self.setVisible(bool(themes))
        self.set_values(self._chosen)

    def values(self) -> tuple[str, ...]:
        """Return the themes chosen, in the programme's order."""
        return self._chosen

    def set_values(self, chosen: Iterable[str]) -> None:
        """Choose exactly these, as far as they are offered."""
        wanted = set(chosen)
        self._chosen = tuple(theme for theme in self._themes if theme in wanted)
        words = ", ".join(self._chosen)
        number = len(self._chosen)
        self.set_text(tr("Themes: {n}").format(n=number) if number else tr("Themes"))
        self.setAccessibleName(tr("Themes: {chosen}").format(chosen=words or tr("none")))
        self.setToolTip(words)

    def menu_for(self) -> QMenu:
        menu = QMenu(self)
        for theme in self._themes:
            action = QAction(theme.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(theme in self._chosen)
            action.toggled.connect(lambda on, theme=theme: self._switch(theme, on))
            menu.addAction(action)
        return menu

    def _switch(self, theme: str, on: bool) -> None:
        self.set_values({*self._chosen, theme} if on else {*self._chosen} - {theme})
        self.changed.emit()
