"""A line of text as runs of one face, in the order in which they are drawn."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from desktop.printing.direction import levels, may_turn, visual_order
from desktop.printing.fonts import CHAINS, Face, Weight, coverage
from desktop.printing.graphemes import graphemes, is_emoji, is_hidden
from desktop.printing.shaping import Glyph, Part, font, shaped

_SPACES = frozenset(" \u00a0")
_INDIAN = range(0x0900, 0x0E00)
_BLOCK = 0x80  # how many characters the script of each Indian language has


class Run(NamedTuple):
    """A stretch of a line in one face, and its advance in thousandths of the size.

    A shaped run has glyphs, from left to right, and its text in reading order; the text of any
    other is drawn as it stands.
    """

    face: Face
    text: str
    units: float
    glyphs: tuple[Glyph, ...] = ()


class Sign(NamedTuple):
    """What stands for a letter or several of a line: where it is drawn and as wide as what.

    Its parts are glyphs of the face; `x` and `advance` are in thousandths of the size, from the
    left end of the line.
    """

    face: Face
    parts: tuple[Part, ...]
    text: str
    x: float
    advance: float


class _Piece(NamedTuple):
    """Graphemes of one face, script and direction; in the order of the text."""

    face: Face
    script: int
    level: int
    text: str


@lru_cache(maxsize=4096)
def runs(text: str, weight: Weight) -> tuple[Run, ...]:
    """Return a line of normalised text as it is drawn, from left to right.

    Characters that no face draws are left out. A grapheme's face never depends on its neighbours,
    and words are shaped one by one, so the widths of words and spaces add up.
    """
    pieces = _pieces(text, weight)
    order = visual_order([piece.level for piece in pieces])
    return tuple(_run(pieces[number], weight) for number in order)


def in_reading_order(text: str, weight: Weight) -> tuple[Sign, ...]:
    """Return the signs of a line of normalised text in the order in which they are read."""
    pieces = _pieces(text, weight)
    found: dict[int, list[Sign]] = {}
    x = 0.0
    for number in visual_order([piece.level for piece in pieces]):
        run = _run(pieces[number], weight)
        signs = []
        for glyph in run.glyphs or _letters(run, pieces[number]):
            signs.append(Sign(run.face, glyph.parts, glyph.text, x, glyph.advance))
            x += glyph.advance
        found[number] = signs[::-1] if pieces[number].level % 2 else signs
    return tuple(sign for _, signs in sorted(found.items()) for sign in signs)


def _letters(run: Run, piece: _Piece) -> Iterator[Glyph]:
    """Yield the letters of an unshaped run from left to right, each with what it stands for."""
    text = piece.text[::-1] if piece.level % 2 else piece.text
    advances = coverage(run.face)
    for drawn, char in zip(run.text, text, strict=True):
        part = Part(font(run.face).get_nominal_glyph(ord(drawn)))
        yield Glyph((part,), char, advances[char])


def _pieces(text: str, weight: Weight) -> list[_Piece]:
    chain = CHAINS[weight]
    found = levels(text) if may_turn(text) else None
    pieces: list[_Piece] = []
    place = 0
    for cluster in graphemes(text):
        level = found[place] if found else 0
        place += len(cluster)
        for face, shown in _faces(cluster, chain):
            _add(pieces, _Piece(face, _script(face, shown), level, shown))
    return pieces


def _add(pieces: list[_Piece], piece: _Piece) -> None:
    """Add a piece to those before it: to the last if it goes on there."""
    if not pieces:
        pieces.append(piece)
        return
    last = pieces[-1]
    if piece.text in _SPACES and last.level == piece.level and _has_space(last.face):
        piece = last._replace(text=piece.text)
    if piece[:3] == last[:3]:
        pieces[-1] = last._replace(text=last.text + piece.text)
    else:
        pieces.append(piece)


def _script(face: Face, text: str) -> int:
    code = ord(text[0])
    return code // _BLOCK if face.shaped and code in _INDIAN else 0


def _run(piece: _Piece, weight: Weight) -> Run:
    left = piece.level % 2 == 1
    if piece.face.shaped:
        glyphs = _glyphs(piece, left, weight)
        return Run(piece.face, piece.text, sum(glyph.advance for glyph in glyphs), glyphs)
    # A bracket counts as wide either way round, or a line's width would hang on its direction.
    units = sum(map(coverage(piece.face).__getitem__, piece.text))
    return Run(piece.face, _mirrored(piece.text, piece.face) if left else piece.text, units)


def _glyphs(piece: _Piece, left: bool, weight: Weight) -> tuple[Glyph, ...]:
    found: list[Glyph] = []
    words = _words(piece.text)
    for word in reversed(words) if left else words:
        if word in _SPACES:
            found.append(_space(piece.face, weight))
        else:
            found += shaped(piece.face, word, left=left)
    return tuple(found)


def _words(text: str) -> list[str]:
    """Return the words and single spaces of a text."""
    found: list[str] = []
    start = 0
    for place, char in enumerate(text):
        if char in _SPACES:
            found += [text[start:place], char]
            start = place + 1
    return [word for word in (*found, text[start:]) if word]


@cache
def _has_space(face: Face) -> bool:
    return face.shaped and " " in coverage(face)


@cache
def _space(face: Face, weight: Weight) -> Glyph:
    """Return the space of a shaped face, as wide as that of the house face."""
    advance = coverage(CHAINS[weight][0])[" "]
    return Glyph((Part(font(face).get_nominal_glyph(ord(" "))),), " ", advance)


def _mirrored(text: str, face: Face) -> str:
    """Return text as it is drawn where it runs from right to left."""
    from bidi.mirror import MIRRORED

    drawn = coverage(face)
    turned = [(char, MIRRORED.get(char, char)) for char in reversed(text)]
    return "".join(other if other in drawn else char for char, other in turned)


def _faces(cluster: str, chain: Sequence[Face]) -> Iterator[tuple[Face, str]]:
    """Yield the face of a grapheme, or of each of its characters if no face has them all."""
    seen = "".join(char for char in cluster if not is_hidden(char))
    if not seen:
        return
    needed = set(seen)
    for face in reversed(chain) if is_emoji(cluster) else chain:
        if coverage(face).keys() >= needed:
            yield face, cluster if face.shaped else seen
            return
    for char in seen:
        for face in chain:
            if char in coverage(face):
                yield face, char
                break
