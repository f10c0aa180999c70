from io import BytesIO

from fontTools.ttLib import TTFont

from desktop.printing.fonts import CHAINS, Weight
from desktop.printing.shaping import Glyph, Part, shaped
from desktop.printing.subset import subset

INDIAN = CHAINS[Weight.REGULAR][2]


def test_a_subset_has_its_glyphs_and_little_else() -> None:
    made = subset(INDIAN, shaped(INDIAN, "क्षत्रिय"))
    font = TTFont(BytesIO(made.file))
    assert len(made.file) < 5_000
    assert len(set(made.places)) == 3
    assert 0 not in made.places
    assert set(font.keys()) == {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}


def test_parts_of_a_sign_become_one_glyph_as_wide_as_both() -> None:
    (sign,) = shaped(INDIAN, "त्रि")
    made = subset(INDIAN, [sign])
    font = TTFont(BytesIO(made.file))
    name = font.getGlyphName(made.places[0])
    glyph = font["glyf"][name]
    assert glyph.isComposite()
    assert [(part.x, part.y) for part in glyph.components] == [part[1:] for part in sign.parts]
    assert font["hmtx"][name][0] == sign.advance
    box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
    glyph.recalcBounds(font["glyf"])
    assert box == (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)


def test_a_sign_that_leaves_no_ink_needs_no_glyph_of_its_own() -> None:
    blank = shaped(INDIAN, " ")[0].parts[0].id
    made = subset(INDIAN, [Glyph((Part(blank, 5, 5), Part(blank)), "", 0)])
    assert not TTFont(BytesIO(made.file))["glyf"][f"glyph{made.places[0]:05}"].numberOfContours


def test_the_same_glyphs_give_the_same_bytes() -> None:
    glyphs = shaped(INDIAN, "नमस्ते")
    assert subset(INDIAN, glyphs) == subset(INDIAN, glyphs)
