"""Cuts a font file down to the glyphs a PDF draws, and joins those that belong to one sign."""

import struct
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.printing.fonts import Face
from desktop.printing.shaping import EM, Glyph, Part, font
from desktop.printing.truetype import tables

_KEPT = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_DROPPED = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "name", "post", "prep", "vhea", "vmtx")
_OFFSETS_BY_NAME = 0x0002
_OFFSETS_ARE_WORDS = 0x0001
_MORE = 0x0020
_LONG = 1  # how head says that loca has four bytes an entry
_MOST = 0xFFFF


class Subset(NamedTuple):
    """A font file, and the number in it of each glyph that was asked for."""

    file: bytes
    places: list[int]


def subset(face: Face, glyphs: Sequence[Glyph]) -> Subset:
    """Return a TrueType file that draws these glyphs, each by one number of its own.

    The file has what a PDF needs and no more: no character table, no shaping.
    """
    file, numbers = _cut(face, {part.id for glyph in glyphs for part in glyph.parts})
    outlines = _Outlines(file, font(face).face.upem)
    places = [outlines.place(glyph, numbers) for glyph in glyphs]
    return Subset(outlines.file(), places)


def _cut(face: Face, wanted: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    import uharfbuzz

    request = uharfbuzz.SubsetInput()
    request.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NO_HINTING
    request.glyph_set.update(wanted)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    plan = uharfbuzz.SubsetPlan(font(face).face, request)
    numbers = plan.old_to_new_glyph_mapping
    return plan.execute().blob.data, {glyph: numbers[glyph] for glyph in wanted}


class _Outlines:
    """The glyphs of a font file, to which joined ones are added."""

    def __init__(self, data: bytes, upem: int) -> None:
        self._tables = {
            tag: data[start : start + length]
            for tag, (start, length) in tables(data).items()
            if tag in _KEPT
        }
        self._scale = upem / EM
        self._glyphs = self._read_glyphs()
        self._metrics = self._read_metrics()
        self._known: dict[tuple[Part, ...], int] = {}
        self._parts = 1

    def _read_glyphs(self) -> list[bytes]:
        (long,) = struct.unpack_from(">h", self._tables["head"], 50)
        loca = self._tables["loca"]
        places = [place for (place,) in struct.iter_unpack(">L" if long else ">H", loca)]
        step = 1 if long else 2
        glyf = self._tables["glyf"]
        return [glyf[step * start : step * end] for start, end in pairwise(places)]

    def _read_metrics(self) -> list[tuple[int, int]]:
        (full,) = struct.unpack_from(">H", self._tables["hhea"], 34)
        hmtx = self._tables["hmtx"]
        found = list(struct.iter_unpack(">Hh", hmtx[: 4 * full]))
        last = found[-1][0]
        return found + [(last, side) for (side,) in struct.iter_unpack(">h", hmtx[4 * full :])]

    def place(self, glyph: Glyph, numbers: dict[int, int]) -> int:
        """Return the number of a glyph in this file, joining its parts if it has several."""
        first = numbers[glyph.parts[0].id]
        parts = tuple(
            Part(numbers[part.id], round(part.x * self._scale), round(part.y * self._scale))
            for part in glyph.parts
            if self._glyphs[numbers[part.id]]
        )
        if not parts:
            return first
        if len(parts) == 1 and parts[0][1:] == (0, 0):
            return parts[0].id
        if parts not in self._known:
            self._known[parts] = len(self._glyphs)
            self._join(parts, round(glyph.advance * self._scale))
        return self._known[parts]

    def _join(self, parts: Sequence[Part], advance: int) -> None:
        boxes = [struct.unpack_from(">4h", self._glyphs[part.id], 2) for part in parts]
        left = min(box[0] + part.x for box, part in zip(boxes, parts, strict=True))
        low = min(box[1] + part.y for box, part in zip(boxes, parts, strict=True))
        right = max(box[2] + part.x for box, part in zip(boxes, parts, strict=True))
        high = max(box[3] + part.y for box, part in zip(boxes, parts, strict=True))
        glyph = struct.pack(">5h", -1, int(left), int(low), int(right), int(high))
        for part in parts:
            more = 0 if part is parts[-1] else _MORE
            flags = _OFFSETS_BY_NAME | _OFFSETS_ARE_WORDS | more
            glyph += struct.pack(">HHhh", flags, part.id, int(part.x), int(part.y))
        self._glyphs.append(glyph)
        self._metrics.append((max(advance, 0), int(left)))
        self._parts = max(self._parts, len(parts))

    def file(self) -> bytes:
        """Return the whole as a font file."""
        from reportlab.pdfbase.ttfonts import TTFontMaker

        maker = TTFontMaker()
        for tag, table in (self._tables | self._changed()).items():
            maker.add(tag, table)
        return bytes(maker.makeStream())

    def _changed(self) -> dict[str, bytes]:
        count = len(self._glyphs)
        padded = [glyph + bytes(-len(glyph) % 4) for glyph in self._glyphs]
        places = [0]
        for glyph in padded:
            places.append(places[-1] + len(glyph))
        head, hhea = bytearray(self._tables["head"]), bytearray(self._tables["hhea"])
        struct.pack_into(">h", head, 50, _LONG)
        struct.pack_into(">H", hhea, 34, count)
        return {
            "glyf": b"".join(padded),
            "loca": struct.pack(f">{len(places)}L", *places),
            "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in self._metrics),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "maxp": self._limits(count),
        }

    def _limits(self, count: int) -> bytes:
        """Return maxp with room for what joined glyphs add up to."""
        maxp = bytearray(self._tables["maxp"])
        points, contours, joined_points, joined_contours = struct.unpack_from(">4H", maxp, 6)
        elements, depth = struct.unpack_from(">2H", maxp, 28)
        struct.pack_into(">H", maxp, 4, count)
        most = (max(points, joined_points), max(contours, joined_contours))
        struct.pack_into(">2H", maxp, 10, *(min(_MOST, limit * self._parts) for limit in most))
        struct.pack_into(">2H", maxp, 28, max(elements, self._parts), depth + 1)
        return bytes(maxp)
