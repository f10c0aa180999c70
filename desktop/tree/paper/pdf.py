"""Steps as a PDF."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from desktop.printing.bidirectional import PAUSE
from desktop.printing.canvas import new_canvas, saved
from desktop.printing.operators import Operators
from desktop.printing.picture import placed
from desktop.printing.sheet import Size
from desktop.printing.style import rgb
from desktop.printing.text import normalise
from desktop.tree.paper.steps import (
    Fill,
    Matrix,
    Outline,
    Picture,
    Sheet,
    Step,
    Stroke,
    Symbol,
    Use,
    Words,
)
from desktop.tree.paper.words import can_be_told

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BOX = 2  # a symbol's points lie within 1 of its origin, and half of a line beyond
_FINE = 4  # decimals in a symbol, which is drawn enlarged
_LARGE = 1200.0  # points: a sheet so wide is looked at from further away
_ROUND = "1 J 1 j"
_ESCAPED = re.compile(r"([()\\])")


def pdf(sheets: Iterable[Sheet], paper: Size, *, title: str, author: str, language: str) -> bytes:
    """Return sheets as the pages of a PDF."""
    file = BytesIO()
    canvas = new_canvas(file, paper, title=title, author=author, language=language)
    symbols: dict[str, str] = {}
    for sheet in sheets:
        _Page(canvas, sheet, symbols).draw()
        canvas.showPage()
    return saved(canvas, file)


def write(canvas: "Canvas", sheet: Sheet, symbols: dict[str, str]) -> None:
    """Draw a sheet where the canvas is: on its page, or in a form to be shown several times.

    `symbols` are those that the PDF has already; new ones are added.
    """
    _Page(canvas, sheet, symbols).write()


class _Page:
    """One page, and the names under which the PDF knows the symbols."""

    def __init__(self, canvas: "Canvas", sheet: Sheet, symbols: dict[str, str]) -> None:
        self._canvas, self._sheet, self._symbols = canvas, sheet, symbols
        self._operators = Operators(canvas)
        self._used: set[str] = set()
        self._digits = 1 if sheet.width > _LARGE else 2

    def draw(self) -> None:
        wide, high, bleed = self._sheet.width, self._sheet.height, self._sheet.bleed
        self._canvas.setPageSize((wide + 2 * bleed, high + 2 * bleed))
        if bleed:
            whole = (0, 0, wide + 2 * bleed, high + 2 * bleed)
            self._canvas.setBleedBox(whole)
            self._canvas.setTrimBox((bleed, bleed, bleed + wide, bleed + high))
        self.write()

    def write(self) -> None:
        bleed = self._sheet.bleed
        written = [f"q {_ROUND}", f"1 0 0 1 {bleed:.4f} {bleed:.4f} cm"]
        for step in self._sheet.steps:
            if isinstance(step, Picture):
                self._canvas.addLiteral("\n".join(written))
                written = []
            written += self._step(step)
        self._canvas.addLiteral("\n".join([*written, "Q"]))
        cast("Any", self._canvas)._formsinuse += sorted(self._used)

    def _step(self, step: Step) -> list[str]:
        match step:
            case Use():
                self._used.add(step.name)
                return [f"q {_matrix(step.matrix)} cm {self._symbols[step.name]} Do Q"]
            case Words():
                return self._words(step)
            case Symbol():
                self._symbol(step)
            case Picture():
                placed(self._canvas, step.content, step.x, step.y, step.width, step.height)
            case _:
                return _painted(step, self._digits)
        return []

    def _symbol(self, symbol: Symbol) -> None:
        if symbol.name in self._symbols:
            return
        canvas = self._canvas
        canvas.beginForm(symbol.name, -_BOX, -_BOX, _BOX, _BOX)
        steps = [line for step in symbol.steps for line in _painted(step, _FINE)]
        canvas.addLiteral("\n".join([_ROUND, *steps]))
        canvas.endForm()
        self._symbols[symbol.name] = f"/{cast('Any', canvas)._doc.getXObjectName(symbol.name)}"

    def _words(self, words: Words) -> list[str]:
        """Return what shows lines; a reader takes them for what they say as a whole.

        Where that can't be told, those of the leaf beside it must not come among them.
        """
        shown = [f"BT {_matrix(words.matrix)} Tm"]
        x = y = 0.0
        colour = ""
        told = can_be_told(words.says)
        for line in words.lines:
            if line.colour != colour:
                colour = line.colour
                shown.append(_colour(colour, "rg"))
            across, up = round(line.x - x, 2), round(line.y - y, 2)
            x, y = x + across, y + up
            shown.append(f"{across:g} {up:g} Td")
            if not told and line is words.lines[0]:
                shown.append(self._operators.pause(line.size, PAUSE))
            shown.append(self._operators.show(line.text, line.weight, f"{line.size:.2f}"))
        if not told and words.lines:
            shown.append(self._operators.pause(words.lines[-1].size, -PAUSE))
        shown.append("ET")
        if not words.says or not told:
            return shown
        return [f"/Span <</ActualText {_string(words.says)}>> BDC", *shown, "EMC"]


def _painted(step: Fill | Stroke, digits: int) -> list[str]:
    if not step.outlines:
        return []
    traced = [_traced(outline, digits) for outline in step.outlines]
    if isinstance(step, Fill):
        return [_colour(step.colour, "rg"), *traced, "f"]
    return [_colour(step.colour, "RG"), f"{step.width:.{digits + 1}f} w", *traced, "S"]


def _traced(outline: Outline, digits: int) -> str:
    numbers: Sequence[float] = outline.points.ravel().tolist()
    return _pattern(len(outline.points), outline.curved, outline.closed, digits) % tuple(numbers)


@lru_cache(1024)
def _pattern(count: int, curved: bool, closed: bool, digits: int) -> str:
    point = f"%.{digits}f %.{digits}f "
    step = f"{point * 3}c" if curved else f"{point}l"
    steps = (count - 1) // 3 if curved else count - 1
    return "\n".join([f"{point}m", *[step] * steps, *(["h"] if closed else [])])


def _string(text: str) -> str:
    """Return a text as a PDF's string."""
    text = " ".join(normalise(text).split())
    if text.isascii():
        return "(" + _ESCAPED.sub(r"\\\1", text) + ")"
    return "<" + ("\ufeff" + text).encode("utf-16-be").hex().upper() + ">"


def _matrix(matrix: Matrix) -> str:
    a, b, c, d, x, y = matrix
    return f"{a:.4g} {b:.4g} {c:.4g} {d:.4g} {x:.2f} {y:.2f}"


@lru_cache(256)
def _colour(colour: str, operator: str) -> str:
    return " ".join(f"{part:.3g}" for part in rgb(colour)) + f" {operator}"
