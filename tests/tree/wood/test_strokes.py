import random

import numpy as np
import pytest
import shapely

from desktop.tree.growth.growing import lowest_limb
from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import Standing, half_width, stand, stand_planned
from desktop.tree.wood.lines import along
from desktop.tree.wood.plan import plan
from desktop.tree.wood.strokes import Stroke, bare_wood, wood
from tests.tree.checker import hooks, open_wood, rings
from tests.tree.pledges import A0, A3, FORMS, grown, places, rungs, sheet

LONGEST = 14.0  # em: a longer piece of wood in the open is a hook
ROUND = 9.0  # em: and so is a shorter one, if it turns round a leaf

form = pytest.mark.parametrize("form", FORMS)


def strokes(form: str, count: int) -> list[Stroke]:
    hung = places(form, 300)[:count]
    return wood(plan(form), hung, stand(*sheet(A3, form), hung).below)


def pieces(strokes: list[Stroke]) -> int:
    """Return in how many pieces the wood is drawn."""
    drawn = [shapely.Polygon(stroke.outline()).buffer(0) for stroke in strokes]
    lines = [shapely.LineString(stroke.line).buffer(0.05) for stroke in strokes]
    return len(shapely.get_parts(shapely.union_all([*drawn, *lines])))


@form
@pytest.mark.parametrize("count", [1, 2, 5, 12, 60, 200, 250, 300])
def test_no_wood_hangs_in_the_air(form: str, count: int) -> None:
    assert pieces(strokes(form, count)) == 1


@form
@pytest.mark.parametrize("count", [1, 7, 60])
def test_a_twig_reaches_every_leaf(form: str, count: int) -> None:
    ends = np.array([stroke.line[-1] for stroke in strokes(form, count)])
    for place in places(form, 300)[:count]:
        assert np.hypot(*(ends - place.foot).T).min() < 0.1 * place.width


@form
def test_the_trunk_is_the_thickest_and_stands_on_the_ground(form: str) -> None:
    hung = places(form, 120)
    below = stand(*sheet(A3, form), hung).below
    *others, trunk = wood(plan(form), hung, below)
    assert trunk.level == 0
    assert trunk.line[0, 1] == pytest.approx(-below)
    assert trunk.half.max() > max(stroke.half.max() for stroke in others)


@form
@pytest.mark.parametrize("count", [5, 12, 25, 60, 120])
def test_no_wood_lies_below_the_ground(form: str, count: int) -> None:
    hung = places(form, 300)[:count]
    below = stand(*sheet(A3, form), hung).below
    assert min(stroke.line[:, 1].min() for stroke in wood(plan(form), hung, below)) > -below - 0.01


