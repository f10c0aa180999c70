"""Blank feedback forms, to be filled in by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.feedback.model import Ask, Form, Question
from desktop.language import tr
from desktop.printing.blocks import Choices, WritingLines
from desktop.printing.document import Block, Document
from desktop.printing.fit import wrap
from desktop.printing.shapes import line, rectangle
from desktop.printing.sheet import MM, Box
from desktop.printing.style import BODY, MUTED, QUIET, STRONG
from desktop.printing.text import draw, draw_lines, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIZES = (13.5, 13.0, 12.5, 12.0, 11.5, 11.0)  # points, the largest that leaves one page is taken
_MARGIN = 16 * MM
_PITCH = 9.5 * MM  # between two lines to write on
_LINES, _MOST_LINES = 3, 8
_GAP, _MOST_GAP = 10.0, 22.0  # between two questions


def forms(
    form: Form, title: str = "", *, subtitle: str = "", footer: str = "", language: str = "en"
) -> bytes:
    """Return a blank feedback form as a PDF, on one page of A4 if that leaves it 11 points.

    The numbers beside the boxes are those of the keys when the form is typed in. `title` is what
    the feedback is about, such as the session; the form's own name stands there otherwise.
    """
    document = Document(
        title or form.name,
        subtitle=subtitle or (form.name if title else ""),
        footer=footer,
        subject=form.name,
        language=language,
        margin=_MARGIN,
    )
    blocks, gap = _laid_out(form, document, language)
    for block in blocks:
        document.add(block, after=gap)
    return document.finish()


def _laid_out(form: Form, document: Document, language: str) -> tuple[list[Block], float]:
    """Return the blocks in the largest type with which they go on the page, and their distance."""
    blocks: list[Block] = []
    spare = 0.0
    for size in _SIZES:
        blocks = _blocks(form, size, _LINES, language)
        spare = document.room - sum(b.height(document.width) for b in blocks)
        spare -= _GAP * len(blocks)
        if spare >= 0:
            break
    if spare < 0:
        return blocks, _GAP
    gap = min(_MOST_GAP, _GAP + spare / len(blocks))
    texts = sum(question.ask is Ask.TEXT for question in form.questions)
    left = int((spare - (gap - _GAP) * len(blocks)) / _PITCH)
    if texts and left >= texts:
        blocks = _blocks(form, size, min(_MOST_LINES, _LINES + left // texts), language)
    return blocks, gap


def _blocks(form: Form, size: float, lines: int, language: str) -> list[Block]:
    asked = [
        _block(number, question, size, lines, language)
        for number, question in enumerate(form.questions, 1)
    ]
    return [_Promise(size, language), *asked]


def _block(number: int, question: Question, size: float, lines: int, language: str) -> Block:
    style = BODY.at(size)
    words = f"{number}.  {question.words}"
    if question.ask is Ask.TEXT:
        return WritingLines(words, lines, _PITCH, style=style)
    hints = {Ask.TICKS: tr("Tick all that apply.", language)}
    hint = hints.get(question.ask, tr("Tick one.", language))
    choices = [(str(choice.number), choice.words) for choice in question.choices]
    writes = [choice.words for choice in question.choices if choice.writes]
    return _Asked(Choices(words, choices, hint, style), writes)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its choices, and a line to write on for each choice that asks for words."""

    choices: Choices
    writes: Sequence[str]

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        return self.choices.height(width) + len(self.writes) * _PITCH

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        self.choices.draw(canvas, x, top, width)
        y = top - self.choices.height(width)
        for words in self.writes:
            y -= _PITCH
            start = x + self._label(canvas, x, y + 3, f"{words}:") + 6
            line(canvas, (start, y), (x + width, y), colour=MUTED, thickness=0.6)

    def _label(self, canvas: "Canvas", x: float, y: float, words: str) -> float:
        draw(canvas, x, y, words, self.choices.style)
        return width(words, self.choices.style)


@dataclass(frozen=True, slots=True)
class _Promise:
    """What the form promises, and its limits."""

    size: float
    language: str

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        lines = sum(map(len, self._lines(width)))
        return lines * self.size * BODY.leading + 14

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        height = self.height(width)
        rectangle(canvas, Box(x, top - height, width, height), fill=QUIET, round_=5)
        first, rest = self._lines(width)
        top = draw_lines(canvas, x + 12, top - 7, first, STRONG.at(self.size))
        draw_lines(canvas, x + 12, top, rest, BODY.at(self.size))

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        first = tr("No names, please. Nobody can look up who ticked what.", self.language)
        rest = tr(
            "Your own words could show who you are, so write only what others may read. "
            "Prefer not to say? Leave that question empty.",
            self.language,
        )
        room = width - 24
        return wrap(first, room, STRONG.at(self.size)), wrap(rest, room, BODY.at(self.size))
