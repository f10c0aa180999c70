from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.projector.projection import Projection, at_hand
from tests.pledges.evening import DAY, Evening
from tests.tree.projector.leaves import Clock
from tests.ui.hands import press


class Desk:
    """A facilitator's window with what is told there."""

    def __init__(self, evening: Evening, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.told: list[str] = []
        self.projection = Projection(evening.desk, self.window, self.told.append, Clock())


@pytest.fixture
def desk(evening: Evening, qtbot: QtBot) -> Iterator[Desk]:
    found = Desk(evening, qtbot)
    yield found
    found.projection.end()


def test_one_key_shows_the_tree_and_takes_it_off(desk: Desk) -> None:
    desk.projection.toggle()
    assert desk.projection.is_open
    projector = desk.projection.projector
    assert projector is not None
    assert projector.isFullScreen()
    assert projector.side.said.hint == "Esc: back to the window"
    desk.projection.toggle()
    assert not desk.projection.is_open


def test_the_button_of_another_session_shows_that_one(desk: Desk, evening: Evening) -> None:
    other = evening.another("Night staff")
    desk.projection.toggle(evening.session.id)
    desk.projection.show_tree(other.id)
    projector = desk.projection.projector
    assert projector is not None
    assert projector.side.said.title == "Night staff"
    desk.projection.show_tree(other.id)
    assert not desk.projection.is_open


def test_unplugged_it_closes_and_says_so_and_comes_back(desk: Desk) -> None:
    desk.projection.toggle()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(application.primaryScreen())
    assert not desk.projection.is_open
    assert desk.told[-1] == "The projector was unplugged. Once it is back, so is the tree."
    desk.projection.toggle()
    assert desk.projection.is_open


def test_on_the_facilitators_own_screen_it_does_not_come_back_by_itself(desk: Desk) -> None:
    desk.projection.toggle()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(application.primaryScreen())
    application.screenAdded.emit(application.primaryScreen())
    assert not desk.projection.is_open


def test_a_screen_that_gets_another_size_is_filled_again(desk: Desk) -> None:
    desk.projection.toggle()
    projector = desk.projection.projector
    assert projector is not None
    screen = projector.screen()
    projector.setGeometry(0, 0, 640, 360)
    screen.geometryChanged.emit(screen.geometry())
    assert projector.geometry() == screen.geometry()
    desk.projection.toggle()
    screen.geometryChanged.emit(screen.geometry())
    assert not desk.projection.is_open


def test_typing_that_is_not_meant_for_the_tree_goes_back_to_the_window(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.window.show()
    desk.projection.toggle()
    projector = desk.projection.projector
    assert projector is not None
    qtbot.waitUntil(projector.isActiveWindow)
    press(projector, Qt.Key.Key_A)
    qtbot.waitUntil(desk.window.isActiveWindow)


def test_it_hears_of_pledges_while_it_is_open(desk: Desk, evening: Evening, qtbot: QtBot) -> None:
    desk.projection.toggle()
    evening.pledge("Listen more")
    projector = desk.projection.projector
    assert projector is not None
    clock = projector.stage._clock
    assert isinstance(clock, Clock)

    def counted() -> bool:
        clock.time += 0.3
        return projector.side.said.number == 1

    qtbot.waitUntil(counted, timeout=20_000)


def test_without_a_session_it_says_what_to_do(desk: Desk, evening: Evening) -> None:
    with evening.store.change("Delete session") as change:
        change.delete(evening.session)
    desk.projection.toggle()
    assert not desk.projection.is_open
    assert desk.told == ["Plan a session first. Its tree can then be shown here."]


def test_the_session_at_hand_is_todays_else_the_last_else_the_next(evening: Evening) -> None:
    later = DAY + timedelta(days=9)
    late = evening.another("Late")
    with evening.store.change("Edit session") as change:
        change.save(replace(late, date=later))
    with evening.store.read() as db:
        found = [at_hand(db, DAY), at_hand(db, later), at_hand(db, DAY - timedelta(days=3))]
        after = at_hand(db, later + timedelta(days=9))
    assert [one.title for one in found if one] == [
        "Good conversations",
        "Late",
        "Good conversations",
    ]
    assert after is not None
    assert after.title == "Late"
