from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop.paths import resources
from desktop.printing.truetype import advances

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
