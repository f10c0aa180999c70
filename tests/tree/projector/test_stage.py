from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.tree.projector.colours import colours
from desktop.tree.projector.painting import picture
from desktop.tree.projector.stage import Stage
from desktop.tree.projector.steps import Step, finished, first_step, next_step
from desktop.tree.projector.story import BACK, FADE, GROWN, HOLD, ROOM_FROM, SETTLE, TRAVEL
from desktop.tree.projector.view import between
from tests.tree.projector.leaves import SIZE, Clock, canvas, rows


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stage(qtbot: QtBot, clock: Clock) -> Stage:
    stage = Stage(clock, colours("light"))
    qtbot.addWidget(stage)
    stage.resize(SIZE)
    return stage


def seen(stage: Stage) -> QImage:
    return stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def go(stage: Stage, clock: Clock, seconds: float) -> None:
    clock.time += seconds
    stage.tick()


def grows(number: int) -> tuple[Step, Step]:
    """Return a tree, and the step in which one more leaf grows."""
    before = first_step(rows(number), canvas())
    after = next_step(before, rows(number + 1))
    assert after is not None
    return before, after


def test_before_the_first_step_it_is_calm_and_empty(stage: Stage) -> None:
    assert seen(stage).pixelColor(50, 50) == colours("light").ground
    assert stage.canvas == canvas()


def test_a_tree_fades_in(stage: Stage, clock: Clock) -> None:
    step = first_step(rows(30), canvas())
    stage.show_step(step)
    assert stage.moves
    go(stage, clock, FADE / 2)
    assert seen(stage) != step.backdrop
    go(stage, clock, FADE)
    assert not stage.moves


def test_where_many_leaves_come_together_the_others_stay_upon_themselves(
    stage: Stage, clock: Clock
) -> None:
    before, after = first_step(rows(4), canvas()), first_step(rows(9), canvas())
    assert before.figure.view.em > after.figure.view.em * 1.05
    stage.show_step(before, fades=False)
    stage.show_step(after)
    go(stage, clock, FADE / 2)
    view = between(before.figure.view, after.figure.view, 0.5)
    alone = picture(before.figure, view, SIZE, 1.0, colours("light"))
    for leaf in before.figure.leaves.values():
        place = QRectF(leaf.box.x() * view.em, leaf.box.y() * view.em, 0, 0)
        place.setSize(leaf.box.size() * view.em)
        room = place.translated(view.x, view.y).toRect()
        assert differing(seen(stage).copy(room), alone.copy(room)) < 0.08 * area(room)


def area(room: QRect) -> int:
    return room.width() * room.height()


def test_the_old_ring_goes_gently_while_the_camera_leaves(stage: Stage, clock: Clock) -> None:
    before, after = grows(200)
    stage.show_step(before, fades=False)
    ringed = seen(stage)
    assert ringed != before.backdrop
    stage.show_step(after)
    assert seen(stage) == ringed


@pytest.mark.parametrize("number", [2, 200])
def test_the_camera_goes_there_and_comes_back_to_the_whole_tree(
    stage: Stage, clock: Clock, number: int
) -> None:
    before, after = grows(number)
    stage.show_step(before, fades=False)
    start = seen(stage)
    rested: list[bool] = []
    stage.rested.connect(lambda: rested.append(True))
    stage.show_step(after)
    assert stage.growth() == 0.0
    pictures = [start]
    for seconds in (TRAVEL / 2, TRAVEL / 2, GROWN - TRAVEL, 0.5):
        go(stage, clock, seconds)
        pictures.append(seen(stage))
    assert stage.growth() == 1.0
    assert all(one != other for one, other in pairwise(pictures[:4]))
    assert pictures[-1] == pictures[-2]
    stage.finish(finished(after))
    go(stage, clock, HOLD - 0.4)
    go(stage, clock, BACK / 3)
    assert seen(stage) != pictures[-1]
    assert not rested
    go(stage, clock, BACK)
    assert rested
    assert not stage.moves
    last = stage.step
    assert last is not None
    assert last.rows == rows(number + 1)


def differing(one: QImage, other: QImage) -> int:
    """Return how many of some pixels differ visibly."""
    places = ((x, y) for x in range(0, one.width(), 2) for y in range(0, one.height(), 2))
    pairs = ((one.pixelColor(x, y), other.pixelColor(x, y)) for x, y in places)
    return sum(abs(a.lightness() - b.lightness()) > 12 for a, b in pairs)


@pytest.mark.parametrize("number", [0, 1, 2, 4, 13])
def test_a_young_tree_with_its_grown_leaf_is_the_tree_that_stays(
    stage: Stage, clock: Clock, number: int
) -> None:
    before, after = grows(number)
    stage.show_step(before, fades=False)
    stage.show_step(after)
    go(stage, clock, GROWN + 1)
    grown = seen(stage)
    stage.finish(finished(after))
    go(stage, clock, HOLD)
    go(stage, clock, BACK)
    assert not stage.moves
    assert differing(grown, seen(stage)) < 200


@pytest.mark.parametrize("number", [6, 8, 9, 13])
def test_a_shoot_grows_behind_the_thicker_wood_that_lies_over_it_in_the_end(
    stage: Stage, clock: Clock, number: int
) -> None:
    before, after = grows(number)
    stage.show_step(before, fades=False)
    stage.show_step(after)
    go(stage, clock, GROWN + 0.1)
    whole = finished(after).backdrop
    assert whole is not None
    assert differing(seen(stage), whole) < 18


