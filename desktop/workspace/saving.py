"""Papers as files: what they are called, and writing them safely."""

import os
from pathlib import Path

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


def write_paper(path: Path, pdf: bytes) -> None:
    """Write a PDF whole or not at all; what was there before is replaced.

    Raises UserError when the folder is not there or can't be written, and when the disk is full.
    """
    part = path.with_name(path.name + ".part")
    with plain_file_errors(path.parent):
        try:
            part.write_bytes(pdf)
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
