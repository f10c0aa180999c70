import numpy as np

from desktop.tree.growth.crown import BAND, crown
from desktop.tree.growth.maps import FEW, Maps
from desktop.tree.growth.shape import Place
from desktop.tree.wood.plan import Numbers

SHAPE = crown("landscape")
PLACE = Place(12, 20, 30, 1, 1, 0)


def choices(maps: Maps, rung: int, window: int, *, level: bool = False) -> list[Numbers]:
    """Return the ways, cells and bands of free places."""
    free, spots = maps.choices(rung, window, level=level)
    ways, which = np.nonzero(free)
    cells = maps.cells(spots[which])
    return [ways, cells, SHAPE.bands.ravel()[cells].astype(np.intp)]


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


def test_choices_come_from_the_lowest_free_bands() -> None:
    maps = Maps(SHAPE)
    ways, cells, bands = choices(maps, 12, 40)
    assert bands.min() == 0
    assert bands.max() <= 39
    assert len(ways) == len(cells) == len(bands)
    maps.take(Place(30, 0, 0, 1, 0, 0))
    _, _, bands = choices(maps, 12, 40)
    assert bands.min() * BAND > 2


def test_few_choices_are_more_further_out() -> None:
    ways, _, bands = choices(Maps(SHAPE), 12, 2)
    assert bands.max() == 3
    assert len(ways) < FEW


def test_no_tip_points_into_the_crown_and_every_cell_has_a_way() -> None:
    maps = Maps(SHAPE)
    assert not maps.holds(Place(12, 120, 30, -1, 0, 0))
    assert maps.holds(Place(12, 120, 30, 1, 0, 0))
    assert not maps.all_taken().any()


def test_level_choices_are_level_and_none_is_missed() -> None:
    maps = Maps(SHAPE)
    maps.take(Place(14, 0, 0, 1, 0, 0))
    maps.take(Place(14, 0, 22, -1, 2, 0))
    every, cells, bands = choices(maps, 6, 40)
    ways, places, _ = choices(maps, 6, 40, level=True)
    assert set(ways.tolist()) == {4, 13}
    last = int(bands.max())
    level = {
        (way, cell)
        for way, cell in zip(every.tolist(), cells.tolist(), strict=True)
        if way in (4, 13)
    }
    near = SHAPE.bands.ravel()[places] <= last
    found = zip(ways[near].tolist(), places[near].tolist(), strict=True)
    assert level == set(found)


def test_level_places_beside_the_stem_are_level() -> None:
    ways, _ = Maps(SHAPE).beside(5, 1, 10, 20, level=True)
    assert set(ways.tolist()) == {4}


def test_places_beside_the_stem_are_of_one_side() -> None:
    ways, cells = Maps(SHAPE).beside(5, -1, 10, 20)
    assert ways.min() >= 9
    rows, columns = np.divmod(cells, SHAPE.columns)
    assert rows.min() >= SHAPE.below
    assert abs(columns - SHAPE.left).max() <= 20
