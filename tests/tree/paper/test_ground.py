import numpy as np
import pytest

from desktop.printing.sheet import MM, Box
from desktop.tree.growth.standing import Standing
from desktop.tree.model import Season
from desktop.tree.paper.ground import Ground
from desktop.tree.paper.palette import palette
from desktop.tree.paper.steps import Fill, Outline, Step, Stroke

STANDING = Standing(10.0, (300.0, 400.0), 50.0)


def steps(season: Season, bleed: float = 0.0, *, plain: bool = False) -> list[Step]:
    ground = Ground(600, 850, bleed, STANDING, palette(season, plain=plain))
    return [*ground.behind(), *ground.before(20.0)]


@pytest.mark.parametrize("season", Season)
@pytest.mark.parametrize("bleed", [0.0, 8.5])
def test_sky_and_hills_reach_beyond_the_edge(season: Season, bleed: float) -> None:
    sky, hill, *_ = steps(season, bleed)
    for step in (sky, hill):
        assert isinstance(step, Fill)
        points = step.outlines[0].points
        assert points[:, 0].min() <= -bleed
        assert points[:, 0].max() >= 600 + bleed
        assert points[:, 1].min() <= -bleed


@pytest.mark.parametrize("season", Season)
def test_the_hill_is_highest_where_the_trunk_stands(season: Season) -> None:
    _, hill, *_ = steps(season)
    assert isinstance(hill, Fill)
    top = hill.outlines[0].points[::3]
    highest = top[np.argmax(top[:, 1])]
    assert highest[1] == pytest.approx(50, abs=3)
    assert abs(highest[0] - 300) < 150


def test_the_one_colour_ground_is_lines() -> None:
    drawn = [step for step in steps(Season.WINTER, plain=True) if isinstance(step, Stroke)]
    assert {step.colour for step in drawn} == {"#000000"}


def test_grass_and_flowers_keep_to_the_sheet() -> None:
    for step in steps(Season.SPRING)[3:]:
        assert isinstance(step, Fill)
        for outline in step.outlines:
            assert outline.points[:, 1].max() < 75


@pytest.mark.parametrize("season", Season)
@pytest.mark.parametrize("plain", [False, True])
def test_grass_and_strewn_things_keep_off_words(season: Season, plain: bool) -> None:
    ground = Ground(600, 850, 0.0, STANDING, palette(season, plain=plain))
    words = [Box(25, 12, 330, 38), Box(420, 12, 155, 24)]

    def small(*given: Box) -> list[Outline]:
        first = 0 if plain else 2  # after the mound and the hill
        steps = list(ground.before(20.0, given))[first:]
        return [one for step in steps if isinstance(step, Fill | Stroke) for one in step.outlines]

    def on_words(outline: Outline) -> bool:
        (left, low), (right, top) = outline.points.min(axis=0), outline.points.max(axis=0)
        near = 0.5 * MM
        return any(
            left - near < box.right
            and right + near > box.x
            and low - near < box.top
            and top + near > box.y
            for box in words
        )

    assert any(map(on_words, small()))
    found = small(*words)
    assert found
    assert not any(map(on_words, found))


def test_the_lowest_height_of_the_line_is_that_of_its_ends_or_between() -> None:
    ground = Ground(600, 850, 0.0, STANDING, palette(Season.SUMMER, plain=True))
    (line,) = (step for step in ground.behind() if isinstance(step, Stroke))
    ends = line.outlines[0].points[::3]
    for x, y in ends[1:-1]:
        assert ground.lowest(x, x + 1e-6) == pytest.approx(y, abs=1e-3)
    assert ground.lowest(25, 575) == min(ground.lowest(25, 300), ground.lowest(300, 575))
