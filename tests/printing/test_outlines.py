import pytest

from desktop.printing.fonts import Weight
from desktop.printing.outlines import drawn, path
from desktop.printing.text import units
from tests.printing.scripts import ALL


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_every_glyph_of_a_line_has_its_place(text: str) -> None:
    glyphs = list(drawn(text, Weight.REGULAR))
    assert glyphs
    assert max(glyph.x for glyph in glyphs) < units(text, Weight.REGULAR)
    assert all(glyph.id for glyph in glyphs), "a box for a missing character"


def test_an_outline_is_closed_and_a_space_has_none() -> None:
    letter, space = drawn("o ", Weight.REGULAR)
    assert path(letter.face, letter.id).startswith("M")
    assert path(letter.face, letter.id).count("M") == path(letter.face, letter.id).count("Z") == 2
    assert path(space.face, space.id) == ""
