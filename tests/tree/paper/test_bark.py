import numpy as np
import pytest

from desktop.tree.growth.standing import Standing
from desktop.tree.model import Season
from desktop.tree.paper.bark import bark
from desktop.tree.paper.palette import palette
from desktop.tree.paper.steps import Fill, Stroke
from desktop.tree.wood.plan import plan
from desktop.tree.wood.strokes import wood
from tests.tree.paper.posters import places, poster_of, real

SUMMER, PLAIN = palette(Season.SUMMER), palette(Season.SUMMER, plain=True)


def drawn(count: int, paper: str = "A3", *, plain: bool = False) -> list[Fill | Stroke]:
    made = poster_of(real("portrait", 300)[:count], paper)
    standing: Standing = made.standings[0]
    strokes = wood(plan("portrait"), places(made.trees[0]), standing.below)
    steps = list(bark(strokes, standing, PLAIN if plain else SUMMER))
    return [step for step in steps if isinstance(step, Fill | Stroke)]


def test_thick_wood_has_light_shade_and_lines() -> None:
    colours = [step.colour for step in drawn(120) if step.outlines]
    wood_ = SUMMER.wood
    assert {wood_.body, wood_.dark, wood_.light, wood_.lines} <= set(colours)
    assert colours[0] == wood_.body


def test_the_light_falls_from_the_left() -> None:
    *_, dark, light, _ = drawn(120)
    across = [np.concatenate([one.points for one in side.outlines])[:, 0] for side in (dark, light)]
    assert across[0].mean() > across[1].mean()


def test_one_colour_wood_is_white_with_a_black_edge() -> None:
    edge, body, _ = drawn(60, plain=True)
    assert isinstance(edge, Stroke)
    assert (edge.colour, body.colour) == ("#000000", "#FFFFFF")


@pytest.mark.parametrize(("count", "paper"), [(5, "A4"), (120, "A3"), (300, "A4")])
def test_the_outlines_of_wood_are_curves(count: int, paper: str) -> None:
    assert {one.curved for step in drawn(count, paper) for one in step.outlines} == {True}


@pytest.mark.long
def test_of_very_many_boughs_only_the_thick_ones_are_curves() -> None:
    made = poster_of(real("portrait", 2000), "A0")
    strokes = wood(plan("portrait"), places(made.trees[0]), made.standings[0].below)
    thin, *_, trunk = (
        step for step in bark(strokes, made.standings[0], SUMMER) if isinstance(step, Fill)
    )
    assert not any(outline.curved for outline in thin.outlines)
    assert trunk.outlines
    assert all(outline.curved for outline in trunk.outlines)
