"""Finishing asks about those who never arrived."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.attendance.model import Presence
from desktop.attendance.page import ask_absent
from desktop.sessions.actions import set_counting
from desktop.sessions.model import Counting
from tests.attendance.page.hall import Hall
from tests.ui.hands import press


def answer(hall: Hall, key: Qt.Key) -> tuple[bool, str]:
    """Ask and press a key in the question; return what was answered and its title."""
    titles: list[str] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        titles.append(dialog.windowTitle())
        press(dialog.focusWidget(), key)

    QTimer.singleShot(0, reply)
    return ask_absent(None, hall.desk, hall.session.id), titles[0]


def test_the_others_are_marked_as_absent(hall: Hall) -> None:
    assert answer(hall, Qt.Key.Key_Return) == (True, "Mark the other 5 as absent?")
    assert len(hall.names(Presence.ABSENT)) == 5
    assert ask_absent(None, hall.desk, hall.session.id)


def test_escape_stops_the_finish(hall: Hall) -> None:
    assert answer(hall, Qt.Key.Key_Escape)[0] is False
    assert hall.names(Presence.ABSENT) == set()


def test_nothing_is_asked_where_heads_are_counted(hall: Hall) -> None:
    with hall.store.change("Count") as change:
        set_counting(change, hall.session, Counting.HEAD_COUNT)
    assert ask_absent(None, hall.desk, hall.session.id)
    assert hall.names(Presence.ABSENT) == set()
