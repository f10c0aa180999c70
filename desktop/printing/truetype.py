"""Reads from a TrueType file which characters it draws and how far each advances."""

import struct
import sys
from array import array
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Measures(NamedTuple):
    """A font's box and reach above and below the line, in thousandths of an em."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@lru_cache(maxsize=32)
def advances(path: Path) -> dict[str, float]:
    """Return the advance of every character the file has a glyph for, in thousandths of an em.

    Reads the Unicode tables ReportLab reads (cmap formats 4 and 12), so that widths agree.
    """
    data = path.read_bytes()
    places = {tag: start for tag, (start, _) in tables(data).items()}
    (units,) = struct.unpack_from(">H", data, places["head"] + 18)
    widths = _glyph_widths(data, places)
    scale = 1 if units == 1000 else 1000 / units
    last = len(widths) - 1
    return {
        chr(code): widths[min(glyph, last)] * scale
        for code, glyph in _characters(data, places["cmap"])
        if glyph
    }


@lru_cache(maxsize=32)
def measures(path: Path) -> Measures:
    """Return the measures of a font file."""
    data = path.read_bytes()
    places = {tag: start for tag, (start, _) in tables(data).items()}
    (units,) = struct.unpack_from(">H", data, places["head"] + 18)
    box = struct.unpack_from(">4h", data, places["head"] + 36)
    reach = struct.unpack_from(">2h", data, places["hhea"] + 4)
    left, bottom, right, top, ascent, descent = (
        round(1000 * length / units) for length in (*box, *reach)
    )
    return Measures((left, bottom, right, top), ascent, descent)


def tables(data: bytes) -> dict[str, tuple[int, int]]:
    """Return where each table of a font file begins, and its length."""
    (count,) = struct.unpack_from(">H", data, 4)
    entries = struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * count])
    return {tag.decode("ascii"): (start, length) for tag, _, start, length in entries}


def _glyph_widths(data: bytes, places: dict[str, int]) -> list[int]:
    (count,) = struct.unpack_from(">H", data, places["hhea"] + 34)
    start = places["hmtx"]
    return list(_unsigned(data, start, 2 * count)[::2])


def _unsigned(data: bytes, start: int, count: int) -> "array[int]":
    numbers = array("H", data[start : start + 2 * count])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield (code point, glyph) of the fullest Windows Unicode table."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    records = struct.iter_unpack(">HHL", data[cmap + 4 : cmap + 4 + 8 * count])
    offset = {encoding: place for platform, encoding, place in records if platform == 3}
    start = cmap + offset[max(offset)]
    (kind,) = struct.unpack_from(">H", data, start)
    return _format_12(data, start) if kind == 12 else _format_4(data, start)


def _format_12(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    (groups,) = struct.unpack_from(">L", data, start + 12)
    for first, last, glyph in struct.iter_unpack(
        ">LLL", data[start + 16 : start + 16 + 12 * groups]
    ):
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _format_4(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    length, _, doubled = struct.unpack_from(">HHH", data, start + 2)
    words = _unsigned(data, start, length // 2)
    segments = doubled // 2
    ends, starts = 7, 8 + segments
    deltas, ranges = starts + segments, starts + 2 * segments
    for n in range(segments):
        first, last = words[starts + n], min(words[ends + n], 0xFFFE)
        delta, jump = words[deltas + n], words[ranges + n]
        for code in range(first, last + 1):
            glyph = code
            if jump:
                glyph = words[ranges + n + jump // 2 + code - first]
                if not glyph:
                    continue
            yield code, (glyph + delta) & 0xFFFF
