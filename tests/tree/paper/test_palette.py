"""Tests of the seasons' colours."""

import pytest

from desktop.printing.style import rgb
from desktop.tree.model import Season
from desktop.tree.paper.palette import Palette, palette

EVERY = [palette(season, plain=plain) for season in Season for plain in (False, True)]


def luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", EVERY)
def test_words_stand_out_from_every_part_of_a_leaf(colours: Palette) -> None:
    for tint in (*colours.tints, colours.kept):
        for under in filter(None, (tint.upper, tint.lower, tint.vein)):
            assert contrast(colours.ink, under) >= 7
            assert contrast(colours.name, under) >= 4.5


@pytest.mark.parametrize("colours", EVERY)
def test_words_at_the_foot_stand_out(colours: Palette) -> None:
    for under in (colours.sky, *colours.hills):
        assert contrast(colours.title, under) >= 7
        assert contrast(colours.small, under) >= 4.5


@pytest.mark.parametrize("colours", EVERY)
def test_a_leafs_edge_and_the_sign_of_a_kept_pledge_are_seen(colours: Palette) -> None:
    assert contrast(colours.petals[1], colours.sky) >= 3
    for tint in (*colours.tints, colours.kept):
        assert contrast(tint.edge, colours.sky) >= 2


@pytest.mark.parametrize("season", Season)
def test_the_edge_of_a_kept_leaf_is_darker_than_any_other_in_grey(season: Season) -> None:
    colours = palette(season)
    for tint in colours.tints:
        assert contrast(colours.kept.edge, tint.edge) > 1.8
        assert contrast(colours.kept.edge, tint.lower) > 3


def test_one_colour_is_one_colour() -> None:
    plain = palette(Season.SUMMER, plain=True)
    assert {plain.ink, plain.tints[0].edge, plain.petals[1]} == {"#000000"}
    assert {plain.sky, plain.tints[0].upper, plain.kept.upper, plain.petals[0]} == {"#FFFFFF"}
