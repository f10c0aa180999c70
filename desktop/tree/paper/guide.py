"""The parts of a page that tells people what to do with sheets and scissors."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.language import tr
from desktop.printing.direction import inside
from desktop.printing.fit import fit, shortened, wrap
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import A4, MM, Box, Size
from desktop.printing.style import BRAND, INK, MUTED, TITLE, WHITE, Style
from desktop.printing.text import draw, draw_lines, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MARGIN = 16 * MM
_SUBTITLE = Style(11.5, colour=MUTED, leading=1.3)
_STEP = Style(11.5, leading=1.3)
_CHECK = 100  # mm
_APART = 0.4  # of a line between two steps
_FOOT = 58  # points for the line to check and some white
_ABOUT = 1.8  # of its two lines, how much what the page is about may take
_LARGER = 0.8  # how much of a paper's larger width goes into the type


class Guide:
    """A page with a heading, a map, a few numbered steps and a line to check the size.

    Without steps there is no such line either. `room` is where the map goes; in points.
    """

    def __init__(
        self,
        canvas: "Canvas",
        paper: Size,
        heading: str,
        about: Iterable[str],
        steps: Iterable[str],
        *,
        language: str = "en",
    ) -> None:
        self._canvas, self._language = canvas, language
        self.large = (min(paper.width, paper.height) / A4.width) ** _LARGER
        canvas.setPageSize((paper.width, paper.height))
        self.page = Box(0, 0, paper.width, paper.height).inset(_MARGIN)
        self._style = _STEP.at(_STEP.size * self.large)
        room = self.page.width - 3 * self._style.size
        self._steps = [wrap(words, room, self._style) for words in steps]
        top = self._head(heading, [part for part in about if part])
        lines = sum(map(len, self._steps)) + _APART * len(self._steps)
        foot = _FOOT * self.large if self._steps else 0.0
        low = self.page.y + self._pitch * lines + foot
        self.room = Box(self.page.x, low, self.page.width, max(top - low, 1.0))

    @property
    def _pitch(self) -> float:
        return self._style.size * self._style.leading

    def _head(self, heading: str, about: Sequence[str]) -> float:
        large = TITLE.at(TITLE.size * self.large)
        top = draw_lines(self._canvas, self.page.x, self.page.top, [heading], large)
        small = _SUBTITLE.at(_SUBTITLE.size * self.large)
        room = 2 * small.size * small.leading
        title, rest = "".join(about[:1]), "".join(f" · {part}" for part in about[1:])
        # a long title is cut before what tells the pages of a grove apart
        title = shortened(title, _ABOUT * self.page.width - width(rest, small), small)
        found = fit(inside(title) + rest, self.page.width, room, small, small.size, small.size)
        return draw_lines(self._canvas, self.page.x, top - 3, found.lines, small) - 12

    def finish(self, under: float) -> float:
        """Write the steps below the map, which ends at `under`; return where they end."""
        style, y = self._style, under - self._pitch
        for number, lines in enumerate(self._steps, 1):
            radius = 0.66 * style.size
            x = self.page.x + radius
            disc(self._canvas, x, y - self._pitch / 2, str(number), radius, fill=BRAND, ink=WHITE)
            y = draw_lines(self._canvas, self.page.x + 2.1 * style.size, y, lines, style)
            y -= _APART * self._pitch
        self._check()
        return y

    def _check(self) -> None:
        """Draw a line whose length tells whether the sheets came out in their size."""
        words = tr("This line is 10 cm long if the size is right.", self._language)
        y, left, right = self.page.y + 3, self.page.x, self.page.x + _CHECK * MM
        for x1, y1, x2, y2 in (
            (left, y, right, y),
            (left, y - 3, left, y + 3),
            (right, y - 3, right, y + 3),
        ):
            line(self._canvas, (x1, y1), (x2, y2), colour=INK, thickness=0.9)
        found = fit(words, self.page.right - right - 10, 26, _STEP, 10, 8)
        at = _STEP.at(found.size)
        draw_lines(self._canvas, right + 10, y + found.height / 2, found.lines, at)


def disc(
    canvas: "Canvas",
    x: float,
    y: float,
    text: str,
    radius: float,
    *,
    fill: str = WHITE,
    ink: str = INK,
) -> None:
    """Draw a number in a disc with its middle at (x, y)."""
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    edge = None if fill != WHITE else ink
    rectangle(canvas, box, fill=fill, stroke=edge, thickness=0.7, round_=radius)
    size = radius * (1.2 if len(text) < 3 else 0.95)
    draw(canvas, x, y - size * 0.35, text, Style(size, Weight.BOLD, ink), "centre")
