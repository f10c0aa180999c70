"""Reads papers back, as a PDF viewer would."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2

from desktop.printing.canvas import new_canvas, saved
from desktop.printing.sheet import A4

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page as one would select and copy it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            document[number].get_textpage().get_text_range().replace("\r\n", "\n")
            for number in range(len(document))
        ]
    finally:
        document.close()


def whole_text(pdf: bytes) -> str:
    """Return the text of all pages with single spaces between words."""
    return " ".join(" ".join(page_texts(pdf)).split())


def ink(pdf: bytes, page: int = 0, *, scale: float = 1.0) -> int:
    """Return how many pixels of a page are not white, at 72 dots per inch times scale."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=scale, grayscale=True).to_pil()
        return sum(picture.histogram()[:250])
    finally:
        document.close()


def drawn(draw: Callable[["Canvas"], object], title: str = "A test") -> bytes:
    """Return a PDF of one A4 page on which something was drawn."""
    file = BytesIO()
    canvas = new_canvas(file, A4, title=title)
    draw(canvas)
    canvas.showPage()
    return saved(canvas, file)
