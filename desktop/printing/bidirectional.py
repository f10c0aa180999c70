"""A line in two directions, put down so that whoever searches the PDF finds its words in order."""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desktop.printing.direction import LRM, may_turn
from desktop.printing.embedding import glyph_font, line_font
from desktop.printing.fonts import CHAINS, Weight
from desktop.printing.runs import Sign, in_reading_order
from desktop.printing.shaping import EM, Glyph, Part
from desktop.printing.shaping import font as font_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class _Way(Enum):
    """How viewers class a character by the direction that Unicode gives it."""

    LEFT = auto()
    RIGHT = auto()
    WEAK = auto()  # digits, what stands among them, marks: rightward by themselves
    NONE = auto()


_WAYS = {
    _Way.LEFT: ("R", "AL"),
    _Way.RIGHT: ("L",),
    _Way.WEAK: ("EN", "AN", "CS", "ES", "ET", "NSM", "BN"),
}
_WAY = {name: way for way, names in _WAYS.items() for name in names}
_LETTERS = frozenset(("R", "AL", "WS"))
_QUOTES = {"“": "”", "”": "“", "‘": "’", "’": "‘"}  # PDFium turns these too, against Unicode
PAUSE = 2.0  # lines from a line to the unseen spaces about it
_NEAR = 0.01  # thousandths of the size


class _Char(NamedTuple):
    """A character of a line, and the sign it belongs to."""

    text: str
    place: int  # in its sign
    sign: Sign


def is_plain(line: str) -> bool:
    """Return whether a line of normalised text can be drawn run by run.

    It has nothing that runs to the left, or no more than letters and spaces that do: viewers turn
    those round as one, each a character.
    """
    return not may_turn(line) or set(map(unicodedata.bidirectional, line)) <= _LETTERS


def show(canvas: "Canvas", line: str, weight: Weight, size: str) -> str:
    """Return what shows a line that is not plain from the current text position on.

    `size` is in points. All of the line is one object in one font: viewers sort what stands on
    one line by where its objects begin. In a face that has no bold cut, letters are not thickened.
    """
    font = line_font(canvas)
    shown, x = [], 0.0
    for sign in arranged(line, weight):
        if abs(sign.x - x) > _NEAR:
            shown.append(f"{round(x - sign.x, 2):.12g}")  # no exponent: a PDF has none
        shown.append(f"<{font.code(sign._replace(x=0)):04X}>")
        x = sign.x + sign.advance
    return f"/{font.name} {size} Tf [{''.join(shown)}] TJ"


def pause(canvas: "Canvas", size: float, lines: float) -> str:
    """Return an unseen space so many lines above the current text position, which stays.

    What stands on one height of a page is one line to viewers, whatever lies between; turned
    words would come among those of the next column or leaf. A space elsewhere ends that line.
    `size` is in points.
    """
    font = glyph_font(canvas, CHAINS[Weight.REGULAR][0])
    code, up = font.code(_unseen()), lines * size
    shown = f"3 Tr /{font.name} {size:.6g} Tf <{code:04X}> Tj 0 Tr"
    return f"0 {up:.2f} Td {shown} 0 {-up:.2f} Td"


@cache
def _unseen() -> Glyph:
    """Return a space with a glyph that has a height: PDFium passes over others."""
    drawn = font_of(CHAINS[Weight.REGULAR][0]).get_nominal_glyph(ord("|"))
    return Glyph((Part(drawn),), " ", EM / 4)


@lru_cache(maxsize=1024)
def arranged(line: str, weight: Weight) -> tuple[Sign, ...]:
    """Return the signs of a line in the order from which viewers make the line as it is read.

    PDFium (Chrome, Edge) parts what it finds in a line where the way changes. It turns each part
    that runs to the left round by itself, spaces and signs after it too, and takes the parts from
    the right if more run to the left than to the right. This undoes that, a rule that PDFium's
    CPDF_TextPage::CloseTempLine and CFX_BidiString have.
    """
    chars = [
        _Char(" " if text.isspace() else text, place, sign)  # else one beside a stop would jump it
        for sign in in_reading_order(line, weight)
        for place, text in enumerate(sign.text)
    ]
    parts = [(way, list(part)) for way, part in groupby(_led(chars), key=_way)]
    ways = [way for way, _ in parts]
    from_right = ways.count(_Way.LEFT) > ways.count(_Way.RIGHT)
    found, now = [], _Way.LEFT if from_right else _Way.RIGHT
    for way, part in parts:
        if way in (_Way.LEFT, _Way.RIGHT):
            now = way
        to_left = now is _Way.LEFT and way is not _Way.WEAK
        found.append(list(_turned(part)) if to_left else part)
    if from_right:
        found.reverse()
    return tuple(_reaching(_joined(char for part in found for char in part)))


def _way(char: _Char) -> _Way:
    if char.text > "\uffff":  # viewers see the halves of an emoji, which have no direction
        return _Way.NONE
    return _WAY.get(unicodedata.bidirectional(char.text), _Way.NONE)


def _led(chars: Iterable[_Char]) -> Iterator[_Char]:
    """Yield characters with an unseen mark before an emoji that a viewer would turn round.

    It would turn the two halves that UTF-16 has for it, and lose it.
    """
    now = _Way.NONE
    for char in chars:
        halves = char.place == 0 and max(char.sign.text) > "\uffff"
        if halves and now is not _Way.RIGHT:
            yield _Char(LRM, 0, char.sign._replace(parts=(), advance=0))
            now = _Way.RIGHT
        yield char
        if _way(char) in (_Way.LEFT, _Way.RIGHT):
            now = _way(char)


def _turned(part: Iterable[_Char]) -> Iterator[_Char]:
    """Yield characters from the last to the first; a viewer turns their brackets round too."""
    from bidi.mirror import MIRRORED

    turned = MIRRORED | _QUOTES
    for char in reversed(list(part)):
        yield char._replace(text=turned.get(char.text, char.text))


def _joined(chars: Iterable[_Char]) -> list[Sign]:
    """Return characters as signs again, those of one sign together where they still follow."""
    found: list[Sign] = []
    before: _Char | None = None
    for char in chars:
        if before and char.sign is before.sign and char.place == before.place + 1:
            found[-1] = found[-1]._replace(text=found[-1].text + char.text)
        elif char.place == 0:
            found.append(char.sign._replace(text=char.text))
        else:
            found.append(char.sign._replace(text=char.text, parts=(), advance=0))
        before = char
    return found


def _reaching(signs: list[Sign]) -> Iterator[Sign]:
    """Yield signs each of which reaches the next if that stands further right.

    A viewer would take the gap for a space.
    """
    for sign, after in zip(signs, [*signs[1:], None], strict=True):
        gap = after.x - sign.x - sign.advance if after else 0
        apart = after and (sign.text.isspace() or after.text.isspace())
        yield sign if gap < _NEAR or apart else sign._replace(advance=sign.advance + gap)
