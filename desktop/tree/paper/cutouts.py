"""Leaves to cut out and hang on a tree that is on the wall already."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from desktop.errors import UserError
from desktop.language import tr
from desktop.printing.canvas import new_canvas, saved
from desktop.printing.shapes import polygon
from desktop.printing.sheet import A3, A4, MM, Size
from desktop.printing.style import MUTED
from desktop.printing.text import draw
from desktop.progress import Progress
from desktop.tree.paper import pdf
from desktop.tree.paper.cutout import NUMBER, Cutout
from desktop.tree.paper.packing import Spot, pack
from desktop.tree.paper.palette import palette
from desktop.tree.paper.places import Places
from desktop.tree.paper.rows import Poster
from desktop.tree.paper.steps import Sheet, Step
from desktop.tree.paper.symbols import symbols

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SHEETS = (A4, A4.landscape, A3, A3.landscape)
"""Each leaf goes on the first of these that is large enough."""

_MARGIN = 8 * MM
_GAP = 3 * MM
_DASH = (3.0, 2.2)


def top_up(
    poster: Poster,
    *,
    every: bool = False,
    on: Size | None = None,
    language: str = "en",
    author: str = "",
    progress: Progress | None = None,
) -> bytes:
    """Return the new leaves of a poster as a PDF to cut out, after a map of where they go.

    The leaves are as large as those that hang there. `every` leaf is for a tree that is hung by
    hand; `on` is the paper of the sheets that the poster was put together from, if it was. Raises
    UserError where there is no leaf to print or one is too large for A3, Cancelled where
    `progress` was stopped.
    """
    pieces = [
        Cutout(leaf, crown, standing.em)
        for crown, (leaves, standing) in enumerate(zip(poster.trees, poster.standings, strict=True))
        for leaf in leaves
        if every or leaf.new
    ]
    if not pieces:
        raise UserError(tr("Every leaf is on the wall already.", language))
    laid = _laid(pieces, language)
    file = BytesIO()
    title = poster.look.title or tr("Pledge tree", language)
    canvas = new_canvas(file, A4, title=title, author=author, language=language)
    known: dict[str, str] = {}
    for crown in range(len(poster.trees)):
        own = [piece for piece in pieces if piece.crown == crown]
        if own:
            Places(canvas, poster, crown, own, on, language).draw(known)
    progress = progress or Progress()
    for sheet in progress.over(laid, len(laid)):
        _draw(canvas, poster, sheet, known)
    return saved(canvas, file)


class _Laid(NamedTuple):
    """The pieces of one sheet and where they lie."""

    size: Size
    pieces: Sequence[tuple[Cutout, Spot]]


def _laid(pieces: Sequence[Cutout], language: str) -> list[_Laid]:
    left, found = list(pieces), list[_Laid]()
    for size in SHEETS:
        wide, high = size.width - 2 * _MARGIN, size.height - 2 * _MARGIN
        fitting, larger = list[Cutout](), list[Cutout]()
        for one in left:
            fits = one.size.width <= wide and one.size.height <= high
            (fitting if fits else larger).append(one)
        found += _sheets(size, fitting)
        left = larger
    if left:
        long = max(one.size.width for one in left) / MM / 10
        words = tr(
            "A new leaf is {long} cm long on this tree, which is more than A3 holds. Print the "
            "whole poster again instead.",
            language,
        )
        raise UserError(words.format(long=round(long)))
    return found


def _sheets(size: Size, pieces: Sequence[Cutout]) -> Iterator[_Laid]:
    wide, high = size.width - 2 * _MARGIN, size.height - 2 * _MARGIN
    spots = pack([one.size for one in pieces], wide, high, _GAP)
    laid = list(zip(pieces, spots, strict=True))
    for sheet in range(max((spot.sheet for spot in spots), default=-1) + 1):
        yield _Laid(size, [(piece, spot) for piece, spot in laid if spot.sheet == sheet])


def _draw(canvas: "Canvas", poster: Poster, sheet: _Laid, known: dict[str, str]) -> None:
    size = sheet.size
    canvas.setPageSize((size.width, size.height))
    pdf.write(canvas, Sheet(size.width, size.height, 0.0, _steps(poster, sheet)), known)
    for piece, spot in sheet.pieces:
        x, y = spot.x + _MARGIN, spot.y + _MARGIN
        polygon(canvas, piece.cut(x, y), stroke=MUTED, thickness=0.6, dash=_DASH)
        across, up = piece.number_at(x, y)
        draw(canvas, across, up - NUMBER.size * 0.35, str(piece.leaf.number), NUMBER, "centre")
    canvas.showPage()


def _steps(poster: Poster, sheet: _Laid) -> Iterator[Step]:
    colours = palette(poster.look.season, plain=poster.look.plain)
    yield from symbols(colours)
    for piece, spot in sheet.pieces:
        yield from piece.steps(spot.x + _MARGIN, spot.y + _MARGIN, colours)
