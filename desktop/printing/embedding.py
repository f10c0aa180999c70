"""How faces get into a PDF: ReportLab's fonts mended, and subsets drawn by glyph."""

import re
import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from desktop.printing.fonts import CHAINS, REPORTLAB, Face, Weight
from desktop.printing.gathering import gathered
from desktop.printing.runs import Sign
from desktop.printing.shaping import EM, Glyph
from desktop.printing.subset import Subset, subset
from desktop.printing.truetype import Measures, measures

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_Coded = TypeVar("_Coded", bound=Glyph | Sign)

_LONG_CODE = re.compile(r"<([0-9A-F]{5,6})>$", re.MULTILINE)
_ENTRIES = 100  # a ToUnicode table holds no more in one section
_SYMBOLIC = 4
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{sections}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


class EmbeddedFont(TTFont):
    """A TrueType font whose ToUnicode table writes characters beyond U+FFFF as UTF-16."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font's objects to the PDF, then mend the codes ReportLab writes too long."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _LONG_CODE.sub(
                    lambda match: f"<{_utf16(chr(int(match[1], 16)))}>", stream.content
                )


class _CodedFont(ABC, Generic[_Coded]):
    """The glyphs that one PDF draws, each under a code that says what it stands for.

    A letter with its marks is one glyph with one code, so that every reader copies it out whole
    and in order. ReportLab calls `addObjects` when it saves the PDF.
    """

    def __init__(self, name: str, label: str, measured: Measures) -> None:
        self.name = name
        self._label = label
        self._measured = measured
        self._codes: dict[_Coded, int] = {}

    def code(self, glyph: _Coded) -> int:
        """Return the code of a glyph in this PDF."""
        return self._codes.setdefault(glyph, len(self._codes) + 1)

    @abstractmethod
    def _made(self, glyphs: list[_Coded]) -> Subset:
        """Return a file that draws the glyphs."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font to the PDF: its file, widths and the text of its codes."""
        made = self._made(list(self._codes))
        base = f"{_tag(made.file)}+{self._label}"
        whole = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([self._descendant(doc, base, made)]),
                "ToUnicode": self._stream(doc, self._to_unicode().encode(), "text"),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(whole, self.name)

    def _descendant(self, doc: Any, base: str, made: Subset) -> Any:
        return doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Font"),
                    "Subtype": pdfdoc.PDFName("CIDFontType2"),
                    "BaseFont": pdfdoc.PDFName(base),
                    "CIDSystemInfo": pdfdoc.PDFDictionary(
                        {
                            "Registry": pdfdoc.PDFString("Adobe"),
                            "Ordering": pdfdoc.PDFString("Identity"),
                            "Supplement": 0,
                        }
                    ),
                    "DW": EM,
                    "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(self._widths())]),
                    "CIDToGIDMap": self._stream(doc, self._glyph_map(made.places), "map"),
                    "FontDescriptor": self._descriptor(doc, base, made.file),
                }
            )
        )

    def _widths(self) -> list[float]:
        return [glyph.advance for glyph in self._codes]

    def _glyph_map(self, places: Sequence[int]) -> bytes:
        return b"".join(place.to_bytes(2, "big") for place in (0, *places))

    def _to_unicode(self) -> str:
        entries = [f"<{code:04X}> <{_utf16(glyph.text)}>" for glyph, code in self._codes.items()]
        sections = []
        for start in range(0, len(entries), _ENTRIES):
            part = entries[start : start + _ENTRIES]
            sections += [f"{len(part)} beginbfchar", *part, "endbfchar"]
        return _CMAP.format(sections="\n".join(sections))

    def _descriptor(self, doc: Any, base: str, file: bytes) -> Any:
        measured = self._measured
        return doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("FontDescriptor"),
                    "FontName": pdfdoc.PDFName(base),
                    "Flags": _SYMBOLIC,
                    "FontBBox": pdfdoc.PDFArray(list(measured.box)),
                    "ItalicAngle": 0,
                    "Ascent": measured.ascent,
                    "Descent": measured.descent,
                    "CapHeight": measured.ascent,
                    "StemV": 80,
                    "FontFile2": self._stream(doc, file, "file", {"Length1": len(file)}),
                }
            )
        )

    def _stream(
        self, doc: Any, content: bytes, kind: str, entries: dict[str, int] | None = None
    ) -> Any:
        stream = pdfdoc.PDFStream(dictionary=pdfdoc.PDFDictionary(entries or {}), content=content)
        if doc.compression:
            stream.filters = [pdfdoc.PDFZCompress]
        return doc.Reference(stream, f"{self.name}-{kind}")


class GlyphFont(_CodedFont[Glyph]):
    """The glyphs of one face that a PDF draws."""

    def __init__(self, name: str, face: Face) -> None:
        super().__init__(name, face.name, measures(face.path))
        self.face = face

    def _made(self, glyphs: list[Glyph]) -> Subset:
        return subset(self.face, glyphs)


class LineFont(_CodedFont[Sign]):
    """The glyphs of lines that must be of one font, whatever faces they are drawn in."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "Lines", measures(CHAINS[Weight.REGULAR][0].path))

    def _made(self, glyphs: list[Sign]) -> Subset:
        return gathered([(sign.face, sign.parts) for sign in glyphs])


def _tag(file: bytes) -> str:
    """Return the six letters that tell subsets of a face apart."""
    number = zlib.crc32(file)
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


_FONTS: "WeakKeyDictionary[Any, dict[Face | None, _CodedFont[Any]]]" = WeakKeyDictionary()


def glyph_font(canvas: "Canvas", face: Face) -> GlyphFont:
    """Return the face as the canvas's PDF has it."""
    return cast("GlyphFont", _font(canvas, face, lambda name: GlyphFont(name, face)))


def line_font(canvas: "Canvas") -> LineFont:
    """Return the font of the canvas's PDF for lines that must be of one font."""
    return cast("LineFont", _font(canvas, None, LineFont))


def _font(
    canvas: "Canvas", face: Face | None, made: Callable[[str], _CodedFont[Any]]
) -> _CodedFont[Any]:
    doc = cast("Any", canvas)._doc
    with REPORTLAB:
        fonts = _FONTS.setdefault(doc, {})
        if face not in fonts:
            fonts[face] = made(f"G{len(fonts) + 1}")
            doc.delayedFonts.append(fonts[face])
        return fonts[face]
