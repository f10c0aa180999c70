"""The history of one line of a register in plain words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import Line
from desktop.attendance.labels import presence_words
from desktop.attendance.model import Attendance, Presence
from desktop.language import tr
from desktop.printing.direction import inside
from desktop.store.history import History
from desktop.store.store import Store
from desktop.ui.history import HistoryDialog, plain_words

LABELS = {
    "presence": tr("On the register"),
    "arrived": tr("Checked in"),
    "walk_in": tr("Walk-in"),
}


def history_dialog(
    parent: QWidget, store: Store, line: Line, told: Callable[[str, str], object]
) -> HistoryDialog:
    """Return what shows who checked somebody in or marked them, and when."""
    history = History(store, Attendance, line.attendance.id)
    title = tr("History: {name}").format(name=inside(line.person.name))
    return HistoryDialog(parent, history, LABELS, told, words_for, title)


def words_for(field: str, value: Any) -> str:
    """Return the words for a value of a register's line."""
    return presence_words(value) if isinstance(value, Presence) else plain_words(field, value)
