"""The history of a session in plain words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.programmes.outcomes import outcomes_in_short
from desktop.sessions.model import Counting, Session
from desktop.store.history import History
from desktop.store.store import Store
from desktop.ui.history import HistoryDialog, Say, plain_words

LABELS = {
    "title": tr("Title"),
    "programme": tr("Programme"),
    "date": tr("Date"),
    "start": tr("Start"),
    "end": tr("End"),
    "place": tr("Place"),
    "team": tr("Team or locality"),
    "facilitators": tr("Who leads it"),
    "capacity": tr("Room for so many people"),
    "counting": tr("How people are counted"),
    "head_count": tr("Head count"),
    "outcomes": tr("Outcomes this session serves"),
    "notes": tr("Notes for you and your team"),
    "cancelled": tr("Cancelled"),
    "finished": tr("Finished"),
}


def history_dialog(
    parent: QWidget,
    store: Store,
    session: str,
    told: Callable[[str, str], object],
    see_deleted: Callable[[], object],
) -> HistoryDialog:
    """Return what shows who changed a session and when; it goes when it is closed."""
    history = History(store, Session, session)
    dialog = HistoryDialog(parent, history, LABELS, told, words_of(store), see_deleted=see_deleted)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def words_of(store: Store) -> Say:
    """Return what gives the words for a session's values, with names from the store."""

    def say(field: str, value: Any) -> str:
        if field == "programme" and value:
            with store.read() as db:
                found = db.get(Programme, value)
            return found.name if found else tr("a programme that was deleted")
        if field == "outcomes":
            return outcomes_in_short(value or ())
        if isinstance(value, Counting):
            by_name = value is Counting.BY_NAME
            return tr("by name") if by_name else tr("as a head count")
        return plain_words(field, value)

    return say
