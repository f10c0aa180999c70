import numpy as np

from desktop.tree.growth.crown import crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import Place
from desktop.tree.wood.plan import Numbers

SHAPE = crown("landscape")
PLACE = Place(12, 20, 30, 1, 1, 0)


def cell(x: int, y: int) -> Numbers:
    return np.array([(y + SHAPE.below) * SHAPE.columns + x + SHAPE.left])


def test_nothing_is_free_where_a_leaf_lies() -> None:
    maps = Maps(SHAPE)
    assert maps.holds(PLACE)
    maps.take(PLACE)
    assert not maps.holds(PLACE)
    assert maps.all_taken()[SHAPE.below + 30, SHAPE.left + 20]
    assert maps.holds(PLACE._replace(y=80))


def test_a_place_beyond_the_crown_holds_no_leaf() -> None:
    assert not Maps(SHAPE).holds(PLACE._replace(x=10_000))


def test_a_cleared_place_is_free_again() -> None:
    maps = Maps(SHAPE)
    other = Place(5, 34, 30, 1, 1, 0)
    maps.take(PLACE)
    maps.take(other)
    part = maps.clear(PLACE)
    maps.take(other, part)
    again = Maps(SHAPE)
    again.take(other)
    assert (maps.all_taken() == again.all_taken()).all()
    assert not maps.holds(PLACE._replace(x=34))


def test_no_tip_points_into_the_crown_and_every_cell_has_a_way() -> None:
    maps = Maps(SHAPE)
    assert not maps.holds(Place(12, 120, 30, -1, 0, 0))
    assert maps.holds(Place(12, 120, 30, 1, 0, 0))
    assert not maps.all_taken().any()


def test_what_is_free_for_any_tilt_is_free_for_the_best_of_them() -> None:
    maps = Maps(SHAPE)
    maps.take(PLACE)
    for x in range(20, 60, 4):
        here = cell(x, 30)
        most, level = (int(maps.most(here, level=flat)[0]) for flat in (False, True))
        assert level <= most
        fits = [maps.free(here, rung).any() for rung in range(40)]
        assert fits == [rung < most for rung in range(40)]
        fits = [maps.free(here, rung, level=True).any() for rung in range(40)]
        assert fits == [rung < level for rung in range(40)]


def test_level_places_are_level() -> None:
    free = Maps(SHAPE).free(cell(60, 30), 6, level=True)
    assert np.flatnonzero(free[:, 0]).tolist() == [4]


def test_level_places_beside_the_stem_are_level() -> None:
    ways, _ = Maps(SHAPE).beside(5, 1, 10, 20, level=True)
    assert set(ways.tolist()) == {4}


def test_places_beside_the_stem_are_of_one_side() -> None:
    ways, cells = Maps(SHAPE).beside(5, -1, 10, 20)
    assert ways.min() >= 9
    rows, columns = np.divmod(cells, SHAPE.columns)
    assert rows.min() >= SHAPE.below
    assert abs(columns - SHAPE.left).max() <= 20
