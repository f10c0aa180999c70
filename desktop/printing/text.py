"""The one way text gets on paper: cleaned, measured and drawn in faces that have its letters."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from desktop.printing.direction import runs_left
from desktop.printing.fonts import (
    CHAINS,
    SIGNS_BEFORE_DIGITS,
    Weight,
    coverage,
    plain,
    register,
)
from desktop.printing.graphemes import JOINERS, MARKS, TAGS, graphemes, is_hidden
from desktop.printing.runs import runs
from desktop.printing.style import Style, rgb

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "Align",
    "draw",
    "draw_lines",
    "first_baseline",
    "graphemes",
    "is_blank",
    "is_tall",
    "normalise",
    "undrawable",
    "units",
    "width",
]

Align = Literal["left", "centre", "right"]

LIMIT = 10_000  # characters of one text
ASCENT, DESCENT = 0.74, 0.19  # of the size: how far letters reach above and below their line

_MARKS = 4  # more marks on one letter than any language uses only blacken the page
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_FIXED_SPACES = frozenset("\u2007\u202f")
# Hebrew, Arabic and the scripts of India.
_TALL = re.compile("[\u0590-\u0dff\ufb1d-\ufdff\ufe70-\ufefc]")
_BASELESS = frozenset(" \u00a0\n")


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
        kept = char in JOINERS or char in MARKS or char in SIGNS_BEFORE_DIGITS or ord(char) in TAGS
        return char if kept else ""
    return char


def _capped(chars: Iterator[str] | str) -> str:
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
        and not is_hidden(char)
        and not any(char in coverage(face) for face in chain)
    )


def is_blank(text: str) -> bool:
    """Return whether nothing of a text comes out on paper."""
    left_out = undrawable(text)
    return all(char.isspace() or char in left_out or is_hidden(char) for char in normalise(text))


def is_tall(text: str) -> bool:
    """Return whether letters have signs above and below them, so that lines must be apart."""
    return _TALL.search(text) is not None


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
    from desktop.printing.drawing import write

    write(canvas, x, y, text, style)


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
    *,
    room: float = 0,
) -> float:
    """Draw lines below one another from `top` down; return the y of the block's lower edge.

    Where lines stand at the left, those that run from right to left stand at the right instead:
    of `room`, the width in points the lines were broken for, or else of the widest line.
    """
    pitch = style.size * style.leading
    y = top - first_baseline(style)
    below = top - pitch * len(lines)
    if align == "left" and all(plain(style.weight).keys() >= set(line) for line in lines):
        canvas.setFillColorRGB(*rgb(style.colour))
        _write(canvas, x, y, lines, style)
        return below
    right = x + (room or max((width(line, style) for line in lines), default=0))
    for line in lines:
        if align == "left" and runs_left(line):
            draw(canvas, right, y, line, style, "right")
        else:
            draw(canvas, x, y, line, style, align)
        y -= pitch
    return below


def first_baseline(style: Style) -> float:
    """Return how far below a block's top its first baseline lies, in points.

    The letters of each line stand in the middle of its pitch.
    """
    return style.size * (style.leading + ASCENT - DESCENT) / 2


def _line(text: str) -> str:
    text = normalise(text)
    return text.replace("\n", " ") if "\n" in text else text
