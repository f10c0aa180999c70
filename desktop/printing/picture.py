"""Pictures on paper, and paper as a picture."""

import struct
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import tr
from desktop.pdfium import TURN

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

MOST = 1600  # pixels of a picture's longer side on paper
_LARGEST = 40_000_000  # pixels of a file that is opened at all
_PAGE = 120_000_000  # pixels of a page as a picture
_HELD = 0x0112  # EXIF's tag of how a camera was held, and what turns each upright (PIL's Transpose)
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}


@lru_cache(4)
def opened(content: bytes) -> "Image":
    """Return a PNG or JPEG file's picture upright, made smaller where it is very large.

    Raises UserError when it cannot be read.
    """
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _LARGEST:
                raise UserError(tr("The logo is too large. Choose a smaller picture."))
            found = _in_eight_bits(picture).convert("RGBA")
            found.thumbnail((MOST, MOST))
            return _upright(found)
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise UserError(tr("The logo could not be read. Choose a PNG or JPEG picture.")) from error


def _upright(picture: "Image") -> "Image":
    """Return a picture turned as its camera noted that it was held, if that can be read."""
    from PIL.Image import Transpose

    note: object = None
    with suppress(SyntaxError, ValueError, struct.error, Warning):
        note = picture.getexif().get(_HELD)
    turn = _TURNS.get(note) if isinstance(note, int) else None
    return picture if turn is None else picture.transpose(Transpose(turn))


def _in_eight_bits(picture: "Image") -> "Image":
    """Return a picture of at most 256 shades: of 65,536, nearly all would be taken for white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.point(lambda shade: shade / 257).convert("L")


def grey(content: bytes) -> bytes:
    """Return a picture file without its colours."""
    picture = opened(content)
    shades = picture.convert("LA")
    return _png(shades.convert("RGBA"))


def png_of(content: bytes) -> bytes:
    """Return a picture file as a PNG no larger than paper needs."""
    return _png(opened(content))


def placed(
    canvas: "Canvas", content: bytes, x: float, y: float, width: float, height: float
) -> None:
    """Draw a picture file with its lower left corner at (x, y), in points."""
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(opened(content)), x, y, width, height, mask="auto")


def page_png(pdf: bytes, number: int, dpi: float) -> bytes:
    """Return a page of a PDF, from 0, as a PNG picture.

    Raises UserError when it would be too large for a computer's memory.
    """
    import pypdfium2

    with TURN:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            width, height = page.get_size()
            if width * height * (dpi / 72) ** 2 > _PAGE:
                raise UserError(
                    tr("The picture would be too large. Choose fewer dots per inch, or a PDF.")
                )
            picture = page.render(scale=dpi / 72).to_pil().copy()
        finally:
            document.close()
    return _png(picture, dpi)


def _png(picture: "Image", dpi: float = 0) -> bytes:
    file = BytesIO()
    if dpi:
        picture.save(file, "PNG", dpi=(dpi, dpi))
    else:
        picture.save(file, "PNG")
    return file.getvalue()
