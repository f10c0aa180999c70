"""The one way text gets on paper: cleaned, measured and drawn in faces that have its letters."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.printing.fonts import CHAINS, Face, Weight, coverage, plain, register
from desktop.printing.style import Style, rgb

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Align = Literal["left", "centre", "right"]

LIMIT = 10_000  # characters of one text
ASCENT, DESCENT = 0.74, 0.19  # of the size: how far letters reach above and below their line

_MARKS = 4  # more marks on one letter than any language uses only blacken the page
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
_DIRECTIONS = frozenset("\u200e\u200f\u061c")
_FIXED_SPACES = frozenset("\u2007\u202f")
_BASELESS = frozenset(" \u00a0\n")
_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)


class Run(NamedTuple):
    """A stretch of text in one face, and its advance in thousandths of the size."""

    face: Face
    text: str
    units: float


def normalise(text: str, limit: int = LIMIT) -> str:
    """Return text fit for paper: composed (NFC), without what must never reach a page.

    Control characters, lone surrogates and bidi overrides go, and marks with no letter to sit
    on; every kind of line break becomes a newline, tabs and odd spaces become a space; a text
    longer than `limit` is cut there.
    """
    text = text[:limit]
    if plain(Weight.REGULAR).keys() >= set(text):
        return text
    text = _capped(_kept(char) for char in text.replace("\r\n", "\n"))
    return _capped(unicodedata.normalize("NFC", text))[:limit]


def _kept(char: str) -> str:
    if char in _BREAKS:
        return "\n"
    if char == "\t":
        return " "
    if char in _FIXED_SPACES:
        return "\u00a0"
    category = unicodedata.category(char)
    if category == "Zs":
        return char if char == "\u00a0" else " "
    if category in ("Cc", "Cs"):
        return ""
    if category == "Cf":
        return char if char in _JOINERS or char in _DIRECTIONS or ord(char) in _TAGS else ""
    return char


def _capped(chars: "Iterator[str] | str") -> str:
    kept = []
    marks = _MARKS
    for char in filter(None, chars):
        if unicodedata.category(char)[0] == "M":
            marks += 1
        else:
            marks = _MARKS if char in _BASELESS else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def _is_hidden(char: str) -> bool:
    """Whether the character only steers its neighbours and leaves no ink of its own."""
    code = ord(char)
    return char in _JOINERS or char in _DIRECTIONS or code in _SELECTORS or code in _TAGS


def graphemes(text: str) -> list[str]:
    """Return the text cut into what a reader takes for single characters; joined, it is equal."""
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _continues(cluster: str, char: str) -> bool:
    code = ord(char)
    if code < 0x300 or cluster[-1] in _BASELESS:
        return False
    if code in _FLAG_LETTERS:
        return len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS
    if unicodedata.category(char)[0] == "M" or _is_hidden(char):
        return True
    if code in _SKIN_TONES:
        return unicodedata.category(cluster[0]) == "So"
    return cluster[-1] == "\u200d" and unicodedata.category(char) == "So"


@lru_cache(maxsize=4096)
def runs(text: str, weight: Weight) -> tuple[Run, ...]:
    """Return normalised text split by face, in the order in which it is drawn.

    Characters that no face draws are left out. Each grapheme stays in one face if one has it
    all. A grapheme's face never depends on its neighbours, so widths add up.
    """
    chain = CHAINS[weight]
    pieces: list[tuple[Face, str]] = []
    for cluster in graphemes(text):
        for face, shown in _faces(cluster, chain):
            if pieces and pieces[-1][0] is face:
                pieces[-1] = (face, pieces[-1][1] + shown)
            else:
                pieces.append((face, shown))
    return tuple(Run(face, shown, _advance(face, shown)) for face, shown in pieces)


def _advance(face: Face, text: str) -> float:
    return sum(map(coverage(face).__getitem__, text))


def _faces(cluster: str, chain: Sequence[Face]) -> Iterator[tuple[Face, str]]:
    first, rest = cluster[0], cluster[1:]
    shown = first + "".join(c for c in rest if not _is_hidden(c) and ord(c) not in _SKIN_TONES)
    if _is_hidden(first):
        shown = shown[1:]
    if not shown:
        return
    for face in chain:
        if coverage(face).keys() >= set(shown):
            yield face, shown
            return
    for char in shown:
        for face in chain:
            if char in coverage(face):
                yield face, char
                break


def undrawable(text: str, weight: Weight = Weight.REGULAR) -> tuple[str, ...]:
    """Return the characters that no face can draw, each once, in the order of the text.

    They are left out on paper, so the screen names them before printing.
    """
    text = normalise(text)
    chain = CHAINS[weight]
    if coverage(chain[0]).keys() >= set(text):
        return ()
    return tuple(
        char
        for char in dict.fromkeys(text)
        if char != "\n"
        and not _is_hidden(char)
        and not any(char in coverage(face) for face in chain)
    )


def units(text: str, weight: Weight) -> float:
    """Return the advance of normalised text in thousandths of its size."""
    advances = plain(weight)
    try:
        return sum(map(advances.__getitem__, text))
    except KeyError:
        return sum(run.units for run in runs(text, weight))


def width(text: str, style: Style) -> float:
    """Return how wide the text is on paper in points, on one line."""
    return 0.001 * style.size * units(_line(text), style.weight)


def draw(
    canvas: "Canvas", x: float, y: float, text: str, style: Style, align: Align = "left"
) -> None:
    """Draw one line with its baseline at y; x is its left end, middle or right end, in points."""
    text = _line(text)
    if align != "left":
        advance = 0.001 * style.size * units(text, style.weight)
        x -= advance if align == "right" else advance / 2
    canvas.setFillColorRGB(*rgb(style.colour))
    if plain(style.weight).keys() >= set(text):
        _write(canvas, x, y, (text,), style)
        return
    for run in runs(text, style.weight):
        canvas.setFont(register(run.face), style.size)
        canvas.drawString(x, y, run.text)
        x += 0.001 * style.size * run.units


def _write(canvas: "Canvas", x: float, y: float, lines: Sequence[str], style: Style) -> None:
    """Write lines that the house face alone can draw: one text object, nothing measured."""
    words = canvas.beginText(x, y)
    face = register(CHAINS[style.weight][0])
    words.setFont(face, style.size, style.size * style.leading)
    for line in lines:
        words.textLine(line)
    canvas.drawText(words)


def draw_lines(
    canvas: "Canvas",
    x: float,
    top: float,
    lines: Sequence[str],
    style: Style,
    align: Align = "left",
) -> float:
    """Draw lines below one another from `top` down; return the y of the block's lower edge."""
    pitch = style.size * style.leading
    y = top - first_baseline(style)
    if align == "left" and all(plain(style.weight).keys() >= set(line) for line in lines):
        canvas.setFillColorRGB(*rgb(style.colour))
        _write(canvas, x, y, lines, style)
        return top - pitch * len(lines)
    for line in lines:
        draw(canvas, x, y, line, style, align)
        y -= pitch
    return top - pitch * len(lines)


def first_baseline(style: Style) -> float:
    """Return how far below a block's top its first baseline lies, in points.

    The letters of each line stand in the middle of its pitch.
    """
    return style.size * (style.leading + ASCENT - DESCENT) / 2


def _line(text: str) -> str:
    text = normalise(text)
    return text.replace("\n", " ") if "\n" in text else text
