from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.store.reader import Db
from desktop.store.store import Store
from desktop.tree.projector.colours import colours
from desktop.tree.projector.director import Director
from desktop.tree.projector.side import Side
from desktop.tree.projector.stage import Stage
from desktop.tree.projector.story import GROWN, HOLD, HURRIED, SETTLE
from desktop.ui import workers
from tests.pledges.evening import Evening
from tests.tree.projector.leaves import SIZE, Clock


class Room:
    """What the room sees, with a clock that goes when the test says so."""

    def __init__(self, evening: Evening, qtbot: QtBot) -> None:
        self.evening, self.qtbot, self.clock = evening, qtbot, Clock()
        self.stage, self.side = Stage(self.clock, colours("light")), Side(self.clock, "light")
        for part in (self.stage, self.side):
            qtbot.addWidget(part)
        self.stage.resize(SIZE)
        self.director = Director(evening.store, self.stage, self.side)

    def opens(self) -> None:
        self.director.show_session(self.evening.session)
        self.settles()

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=20_000)

    def settles(self) -> None:
        """Let time pass until all that is on file is on the screen."""

        def rests() -> bool:
            self.clock.time += 0.3
            self.director.tick()
            return self.director.at_rest

        self.until(rests)

    def pledges(self, *texts: str) -> None:
        for text in texts:
            self.evening.pledge(text)
        self.director.pledges_changed()

    @property
    def numbers(self) -> tuple[int, int]:
        return self.side.said.number, self.side.said.kept


@pytest.fixture
def room(evening: Evening, qtbot: QtBot) -> Iterator[Room]:
    made = Room(evening, qtbot)
    yield made
    made.director.stop()


def test_it_opens_on_the_tree_as_it_is(room: Room) -> None:
    room.evening.pledge("Listen more")
    room.director.show_session(room.evening.session)
    assert room.side.accessibleName() == "Good conversations"
    room.settles()
    assert room.numbers == (1, 0)
    assert room.side.said.title == "Good conversations"
    assert room.side.said.newest is not None
    assert room.side.said.newest.text == "Listen more"


def test_a_new_leaf_grows_and_the_number_turns_while_it_does(room: Room) -> None:
    room.evening.pledge("Listen more")
    room.opens()
    room.pledges("Sit down")
    room.until(lambda: room.stage.moves)
    assert room.stage.growth() == 0.0
    assert room.numbers == (1, 0)
    room.clock.time += 1.1
    room.director.tick()
    assert room.numbers == (2, 0)
    room.settles()
    assert room.stage.growth() == 1.0


def test_the_whole_tree_is_painted_anew_only_once_the_camera_rests_at_the_grown_leaf(
    room: Room,
) -> None:
    for number in range(60):
        room.evening.pledge(f"Listen to {number} people")
    room.opens()
    room.pledges("Sit down")
    room.until(lambda: room.stage.moves)
    step = room.stage.step
    assert step is not None
    assert step.growing is not None
    assert step.growing.travels
    waits_until = room.clock.time + GROWN
    while room.clock.time < waits_until - 0.01:
        room.director.tick()
        assert not workers._running
        room.clock.time += 0.01
    assert step.backdrop is None
    room.clock.time += 0.02
    room.director.tick()
    assert workers._running
    room.settles()
    assert room.stage.step is not None
    assert room.stage.step.backdrop is not None


def test_a_leaf_that_grew_when_the_tree_was_taken_off_is_there_when_it_is_back(room: Room) -> None:
    room.opens()
    room.pledges("Sit down")
    room.until(lambda: room.stage.moves)
    room.director.stop()
    room.director.show_session(room.evening.session)

    def rests() -> bool:
        room.clock.time += 0.3  # and its own timer goes
        return room.director.at_rest

    room.until(rests)
    assert room.numbers == (1, 0)


def test_taken_off_while_a_leaf_grows_the_tree_can_be_shown_again_much_later(room: Room) -> None:
    room.opens()
    room.pledges("Sit down")
    room.until(lambda: room.stage.moves)
    room.clock.time += 1.0
    room.director.tick()
    room.director.stop()
    room.clock.time += 7.0
    assert not room.stage.grab().isNull()  # it is painted before anything is asked of it
    room.director.show_session(room.evening.session)
    room.settles()
    assert room.numbers == (1, 0)


def test_several_new_leaves_come_one_after_the_other(room: Room) -> None:
    room.opens()
    counted: list[int] = []
    room.stage.rested.connect(lambda: counted.append(room.side.said.number))
    room.pledges("Listen more", "Sit down", "Ring my mother")
    room.settles()
    assert counted == [1, 2, 3]


