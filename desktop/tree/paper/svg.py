"""Steps as an SVG: words as outlines, so that every program shows them right without the faces."""

import base64
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from desktop.printing.fonts import Face
from desktop.printing.outlines import drawn, path
from desktop.printing.picture import png_of
from desktop.printing.text import normalise
from desktop.tree.paper.steps import (
    Fill,
    Line,
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

# Old programs know only the second name for what is used again.
_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_FINE, _DIGITS = 4, 2  # decimals in a symbol and elsewhere
_NEVER = re.compile("[\ufffe\uffff]")  # no XML holds these, however they are written


def svg(sheet: Sheet, *, title: str) -> bytes:
    """Return a sheet as an SVG of its size in points."""
    wide, high = f"{sheet.width:.2f}", f"{sheet.height:.2f}"
    size = f'width="{wide}pt" height="{high}pt"'
    writer = _Writer()
    body = [part for step in sheet.steps for part in writer.step(step)]
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg {_NAMES} viewBox="0 0 {wide} {high}" {size}>',
        f"<title>{_said(title)}</title>",
        f"<defs>{''.join(writer.defined)}</defs>",
        f'<g transform="matrix(1 0 0 -1 0 {high})" stroke-linecap="round" stroke-linejoin="round">',
        *body,
        "</g></svg>\n",
    ]
    return "\n".join(parts).encode()


class _Writer:
    """Writes steps, and what they use again and again once."""

    def __init__(self) -> None:
        self.defined: list[str] = []
        self._glyphs: dict[tuple[Face, int], str] = {}

    def step(self, step: Step) -> Iterator[str]:
        match step:
            case Use():
                yield f'<use xlink:href="#{step.name}" transform="matrix({_matrix(step.matrix)})"/>'
            case Words():
                yield from self._words(step)
            case Symbol():
                inside = "".join(_painted(part, _FINE) for part in step.steps)
                self.defined.append(f'<g id="{step.name}">{inside}</g>')
            case Picture():
                yield _picture(step)
            case _ if step.outlines:
                yield _painted(step, _DIGITS)

    def _words(self, words: Words) -> Iterator[str]:
        yield f'<g transform="matrix({_matrix(words.matrix)})">'
        if words.says:
            yield f"<title>{_said(words.says)}</title>"
        for line in words.lines:
            yield self._line(line)
        yield "</g>"

    def _line(self, line: Line) -> str:
        scale = f"{line.size / 1000:.5g}"
        glyphs = [
            f'<use xlink:href="#{self._glyph(one.face, one.id)}"{_where(one.x, one.y)}/>'
            for one in drawn(line.text, line.weight)
            if path(one.face, one.id)
        ]
        where = f"matrix({scale} 0 0 {scale} {line.x:.2f} {line.y:.2f})"
        return f'<g fill="{line.colour}" transform="{where}">{"".join(glyphs)}</g>'

    def _glyph(self, face: Face, glyph: int) -> str:
        if (face, glyph) not in self._glyphs:
            name = f"g{len(self._glyphs)}"
            self._glyphs[face, glyph] = name
            self.defined.append(f'<path id="{name}" d="{path(face, glyph)}"/>')
        return self._glyphs[face, glyph]


def _where(x: float, y: float) -> str:
    return (f' x="{x:.0f}"' if x else "") + (f' y="{y:.0f}"' if y else "")


def _said(text: str) -> str:
    return escape(" ".join(_NEVER.sub("", normalise(text)).split()))


def _painted(step: Fill | Stroke, digits: int) -> str:
    traced = "".join(_traced(outline, digits) for outline in step.outlines)
    if isinstance(step, Fill):
        return f'<path fill="{step.colour}" d="{traced}"/>'
    width = f"{step.width:.{digits + 1}f}"
    return f'<path fill="none" stroke="{step.colour}" stroke-width="{width}" d="{traced}"/>'


def _traced(outline: Outline, digits: int) -> str:
    count = len(outline.points)
    pattern = _pattern(count, outline.curved, outline.closed, digits)
    return pattern % tuple(outline.points.ravel().tolist())


@lru_cache(1024)
def _pattern(count: int, curved: bool, closed: bool, digits: int) -> str:
    point = f"%.{digits}f %.{digits}f"
    steps = [point] * (count - 1)
    return f"M{point}{'C' if curved else 'L'}{' '.join(steps)}{'Z' if closed else ''}"


def _matrix(matrix: Matrix) -> str:
    return " ".join(f"{part:.6g}" for part in matrix)


def _picture(step: Picture) -> str:
    data = base64.b64encode(png_of(step.content)).decode()
    return (
        f'<image width="{step.width:.2f}" height="{step.height:.2f}"'
        f' transform="matrix(1 0 0 -1 {step.x:.2f} {step.y + step.height:.2f})"'
        f' xlink:href="data:image/png;base64,{data}"/>'
    )
