"""The typefaces as data, which characters each can draw, and their place in ReportLab."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import RLock

from desktop.paths import resources
from desktop.printing.truetype import advances

# ReportLab's fonts keep state that two threads must not touch at once.
REPORTLAB = RLock()


class Weight(StrEnum):
    """The weights of the house face."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    ITALIC = "RegularItalic"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, and how it is drawn.

    A shaped face is drawn glyph by glyph, as its script asks; the others letter after letter.
    """

    name: str
    shaped: bool = False
    bold: bool = False  # drawn with thicker strokes, where the file has no bold cut

    @property
    def path(self) -> Path:
        return resources("fonts", f"{self.name}.ttf")


_SCRIPTS = ("Arabic", "Hebrew", "Gujarati", "Bengali", "Gurmukhi")
_HEAVY = (Weight.SEMIBOLD, Weight.BOLD)


def _chain(weight: Weight) -> tuple[Face, ...]:
    bold = weight in _HEAVY
    cut = "Bold" if bold else "Regular"
    return (
        Face(f"AtkinsonHyperlegibleNext-{weight.value}"),
        Face(f"NotoSans-{cut}"),
        Face(f"NotoSans-{cut}", shaped=True),
        *(Face(f"NotoSans{script}-{cut}", shaped=True) for script in _SCRIPTS),
        Face("NotoSansSC-Regular", shaped=True, bold=bold),
        Face("NotoEmoji-Regular", shaped=True, bold=bold),
        Face("NotoSansSymbols2-Regular", shaped=True, bold=bold),
    )


# Tried from left to right for each character.
CHAINS: dict[Weight, tuple[Face, ...]] = {weight: _chain(weight) for weight in Weight}

# Letters that change shape, order or direction beside each other are for shaped faces.
_NEEDS_SHAPING = (range(0x0590, 0x0E00), range(0xFB1D, 0xFE00), range(0xFE70, 0xFEFF))
_NEVER = frozenset("\ufffd")  # a glyph that looks like the box of a missing one
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
# Arabic signs that enclose the digits after them: format characters that leave ink.
SIGNS_BEFORE_DIGITS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")


@cache
def coverage(face: Face) -> dict[str, float]:
    """Return the advance, in thousandths of an em, of each character the face draws rightly."""
    return {
        char: advance
        for char, advance in advances(face.path).items()
        if _is_drawn(char) and (face.shaped or not _is_shaped(char))
    }


def _is_drawn(char: str) -> bool:
    if unicodedata.category(char) in _UNSEEN:
        return char in SIGNS_BEFORE_DIGITS
    return char not in _NEVER


def _is_shaped(char: str) -> bool:
    if unicodedata.category(char)[0] == "M":
        return True
    return char >= "\u0590" and any(ord(char) in block for block in _NEEDS_SHAPING)


@cache
def plain(weight: Weight) -> dict[str, float]:
    """Return the advances of the house face for text that needs neither cleaning nor fallback."""
    return {
        char: advance
        for char, advance in coverage(CHAINS[weight][0]).items()
        if unicodedata.is_normalized("NFC", char)
        and unicodedata.category(char)[0] != "M"
        and (char in " \u00a0" or unicodedata.category(char) != "Zs")
    }


@cache
def register(face: Face) -> str:
    """Make the face known to ReportLab, once, and return its name there."""
    with REPORTLAB:
        from reportlab.pdfbase import pdfmetrics

        from desktop.printing.embedding import EmbeddedFont

        if face.name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(EmbeddedFont(face.name, str(face.path)))
        return face.name
