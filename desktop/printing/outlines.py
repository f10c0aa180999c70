"""A line of text as the outlines of its glyphs, for pictures that any program shows right."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from desktop.printing.fonts import Face, Weight, coverage
from desktop.printing.runs import runs
from desktop.printing.shaping import font
from desktop.printing.text import normalise


class Drawn(NamedTuple):
    """A glyph of a face and where it stands on its line, in thousandths of the size."""

    face: Face
    id: int
    x: float
    y: float


def drawn(text: str, weight: Weight) -> Iterator[Drawn]:
    """Yield the glyphs of a line from left to right."""
    x = 0.0
    for run in runs(normalise(text).replace("\n", " "), weight):
        if run.glyphs:
            for sign in run.glyphs:
                for part in sign.parts:
                    yield Drawn(run.face, part.id, x + part.x, part.y)
                x += sign.advance
        else:
            for char in run.text:
                glyph = font(run.face).get_nominal_glyph(ord(char))
                yield Drawn(run.face, glyph, x, 0.0)
                x += coverage(run.face)[char]


@lru_cache(4096)
def path(face: Face, glyph: int) -> str:
    """Return a glyph's outline as the path data of SVG, y up, in thousandths of the size."""
    pen = _Pen()
    font(face).draw_glyph_with_pen(glyph, pen)
    return "".join(pen.steps)


class _Pen:
    """Writes an outline down; the names are those of fontTools' pens."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def moveTo(self, point: Any) -> None:  # noqa: N802
        self._step("M", point)

    def lineTo(self, point: Any) -> None:  # noqa: N802
        self._step("L", point)

    def curveTo(self, *points: Any) -> None:  # noqa: N802
        self._step("C", *points)

    def qCurveTo(self, *points: Any) -> None:  # noqa: N802
        self._step("Q", *points)

    def closePath(self) -> None:  # noqa: N802
        self.steps.append("Z")

    def _step(self, letter: str, *points: Any) -> None:
        self.steps.append(letter + " ".join(f"{round(x)} {round(y)}" for x, y in points))
