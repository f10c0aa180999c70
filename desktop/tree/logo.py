"""The logo of a programme's organisation."""

import base64

from desktop.errors import UserError
from desktop.language import tr
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.tree.model import Logo, logo_id

LARGEST = 200_000
"""Bytes of a picture at most: it goes wherever the data goes."""


def logo_of(db: Db, programme: str) -> bytes:
    """Return the logo of a programme's organisation as a PNG, empty where there is none."""
    found = db.get(Logo, logo_id(programme))
    return picture_of(found.picture) if found else b""


def picture_of(text: str) -> bytes:
    """Return the PNG that a logo's text holds, empty where it holds none."""
    try:
        return base64.b64decode(text)
    except ValueError:  # also of letters that no Base64 has
        return b""


def had_logo(db: Db, programme: str) -> bool:
    """Return whether there is a logo or was one, to which a person may go back."""
    return bool(db.history(logo_id(programme)))


def keep_logo(change: Change, programme: str, picture: bytes) -> Logo:
    """Keep a small PNG as the logo in place of the one before.

    Raises UserError when it is too large.
    """
    if len(picture) > LARGEST:
        raise UserError(tr("This picture is too large for a logo. Choose a simpler one."))
    before = change.get(Logo, logo_id(programme))
    text = base64.b64encode(picture).decode()
    return change.save(
        Logo(
            id=logo_id(programme),
            rev=before.rev if before else None,
            programme=programme,
            picture=text,
        )
    )


def remove_logo(change: Change, programme: str) -> None:
    """Take the logo away; undo brings it back."""
    found = change.get(Logo, logo_id(programme))
    if found is not None:
        change.delete(found)
