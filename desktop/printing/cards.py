"""Sheets of cards: one drawing an item, on the places of a stock."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from desktop.printing.canvas import new_canvas, saved
from desktop.printing.shapes import cut_marks
from desktop.printing.sheet import MM, Box, Size, Stock
from desktop.progress import Progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Item = TypeVar("Item")
DrawCard = Callable[["Canvas", Box, Item], None]


class CardSheets:
    """A PDF of cards; every call of `add` begins a new sheet, of whatever stock it names.

    `total` is how many cards there will be, for `progress`.
    """

    def __init__(
        self,
        paper: Size,
        *,
        title: str,
        subject: str = "",
        author: str = "",
        language: str = "en",
        total: int = 0,
        progress: Progress | None = None,
    ) -> None:
        self._file = BytesIO()
        self.canvas = new_canvas(
            self._file, paper, title=title, subject=subject, author=author, language=language
        )
        self._progress = progress or Progress()
        self._total = total
        self._done = 0

    def background(self, name: str, stock: Stock, draw: Callable[["Canvas", Box], None]) -> None:
        """Draw something once, in a box at the origin, to be placed by `stamp`."""
        self.canvas.beginForm(name)
        draw(self.canvas, Box(0, 0, stock.width_mm * MM, stock.height_mm * MM))
        self.canvas.endForm()

    def stamp(self, name: str, box: Box) -> None:
        """Repeat a background with its lower left corner at that of the box."""
        self.canvas.saveState()
        self.canvas.translate(box.x, box.y)
        self.canvas.doForm(name)
        self.canvas.restoreState()

    def add(
        self, stock: Stock, items: Sequence[Item], draw_card: DrawCard[Item], *, start: int = 1
    ) -> None:
        """Draw the items on sheets of their own, from place `start` of the first one on.

        Raises Cancelled when the progress was stopped.
        """
        sheet = -1
        for item, place in zip(items, stock.places(len(items), start), strict=True):
            if place.sheet != sheet:
                if sheet >= 0:
                    self.canvas.showPage()
                sheet = place.sheet
                self.canvas.setPageSize((stock.paper.width, stock.paper.height))
                cut_marks(self.canvas, stock)
            self._progress.step(self._done, self._total)
            self._done += 1
            draw_card(self.canvas, place.box, item)
        if items:
            self.canvas.showPage()

    def finish(self) -> bytes:
        """Return the PDF; without any card it is one empty page."""
        self._progress.step(self._total, self._total)
        if self.canvas.getPageNumber() == 1:
            self.canvas.showPage()
        return saved(self.canvas, self._file)
