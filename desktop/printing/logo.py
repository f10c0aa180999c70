"""A picture file made small enough to be kept with the data as a logo."""

from io import BytesIO

from desktop.errors import UserError
from desktop.language import tr
from desktop.printing.picture import opened

SIDES = (600, 450, 320, 220, 150)
"""Pixels of the longer side, tried in turn."""


def small_logo(content: bytes, largest: int) -> bytes:
    """Return a PNG or JPEG as a PNG of at most 600 pixels and `largest` bytes.

    Raises UserError when the picture can't be read or won't become so small.
    """
    picture = opened(content)
    for side in SIDES:
        small = picture.copy()
        small.thumbnail((side, side))
        file = BytesIO()
        small.save(file, "PNG", optimize=True)
        if len(file.getvalue()) <= largest:
            return file.getvalue()
    raise UserError(tr("This picture is too large for a logo. Choose a simpler one."))
