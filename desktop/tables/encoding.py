"""Which characters the bytes of a text file mean."""

import codecs
import re
from pathlib import Path

from desktop.errors import UserError
from desktop.tables.formats import no_list

SAMPLE = 65_536

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.05
_MOSTLY, _HARDLY = 0.2, 0.01

WINDOWS_LETTERS = "windows-letters"
"""Decodes what is no UTF-8 as Windows would, byte by byte.

A list may begin in plain letters and have its first `é` in row 90,000, and lists joined by hand mix
both: no guess from a beginning is right for these.
"""


def _windows_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(WINDOWS_LETTERS, _windows_letters)


def encoding_of(path: Path) -> str:
    """Return the name of a text file's encoding, as Python calls it.

    Raises UserError when the file is no text. Open it with `errors_of` the encoding.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    encoding = next((name for bom, name in _BOMS.items() if sample.startswith(bom)), None)
    encoding = encoding or _utf16(sample) or "utf-8"
    text = sample.decode(encoding, errors_of(encoding))
    controls = len(_CONTROLS.findall(text))
    if controls > max(10, len(text.replace("\0", "")) * _MOST_CONTROLS):
        raise UserError(no_list(path))
    return encoding


def errors_of(encoding: str) -> str:
    """Return how an encoding's errors are taken."""
    return "replace" if encoding.startswith("utf-16") else WINDOWS_LETTERS


def _utf16(sample: bytes) -> str | None:
    """Return UTF-16 where every other byte is NUL, as it is in plain letters."""
    half = max(len(sample) // 2, 1)
    first, second = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if second > _MOSTLY and first < _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if first > _MOSTLY and second < _HARDLY else None
