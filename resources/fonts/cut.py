"""Cuts a font down to some characters, without hints; the same font gives the same bytes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

TABLES = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "meta"]


def cut(source: Path, target: Path, signs: Iterable[int], without: Sequence[str] = ()) -> None:
    """Write a font with the characters of the given numbers alone, and `without` some tables."""
    options = Options(layout_features=[], hinting=False, glyph_names=False)
    options.drop_tables += [*TABLES, *without]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = load_font(str(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(signs))
    subsetter.subset(font)
    save_font(font, str(target), options)
