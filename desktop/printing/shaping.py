"""Turns words into the glyphs of a face, as their script asks: joined, stacked, reordered."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.printing.fonts import Face
from desktop.printing.graphemes import SELECTORS

if TYPE_CHECKING:
    import uharfbuzz

EM = 1000  # the unit of every number here is a thousandth of the type's size


class Part(NamedTuple):
    """A glyph of a face's file, and where it stands in the sign it belongs to."""

    id: int
    x: float = 0
    y: float = 0


class Glyph(NamedTuple):
    """One sign of a word, as it is drawn and as it is copied out of a PDF.

    A letter with its marks or a whole syllable, of one or several parts; what a file draws as one
    (an emoji of seven characters) is one.
    """

    parts: tuple[Part, ...]
    text: str
    advance: float


@cache
def font(face: Face) -> "uharfbuzz.Font":
    """Return the face as HarfBuzz knows it."""
    import uharfbuzz

    found = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path))))
    found.scale = (EM, EM)
    return found


@lru_cache(maxsize=8192)
def shaped(face: Face, text: str, *, left: bool = False) -> tuple[Glyph, ...]:
    """Return the glyphs of text in one face and script, in the order in which they stand.

    `left` says that it runs from right to left.
    """
    buffer = _buffer(face, text, "rtl" if left else "ltr")
    found: dict[int, _Sign] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        sign = found.setdefault(info.cluster, _Sign())
        sign.parts.append(Part(info.codepoint, sign.advance + place.x_offset, place.y_offset))
        sign.advance += place.x_advance
    # A selector that did its work leaves a blank behind it: it goes with the letter before it.
    starts = [start for start in sorted(found) if not start or text[start] not in SELECTORS]
    texts = _texts(text, starts)
    return tuple(
        Glyph(tuple(sign.parts), texts[start], sign.advance)
        for start, sign in found.items()
        if start in texts
    )


def _buffer(face: Face, text: str, direction: str) -> "uharfbuzz.Buffer":
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = (
        uharfbuzz.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        | uharfbuzz.BufferFlags.BOT
        | uharfbuzz.BufferFlags.EOT
    )
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    uharfbuzz.shape(font(face), buffer)
    return buffer


class _Sign:
    """A sign as its parts come in."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.advance = 0.0


def _texts(text: str, starts: list[int]) -> dict[int, str]:
    """Return what stands from each start to the next."""
    ends = [*starts[1:], len(text)]
    return {
        start: text[start if number else 0 : end]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    }
