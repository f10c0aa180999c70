"""Blank slips for pledges, to be written on by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.language import tr
from desktop.pledges.model import Show
from desktop.printing.cards import CardSheets
from desktop.printing.fit import fit, shortened
from desktop.printing.fonts import Weight
from desktop.printing.shapes import line, tick_box
from desktop.printing.sheet import CARDS_A5, MM, SLIPS, Box
from desktop.printing.style import BRAND, INK, MUTED, Style
from desktop.printing.text import draw, draw_lines, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIDE = 16 * MM
_TOP = 9 * MM
_FOOT = 9 * MM
_HEAD = Style(17, Weight.BOLD, BRAND)
_NOTE = Style(9.5, Weight.REGULAR, MUTED)
_PROMPT = Style(13, Weight.MEDIUM, INK, 1.25)
_LABEL = Style(11.5, Weight.SEMIBOLD)
_CHOICE = Style(11.5)
_HINT = Style(10, Weight.REGULAR, MUTED)
_BOX = 5 * MM
_PITCH = 10.5 * MM  # between two lines to write on
_LARGER = 1.35  # how much larger all is on a slip in large print

CHOICES = (Show.FIRST_NAME, Show.NO_NAME, Show.NOT_ON_TREE)
"""The choices in the order of their numbers on paper and on screen, from 1."""


def choice_words(show: Show, language: str = "en") -> str:
    """Return a choice as the maker of the pledge reads it."""
    return {
        Show.FIRST_NAME: tr("with my first name", language),
        Show.NO_NAME: tr("without my name", language),
        Show.NOT_ON_TREE: tr("not on the tree", language),
    }[show]


def slips(
    prompts: Sequence[str],
    *,
    note: str = "",
    large: bool = False,
    title: str = "",
    language: str = "en",
) -> bytes:
    """Return blank pledge slips as a PDF, three on a sheet of A4, or two in large print.

    Each slip asks one of the prompts, in turn; there are as many full sheets as it takes to have
    each at least once. `note` stands small at the head, such as the session's title and date.
    """
    stock = CARDS_A5 if large else SLIPS
    count = stock.per_sheet * max(1, stock.sheets(len(prompts)))
    asked = [prompts[n % len(prompts)] if prompts else "" for n in range(count)]
    sheets = CardSheets(
        stock.paper, title=title or tr("Pledge slips", language), language=language, total=count
    )

    def draw_slip(canvas: "Canvas", box: Box, prompt: str) -> None:
        high = box.height - _TOP - _FOOT
        room = Box(box.x + _SIDE, box.y + _FOOT, box.width - 2 * _SIDE, high)
        _Slip(canvas, room, _LARGER if large else 1.0, language).draw(prompt, note)

    sheets.add(stock, asked, draw_slip)
    return sheets.finish()


@dataclass(frozen=True, slots=True)
class _Slip:
    """One slip in its room; everything on it is `scale` times its usual size."""

    canvas: "Canvas"
    room: Box
    scale: float
    language: str

    def draw(self, prompt: str, note: str) -> None:
        top = self._head(prompt, note)
        bottom = self._name(self._choices(self.room.y))
        pitch = _PITCH * self.scale
        for number in range(max(1, int((top - bottom) / pitch))):
            y = bottom + number * pitch
            line(self.canvas, (self.room.x, y), (self.room.right, y), colour=MUTED, thickness=0.6)

    def _in(self, style: Style) -> Style:
        return style.at(style.size * self.scale)

    def _head(self, prompt: str, note: str) -> float:
        """Draw the head and the prompt; return the y below them."""
        words, head, small = tr("My pledge", self.language), self._in(_HEAD), self._in(_NOTE)
        baseline = self.room.top - head.size * 0.8
        draw(self.canvas, self.room.x, baseline, words, head)
        left = self.room.width - width(words, head) - 24
        draw(self.canvas, self.room.right, baseline, shortened(note, left, small), small, "right")
        asked = self._in(_PROMPT)
        found = fit(prompt, self.room.width, 2.6 * asked.size, asked, asked.size, 9)
        top = baseline - 9 * self.scale
        return draw_lines(self.canvas, self.room.x, top, found.lines, asked.at(found.size))

    def _choices(self, y: float) -> float:
        """Draw the choices with their question above them; return the y above it."""
        style, box = self._in(_CHOICE), _BOX * self.scale
        listed = [f"{n}  {choice_words(show, self.language)}" for n, show in enumerate(CHOICES, 1)]
        free = self.room.width - sum(box + 6 + width(words, style) for words in listed)
        gap = min(28.0, free / (len(listed) - 1))
        x = self.room.x
        for words in listed:
            tick_box(self.canvas, x, y, box)
            draw(self.canvas, x + box + 6, y + box / 2 - style.size * 0.34, words, style)
            x += box + 6 + width(words, style) + gap
        y += box + 8 * self.scale
        asked = tr("Show my pledge on the tree? Tick one.", self.language)
        draw(self.canvas, self.room.x, y, asked, self._in(_LABEL))
        return y + (_LABEL.size * 1.3 + 9) * self.scale

    def _name(self, y: float) -> float:
        """Draw the line for the name; return the place of the lowest line for the pledge."""
        label, hint = tr("My name", self.language), tr("you may leave this empty", self.language)
        style, small = self._in(_LABEL), self._in(_HINT)
        draw(self.canvas, self.room.x, y, label, style)
        draw(self.canvas, self.room.right, y, hint, small, "right")
        start = self.room.x + width(label, style) + 6
        end = self.room.right - width(hint, small) - 8
        line(self.canvas, (start, y - 2), (end, y - 2), colour=MUTED, thickness=0.6)
        return y + (_LABEL.size * 1.3 + 10) * self.scale