def test_wood_thickens_with_the_leaves_it_carries() -> None:
    trunks = [strokes("portrait", count)[-1] for count in (1, 20, 300)]
    girths = [float(trunk.half[len(trunk.half) // 3]) for trunk in trunks]
    assert girths == sorted(girths)
    assert girths[-1] > 4 * girths[0]


def turns(line: np.ndarray) -> np.ndarray:
    """Return by how many degrees a line turns at each of its points."""
    steps = np.diff(line, axis=0)
    ways = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    return np.abs(np.degrees(np.diff(ways)))


@pytest.mark.parametrize("count", [7, 12])
def test_a_young_limb_bends_into_its_leaf_without_an_elbow(count: int) -> None:
    foot = places("landscape", 300)[6].foot  # it hangs where the stem turns off to the right
    limb = min(strokes("landscape", count), key=lambda one: float(np.hypot(*(one.line[-1] - foot))))
    assert turns(limb.line).max() < 30


@form
@pytest.mark.parametrize("count", range(3, 60, 4))
def test_a_young_tree_is_one_piece_at_every_age(form: str, count: int) -> None:
    assert pieces(strokes(form, count)) == 1


def test_a_limb_with_one_leaf_at_its_end_is_still_a_limb() -> None:
    tall = plan("portrait")
    low = np.flatnonzero((tall.level == 1) & (tall.origin == tall.origin[tall.level == 1].min()))
    end = int(low[tall.depth[low].argmax()])
    lonely = Place(14, round(tall.x[end] * 2), round(tall.y[end] * 2), 1, 0, end)
    crown = list(places("portrait", 60))
    limbs = [stroke for stroke in wood(tall, [*crown, lonely], 130) if stroke.level == 1]
    lowest = min(limbs, key=lambda stroke: float(stroke.line[0, 1]))
    assert along(lowest.line)[-1] > 60
    assert lowest.half.max() > 0.02 * along(lowest.line)[-1]


def test_small_leaves_need_thinner_wood() -> None:
    thin, usual = (
        wood(plan("portrait"), grown("portrait", (rung,) * 60).places, 40)[-1] for rung in (2, 18)
    )
    assert thin.half.max() < 0.7 * usual.half.max()


def test_wood_runs_out_into_twigs() -> None:
    for stroke in strokes("landscape", 120):
        assert stroke.half[-1] < 0.3


def test_an_outline_goes_round_its_line() -> None:
    line = np.array([[0.0, 0.0], [0.0, 1.0], [0.0, 2.0]])
    stroke = Stroke(line, np.array([0.5, 0.4, 0.1]), 1)
    assert len(stroke.outline()) == 6
    assert shapely.Polygon(stroke.outline()).contains(shapely.LineString(line[:2]).interpolate(0.5))
    assert set(np.abs(stroke.strip(0, 0)[:, 0])) == {0.0}


@form
def test_a_planned_tree_shows_its_winter_boughs(form: str) -> None:
    reach, width = half_width(form, 120, 47), sheet(A3, form)
    bare = bare_wood(plan(form), reach, 120, lowest_limb(form, reach))
    boughs = wood(plan(form), (), stand_planned(*width, 120, 47).below, bare)
    assert len(boughs) > 10
    assert pieces(boughs) == 1
    assert max(np.abs(stroke.line[:, 0]).max() for stroke in boughs) < reach * 1.02
    leafy = wood(plan(form), places(form, 60), 60, bare)
    assert leafy[-1].half.max() >= boughs[-1].half.max() * 0.95


def margin(
    form: str, strokes: list[Stroke], standing: Standing, paper: tuple[float, float]
) -> float:
    """Return by how many points all wood but the trunk keeps from the sheet's edge."""
    width, height = sheet(paper, form)
    rings = np.concatenate([stroke.outline() for stroke in strokes[:-1]])
    x, y = (
        standing.fork[0] + rings[:, 0] * standing.em,
        standing.fork[1] + rings[:, 1] * standing.em,
    )
    return float(min(x.min(), width - x.max(), height - y.max()))


@form
@pytest.mark.parametrize("count", [7, 12, 25, 40, 60, 120, 300])
def test_wood_runs_behind_leaves_and_stays_on_the_sheet(form: str, count: int) -> None:
    hung = places(form, 300)[:count]
    standing = stand(*sheet(A3, form), hung)
    drawn = wood(plan(form), hung, standing.below)
    assert max(open_wood(drawn, rings(hung))) < LONGEST
    assert margin(form, drawn, standing, A3) > 8


@pytest.mark.long
@form
@pytest.mark.parametrize("count", [400, 1000, 2000])
def test_a_large_trees_wood_runs_behind_leaves(form: str, count: int) -> None:
    hung = places(form, 2000)[:count]
    standing = stand(*sheet(A0, form), hung)
    drawn = wood(plan(form), hung, standing.below)
    assert np.percentile(open_wood(drawn, rings(hung)), 99) < 5
    assert margin(form, drawn, standing, A0) > 8


@form
@pytest.mark.parametrize("count", [25, 60, 120, 200])
def test_no_twig_at_the_rim_turns_round_its_leaf(form: str, count: int) -> None:
    hung = places(form, 300)[:count]
    assert max(hooks(strokes(form, count), rings(hung)), default=0) < ROUND


@pytest.mark.long
@form
@pytest.mark.parametrize("count", [400, 700, 1000, 1500, 2000])
def test_hardly_a_twig_at_a_large_trees_rim_turns_round_its_leaf(form: str, count: int) -> None:
    hung = places(form, 2000)[:count]
    drawn = wood(plan(form), hung, stand(*sheet(A0, form), hung).below)
    round_ = [length for length in hooks(drawn, rings(hung)) if length > ROUND]
    assert len(round_) <= 1
    assert max(round_, default=0) < 12


@pytest.mark.long
@form
@pytest.mark.parametrize("seed", range(1, 7))
def test_in_whatever_order_pledges_come_no_twig_goes_round_a_leaf(form: str, seed: int) -> None:
    sizes = list(rungs(1000))
    random.Random(seed).shuffle(sizes)
    hung = grown(form, tuple(sizes[:900])).places
    for count in (90, 215, 430, 600, 900):
        drawn = wood(plan(form), hung[:count], stand(*sheet(A0, form), hung[:count]).below)
        assert max(hooks(drawn, rings(hung[:count])), default=0) < 14


@pytest.mark.long
@form
def test_in_whatever_order_pledges_come_hardly_a_long_twig_turns_round(form: str) -> None:
    longest = []
    for seed in range(1, 7):
        sizes = list(rungs(1000))
        random.Random(seed).shuffle(sizes)
        hung = grown(form, tuple(sizes[:900])).places
        for count in (90, 215, 430, 600, 900):
            drawn = wood(plan(form), hung[:count], stand(*sheet(A0, form), hung[:count]).below)
            longest.append(max(hooks(drawn, rings(hung[:count])), default=0))
    assert sum(length > 12 for length in longest) <= len(longest) // 10


def test_the_checker_sees_a_twig_that_turns_round() -> None:
    hung = places("portrait", 300)[:60]
    angle = np.linspace(0, np.pi, 20)
    reach = max(x for x, _ in np.concatenate(rings(hung)).tolist())
    turn = np.stack([reach + 4 * np.sin(angle), 10 - 4 * np.cos(angle)], axis=1)
    drawn = [Stroke(turn, np.full(20, 0.1), 4), *strokes("portrait", 60)]
    assert max(hooks(drawn, rings(hung))) > ROUND


def test_the_checker_sees_a_hook() -> None:
    hung = places("portrait", 300)[:60]
    drawn = strokes("portrait", 60)
    hook = Stroke(np.array([[25.0, 0.0], [50.0, 10.0], [25.0, 20.0]]), np.full(3, 0.1), 4)
    assert max(open_wood([hook, *drawn], rings(hung))) > LONGEST
