"""The history of a tree that hangs, and of a logo, in plain words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from desktop.language import count, tr
from desktop.store.history import History
from desktop.store.store import Store
from desktop.tree.logo import picture_of
from desktop.tree.model import Form, Logo, Season, Tree, logo_id
from desktop.tree.page.choosing import NO_PLEDGE
from desktop.tree.page.logos import logo_picture
from desktop.tree.page.look import season_words
from desktop.ui.history import HistoryDialog, Say, plain_words

LABELS = {
    "title": tr("Title"),
    "subtitle": tr("Line below the title"),
    "place": tr("Place"),
    "first": tr("From"),
    "last": tr("To"),
    "themes": tr("Themes"),
    "season": tr("Season"),
    "blossoms": tr("Kept pledges blossom"),
    "paper": tr("Poster size"),
    "form": tr("How it lies"),
    "planned": tr("Planned for"),
    "crowns": tr("Trees"),
    "printed": tr("Printed"),
    "home": tr("Where it grows"),
}
OF_A_LOGO = {"picture": tr("Logo")}

Told = Callable[[str, str], object]
"""Called with what was done and the id of the change that undoes it."""


def tree_history(parent: QWidget, store: Store, tree: str, told: Told) -> HistoryDialog:
    """Return the dialog with the history of a tree; it goes when it is closed."""
    history = History(store, Tree, tree)
    dialog = HistoryDialog(parent, history, LABELS, told, words_on(store.device))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def logo_history(parent: QWidget, store: Store, programme: str, told: Told) -> HistoryDialog:
    """Return the dialog with the logos of a programme, which shows each; it goes when closed."""
    history = History(store, Logo, logo_id(programme))
    title = tr("History of the logo")
    dialog = HistoryDialog(parent, history, OF_A_LOGO, told, logo_words, title, logo_shown)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def words_on(device: str) -> Say:
    """Return what gives the words for a tree's values, as a laptop tells them."""

    def say(field: str, value: Any) -> str:
        match field, value:
            case "season", Season():
                return season_words(value)
            case "form", Form():
                return tr("portrait") if value is Form.PORTRAIT else tr("landscape")
            case "planned", int():
                return count("about {n} person", "about {n} people", value) if value else ""
            case "themes", tuple():
                return ", ".join(theme_words(theme) for theme in value)
            case "home", str() if value:
                return tr("on this laptop") if value == device else tr("elsewhere")
        return plain_words(field, value)

    return say


def theme_words(theme: str) -> str:
    """Return what one of a tree's themes is called."""
    return tr("None of them") if theme == NO_PLEDGE else theme or tr("No theme")


def logo_words(field: str, value: Any) -> str:
    """Return the words for a logo, whose picture stands below them."""
    if field != "picture" or not value:
        return ""
    image = QImage.fromData(picture_of(value))
    words = tr("a picture of {wide} × {high} dots")
    return words.format(wide=f"{image.width():,}", high=f"{image.height():,}")


def logo_shown(field: str, value: Any) -> QWidget | None:
    """Return the picture of a logo, None for what is none."""
    if field != "picture" or not value:
        return None
    shown = QLabel()
    shown.setPixmap(logo_picture(picture_of(value), shown.devicePixelRatioF()))
    shown.setAccessibleName(tr("The logo then"))
    return shown
