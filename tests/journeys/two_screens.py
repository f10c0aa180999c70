"""The facilitator's screen with the projector beside it; `test_projector` runs this.

It wants two screens, and Qt has as many as it was started with.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.programmes.actions import default_programme
from desktop.sessions.model import Session
from desktop.tree.projector import Projection
from desktop.tree.projector.screen import Projector
from desktop.tree.projector.story import ROOM_FROM
from tests.facilitator import NOW, Facilitator, app_on
from tests.tree.projector.leaves import Clock

WORDS = "I will sit down when I talk to someone in bed."


class Evening:
    """A facilitator who has the session open, and the room that looks at the projector."""

    def __init__(self, facilitator: Facilitator) -> None:
        self.facilitator, self.app, self.clock = facilitator, facilitator.app, Clock()
        desk = self.app.desk
        assert desk is not None
        self.store = desk.store
        self.app.projection = Projection(desk, self.app.window, self.app.tell, self.clock)
        with self.store.change("Plan session") as change:
            programme = change.save(default_programme("Leading with care"))
            session = Session(
                programme=programme.id, title="Good conversations", date=NOW.date(), place="Hall"
            )
            self.session = change.save(session)
        self.app.want("session", f"{self.session.id}/pledges")

    @property
    def projector(self) -> Projector:
        assert self.app.projection is not None
        assert self.app.projection.projector is not None
        return self.app.projection.projector

    def adds(self, words: str) -> None:
        self.facilitator.goes_to("Their pledge")
        self.facilitator.types(words)
        self.facilitator.keys("Alt+2")

    def passes(self, seconds: float) -> None:
        """Let so much time pass at the projector."""
        self.clock.time += seconds
        self.projector.director.tick()

    def rests(self, number: int) -> None:
        """Wait until the room sees so many leaves, and nothing moves."""

        def there() -> bool:
            self.passes(0.3)
            return self.projector.director.at_rest and self.projector.side.said.number == number

        self.facilitator.until(there)


@pytest.fixture
def evening(qtbot: QtBot, tmp_path: Path) -> Iterator[Evening]:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        yield Evening(facilitator)


def beamer() -> QScreen:
    return next(one for one in QGuiApplication.screens() if one.name() == "beamer")


def opened(evening: Evening) -> None:
    evening.facilitator.goes_to("Their pledge")
    QTest.keySequence(evening.app.window, "F11")
    evening.facilitator.reads("The tree is on the other screen.")
    evening.rests(0)


def test_the_tree_fills_the_other_screen_and_the_keys_stay_here(evening: Evening) -> None:
    opened(evening)
    other = beamer()
    assert evening.app.window.screen() is not other
    assert evening.projector.screen() is other
    assert evening.projector.geometry() == other.geometry()
    evening.facilitator.until(evening.app.window.isActiveWindow)
    assert evening.projector.side.said.hint == ""


def test_a_pledge_typed_here_grows_there_and_undo_takes_it_off(evening: Evening) -> None:
    opened(evening)
    evening.adds(WORDS)
    evening.facilitator.until(lambda: evening.projector.stage.moves)
    assert evening.projector.stage.growth() == 0.0
    evening.passes(ROOM_FROM + 0.1)
    assert 0 < evening.projector.stage.growth() < 1
    evening.rests(1)
    said = evening.projector.side.said
    assert said.newest is not None
    assert said.newest.text == WORDS
    assert [step.label for step in evening.store.steps().undo][-1] == "Make pledge"
    evening.facilitator.keys("Ctrl+Z")
    evening.facilitator.reads("Undone: Make pledge")
    evening.rests(0)
    assert evening.store.check() == []


def test_what_names_somebody_waits_until_it_is_let_through(evening: Evening) -> None:
    opened(evening)
    evening.adds("I will ask Margaret what would help.")
    evening.facilitator.reads("1 waits for the tree")
    evening.rests(0)
    evening.facilitator.keys("Alt+S")
    evening.rests(1)


def test_while_a_leaf_grows_the_next_slip_is_typed(evening: Evening) -> None:
    opened(evening)
    evening.adds(WORDS)
    evening.facilitator.until(lambda: evening.projector.stage.moves)
    evening.adds("I will listen first.")
    evening.facilitator.reads("2 pledges")
    evening.rests(2)


def unplug() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(beamer())
    return application


def test_unplugged_it_says_so_and_comes_back_with_its_screen(evening: Evening) -> None:
    opened(evening)
    application = unplug()
    evening.facilitator.reads("The projector was unplugged.")
    assert not evening.projector.isVisible()
    evening.adds(WORDS)
    application.screenAdded.emit(beamer())
    evening.rests(1)
    assert evening.projector.isVisible()
    assert evening.projector.geometry() == beamer().geometry()


def test_unplugged_it_comes_back_with_f11_too(evening: Evening) -> None:
    opened(evening)
    unplug()
    QTest.keySequence(evening.app.window, "F11")
    evening.rests(0)
    assert evening.projector.isVisible()


def test_the_room_of_another_meeting_does_not_see_it(evening: Evening) -> None:
    assert evening.app.desk is not None
    opened(evening)
    application = unplug()
    evening.app.desk.now = lambda: NOW + timedelta(hours=1)
    application.screenAdded.emit(beamer())
    assert not evening.projector.isVisible()
    application.screenAdded.emit(beamer())
    assert not evening.projector.isVisible()


def test_taken_off_by_hand_it_stays_off_when_a_screen_comes(evening: Evening) -> None:
    opened(evening)
    QTest.keySequence(evening.app.window, "F11")
    unplug().screenAdded.emit(beamer())
    assert not evening.projector.isVisible()


def test_closing_the_window_takes_the_tree_off_too(evening: Evening) -> None:
    opened(evening)
    projector = evening.projector
    evening.app.close()
    assert not projector.isVisible()
    assert evening.app.projection is None
