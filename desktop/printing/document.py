"""The house style of every paper: pages with header and footer, filled from top to bottom."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from desktop.language import tr
from desktop.printing import style as house
from desktop.printing.canvas import new_canvas, saved
from desktop.printing.direction import runs_left
from desktop.printing.fit import shortened, wrap
from desktop.printing.shapes import leaf_card, line, rectangle
from desktop.printing.sheet import A4, MM, Box, Size
from desktop.printing.style import MARGIN, Style
from desktop.printing.table import PAD, Row, Table
from desktop.printing.text import draw, draw_lines, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FOOT = 11 * MM  # the footer's baseline above the paper's edge
_QUOTE_PAD = 7.0
_RUNNING = 26.0  # the height of a later page's head
_HEADING_KEEPS = 64.0  # points of what follows stay with a heading


class Block(Protocol):
    """Something that is drawn whole, on one page."""

    def height(self, width: float) -> float:
        """Return the height in points at a width."""
        ...

    def draw(self, canvas: "Canvas", x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""
        ...


class Document:
    """A paper with header and footer whose blocks follow one another down the pages.

    `y` is where the next block begins; `left`, `right`, `bottom` and `width` bound the text. All
    in points. What does not fit the rest of a page begins a new one.
    """

    def __init__(
        self,
        title: str,
        *,
        subtitle: str = "",
        footer: str = "",
        subject: str = "",
        author: str = "",
        language: str = "en",
        paper: Size = A4,
        margin: float = MARGIN,
    ) -> None:
        self._file = BytesIO()
        self.canvas = new_canvas(
            self._file, paper, title=title, subject=subject, author=author, language=language
        )
        self.paper = paper
        self.left, self.right = margin, paper.width - margin
        self.bottom = _FOOT + 8 * MM
        self.width = self.right - self.left
        self.y = self._fresh = paper.height - margin
        self._margin = margin
        self._title = title
        self._footer = footer
        self._language = language
        self._page = 1
        self._header(title, subtitle)

    def _header(self, title: str, subtitle: str) -> None:
        self._lines(wrap(title, self.width, house.TITLE), house.TITLE)
        if subtitle:
            self.gap(2)
            self._lines(wrap(subtitle, self.width, house.SUBTITLE), house.SUBTITLE)
        self.gap(8)
        line(
            self.canvas,
            (self.left, self.y),
            (self.right, self.y),
            colour=house.BRAND,
            thickness=1.5,
        )
        self.gap(12)
        self._fresh = self.y

    @property
    def room(self) -> float:
        """The height that is left on this page, in points."""
        return self.y - self.bottom

    def gap(self, points: float) -> None:
        """Leave some white, but not at the foot of a page."""
        self.y = max(self.y - points, self.bottom)

    def need(self, height: float) -> None:
        """Begin a new page unless so many points are left on this one."""
        if height > self.room and self.y < self._fresh:
            self.new_page()

    def new_page(self) -> None:
        """Finish the page and begin the next, with the title small at its head."""
        self._end_page()
        self._page += 1
        top = self.paper.height - self._margin
        running = shortened(self._title, self.width, house.SMALL)
        draw(self.canvas, self.left, top - 8, running, house.SMALL)
        line(self.canvas, (self.left, top - 14), (self.right, top - 14))
        self.y = self._fresh = top - _RUNNING

    def _end_page(self) -> None:
        self.canvas.doForm(f"footer-{self._page}")
        self.canvas.showPage()

    def add(self, block: Block, after: float = 10) -> None:
        """Draw a block whole, on the next page if this one has no room, and leave some white."""
        height = block.height(self.width)
        self.need(height)
        block.draw(self.canvas, self.left, self.y, self.width)
        self.y -= height
        self.gap(after)

    def heading(self, text: str, *, keep: float = _HEADING_KEEPS) -> None:
        """Write a heading; at least `keep` points of what follows stay on its page."""
        lines = wrap(text, self.width, house.HEADING)
        if self.y < self._fresh:
            self.need(10 + len(lines) * house.HEADING.size * house.HEADING.leading + keep)
        if self.y < self._fresh:
            self.gap(10)
        self._lines(lines, house.HEADING)
        self.gap(5)

    def paragraph(self, text: str, style: Style = house.BODY, after: float = 6) -> None:
        """Write text over as many pages as it takes, no line alone at a page's head or foot."""
        self._lines(wrap(text, self.width, style), style, room=self.width)
        self.gap(after)

    def bullets(self, items: Iterable[str], style: Style = house.BODY) -> None:
        """Write a list with a small leaf before each item, on the side where it begins."""
        for item in items:
            left = runs_left(item)
            lines = wrap(item, self.width - 14, style)
            self.need(min(len(lines), 3) * style.size * style.leading)
            middle = self.y - style.size * style.leading / 2
            mark = Box(self.right - 7 if left else self.left + 1, middle - 2.6, 6, 5.2)
            leaf_card(self.canvas, mark, fill=house.BRAND, sharp=0.5, round_=3)
            self._lines(lines, style, 0 if left else 14, self.width - 14)
            self.gap(4)

    def _lines(
        self, lines: Sequence[str], style: Style, indent: float = 0, room: float = 0
    ) -> None:
        pitch = style.size * style.leading
        start = 0
        while start < len(lines):
            left = len(lines) - start
            fitting = int(self.room / pitch + 1e-6)
            if fitting < left:
                fitting = min(fitting, left - 2)
            if fitting < min(left, 2) and self.y < self._fresh:
                self.new_page()
                continue
            part = lines[start : start + max(fitting, 1)]
            self.y = draw_lines(self.canvas, self.left + indent, self.y, part, style, room=room)
            start += len(part)

    def quote(self, text: str) -> None:
        """Write a sentence ready to be quoted, with a green bar on the side where it begins."""
        left = runs_left(text)
        style = house.QUOTE
        pitch = style.size * style.leading
        lines = wrap(text, self.width - 26, style)
        self.need(len(lines) * pitch + 2 * _QUOTE_PAD)
        while lines:
            fitting = max(1, int((self.room - 2 * _QUOTE_PAD) / pitch))
            part, lines = lines[:fitting], lines[fitting:]
            height = len(part) * pitch + 2 * _QUOTE_PAD
            box = Box(self.left, self.y - height, self.width, height)
            rectangle(self.canvas, box, fill=house.QUIET)
            bar = Box(box.right - 3 if left else box.x, box.y, 3, height)
            rectangle(self.canvas, bar, fill=house.BRAND)
            x, top = self.left + (12 if left else 14), self.y - _QUOTE_PAD
            draw_lines(self.canvas, x, top, part, style, room=self.width - 26)
            self.y -= height
            if lines:
                self.new_page()
        self.gap(10)

    def table(self, table: Table, after: float = 10) -> None:
        """Draw a table; it breaks between rows and repeats its headings on each page."""
        width = self.width * table.part
        head = table.head(width).height
        full = self.paper.height - self._margin - _RUNNING - self.bottom - head
        headed = False
        for number in range(len(table.rows)):
            for row in self._row_parts(table, table.laid(width, number), full):
                if not headed or row.height > self.room:
                    self.need(row.height + (0 if headed else head))
                    self.y = table.draw_head(self.canvas, self.left, self.y, width)
                    headed = True
                self.y = table.draw_row(self.canvas, self.left, self.y, width, row, number)
        if not headed:
            self.need(head)
            self.y = table.draw_head(self.canvas, self.left, self.y, width)
        self.gap(after)

    @staticmethod
    def _row_parts(table: Table, row: Row, full: float) -> Iterator[Row]:
        """Yield the row, cut into parts if it is higher than a page."""
        while row.height > full and row.lines > 1:
            part, row = row.split(max(1, int((full - 2 * PAD) / table.pitch)), table.pitch)
            yield part
        yield row

    def finish(self) -> bytes:
        """Return the PDF; the footers now know how many pages there are."""
        self._end_page()
        for page in range(1, self._page + 1):
            self.canvas.beginForm(f"footer-{page}")
            self._draw_footer(page)
            self.canvas.endForm()
        return saved(self.canvas, self._file)

    def _draw_footer(self, page: int) -> None:
        numbers = tr("Page {page} of {pages}", self._language).format(page=page, pages=self._page)
        right = f"Pledge Tree · {numbers}"
        wide = width(right, house.SMALL)
        left = shortened(self._footer, self.width - wide - 30, house.SMALL)
        line(self.canvas, (self.left, _FOOT + 12), (self.right, _FOOT + 12))
        draw(self.canvas, self.left, _FOOT, left, house.SMALL)
        draw(self.canvas, self.right, _FOOT, right, house.SMALL, "right")
        mark = Box(self.right - wide - 11, _FOOT - 0.4, 7.4, 6.4)
        leaf_card(self.canvas, mark, fill=house.BRAND, sharp=0.6, round_=3.8)
