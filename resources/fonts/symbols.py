"""Cuts Noto Sans Symbols 2 down to the signs people write; README.md says when and how."""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

# Arrows, ticks and boxes, stars, dingbats; not domino tiles, braille and the like.
BLOCKS = (range(0x2190, 0x2200), range(0x25A0, 0x27C0), range(0x2B00, 0x2C00))
TABLES = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "meta"]


def main(source: Path, target: Path) -> None:
    """Write the small font."""
    options = Options(layout_features=[], hinting=False, glyph_names=False)
    options.drop_tables += TABLES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = load_font(str(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[sign for block in BLOCKS for sign in block])
    subsetter.subset(font)
    save_font(font, str(target), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
