"""The history of something that was deleted, in the words of its kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.attendance.model import Attendance
from desktop.attendance.page import history as of_lines
from desktop.history.naming import KIND_WORDS
from desktop.history.returning import GoneHistory
from desktop.language import tr
from desktop.people import page as of_people
from desktop.people.labels import LABELS as OF_A_PERSON
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Pledge
from desktop.pledges.page import history as of_pledges
from desktop.printing.direction import inside
from desktop.programmes import page as of_programmes
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.sessions.page import history as of_sessions
from desktop.store.record import Record
from desktop.store.store import Store
from desktop.tree.model import Logo, Tree
from desktop.tree.page import history as of_trees
from desktop.ui.history import Draw, HistoryDialog, Say


@dataclass(frozen=True)
class _Told:
    """How the history of a kind is told: the words of its fields and of their values."""

    labels: Mapping[str, str]
    say: Callable[[Store], Say]
    draw: Draw = lambda _field, _value: None


def _always(say: Say) -> Callable[[Store], Say]:
    return lambda _store: say


_TOLD: dict[type[Record], _Told] = {
    Programme: _Told(of_programmes.LABELS, _always(of_programmes.words_for)),
    Session: _Told(of_sessions.LABELS, of_sessions.words_of),
    Person: _Told(OF_A_PERSON, _always(of_people.words_for)),
    Attendance: _Told(of_lines.LABELS, _always(of_lines.words_for)),
    Pledge: _Told(of_pledges.LABELS, of_pledges.words_of),
    FollowUp: _Told(of_pledges.LABELS, of_pledges.words_of),
    Tree: _Told(of_trees.LABELS, lambda store: of_trees.words_on(store.device)),
    Logo: _Told(of_trees.OF_A_LOGO, _always(of_trees.logo_words), of_trees.logo_shown),
}


def history_of_gone(
    parent: QWidget,
    store: Store,
    record: Record,
    name: str,
    told: Callable[[str, str], Any],
) -> HistoryDialog:
    """Return the dialog with the history of a deleted record; it goes when it is closed."""
    how = _TOLD[type(record)]
    history = GoneHistory(store, type(record), record.id)
    title = tr("History: {name}").format(name=inside(name) or KIND_WORDS[type(record)])
    dialog = HistoryDialog(parent, history, how.labels, told, how.say(store), title, how.draw)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
