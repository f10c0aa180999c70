import pytest

from desktop.tree.growth.grove import Grove, grow_grove
from desktop.tree.growth.growing import Growth
from desktop.tree.growth.shape import Need
from desktop.tree.growth.standing import stand
from tests.tree.checker import overlaps, rings
from tests.tree.pledges import A3, A4, needs


def test_a_grove_keeps_its_type_readable_with_as_few_trees_as_do() -> None:
    found = grow_grove(needs(150), *A4, 9)
    assert found is not None
    grove, hung = found
    assert [place for tree in grove.trees for place in tree.places]
    assert len(hung) == 150
    assert min(stand(*A4, tree.places).em for tree in grove.trees) >= 9
    areas = [sum(place.width**2 for place in tree.places) for tree in grove.trees]
    assert max(areas) < 1.1 * min(areas)
    assert all(overlaps(rings(tree.places)) == [] for tree in grove.trees)


def test_few_leaves_need_one_tree() -> None:
    found = grow_grove(needs(20), *A3, 9)
    assert found is not None
    assert len(found[0].trees) == 1


def test_a_later_leaf_goes_to_the_emptiest_tree_and_no_leaf_changes_tree() -> None:
    grove = Grove([Growth("portrait"), Growth("portrait")])
    hung = [grove.add(need) for need in needs(12)]
    first = hung[4]
    assert first is not None
    before = [list(tree.places) for tree in grove.trees]
    grove.drop(first)
    later = grove.add(Need(0))
    assert later is not None
    assert later.tree == first.tree
    assert grove.trees[1 - first.tree].places == before[1 - first.tree]


def test_a_type_that_no_sheet_reaches_has_no_grove() -> None:
    assert grow_grove(needs(5), *A4, 400) is None


def test_a_leaf_that_does_not_hang_there_cannot_be_dropped() -> None:
    grove = Grove([Growth("portrait")])
    hung = grove.add(Need(3))
    assert hung is not None
    grove.drop(hung)
    with pytest.raises(ValueError):
        grove.drop(hung)


def test_a_leaf_that_grows_stays_on_its_tree() -> None:
    grove = Grove([Growth("portrait"), Growth("portrait")])
    hung = [grove.add(Need(10)) for _ in range(6)]
    assert hung[2] is not None
    larger = grove.change(hung[2], Need(14))
    assert larger is not None
    assert (larger.tree, larger.place.rung) == (hung[2].tree, 14)
