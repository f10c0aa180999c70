import numpy as np
import pytest
import shapely

from desktop.leaf import RATIO, outline
from desktop.tree.model import Season
from desktop.tree.paper.palette import palette
from desktop.tree.paper.steps import Fill, Stroke, Symbol
from desktop.tree.paper.symbols import KEPT, SIGN, leaf_name, symbols
from tests.tree.paper.test_palette import contrast

EVERY = [
    symbol
    for season in Season
    for plain in (False, True)
    for symbol in symbols(palette(season, plain=plain))
]


@pytest.mark.parametrize("symbol", EVERY, ids=lambda symbol: symbol.name)
def test_a_symbol_stays_within_its_box(symbol: Symbol) -> None:
    for step in symbol.steps:
        thick = step.width / 2 if isinstance(step, Stroke) else 0
        for drawn in step.outlines:
            assert np.abs(drawn.points).max() + thick <= 1.05


@pytest.mark.parametrize(
    "symbol",
    [symbol for symbol in EVERY if symbol.name in (KEPT, leaf_name(0))],
    ids=lambda symbol: symbol.name,
)
def test_a_leafs_edge_is_the_outline_its_words_were_fitted_into(symbol: Symbol) -> None:
    *_, edge = symbol.steps
    drawn = shapely.Polygon(edge.outlines[0].points[::3])
    wanted = shapely.Polygon(outline(400))
    assert drawn.symmetric_difference(wanted).area < 0.01 * wanted.area
    assert drawn.bounds[3] == pytest.approx(0.5 / RATIO, abs=0.002)


def test_what_a_kept_pledge_bears_has_an_edge_as_well_as_a_colour() -> None:
    for symbol in EVERY:
        if symbol.name == SIGN:
            kinds = {type(step) for step in symbol.steps}
            assert kinds == {Fill, Stroke}
            lines = [line.points for step in symbol.steps for line in step.outlines]
            assert np.hypot(*np.concatenate(lines).T).max() < 1.08


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("season", Season)
def test_the_edge_of_a_kept_leaf_is_clearly_heavier(season: Season, plain: bool) -> None:
    found = {symbol.name: symbol.steps[-1] for symbol in symbols(palette(season, plain=plain))}
    kept, other = found[KEPT], found[leaf_name(0)]
    assert isinstance(kept, Stroke)
    assert isinstance(other, Stroke)
    assert kept.width >= (3 if plain else 2) * other.width


def test_a_one_colour_leaf_is_white_with_an_edge_as_its_twig_reaches_it() -> None:
    for symbol in symbols(palette(Season.SUMMER, plain=True)):
        if symbol.name in (KEPT, leaf_name(0)):
            assert [step.colour for step in symbol.steps] == ["#FFFFFF", "#000000"]


@pytest.mark.parametrize("season", [Season.AUTUMN, Season.WINTER])
def test_fruit_has_a_pale_rim_so_that_it_is_seen_on_wood(season: Season) -> None:
    colours = palette(season)
    (sign,) = (symbol for symbol in symbols(colours) if symbol.name == SIGN)
    rim, *rest = sign.steps
    assert isinstance(rim, Stroke)
    assert contrast(rim.colour, colours.wood.body) > 4.5
    edge = next(step for step in rest if isinstance(step, Stroke))
    assert rim.width > 2 * edge.width
