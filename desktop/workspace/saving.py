"""Papers as files: what they are called, and writing them safely."""

import os
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.printing.text import normalise
from desktop.store.files import plain_file_errors, sync_file

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " ") | {"\n": " ", ".": " "})
_LONGEST = 110  # bytes of UTF-8: with date and paper it stays well below 255 everywhere


def file_name(when: str, about: str, what: str) -> str:
    """Return a paper's file name: `2026-10-08 Good conversations at home – pledge cards.pdf`.

    Windows, macOS and Linux take it: no forbidden characters, not too long, and never the name
    of a device (CON), since the paper's name follows. `when` and `about` may be empty.
    """
    subject = " ".join(part for part in (when, safe(about)) if part)
    name = f"{subject} – {safe(what)}" if subject else safe(what)
    return f"{name[:1].upper()}{name[1:]}.pdf"


def safe(text: str) -> str:
    """Return text that may be part of a file name on every system."""
    cleaned = " ".join(normalise(text, 400).translate(_FORBIDDEN).split())
    return cleaned.encode()[:_LONGEST].decode(errors="ignore").strip()


def write_paper(path: Path, content: bytes) -> None:
    """Write a paper whole or not at all; what was there before is replaced.

    Raises UserError when the folder is not there or can't be written, when a folder or a
    device is named, and when the disk is full.
    """
    with plain_file_errors(path.parent):
        if path.exists() and not path.is_file():
            raise UserError(tr("{path} is not a file. Name another one.").format(path=path))
        part = path.with_name(path.name + ".part")
        try:
            part.write_bytes(content)
            sync_file(part)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder for papers where there is none.

    Raises UserError when it can't be made.
    """
    with plain_file_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
