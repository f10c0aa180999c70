from functools import cache

import numpy as np
import pytest

from desktop.tree.growth import costs
from desktop.tree.growth.bands import BAND, Bands
from desktop.tree.growth.crown import crown
from desktop.tree.growth.growing import Growth
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.vacancies import AWAY, INNER, Offers, Search, Vacancies
from desktop.tree.wood.plan import plan
from desktop.tree.wood.shelter import Shelter
from tests.tree.pledges import FORMS, rungs

WIDE = Search(10, 1e9, 120)


@cache
def tree(form: str, count: int) -> tuple[Maps, costs.Stage]:
    growth, maps = Growth(form), Maps(crown(form))
    frame = 0.0
    for rung in rungs(count):
        place = growth.add(rung)
        assert place is not None
        maps.take(place)
        way, x, y = (np.array([one]) for one in (costs.way_of(place), place.x / 2, place.y / 2))
        frame = max(frame, float(costs.frame(crown(form), rung, way, x, y)[0]))
    return maps, costs.Stage(frame, count < 50)


def weighed(
    form: str, maps: Maps, rung: int, search: Search, stage: costs.Stage, *, level: bool
) -> list[tuple[float, int, int]]:
    """Return the cost, way and cell of the cheapest places, all of them being weighed."""
    shape = crown(form)
    cells, bands = Bands(shape).between(0, 10_000)
    free = maps.free(cells, rung, level=level)
    open_ = free.any(axis=0)
    last = bands[open_][INNER] + search.bands
    way, which = np.nonzero(free & (bands <= last))
    x, y = shape.middles(*np.divmod(cells[which], shape.columns))
    frame = np.maximum(costs.frame(shape, rung, way, x, y), stage.frame)
    cost = bands[which] * BAND + costs.lie(shape, way, x, y)
    cost += costs.spread(shape, stage, x, y, frame)
    found = zip(cost.tolist(), way.tolist(), cells[which].tolist(), strict=True)
    return sorted(found)[: search.places]


def plain(offers: Offers) -> list[tuple[float, int, int]]:
    cost, way, cells = (part.tolist() for part in (offers.cost, offers.way, offers.cells))
    return list(zip(cost, way, cells, strict=True))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [20, 180])
@pytest.mark.parametrize(("rung", "level"), [(2, False), (14, True), (30, False)])
def test_no_place_is_cheaper_than_those_found(
    form: str, count: int, rung: int, level: bool
) -> None:
    maps, stage = tree(form, count)
    found = Vacancies(crown(form), maps, plan(form)).cheapest(rung, WIDE, stage, level=level)
    assert plain(found) == weighed(form, maps, rung, WIDE, stage, level=level)


def test_what_was_asked_before_changes_nothing() -> None:
    maps, stage = tree("portrait", 180)
    asked = Vacancies(crown("portrait"), maps, plan("portrait"))
    for rung in (31, 13, 12, 2):
        asked.cheapest(rung, Search(60, 9.0, 900), stage)
    search = Search(10, 3.0, 140)
    again = Vacancies(crown("portrait"), maps, plan("portrait")).cheapest(15, search, stage)
    assert plain(asked.cheapest(15, search, stage)) == plain(again)


def test_a_narrower_search_finds_the_best_of_a_wider_one() -> None:
    maps, stage = tree("landscape", 180)
    vacancies = Vacancies(crown("landscape"), maps, plan("landscape"))
    wide = plain(vacancies.cheapest(15, WIDE, stage))
    assert plain(vacancies.cheapest(15, Search(10, 3.0, 20), stage)) == wide[:20]


def test_a_place_that_was_given_back_is_offered_again() -> None:
    shape = crown("landscape")
    growth = Growth("landscape")
    places = [place for rung in rungs(60) if (place := growth.add(rung)) is not None]
    maps = Maps(shape)
    stage = costs.Stage(30.0, young=False)
    vacancies = Vacancies(shape, maps, plan("landscape"))
    before = plain(vacancies.cheapest(12, WIDE, stage))
    maps.take(places[0])
    assert plain(vacancies.cheapest(12, WIDE, stage)) != before
    maps.clear(places[0])
    vacancies.forget()
    assert plain(vacancies.cheapest(12, WIDE, stage)) == before


def middles(form: str, offers: Offers) -> list[tuple[float, float]]:
    shape = crown(form)
    x, y = shape.middles(*np.divmod(offers.cells, shape.columns))
    return list(zip(x.tolist(), y.tolist(), strict=True))


def test_nothing_is_offered_near_a_point_that_is_shunned() -> None:
    maps, stage = tree("portrait", 180)
    vacancies = Vacancies(crown("portrait"), maps, plan("portrait"))
    point = middles("portrait", vacancies.cheapest(15, Search(10, 3.0, 20), stage))[0]
    elsewhere = vacancies.cheapest(15, Search(10, 3.0, 20, None, (point,)), stage)
    far = [np.hypot(x - point[0], y - point[1]) for x, y in middles("portrait", elsewhere)]
    assert len(far) == 20
    assert min(far) > AWAY


@pytest.mark.parametrize("form", FORMS)
def test_places_are_offered_where_their_feet_are_near_hidden_wood(form: str) -> None:
    maps, stage = tree(form, 180)
    shelter, wood = Shelter(plan(form)), plan(form)
    vacancies = Vacancies(crown(form), maps, wood)
    cheapest, _ = middles(form, vacancies.cheapest(15, Search(10, 3.0, 200), stage))[0]
    side = -np.sign(cheapest)
    nodes = np.flatnonzero(wood.x * side > 0)  # as if leaves lay over the whole other half
    shelter.allow(-1000.0)
    shelter.cover(nodes, np.ones(len(nodes), np.bool_))
    found = vacancies.cheapest(15, Search(10, 3.0, 100, shelter.squares), stage)
    assert len(found.way) == 100
    assert min(x * side for x, _ in middles(form, found)) > -10  # the trunk is never bare
    nowhere = Search(10, 3.0, 200, np.zeros_like(shelter.squares))
    assert not len(vacancies.cheapest(15, nowhere, stage).way)
