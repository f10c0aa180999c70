"""Reads back what a poster's PDF draws: each glyph's ink and each symbol, in order.

It knows PDF and TrueType, and nothing of how the poster was made.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np
from fontTools.ttLib import TTFont
from numpy.typing import NDArray

Matrix = tuple[float, float, float, float, float, float]
Floats = NDArray[np.float64]

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\r?\n(.*?)endobj", re.DOTALL)
_TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|<[0-9A-F]*>|\[|\]|/[^\s/<(\[]+|[^\s/<(\[\]]+", re.DOTALL
)
_PATH = re.compile(rb"^[-\d. ]+ [mlc]$\n?|^h$\n?", re.MULTILINE)
_FONT = re.compile(rb"/((?:F\d+\+\d+)|(?:G\d+)) (\d+) 0 R")
_ENTRY = re.compile(rb"<([0-9A-F]{2,4})> <([0-9A-F]+)>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


class Glyph(NamedTuple):
    """A glyph: what it says, its ink's corners (none for a space), its size and baseline start."""

    text: str
    corners: tuple[tuple[float, float], ...]
    start: tuple[float, float]
    end: tuple[float, float]
    size: float


Line = list[Glyph]


@dataclass
class Block:
    """Lines that were written as one, and how their text is turned."""

    lines: list[Line] = field(default_factory=list)

    @property
    def glyphs(self) -> list[Glyph]:
        return [glyph for line in self.lines for glyph in line]


class Used(NamedTuple):
    """A symbol where it was drawn: its name, and how it lies there."""

    name: str
    matrix: Matrix


class Page(NamedTuple):
    """A page: its boxes, and symbols and words in the order they were drawn."""

    boxes: dict[str, tuple[float, ...]]
    marks: list[Used | Block]
    symbols: dict[str, Floats]  # the last outline of each, which is its edge


