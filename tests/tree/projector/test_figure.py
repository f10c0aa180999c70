import pytest
from PySide6.QtCore import QPointF

from desktop.tree.projector.figure import SEEDS, Figure
from tests.tree.projector.leaves import rows

pytestmark = pytest.mark.usefixtures("qapp")


def test_leaves_that_did_not_change_are_taken_over() -> None:
    before = Figure(rows(6), 640, 540)
    assert before.wood
    after = Figure(rows(7), 640, 540, before)
    assert any(piece is other for piece in after.wood for other in before.wood)
    assert [after.leaves[key] is one for key, one in before.leaves.items()] == [True] * 6
    assert len(after.leaves) == 7


def test_a_tree_without_leaves_is_a_stem_with_a_bud_between_seed_leaves() -> None:
    bare = Figure((), 640, 540)
    assert len(bare.wood) == 1
    assert len(bare.young) == 3
    assert len(Figure(rows(SEEDS), 640, 540).young) == 2
    assert Figure(rows(SEEDS + 1), 640, 540).young == ()


def test_all_leaves_are_on_the_picture() -> None:
    for number in (1, 7, 60):
        made = Figure(rows(number), 640, 540)
        for leaf in made.leaves.values():
            left, top = made.view.at(leaf.box.left(), -leaf.box.top())
            right, bottom = made.view.at(leaf.box.right(), -leaf.box.bottom())
            assert left >= 0
            assert top >= 0
            assert right <= 640
            assert bottom <= 540


def test_thick_wood_has_two_sides_and_twigs_none() -> None:
    wood = Figure(rows(60), 640, 540).wood
    assert wood[-1].shaded is not None
    assert any(piece.shaded is None for piece in wood)


@pytest.mark.parametrize("number", [1, 2, 5, 14, 16, 60])
def test_a_new_leaf_grows_from_wood_that_stands_already(number: int) -> None:
    new = rows(number)[-1]
    made = Figure(rows(number), 640, 540)
    there, shoot, _ = made.before(new)
    assert any(piece.outline.contains(QPointF(*shoot[0][0])) for piece in there.wood)
    (x, y), _ = shoot[-1]
    assert (x, -y) == pytest.approx(new.place.foot)
    assert list(there.leaves) == list(made.leaves)[:-1]
    assert there.young == made.young
    assert there.view == made.view
