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
    """One font file; its name is also its name in ReportLab."""

    name: str
    places_marks: bool = True  # whether a combining mark lands on its letter without shaping

    @property
    def path(self) -> Path:
        return resources("fonts", f"{self.name}.ttf")


_ATKINSON = {
    weight: Face(f"AtkinsonHyperlegibleNext-{weight.value}", places_marks=False)
    for weight in Weight
}
_NOTO = Face("NotoSans-Regular")
_NOTO_BOLD = Face("NotoSans-Bold")
_EMOJI = Face("NotoEmoji-Regular")
_HEAVY = (Weight.SEMIBOLD, Weight.BOLD)

# Tried from left to right for each character.
CHAINS: dict[Weight, tuple[Face, ...]] = {
    weight: (_ATKINSON[weight], _NOTO_BOLD if weight in _HEAVY else _NOTO, _EMOJI)
    for weight in Weight
}

# Indic letters change shape and order beside each other: without shaping they print wrong.
_NEEDS_SHAPING = range(0x0900, 0x0E00)
_NEVER = frozenset("\ufffd")  # a glyph that looks like the box of a missing one


@cache
def coverage(face: Face) -> dict[str, float]:
    """Return the advance, in thousandths of an em, of each character the face draws rightly."""
    return {
        char: advance
        for char, advance in advances(face.path).items()
        if _is_drawn(char) and (face.places_marks or unicodedata.category(char) != "Mn")
    }


def _is_drawn(char: str) -> bool:
    if char in _NEVER or ord(char) in _NEEDS_SHAPING:
        return False
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


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
