"""Gathers glyphs of several faces into one font file."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from desktop.printing.fonts import Face
from desktop.printing.shaping import EM, Part, font
from desktop.printing.subset import Subset

_MISSING = ".notdef"  # the first glyph of every font file
_MADE = 0x7C25B080  # 1970 as font files count: the same words give the same bytes

Drawing = tuple[Face, tuple[Part, ...]]


def gathered(drawings: Sequence[Drawing]) -> Subset:
    """Return a TrueType file that draws glyphs of any faces, each joined of its parts."""
    from fontTools.fontBuilder import FontBuilder

    distinct = list(dict.fromkeys(drawings))
    glyphs = {_MISSING: _drawn(None, ())}
    glyphs |= {f"g{number}": _drawn(*drawing) for number, drawing in enumerate(distinct)}
    builder = FontBuilder(EM, isTTF=True)
    builder.updateHead(created=_MADE, modified=_MADE)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (EM, glyphs[name].xMin) for name in glyphs})
    builder.setupHorizontalHeader(ascent=EM, descent=0)
    builder.setupMaxp()
    builder.font.recalcTimestamp = False
    file = BytesIO()
    builder.save(file)
    places = {drawing: number for number, drawing in enumerate(distinct, 1)}
    return Subset(file.getvalue(), [places[drawing] for drawing in drawings])


def _drawn(face: Face | None, parts: Sequence[Part]) -> Any:
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for part in parts if face else ():
        placed = TransformPen(pen, (1, 0, 0, 1, part.x, part.y))
        font(face).draw_glyph_with_pen(part.id, placed)
    return pen.glyph()