def test_every_leaf_that_others_wait_for_is_hurried(room: Room) -> None:
    room.opens()
    stayed: list[float] = []
    begun = room.clock.time
    room.stage.rested.connect(lambda: stayed.append(room.clock.time))
    room.pledges("Listen more", "Sit down", "Ring my mother")

    def rests() -> bool:
        if not workers._running:  # what a worker takes is not counted
            room.clock.time += 0.1
        room.director.tick()
        return room.director.at_rest

    room.until(rests)
    first, second, last = (there - before for before, there in pairwise([begun, *stayed]))
    assert max(first, second) < GROWN + HURRIED + SETTLE + 0.5
    assert last > GROWN + HOLD


def test_what_is_undone_while_its_leaf_grows_fades_afterwards(room: Room) -> None:
    room.evening.pledge("Listen more")
    room.opens()
    room.pledges("Sit down")
    room.until(lambda: room.stage.moves)
    room.evening.store.undo()
    room.director.pledges_changed()
    room.settles()
    assert room.numbers == (1, 0)
    assert room.side.said.newest is not None
    assert room.side.said.newest.text == "Listen more"


def test_a_screen_of_another_size_gets_a_picture_of_its_own(room: Room) -> None:
    room.evening.pledge("Listen more")
    room.opens()
    room.stage.resize(SIZE * 0.5)
    room.director.go_on()
    room.settles()
    step = room.stage.step
    assert step is not None
    assert step.canvas.size == SIZE * 0.5


def test_another_programme_has_a_tree_of_its_own(room: Room) -> None:
    room.evening.pledge("Listen more")
    room.opens()
    other = Evening(room.evening.store)
    room.director.show_session(other.session)
    assert not room.side.said.known
    assert room.side.said.newest is None
    assert room.stage.step is None
    room.settles()
    assert room.stage.step is not None
    assert room.side.said.known
    assert room.numbers == (0, 0)
    assert room.side.said.newest is None
    assert room.director.session == other.session.id


def test_another_programme_takes_the_place_of_a_leaf_that_grows(room: Room) -> None:
    room.opens()
    room.pledges("Listen more")
    room.until(lambda: room.stage.moves)
    other = Evening(room.evening.store)
    room.director.show_session(other.session)
    room.settles()
    assert room.numbers == (0, 0)
    assert room.side.said.newest is None


def test_with_still_new_leaves_simply_appear(room: Room) -> None:
    room.stage.still = True
    room.opens()
    room.pledges("Listen more")
    room.until(lambda: room.director.at_rest)
    assert room.numbers == (1, 0)
    assert not room.side.moves


def test_stopped_it_does_no_work_until_it_is_to_show_something_again(room: Room) -> None:
    room.opens()
    room.director.stop()
    room.pledges("Listen more")
    assert room.director.session == room.evening.session.id
    assert room.numbers == (0, 0)
    room.opens()
    assert room.numbers == (1, 0)


class Unsteady:
    """A store that cannot be read for a while, as when a stick is loose."""

    def __init__(self, store: Store, error: Exception) -> None:
        self._store, self.error = store, error
        self.is_loose = True

    def read(self) -> AbstractContextManager[Db]:
        if self.is_loose:
            raise self.error
        return self._store.read()

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def unsteady(room: Room, error: Exception) -> tuple[Unsteady, Director]:
    store = Unsteady(room.evening.store, error)
    return store, Director(store, room.stage, room.side)  # type: ignore[arg-type]


def test_once_the_tree_can_be_read_again_it_goes_on(room: Room) -> None:
    store, room.director = unsteady(room, UserError("Plug the stick in again."))
    told: list[str] = []
    room.director.troubled.connect(told.append)
    room.director.show_session(room.evening.session)
    room.until(lambda: bool(told))
    assert told == ["Plug the stick in again."]
    store.is_loose = False
    room.pledges("Listen more")
    room.settles()
    assert room.numbers == (1, 0)


def test_a_fault_does_not_hold_up_what_comes_later(room: Room, qtbot: QtBot) -> None:
    store, room.director = unsteady(room, KeyError("a bug"))
    with qtbot.captureExceptions() as raised:
        room.director.show_session(room.evening.session)
        room.until(lambda: bool(raised))
    store.is_loose = False
    room.pledges("Listen more")
    room.settles()
    assert room.numbers == (1, 0)
