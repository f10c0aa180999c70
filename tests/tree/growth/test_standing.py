import pytest

from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import beyond, extent, form_of, half_width, stand, stand_planned
from tests.tree.checker import off_page, rings
from tests.tree.pledges import A0, A3, A4, FORMS, places, sheet


def test_a_sheet_has_its_form_of_tree() -> None:
    assert form_of(*A4) == "portrait"
    assert form_of(*A4[::-1]) == "landscape"


@pytest.mark.parametrize("form", FORMS)
def test_the_extent_is_that_of_the_outlines(form: str) -> None:
    hung = places(form, 120)
    points = [point for place in hung for point in place.outline(160)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert extent(hung) == pytest.approx((-min(xs), -min(ys), max(xs), max(ys)), abs=0.02)


def test_a_tree_without_leaves_stands_in_the_middle() -> None:
    standing = stand(*A3, [])
    assert standing.fork[0] == A3[0] / 2
    assert 0 < standing.ground < standing.fork[1] < A3[1]
    assert standing.em == pytest.approx(A3[0] / 27)


def test_one_leaf_is_not_blown_up() -> None:
    assert stand(*A4, places("portrait", 1)).em == pytest.approx(A4[0] / 27)


def test_the_type_shrinks_as_the_tree_grows() -> None:
    sizes = [stand(*A0, places("portrait", 300)[:count]).em for count in (10, 100, 300)]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("form", FORMS)
def test_a_tree_that_went_on_growing_reaches_beyond_its_sheet(form: str) -> None:
    wide, high = sheet(A3, form)
    standing = stand(wide, high, places(form, 300)[:30])
    assert beyond(standing, wide, high, places(form, 300)[:30]) == (0, 0, 0, 0)
    grown = places(form, 300)[:90]
    points = [standing.at(point) for place in grown for point in place.outline(160)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    out = -min(xs), -min(ys), max(xs) - wide, max(ys) - high
    expected = [max(side, 0.0) for side in out]
    assert beyond(standing, wide, high, grown) == pytest.approx(expected, abs=0.02 * standing.em)
    assert expected[0] > 0
    assert expected[2] > 0


def each(hung: tuple[Place, ...]) -> float:
    return sum(place.width * place.length * 0.69 for place in hung) / len(hung)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [120, 300])
def test_a_planned_tree_is_as_large_as_it_will_be(form: str, count: int) -> None:
    hung = places(form, 300)[:count]
    planned = stand_planned(*sheet(A3, form), count, each(hung))
    assert planned.em == pytest.approx(stand(*sheet(A3, form), hung).em, rel=0.2)
    assert half_width(form, 4 * count, 48) == pytest.approx(2 * half_width(form, count, 48))
    assert stand_planned(*sheet(A3, form), count, each(hung), hung[: count // 2]) == planned


@pytest.mark.parametrize("form", FORMS)
def test_a_planned_tree_makes_room_when_more_leaves_come(form: str) -> None:
    hung = places(form, 300)
    standing = stand_planned(*sheet(A3, form), 60, each(hung), hung)
    assert off_page(rings(hung), standing, *sheet(A3, form), 8) == []


def test_a_point_of_the_tree_has_its_place_on_the_sheet() -> None:
    standing = stand(*A4, [Place(3, 0, 0, 1, 0, 0)])
    assert standing.at((0, 0)) == standing.fork
    assert standing.at((0, -standing.below))[1] == pytest.approx(standing.ground)
