import pytest

from desktop.tree.projector.colours import colours
from desktop.ui.tokens import THEMES, contrast

LARGE = 4.5
"""What large words need for AAA; near the camera a leaf's words are larger than 24 px."""


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_on_both_halves_of_every_leaf(theme: str) -> None:
    found = colours(theme)
    for halves in found.leaves:
        for half in halves:
            assert contrast(found.ink.name(), half.name()) >= LARGE


@pytest.mark.parametrize("theme", THEMES)
def test_wood_leaves_and_blossoms_stand_out_from_the_ground(theme: str) -> None:
    found = colours(theme)
    shown = [found.bark, found.blossom, *(upper for upper, _ in found.leaves)]
    assert min(contrast(colour.name(), found.ground.name()) for colour in shown) >= 3.0
