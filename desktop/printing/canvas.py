"""The canvas papers are drawn on: the same bytes each time, its document's data filled in."""

from io import BytesIO
from typing import TYPE_CHECKING

from desktop.printing.fonts import CHAINS, REPORTLAB, Weight, register
from desktop.printing.sheet import Size
from desktop.printing.text import normalise

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_PDF_LANGUAGES = {"en": "en-GB", "cy": "cy-GB"}


def new_canvas(
    file: BytesIO,
    paper: Size,
    *,
    title: str,
    subject: str = "",
    author: str = "",
    language: str = "en",
) -> "Canvas":
    """Return a canvas that gives the same bytes for the same drawing, with its document's data."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # text armour: a quarter more bytes and time, and nobody needs it
    canvas = Canvas(
        file,
        pagesize=(paper.width, paper.height),
        invariant=1,
        pageCompression=1,
        initialFontName=register(  # type: ignore[arg-type]  # the stub asks for a float
            CHAINS[Weight.REGULAR][0]
        ),
        lang=_PDF_LANGUAGES.get(language, language),
    )
    canvas.setTitle(normalise(title))
    canvas.setSubject(normalise(subject))
    canvas.setAuthor(normalise(author))
    canvas.setCreator("Pledge Tree")
    return canvas


def saved(canvas: "Canvas", file: BytesIO) -> bytes:
    """Finish the PDF and return it; workers may finish several at once."""
    with REPORTLAB:
        canvas.save()
    return file.getvalue()