@dataclass(frozen=True)
class _Font:
    texts: dict[int, str]
    widths: dict[int, float]
    boxes: dict[int, tuple[float, float, float, float]]
    wide: bool  # whether a code has two bytes


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does `one` first and then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def pages(pdf: bytes) -> list[Page]:
    """Return what each page draws."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts = {
        name.decode(): _font(objects[int(number)], objects)
        for body in objects.values()
        for name, number in _FONT.findall(body)
    }
    symbols = dict(_symbols(objects))
    return [
        Page(
            _boxes(body),
            list(_Reader(fonts).read(_stream(objects[_number(body, b"Contents")]))),
            symbols,
        )
        for body in objects.values()
        if re.search(rb"/Type /Page\b", body)
    ]


def _boxes(body: bytes) -> dict[str, tuple[float, ...]]:
    found = re.findall(rb"/(\w+Box) \[([^\]]*)\]", body)
    return {name.decode(): tuple(map(float, numbers.split())) for name, numbers in found}


def _symbols(objects: dict[int, bytes]) -> Iterator[tuple[str, Floats]]:
    for body in objects.values():
        for name, number in re.findall(rb"/(FormXob\.\w+) (\d+) 0 R", body):
            if b"/Subtype /Image" in objects[int(number)]:
                continue
            stream = _stream(objects[int(number)])
            last = stream.rsplit(b" m\n", 1)
            start = last[0].rsplit(b"\n", 1)[-1] + b" "
            steps = [line[:-2] for line in last[1].split(b"\n") if line.endswith((b" c", b" l"))]
            points = [float(x) for x in (start + b" ".join(steps)).split()]
            ends = np.array(points).reshape(-1, 2)[::3]
            yield name.decode().removeprefix("FormXob."), ends


class _Reader:
    """Follows the operators of one page."""

    def __init__(self, fonts: dict[str, _Font]) -> None:
        self._fonts = fonts
        self._here: Matrix = _SAME
        self._kept: list[Matrix] = []
        self._line: Matrix = _SAME
        self._text: Matrix = _SAME
        self._font, self._size = "", 0.0
        self._seen = True

    def read(self, stream: bytes) -> Iterator[Used | Block]:
        values: list[bytes] = []
        block = Block()
        for match in _TOKEN.finditer(_PATH.sub(b"", stream)):
            token = match[0]
            if token[:1] in b"(<[]/" or token[:1] in b"-.0123456789":
                values.append(token)
                continue
            if token == b"q":
                self._kept.append(self._here)
            elif token == b"Q":
                self._here = self._kept.pop()
            elif token == b"cm":
                self._here = times(_numbers(values), self._here)
            elif token == b"Do" and values[-1].startswith(b"/FormXob."):
                yield Used(values[-1].decode().removeprefix("/FormXob."), self._here)
            elif token == b"BT":
                self._line = self._text = _SAME
                block = Block()
            elif token == b"Tm":
                self._line = self._text = _numbers(values)
            elif token == b"Td":
                x, y = map(float, values[-2:])
                self._line = self._text = times((1, 0, 0, 1, x, y), self._line)
                block.lines.append([])
            elif token == b"Tf":
                self._font, self._size = values[-2].decode()[1:], float(values[-1])
            elif token == b"Tr":
                self._seen = values[-1] != b"3"
            elif token == b"Tj" and self._seen:
                if not block.lines:
                    block.lines.append([])
                block.lines[-1] += self._shown(values[-1])
            elif token == b"TJ":
                block.lines[-1] += self._spaced(values[values.index(b"[") + 1 : -1])
            elif token == b"ET":
                yield block
            values = []

    def _spaced(self, values: list[bytes]) -> list[Glyph]:
        """Return what strings with steps between them show, from left to right."""
        found: list[tuple[float, Glyph]] = []
        for value in values:
            if value.startswith(b"<"):
                found += [(self._text[4], glyph) for glyph in self._shown(value)]
            else:
                step = -float(value) * self._size / 1000
                self._text = times((1, 0, 0, 1, step, 0), self._text)
        return [glyph for _, glyph in sorted(found, key=lambda placed: placed[0])]

    def _shown(self, string: bytes) -> Iterator[Glyph]:
        font, size = self._fonts[self._font], self._size
        for code in _codes(string, wide=font.wide):
            turned = times(self._text, self._here)
            left, low, right, high = (edge * size / 1000 for edge in font.boxes[code])
            width = font.widths[code] * size / 1000
            corners: Sequence[tuple[float, float]] = ()
            if right > left:
                corners = [at(turned, x, y) for x in (left, right) for y in (low, high)]
            text = font.texts[code]
            start, end = at(turned, 0, 0), at(turned, width, 0)
            scale = float(np.hypot(turned[0], turned[1]))
            yield Glyph(text, tuple(corners), start, end, size * scale)
            self._text = times((1, 0, 0, 1, width, 0), self._text)


def _numbers(values: list[bytes]) -> Matrix:
    a, b, c, d, e, f = map(float, values[-6:])
    return a, b, c, d, e, f


def _codes(string: bytes, *, wide: bool) -> Iterator[int]:
    if string[:1] == b"<":
        data = bytes.fromhex(string[1:-1].decode())
    else:
        data = _ESCAPE.sub(_unescaped, string[1:-1])
    step = 2 if wide else 1
    for n in range(0, len(data), step):
        yield int.from_bytes(data[n : n + step], "big")


def _unescaped(match: re.Match[bytes]) -> bytes:
    plain = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    if match[1][:1].isdigit():
        return bytes([int(match[1], 8)])
    return plain.get(match[1], match[1])


def _number(body: bytes, key: bytes) -> int:
    (found,) = re.findall(rb"/" + key + rb" \[? ?(\d+) 0 R", body)
    return int(found)


def _stream(body: bytes) -> bytes:
    data = re.split(rb"stream\r?\n", body, maxsplit=1)[1].rsplit(b"endstream", 1)[0]
    return zlib.decompressobj().decompress(data) if b"/FlateDecode" in body else data


def _font(body: bytes, objects: dict[int, bytes]) -> _Font:
    cmap = _stream(objects[_number(body, b"ToUnicode")])
    texts = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for section in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)
        for code, text in _ENTRY.findall(section)
    }
    wide = b"/Type0" in body
    descendant = objects[_number(body, b"DescendantFonts")] if wide else body
    descriptor = objects[_number(descendant, b"FontDescriptor")]
    font = TTFont(BytesIO(_stream(objects[_number(descriptor, b"FontFile2")])))
    glyphs = _glyphs(font, descendant, objects, wide=wide)
    boxes = {code: _ink(font, glyph) for code, glyph in glyphs.items()}
    return _Font(texts, _widths(descendant, objects, wide=wide), boxes, wide)


def _glyphs(font: Any, body: bytes, objects: dict[int, bytes], *, wide: bool) -> dict[int, str]:
    if not wide:
        return dict(font["cmap"].getcmap(1, 0).cmap)
    places = _stream(objects[_number(body, b"CIDToGIDMap")])
    numbers = [int.from_bytes(places[n : n + 2], "big") for n in range(0, len(places), 2)]
    return {code: font.getGlyphName(number) for code, number in enumerate(numbers)}


def _ink(font: Any, glyph: str) -> tuple[float, float, float, float]:
    found = font["glyf"][glyph]
    if not found.numberOfContours:
        return 0, 0, 0, 0
    scale = 1000 / font["head"].unitsPerEm
    left, low, right, high = found.xMin, found.yMin, found.xMax, found.yMax
    return left * scale, low * scale, right * scale, high * scale


def _widths(body: bytes, objects: dict[int, bytes], *, wide: bool) -> dict[int, float]:
    if wide:
        (listed,) = re.findall(rb"/W \[ 1 \[ (.*?) \] \]", body, re.DOTALL)
        return dict(enumerate(map(float, listed.split()), start=1))
    (first,) = re.findall(rb"/FirstChar (\d+)", body)
    inline = re.findall(rb"/Widths \[ ?(.*?) ?\]", body, re.DOTALL)
    listed = inline[0] if inline else objects[_number(body, b"Widths")].strip(b"[] \r\n")
    return dict(enumerate(map(float, listed.split()), start=int(first)))
