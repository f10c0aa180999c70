"""The words at a poster's foot: title, subtitle, count and date, and the logo."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop.printing.fit import Fit, fit
from desktop.printing.fonts import Weight
from desktop.printing.picture import grey, opened
from desktop.printing.sheet import MM, Box
from desktop.printing.style import Style
from desktop.printing.text import ASCENT, DESCENT, width
from desktop.tree.paper.ground import Ground
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.rows import Look
from desktop.tree.paper.steps import Line, Picture, Step, Use, Words
from desktop.tree.paper.symbols import SIGN

SIDE = 0.042  # of the sheet's width
_UNPRINTED = 4.5 * MM
_HIGH = 0.80  # of the ground's height, up to which there are words
_CLEAR = 0.7 * MM  # between words and the middle of the hill's line, where that is lower
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


def foot(look: Look, ground: Ground, palette: Palette, *, signed: bool = False) -> Iterator[Step]:
    """Yield the words at the foot of a sheet; `signed` where a kept pledge's sign explains them."""
    side = max(SIDE * ground.width, _UNPRINTED)
    low = max(_UNPRINTED, 0.16 * ground.level)
    full = Box(side, low, ground.width - 2 * side, _HIGH * ground.level - low)
    left = _below(ground, full, side, side + _LEFT * full.width)
    room = _below(ground, full, ground.width / 2, full.right)
    right = room.right
    if look.logo:
        picture = _logo(look, room)
        yield picture
        right = picture.x - 0.02 * ground.width
    yield from _set(_left(look, left, palette), left, left.x, right=False)
    blocks = _right(look, room, full.height, palette)
    yield from _set(blocks, room, right, right=True)
    if signed and look.counted and blocks:
        yield _sign(blocks, room, right)


def _below(ground: Ground, room: Box, left: float, right: float) -> Box:
    """Return the room so low that the hill's line passes above it from `left` to `right`."""
    top = min(room.top, ground.lowest(left, right) - _CLEAR)
    return Box(room.x, room.y, room.width, top - room.y)


def areas(steps: Iterable[Step]) -> list[Box]:
    """Return where there are words, a sign or a logo."""
    found = []
    for step in steps:
        if isinstance(step, Words):
            x, y = step.matrix[4:]
            for line in step.lines:
                wide = width(line.text, Style(line.size, line.weight))
                low = y + line.y - DESCENT * line.size
                found.append(Box(x + line.x, low, wide, (ASCENT + DESCENT) * line.size))
        elif isinstance(step, Use):
            size, x, y = step.matrix[0], *step.matrix[4:]
            found.append(Box(x - size, y - size, 2 * size, 2 * size))
        elif isinstance(step, Picture):
            found.append(Box(step.x, step.y, step.width, step.height))
    return found


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


def _right(look: Look, room: Box, full: float, palette: Palette) -> list[_Block]:
    """Return the blocks for a room; their sizes are those for the `full` height, if they fit."""
    share, both = _RIGHT * room.width * (0.62 if look.logo else 1.0), _COUNT + _WHEN
    blocks = [
        _block(text, share, room.height * size / both, full * size, style, palette.small)
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
