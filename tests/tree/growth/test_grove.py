from collections.abc import Sequence

import pytest

from desktop.tree.growth.grove import Grove, Hung, grow_grove, hang_all
from desktop.tree.growth.shape import Need, Place
from desktop.tree.growth.standing import stand
from tests.tree.checker import overlaps, rings
from tests.tree.pledges import A3, A4, needs


def by_tree(hung: Sequence[Hung]) -> list[list[Place]]:
    trees = 1 + max(one.tree for one in hung)
    return [[one.place for one in hung if one.tree == tree] for tree in range(trees)]


def test_a_grove_keeps_its_type_readable_with_as_few_trees_as_do() -> None:
    hung = grow_grove(needs(150), *A4, 9)
    assert hung is not None
    trees = by_tree(hung)
    assert sum(map(len, trees)) == 150
    assert min(stand(*A4, places).em for places in trees) >= 9
    areas = [sum(place.width**2 for place in places) for places in trees]
    assert max(areas) < 1.1 * min(areas)
    assert all(overlaps(rings(places)) == [] for places in trees)


def test_each_leaf_of_a_new_grove_goes_to_the_emptiest_tree_as_later_ones_do() -> None:
    hung = grow_grove(needs(150), *A4, 9)
    assert hung is not None
    trees = len(by_tree(hung))
    grove = Grove("portrait", [()] * trees)
    assert [grove.add(need) for need in needs(150)] == hung
    assert dict(hang_all("portrait", trees, needs(150))) == dict(enumerate(hung))


def test_a_tree_less_would_not_do() -> None:
    hung = grow_grove(needs(150), *A4, 9)
    assert hung is not None
    grove = Grove("portrait", [()] * (len(by_tree(hung)) - 1))
    fewer = [grove.add(need) for need in needs(150)]
    assert min(stand(*A4, places).em for places in by_tree([one for one in fewer if one])) < 9


def test_few_leaves_need_one_tree() -> None:
    hung = grow_grove(needs(20), *A3, 9)
    assert hung is not None
    assert len(by_tree(hung)) == 1


def test_a_later_leaf_goes_to_the_emptiest_tree_and_no_leaf_changes_tree() -> None:
    grove = Grove("portrait", [(), ()])
    hung = [grove.add(need) for need in needs(12)]
    first = hung[4]
    assert first is not None
    before = [grove.places(tree) for tree in (0, 1)]
    grove.drop(first)
    later = grove.add(Need(0))
    assert later is not None
    assert later.tree == first.tree
    assert grove.places(1 - first.tree) == before[1 - first.tree]


def test_a_type_that_no_sheet_reaches_has_no_grove() -> None:
    assert grow_grove(needs(5), *A4, 400) is None


def test_a_leaf_that_does_not_hang_there_cannot_be_dropped() -> None:
    grove = Grove("portrait", [()])
    hung = grove.add(Need(3))
    assert hung is not None
    grove.drop(hung)
    with pytest.raises(ValueError):
        grove.drop(hung)


def test_a_leaf_that_grows_stays_on_its_tree() -> None:
    grove = Grove("portrait", [(), ()])
    hung = [grove.add(Need(10)) for _ in range(6)]
    assert hung[2] is not None
    larger = grove.change(hung[2], Need(14))
    assert larger is not None
    assert (larger.tree, larger.place.rung) == (hung[2].tree, 14)
