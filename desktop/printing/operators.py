"""A line of text as the operators that show it in a PDF, for papers with thousands of lines."""

import re
from typing import TYPE_CHECKING, Any, cast

from desktop.printing.bidirectional import is_plain, pause, show
from desktop.printing.embedding import glyph_font
from desktop.printing.fonts import CHAINS, Face, Weight, plain, register
from desktop.printing.runs import runs
from desktop.printing.text import normalise

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ESCAPED = re.compile(r"([()\\])")


class Operators:
    """Shows lines in one PDF, where its text stands; every script, as `text.draw` does."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._names: dict[Face, str] = {}

    def show(self, text: str, weight: Weight, size: str) -> str:
        """Return what shows a line from the current text position on; `size` is in points.

        In a face that has no bold cut, letters are not thickened.
        """
        text = normalise(text).replace("\n", " ")
        face = CHAINS[weight][0]
        if text.isascii() and plain(weight).keys() >= set(text):
            words = _ESCAPED.sub(r"\\\1", text)
            return f"{self._name(face)} {size} Tf ({words}) Tj"
        if not is_plain(text):
            return show(self._canvas, text, weight, size)
        return " ".join(
            self._glyphs(run.face, run.glyphs, size)
            if run.glyphs
            else self._letters(run.face, run.text, size)
            for run in runs(text, weight)
        )

    def pause(self, size: float, lines: float) -> str:
        """Return what ends a line for viewers, as `bidirectional.pause` does."""
        return pause(self._canvas, size, lines)

    def _name(self, face: Face) -> str:
        """Return the name under which the PDF knows a face's ASCII letters."""
        if face not in self._names:
            self._letters(face, " ", "1")
            self._names[face] = self._font(face).getSubsetInternalName(0, self._document)
        return self._names[face]

    def _letters(self, face: Face, text: str, size: str) -> str:
        font, document, shown = self._font(face), self._document, []
        for number, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(number, document)
            escaped = cast("Any", self._canvas)._escape(codes)
            shown.append(f"{name} {size} Tf ({escaped}) Tj")
        return " ".join(shown)

    def _glyphs(self, face: Face, glyphs: Any, size: str) -> str:
        font = glyph_font(self._canvas, face)
        codes = "".join(f"{font.code(glyph):04X}" for glyph in glyphs)
        return f"/{font.name} {size} Tf <{codes}> Tj"

    @property
    def _document(self) -> Any:
        return cast("Any", self._canvas)._doc

    def _font(self, face: Face) -> Any:
        from reportlab.pdfbase import pdfmetrics

        return pdfmetrics.getFont(register(face))
