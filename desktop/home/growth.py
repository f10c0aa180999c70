"""Where the leaves and branches of Home’s little tree are: the same each time for a number.

The unit is the picture’s own: the trunk’s foot is at (0, 0), y goes up.
"""

import math
from dataclasses import dataclass
from functools import cache

MOST = 66
"""More leaves than this are not drawn; the tree is then full."""
WIDE, HIGH = 330.0, 236.0
"""The room a full tree takes."""
GOLDEN = math.pi * (3 - math.sqrt(5))
STALK = 0.42


@dataclass(frozen=True)
class Leaf:
    """One leaf: where its stalk meets the blade, its angle in radians and its length."""

    x: float
    y: float
    angle: float
    length: float


@dataclass(frozen=True)
class Branch:
    """A piece of wood, bent on its way through `bend`, with its width."""

    start: tuple[float, float]
    bend: tuple[float, float]
    end: tuple[float, float]
    width: float


@dataclass(frozen=True)
class Tree:
    """All that is drawn, the thick wood first."""

    branches: tuple[Branch, ...]
    leaves: tuple[Leaf, ...]


@dataclass
class _Node:
    x: float
    y: float
    parent: int
    angle: float
    load: int = 0


@cache
def grown(number: int) -> Tree:
    """Return the tree with so many leaves, at most MOST."""
    number = max(1, min(number, MOST))
    size = math.sqrt(number / MOST)
    size = 0.42 + 0.58 * size
    spread = _spots(number, size)
    wood = _trunk(size)
    first = len(wood)
    for x, y in sorted(spread, key=lambda spot: math.hypot(spot[0], spot[1] - wood[-1].y)):
        _hang(wood, x, y)
    _carry(wood)
    length = min(34.0, 1.95 * 150 * size / math.sqrt(number + 6))
    leaves = tuple(
        Leaf(node.x, node.y, node.angle, length * (0.9 + 0.2 * _wobble(at)))
        for at, node in enumerate(wood[first:])
    )
    return Tree(_branches(wood, size), leaves)


def _spots(number: int, size: float) -> list[tuple[float, float]]:
    """Return places spread evenly over the crown, none of them in front of the trunk."""
    across, up = 137 * size, 82 * size
    middle = 126 * size
    found: list[tuple[float, float]] = []
    total = number + max(1, round(number * 0.09))
    for at in range(4 * total):
        away = math.sqrt((at + 0.5) / total)
        turn = at * GOLDEN + 0.9
        x = across * away * math.cos(turn) + 5 * (_wobble(at) - 0.5)
        y = middle + up * away * math.sin(turn) + 5 * (_wobble(at + 31) - 0.5)
        if not (abs(x) < 26 * size and y < middle - 18 * size):
            found.append((x, y))
        if len(found) == number:
            break
    return found


def _wobble(at: int) -> float:
    """Return a number between 0 and 1 that looks drawn by lot and is always the same."""
    return (math.sin(at * 12.9898) * 43758.5453) % 1.0


def _trunk(size: float) -> list[_Node]:
    """Return the trunk, a little swayed, up to where the boughs leave it."""
    points = ((0.0, 0.0), (1.5, 26.0), (3.0, 52.0), (0.5, 76.0))
    nodes = [_Node(0.0, 0.0, -1, math.pi / 2)]
    for at, (x, y) in enumerate(points[1:]):
        nodes.append(_Node(x * size, y * size, at, math.pi / 2))
    return nodes


def _hang(wood: list[_Node], x: float, y: float) -> None:
    """Hang a leaf on the wood that lies nearest and leads there."""

    def cost(at: int) -> float:
        node = wood[at]
        away = math.hypot(x - node.x, y - node.y)
        turn = abs(_turn(math.atan2(y - node.y, x - node.x) - node.angle))
        low = 60 if at < 2 else 0
        return away * (1 + 0.55 * turn * turn) + low

    parent = min(range(1, len(wood)), key=cost)
    from_ = wood[parent]
    towards = math.atan2(y - from_.y, x - from_.x)
    outward = math.atan2(y - wood[3].y + 12, x - wood[3].x)
    bent = towards + 0.35 * _turn(outward - towards)
    wood.append(_Node(x, y, parent, bent))


def _turn(angle: float) -> float:
    return (angle + math.pi) % (2 * math.pi) - math.pi


def _carry(wood: list[_Node]) -> None:
    """Count how many leaves each piece of wood carries."""
    for at in range(len(wood) - 1, 0, -1):
        wood[at].load += at > 3
        wood[wood[at].parent].load += wood[at].load


def _branches(wood: list[_Node], size: float) -> tuple[Branch, ...]:
    pieces = []
    for node in wood[1:]:
        from_ = wood[node.parent]
        away = math.hypot(node.x - from_.x, node.y - from_.y)
        lead = away * STALK
        bend = (from_.x + lead * math.cos(from_.angle), from_.y + lead * math.sin(from_.angle))
        width = (1.1 + 1.05 * math.sqrt(node.load)) * (0.6 + 0.4 * size)
        pieces.append(Branch((from_.x, from_.y), bend, (node.x, node.y), width))
    return tuple(sorted(pieces, key=lambda piece: -piece.width))


@cache
def in_blossom(number: int, kept: int) -> frozenset[int]:
    """Return which of the drawn leaves blossom: the share of kept ones, far from each other."""
    leaves = grown(number).leaves
    if not number or not kept:
        return frozenset()
    share = max(1, round(len(leaves) * min(1.0, kept / number)))
    chosen = [len(leaves) - 1]
    away = [math.inf] * len(leaves)
    while len(chosen) < share:
        last = leaves[chosen[-1]]
        away = [
            min(far, math.hypot(leaf.x - last.x, leaf.y - last.y))
            for far, leaf in zip(away, leaves, strict=True)
        ]
        chosen.append(max(range(len(leaves)), key=lambda at: away[at]))
    return frozenset(chosen)
