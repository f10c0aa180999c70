from dataclasses import replace

import pytest

from desktop.tree.projector.steps import SINGLY, finished, first_step, next_rows, next_step
from tests.tree.projector.leaves import canvas, rows

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_few_new_leaves_come_one_by_one() -> None:
    after, goes_to = next_rows(rows(4), rows(4 + SINGLY))
    assert after == rows(5)
    assert goes_to == rows(5)[-1]


def test_of_many_all_but_the_last_come_together() -> None:
    after, goes_to = next_rows(rows(4), rows(20))
    assert after == rows(19)
    assert goes_to is None
    assert next_rows(after, rows(20)) == (rows(20), rows(20)[-1])


def test_leaves_that_go_are_gone_in_the_same_step() -> None:
    left = rows(5)[1:]
    assert next_rows(rows(5), left) == (left, None)
    after, goes_to = next_rows(rows(5), rows(6)[1:])
    assert after == rows(6)[1:]
    assert goes_to == rows(6)[-1]


def test_the_first_step_shows_the_tree_as_it_is() -> None:
    step = first_step(rows(6), canvas())
    assert step.growing is None
    assert step.backdrop is not None
    assert step.newest == rows(6)[-1]
    assert step.kept == 2
    assert first_step((), canvas()).newest is None


def test_where_nothing_changed_there_is_no_step() -> None:
    assert next_step(first_step(rows(6), canvas()), rows(6)) is None


def test_a_blossom_that_opened_is_a_step_in_which_nothing_grows() -> None:
    before = first_step(rows(6), canvas())
    kept = (*rows(5), replace(rows(6)[-1], kept=True))
    step = next_step(before, kept)
    assert step is not None
    assert step.growing is None
    assert step.kept == before.kept + 1


def test_the_whole_tree_is_painted_while_the_new_leaf_is_looked_at() -> None:
    before = first_step(rows(200), canvas())
    step = next_step(before, rows(201))
    assert step is not None
    assert step.backdrop is None
    assert step.growing is not None
    assert step.growing.travels
    assert step.growing.view.em > 3 * before.figure.view.em
    assert finished(step).backdrop is not None


def test_in_a_young_tree_the_camera_stays() -> None:
    step = next_step(first_step(rows(2), canvas()), rows(3))
    assert step is not None
    assert step.growing is not None
    assert not step.growing.travels
    assert step.growing.view == step.figure.view


def test_on_a_long_way_there_is_a_picture_in_between() -> None:
    step = next_step(first_step(rows(400), canvas()), rows(401))
    assert step is not None
    assert step.growing is not None
    ems = [shot.view.em for shot in step.growing.shots]
    assert len(ems) >= 2
    assert ems == sorted(ems)
    assert ems[-1] == step.growing.view.em