@pytest.mark.parametrize("number", [0, 1, 4])
def test_a_young_tree_stands_as_it_will_before_much_of_its_leaf_is_there(
    stage: Stage, clock: Clock, number: int
) -> None:
    before, after = grows(number)
    stage.show_step(before, fades=False)
    stage.show_step(after)
    go(stage, clock, ROOM_FROM + 0.15)
    assert stage.growth() < 0.06
    assert after.growing is not None
    assert differing(seen(stage), after.growing.shots[-1].image) < 60


def test_where_the_ground_rises_nothing_of_the_old_tree_stays_below(
    stage: Stage, clock: Clock
) -> None:
    before, after = grows(4)
    stage.show_step(before, fades=False)
    stage.show_step(after)
    go(stage, clock, ROOM_FROM)
    image = seen(stage)
    lowest = range(image.height() - 6, image.height())
    assert min(image.pixelColor(x, y).lightness() for x in range(640) for y in lowest) > 180


def test_a_leaf_never_pales_while_a_young_tree_settles(stage: Stage, clock: Clock) -> None:
    before, after = grows(2)
    stage.show_step(before, fades=False)
    stage.show_step(finished(after))
    go(stage, clock, GROWN + HOLD)
    leaf = after.figure.leaves["pledge2"]
    middle = after.figure.view.at(leaf.box.center().x(), -leaf.box.center().y())
    place = QRect(round(middle[0]) - 40, round(middle[1]) - 20, 80, 40)
    grown = seen(stage).copy(place)
    for _ in range(6):
        go(stage, clock, SETTLE / 7)
        assert stage.moves
        assert differing(seen(stage).copy(place), grown) == 0


def test_on_the_way_no_words_are_left_over_where_a_shoot_passes_behind_a_leaf(
    stage: Stage, clock: Clock
) -> None:
    before, after = grows(200)
    assert after.growing is not None
    assert after.growing.cover is not None
    worded, bare = after.growing.cover
    assert worded.image != bare.image
    wordless = replace(after, growing=replace(after.growing, cover=(bare, bare)))

    def pictures(step: Step) -> list[QImage]:
        stage.show_step(before, fades=False)
        stage.show_step(finished(step))
        found = []
        for seconds in (TRAVEL * 0.7, GROWN, HOLD - TRAVEL * 0.7 + BACK * 0.4):
            go(stage, clock, seconds)
            found.append(seen(stage))
        return found

    there, near, back = zip(pictures(after), pictures(wordless), strict=True)
    assert there[0] == there[1]
    assert near[0] != near[1]
    assert back[0] == back[1]


def test_the_camera_stays_until_the_whole_tree_is_painted(stage: Stage, clock: Clock) -> None:
    before, after = grows(200)
    stage.show_step(before, fades=False)
    stage.show_step(after)
    go(stage, clock, 60.0)
    near = seen(stage)
    go(stage, clock, 60.0)
    assert seen(stage) == near
    stage.finish(finished(after))
    go(stage, clock, 1.0)
    assert seen(stage) != near


def test_a_leaf_that_grows_keeps_its_colours_where_others_are_chosen(
    stage: Stage, clock: Clock
) -> None:
    before, after = grows(200)
    told: list[bool] = []
    stage.recoloured.connect(lambda: told.append(True))
    stage.show_step(before, fades=False)
    stage.show_step(finished(after))
    pictures = []
    for theme in ("light", "dark"):
        stage.set_colours(colours(theme))
        go(stage, clock, 0.0)
        pictures.append(seen(stage))
    assert pictures[0] == pictures[1]
    assert not told
    stage.show_step(first_step(rows(201), stage.canvas), fades=False)
    assert told == [True]
    assert stage.look == colours("dark")


def test_with_still_the_leaf_is_simply_there(stage: Stage, clock: Clock) -> None:
    before, after = grows(30)
    stage.still = True
    stage.show_step(before)
    stage.show_step(finished(after))
    assert not stage.moves
    there = seen(stage)
    go(stage, clock, 5.0)
    assert seen(stage) == there


def test_the_newest_leaf_has_a_ring_in_a_tree_of_many(stage: Stage) -> None:
    stage.show_step(first_step(rows(200), canvas()), fades=False)
    ring, step = stage.ring(), stage.step
    assert ring is not None
    assert step is not None
    leaf = step.figure.leaves["pledge199"]
    middle = step.figure.view.at(leaf.box.center().x(), -leaf.box.center().y())
    assert ring.center().toTuple() == pytest.approx(middle)
    assert seen(stage) != step.backdrop
    stage.show_step(first_step(rows(3), canvas()), fades=False)
    assert stage.ring() is None


def test_in_another_size_the_old_picture_is_shown_until_there_is_a_new_one(stage: Stage) -> None:
    stage.show_step(first_step(rows(30), canvas()), fades=False)
    stage.resize(SIZE * 0.5)
    small = seen(stage)
    look = colours("light")
    tints = {upper.rgb() for upper, _ in look.leaves}
    assert any(small.pixel(x, y) in tints for x in range(0, 320, 3) for y in range(0, 270, 3))
    assert stage.ring() is None or stage.step is not None


def test_another_pledge_hurries_the_camera(stage: Stage, clock: Clock) -> None:
    before, after = grows(200)
    stage.show_step(before, fades=False)
    stage.show_step(finished(after))
    stage.hurry()
    go(stage, clock, GROWN + 1.0)
    go(stage, clock, BACK)
    assert not stage.moves
