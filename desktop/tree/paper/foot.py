"""The words at a poster's foot: title, subtitle, count and date, and the logo."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.printing.fit import Fit, fit
from desktop.printing.fonts import Weight
from desktop.printing.picture import grey, opened
from desktop.printing.sheet import MM, Box
from desktop.printing.style import Style
from desktop.printing.text import ASCENT, DESCENT, width
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.rows import Look
from desktop.tree.paper.steps import Line, Picture, Step, Use, Words
from desktop.tree.paper.symbols import SIGN

SIDE = 0.042  # of the sheet's width
_UNPRINTED = 4.5 * MM
_HIGH = 0.80  # of the ground's height, up to which there are words
_LEFT, _RIGHT, _LOGO = 0.60, 0.33, 0.15  # of the width between the sides
_LARGEST, _LEAST = 0.62, 0.1  # of the room's height: the title's size
_SUB, _COUNT, _WHEN = 0.25, 0.30, 0.22
_SMALLEST = 4.0  # points, for words that nothing else would do for
_TITLE = Style(1, Weight.SEMIBOLD, leading=1.12)
_PLAIN = Style(1, Weight.REGULAR, leading=1.2)
_STRONG = Style(1, Weight.SEMIBOLD, leading=1.2)


class _Block(NamedTuple):
    fit: Fit
    style: Style
    colour: str


def foot(
    look: Look, width_: float, ground: float, palette: Palette, *, signed: bool = False
) -> Iterator[Step]:
    """Yield the words at the foot of a sheet; `signed` where a kept pledge's sign explains them."""
    side = max(SIDE * width_, _UNPRINTED)
    low = max(_UNPRINTED, 0.16 * ground)
    room = Box(side, low, width_ - 2 * side, _HIGH * ground - low)
    right = room.right
    if look.logo:
        picture = _logo(look, room)
        yield picture
        right = picture.x - 0.02 * width_
    blocks = _left(look, room, palette)
    yield from _set(blocks, room, room.x, right=False)
    blocks = _right(look, room, palette)
    yield from _set(blocks, room, right, right=True)
    if signed and look.counted and blocks:
        yield _sign(blocks, room, right)


def _logo(look: Look, room: Box) -> Picture:
    picture = opened(look.logo)
    scale = min(room.height / picture.height, _LOGO * room.width / picture.width)
    wide, high = picture.width * scale, picture.height * scale
    content = grey(look.logo) if look.plain else look.logo
    return Picture(content, room.right - wide, room.y + (room.height - high) / 2, wide, high)


def _left(look: Look, room: Box, palette: Palette) -> list[_Block]:
    share = _LEFT * room.width
    high = room.height * (0.70 if look.subtitle else 1.0)
    blocks = [_block(look.title, share, high, room.height * _LARGEST, _TITLE, palette.title)]
    if look.subtitle:
        size = room.height * _SUB
        blocks.append(_block(look.subtitle, share, room.height * 0.3, size, _PLAIN, palette.small))
    return [block for block in blocks if block.fit.lines]


def _right(look: Look, room: Box, palette: Palette) -> list[_Block]:
    share = _RIGHT * room.width * (0.62 if look.logo else 1.0)
    blocks = [
        _block(text, share, room.height * 0.5, room.height * size, style, palette.small)
        for text, size, style in ((look.counted, _COUNT, _STRONG), (look.when, _WHEN, _PLAIN))
    ]
    return [block for block in blocks if block.fit.lines]


def _block(
    text: str, width_: float, height: float, largest: float, style: Style, colour: str
) -> _Block:
    smallest = min(_SMALLEST, largest)
    return _Block(fit(text, width_, height, style, largest, smallest), style, colour)


def _height(blocks: Sequence[_Block]) -> float:
    return sum(block.fit.height for block in blocks)


def _set(blocks: Sequence[_Block], room: Box, x: float, *, right: bool) -> Iterator[Words]:
    top = room.y + (room.height + _height(blocks)) / 2
    for block in blocks:
        size, pitch = block.fit.size, block.fit.size * block.fit.leading
        lines = []
        for number, text in enumerate(block.fit.lines):
            down = number * pitch + (pitch + (ASCENT - DESCENT) * size) / 2
            left = -width(text, block.style.at(size)) if right else 0.0
            lines.append(Line(text, left, -down, size, block.style.weight, block.colour))
        yield Words((1, 0, 0, 1, x, top), lines)
        top -= block.fit.height


def _sign(blocks: Sequence[_Block], room: Box, right: float) -> Use:
    """Return the sign of a kept pledge before the count."""
    first = blocks[0]
    size = first.fit.size
    wide = max(width(line, first.style.at(size)) for line in first.fit.lines)
    top = room.y + (room.height + _height(blocks)) / 2
    return Use(
        SIGN, (size * 0.52, 0, 0, size * 0.52, right - wide - size * 0.85, top - size * 0.62)
    )
