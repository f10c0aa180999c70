from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop.paths import resources
from desktop.printing.truetype import advances, measures

FONTS = sorted(resources("fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_character_and_width_is_read_as_fonttools_reads_it(path: Path) -> None:
    font = TTFont(path)
    scale = 1000 / font["head"].unitsPerEm
    widths = font["hmtx"]
    expected = {
        chr(code): widths[glyph][0] * scale
        for code, glyph in font.getBestCmap().items()
        if font.getGlyphID(glyph)
    }
    assert advances(path) == expected


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_reach_of_a_font_is_read_as_fonttools_reads_it(path: Path) -> None:
    font = TTFont(path)
    head, hhea = font["head"], font["hhea"]
    lengths = (head.xMin, head.yMin, head.xMax, head.yMax, hhea.ascent, hhea.descent)
    scaled = [round(1000 * length / head.unitsPerEm) for length in lengths]
    assert measures(path) == (tuple(scaled[:4]), *scaled[4:])
