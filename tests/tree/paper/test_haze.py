"""The light about a crown, measured: without holes, within the leaves' own light, on the sheet."""

from collections.abc import Sequence

import pytest
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from desktop.printing.sheet import MM, Box
from desktop.tree.growth.shape import CELL
from desktop.tree.growth.standing import stand
from desktop.tree.model import Season
from desktop.tree.paper.haze import haze
from desktop.tree.paper.palette import palette
from desktop.tree.paper.rows import Leaf, Poster
from desktop.tree.paper.steps import Fill, Step, Use
from tests.tree.paper.posters import places, poster_of, real, sheet_of
from tests.tree.pledges import FORMS

SUMMER = palette(Season.SUMMER)
DISC = shapely.Point(0, 0).buffer(1, quad_segs=32)
BEYOND = 3.4, 1.7  # em: the light beyond a leaf of a grown tree
ROUGH = 0.03  # em: how exact the discs are
SLIT = 0.6  # em: half of the widest bay's mouth that may be taken for closed
SIZES = [(60, "A3"), (120, "A3"), (300, "A1")]

trees = pytest.mark.parametrize(("count", "paper"), SIZES)
form = pytest.mark.parametrize("form", FORMS)


def light(made: Poster) -> list[Step]:
    sheet = Box(0, 0, made.sheet.width, made.sheet.height)
    leaves = made.trees[0]
    return list(haze(leaves, made.standings[0], SUMMER, sheet, len(leaves)))


def discs(steps: Sequence[Step], name: str) -> list[shapely.Polygon]:
    found = []
    for step in steps:
        if isinstance(step, Use) and step.name == name:
            a, b, c, d, x, y = step.matrix
            found.append(affinity.affine_transform(DISC, (a, c, b, d, x, y)))
    return found


def fills(steps: Sequence[Step]) -> list[BaseGeometry]:
    """Return what is filled between the leaves: in the outer light, in the inner."""
    return [
        shapely.union_all([shapely.Polygon(one.points) for one in step.outlines])
        for step in steps
        if isinstance(step, Fill)
    ]


def lights(steps: Sequence[Step]) -> tuple[BaseGeometry, BaseGeometry]:
    """Return the outer and the inner light as they are seen."""
    outer, inner = fills(steps)
    inner = shapely.union_all([*discs(steps, "haze1"), inner])
    return shapely.union_all([*discs(steps, "haze0"), outer, inner]), inner


def own(leaf: Leaf, made: Poster, beyond: float) -> BaseGeometry:
    """Return a leaf's own light."""
    place, standing = leaf.place, made.standings[0]
    wide, high = place.length / 2 + 0.75 * beyond, place.width / 2 + beyond
    level = affinity.scale(DISC, wide * standing.em, high * standing.em, origin=(0, 0))
    turned = affinity.rotate(level, place.turn, origin=(0, 0))
    return affinity.translate(turned, *standing.at((place.x * CELL, place.y * CELL)))


def holes(area: BaseGeometry) -> list[float]:
    parts = shapely.get_parts(area)
    return [shapely.Polygon(ring).area for part in parts for ring in part.interiors]


def whole(area: BaseGeometry) -> BaseGeometry:
    return shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(area)])


@form
@trees
def test_there_are_no_holes_in_it(count: int, paper: str, form: str) -> None:
    made = poster_of(real(form, count), paper, form)
    em = made.standings[0].em
    for area in lights(light(made)):
        assert max(holes(area), default=0) < (0.1 * em) ** 2


@form
@trees
def test_all_that_is_filled_lies_between_the_leaves_own_light(
    count: int, paper: str, form: str
) -> None:
    made = poster_of(real(form, count), paper, form)
    em, share = made.standings[0].em, 0.45 + 0.55 * min(1.0, (count - 30) / 110)
    for filled, beyond in zip(fills(light(made)), BEYOND, strict=True):
        every = shapely.union_all([own(leaf, made, beyond * share) for leaf in made.trees[0]])
        slits = every.buffer(SLIT * em).buffer(-SLIT * em)
        assert filled.difference(whole(slits).buffer(ROUGH * em)).area < ROUGH * em**2


@form
@trees
def test_each_leaf_lies_in_it(count: int, paper: str, form: str) -> None:
    made = poster_of(real(form, count), paper, form)
    standing = made.standings[0]
    _, inner = lights(light(made))
    for leaf in made.trees[0]:
        edge = shapely.Polygon([standing.at(point) for point in leaf.place.outline(48)])
        assert inner.buffer(0.1 * standing.em).contains(edge)


@form
@trees
def test_the_edge_of_the_sheet_cuts_nothing_of_it(count: int, paper: str, form: str) -> None:
    made = poster_of(real(form, count), paper, form)
    sheet = shapely.box(0, 0, made.sheet.width, made.sheet.height).buffer(-0.9 * MM)
    for area in lights(light(made)):
        assert sheet.contains(area)


def test_a_young_tree_and_a_one_colour_tree_have_none() -> None:
    assert light(poster_of(real("portrait", 120)[:29])) == []
    made = poster_of(real("portrait", 120))
    sheet = Box(0, 0, made.sheet.width, made.sheet.height)
    plain = palette(Season.SUMMER, plain=True)
    assert list(haze(made.trees[0], made.standings[0], plain, sheet, 120)) == []


def test_a_tree_that_has_outgrown_its_sheet_has_light_that_has_not() -> None:
    leaves, size = real("portrait", 300), sheet_of("A3", "portrait")
    small = stand(size.width, size.height, places(leaves[:40]))
    steps = light(Poster(size, (leaves,), (small,)))
    assert len(steps) > 100


def test_little_of_an_old_trees_light_is_that_of_single_leaves() -> None:
    found = light(poster_of(real("portrait", 300)))
    assert 100 < len(found) < 300


@pytest.mark.long
@form
def test_the_oldest_trees_light_has_no_holes_either(form: str) -> None:
    for count in (1000, 2000):
        made = poster_of(real(form, count), "A0", form)
        for area in lights(light(made)):
            assert max(holes(area), default=0) < (0.1 * made.standings[0].em) ** 2
