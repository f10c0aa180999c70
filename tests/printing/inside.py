"""Looks inside a PDF: which glyphs of which embedded fonts stand where."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_SHOWN = re.compile(rb"BT /(G\d+) ([\d.]+) Tf 1 0 0 1 (\S+) (\S+) Tm <([0-9A-F]+)> Tj ET")
_SPACED = re.compile(rb"BT 1 0 0 1 (\S+) (\S+) Tm /(G\d+) ([\d.]+) Tf \[(.*?)\] TJ ET")
_STRING = re.compile(rb"<([0-9A-F]+)>|([-\d.]+)")
_FONT = re.compile(rb"/(G\d+) (\d+) 0 R")
_ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")

Outline = list[tuple[str, tuple[tuple[float, float], ...]]]


@dataclass(frozen=True)
class Shown:
    """A run of glyphs on a page: face, size, place, and each glyph with its text and width."""

    face: str
    size: float
    x: float
    y: float
    glyphs: tuple[int, ...]  # in the embedded file; 0 would be the box of a missing character
    texts: tuple[str, ...]
    widths: tuple[float, ...]
    file: bytes

    def outline(self, x: float = 0) -> Outline:
        """Return what is drawn, in thousandths of the size from `x` before the run."""
        font = TTFont(BytesIO(self.file))
        glyphs, scale = font.getGlyphSet(), 1000 / font["head"].unitsPerEm
        pen = DecomposingRecordingPen(glyphs)
        for glyph, width in zip(self.glyphs, self.widths, strict=True):
            turned = TransformPen(pen, (scale, 0, 0, scale, x, 0))
            glyphs[font.getGlyphName(glyph)].draw(turned)
            x += width
        return list(pen.value)


def rounded(commands: list[tuple[str, Any]]) -> Outline:
    """Return a pen's recording in whole thousandths, contour by contour in order."""
    contours: list[Outline] = []
    for name, points in commands:
        if name == "moveTo":
            contours.append([])
        found = tuple((round(x), round(y)) for x, y in points if (x, y) is not None)
        contours[-1].append((name, found))
    return [step for contour in sorted(contours) for step in contour]


def shown(pdf: bytes) -> list[Shown]:
    """Return every run drawn by glyph, in the order of the pages."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts = {
        name: _font(objects[int(number)], objects)
        for whole in objects.values()
        for name, number in _FONT.findall(whole)
    }
    return [
        _shown(fonts[name], float(size), float(x), float(y), codes)
        for body in objects.values()
        for name, size, x, y, codes in _strings(_stream(body), fonts)
    ]


def _strings(stream: bytes, fonts: dict[bytes, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield font, size, place and codes of all strings; those with steps between, from the left."""
    yield from _SHOWN.findall(stream)
    for left, y, name, size, content in _SPACED.findall(stream):
        found, x = [], float(left)
        for codes, step in _STRING.findall(content):
            found += [(name, size, x, y, codes)] if codes else []
            widths = _shown(fonts[name], float(size), x, float(y), codes).widths
            x += float(size) * (sum(widths) - float(step or 0)) / 1000
        yield from sorted(found, key=lambda string: string[2])


def _shown(font: Any, size: float, x: float, y: float, codes: bytes) -> Shown:
    face, file, places, texts, widths = font
    used = [int(codes[n : n + 4], 16) for n in range(0, len(codes), 4)]
    return Shown(
        face,
        size,
        x,
        y,
        tuple(places[code] for code in used),
        tuple(texts[code] for code in used),
        tuple(widths[code - 1] for code in used),
        file,
    )


def _stream(body: bytes) -> bytes:
    if b"stream\n" not in body and b"stream\r\n" not in body:
        return b""
    data = re.split(rb"stream\r?\n", body, maxsplit=1)[1].rsplit(b"endstream", 1)[0]
    return zlib.decompressobj().decompress(data) if b"/FlateDecode" in body else data


def _font(body: bytes, objects: dict[int, bytes]) -> tuple[str, bytes, Any, Any, Any]:
    descendant = objects[_reference(body, b"DescendantFonts")]
    descriptor = objects[_reference(descendant, b"FontDescriptor")]
    file = _stream(objects[_reference(descriptor, b"FontFile2")])
    places = _stream(objects[_reference(descendant, b"CIDToGIDMap")])
    cmap = _stream(objects[_reference(body, b"ToUnicode")])
    texts = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _ENTRY.findall(cmap)
        if b"codespace" not in text
    }
    (widths,) = re.findall(rb"/W \[ 1 \[ (.*?) \] \]", descendant, re.DOTALL)
    (face,) = re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", body)
    numbers = [int.from_bytes(places[n : n + 2], "big") for n in range(0, len(places), 2)]
    return face.decode(), file, numbers, texts, [float(width) for width in widths.split()]


def _reference(body: bytes, key: bytes) -> int:
    (number,) = re.findall(rb"/" + key + rb" \[? ?(\d+) 0 R", body)
    return int(number)
