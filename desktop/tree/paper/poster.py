"""The pledge tree as a poster: a PDF to print, or a picture."""

from collections.abc import Iterator

from desktop.language import tr
from desktop.printing.picture import page_png
from desktop.progress import Progress
from desktop.tree.paper import pdf as pdf_file
from desktop.tree.paper import svg as svg_file
from desktop.tree.paper.drawing import draw
from desktop.tree.paper.rows import Poster
from desktop.tree.paper.steps import Sheet


def poster(
    poster: Poster,
    *,
    bleed: bool = False,
    language: str = "en",
    author: str = "",
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of a tree, or of a grove with a page for each tree.

    `bleed` is the print shop's variant: 3 mm more on each side, cut off later. Raises UserError
    where the logo cannot be read, Cancelled where `progress` was stopped.
    """
    sheets = _sheets(poster, bleed, language, progress or Progress())
    title = poster.look.title or tr("Pledge tree", language)
    return pdf_file.pdf(sheets, poster.sheet, title=title, author=author, language=language)


def _sheets(poster: Poster, bleed: bool, language: str, progress: Progress) -> Iterator[Sheet]:
    trees = range(len(poster.trees))
    for number in progress.over(trees, len(trees)):
        yield draw(poster, number, bleed=bleed, language=language)


def svg(poster: Poster, number: int = 0, *, language: str = "en") -> bytes:
    """Return one tree of the poster, from 0, as an SVG; its words are drawn as outlines.

    Raises UserError where the logo cannot be read.
    """
    sheet = draw(poster, number, language=language)
    return svg_file.svg(sheet, title=poster.look.title or tr("Pledge tree", language))


def png(poster: Poster, number: int = 0, *, dpi: float = 150, language: str = "en") -> bytes:
    """Return one tree of the poster, from 0, as a PNG.

    Raises UserError where the logo cannot be read or the picture would be too large.
    """
    sheet = draw(poster, number, language=language)
    made = pdf_file.pdf(
        [sheet], poster.sheet, title=poster.look.title, author="", language=language
    )
    return page_png(made, 0, dpi)
