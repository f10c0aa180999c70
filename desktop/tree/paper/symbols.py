"""What is drawn again and again: leaves, and what a kept pledge bears at its stalk."""

import math
from collections.abc import Iterator

import numpy as np

from desktop import leaf
from desktop.tree.growth.shape import STALK
from desktop.tree.paper.palette import Palette, Sign, Tint
from desktop.tree.paper.steps import (
    Fill,
    Outline,
    Points,
    Stroke,
    Symbol,
    joined,
    polygon,
    ring,
    smooth,
)

KEPT, SIGN, HAZE, SEED = "kept", "sign", "haze", "seed"

_STALK = STALK / leaf.RATIO  # of the length
_VEINS = (0.16, 0.31, 0.46, 0.61, 0.75)  # of the length: where side veins leave the midrib
_LEAN, _BEND = 0.17, 0.62  # how far a vein's end lies ahead; how far out it reaches
_EDGE, _VEIN, _RIB = 0.0075, 0.0042, 0.0085
_KEPT_EDGE = 0.015  # tells a kept leaf also in grey
_FINE, _HEAVY = 0.0055, 0.018  # the edges in one colour; words and neighbours leave room for them
_SAMPLES = 64
_PETALS = 5
_RIM = 0.28  # pale, round fruit: without it they are lost on wood


def leaf_name(number: int) -> str:
    """Return the name of the symbol of a leaf of a tint."""
    return f"leaf{number}"


def symbols(palette: Palette) -> Iterator[Symbol]:
    """Yield the symbols of a season: leaves of length 1 from the foot along x, and the rest."""
    edge, kept = (_EDGE, _KEPT_EDGE) if palette.kept.vein else (_FINE, _HEAVY)
    for number, tint in enumerate(palette.tints):
        yield Symbol(leaf_name(number), _leaf(tint, palette.stalk, edge))
    yield Symbol(KEPT, _leaf(palette.kept, palette.stalk, kept))
    yield Symbol(SIGN, _SIGNS[palette.sign](palette))
    yield Symbol(SEED, _seed(palette.tints[0]))
    if palette.haze[0]:
        for number, colour in enumerate(palette.haze):
            yield Symbol(f"{HAZE}{number}", [Fill([_ellipse(0, 0, 1, 1)], colour)])


def _leaf(tint: Tint, stalk: str, edge: float) -> list[Fill | Stroke]:
    upper, lower = _halves()
    whole = Outline(joined(upper, lower[::-1]), curved=True)
    steps: list[Fill | Stroke] = []
    if stalk:
        steps.append(Fill([stalk_outline()], stalk))
    steps.append(Fill([whole], tint.upper))
    if tint.lower != tint.upper:
        steps.append(Fill([Outline(_closed(lower), curved=True)], tint.lower))
    if tint.vein:
        steps += [Stroke(_veins(), tint.vein, _VEIN), Fill([_rib()], tint.vein)]
    return [*steps, Stroke([whole], tint.edge, edge)]


def stalk_outline() -> Outline:
    """Return the stalk of a leaf of length 1; the twig reaches half of it."""
    wide, back = 0.014, 0.62 * _STALK
    return polygon([(-back, wide), (0.02, 0.007), (0.02, -0.007), (-back, -wide)])


def _closed(half: Points) -> Points:
    """Return half a leaf with the straight way back along its axis."""
    return np.concatenate([half, half[-1:], half[:1], half[:1]])


def _halves() -> tuple[Points, Points]:
    """Return the upper and the lower edge from foot to tip as curves."""
    t = (1 - np.cos(np.linspace(0, math.pi, _SAMPLES // 2 + 1))) / 2
    high = np.array([leaf.half_width(one) / (2 * leaf.RATIO) for one in t.tolist()])
    upper = smooth(np.stack([t, high], axis=1))
    return upper, upper * (1, -1)


def _rib() -> Outline:
    """Return the midrib, which thins out towards the tip."""
    along = np.array([0.0, 0.35, 0.7, 0.97])
    half = np.array([_RIB, 0.72 * _RIB, 0.42 * _RIB, 0.0])
    upper = smooth(np.stack([along, half], axis=1))
    return Outline(joined(upper, (upper * (1, -1))[::-1]), curved=True)


def _veins() -> list[Outline]:
    found = []
    for place in _VEINS:
        end = min(place + _LEAN, 0.95)
        reach = _BEND * leaf.half_width(end) / (2 * leaf.RATIO)
        curve = np.array(
            [(place, 0.0), (place + 0.07, 0.25 * reach), (end - 0.05, 0.62 * reach), (end, reach)]
        )
        found += [Outline(curve * (1, side), curved=True, closed=False) for side in (1, -1)]
    return found


def _seed(tint: Tint) -> list[Fill | Stroke]:
    upper, lower = _halves()
    whole = Outline(joined(upper, lower[::-1]), curved=True)
    rib = Outline(np.array([(0.0, 0.0), (0.8, 0.0)]), closed=False)
    return [
        Fill([whole], tint.lower),
        Stroke([rib], tint.vein or tint.edge, 0.02),
        Stroke([whole], tint.edge, 0.03),
    ]


def _ellipse(x: float, y: float, wide: float, high: float, turn: float = 0.0) -> Outline:
    angle = np.arange(16) * (2 * math.pi / 16)
    across, up = wide * np.cos(angle), high * np.sin(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    return ring(np.stack([x + across * cos - up * sin, y + across * sin + up * cos], axis=1))


def _blossom(palette: Palette) -> list[Fill | Stroke]:
    petal, edge, eye = palette.petals
    turns = [math.pi / 2 + 2 * math.pi * n / _PETALS for n in range(_PETALS)]
    petals = [_petal(turn) for turn in turns]
    stamens = [
        Outline(np.array([(0.0, 0.0), (0.42 * math.cos(a), 0.42 * math.sin(a))]), closed=False)
        for a in turns
    ]
    return [
        Fill(petals, petal),
        Stroke(petals, edge, 0.07),
        Stroke(stamens, edge, 0.05),
        Fill([_ellipse(0, 0, 0.24, 0.24)], eye),
        Stroke([_ellipse(0, 0, 0.24, 0.24)], edge, 0.04),
    ]


def _petal(turn: float) -> Outline:
    half = [(0.3, 0.24), (0.62, 0.42), (0.9, 0.3)]
    shape = np.array([(0.05, 0.0), *half, (0.88, 0.0), *((x, -y) for x, y in half[::-1])])
    cos, sin = math.cos(turn), math.sin(turn)
    return ring(shape @ np.array([(cos, sin), (-sin, cos)]))


def _fruit(palette: Palette) -> list[Fill | Stroke]:
    body, edge, green = palette.petals
    half = [(0.0, 0.36), (0.28, 0.48), (0.62, 0.36), (0.74, 0.0), (0.57, -0.5), (0.27, -0.8)]
    apple = ring(np.array([*half, (0.0, -0.72), *((-x, y) for x, y in half[:0:-1])]))
    stalk = Outline(np.array([(0.0, 0.34), (0.05, 0.55), (0.08, 0.7), (0.15, 0.9)]), True, False)
    return [
        Stroke([apple, stalk], _light(palette), _RIM),
        Fill([apple], body),
        Stroke([apple], edge, 0.08),
        Stroke([stalk], edge, 0.1),
        Fill([_ellipse(0.42, 0.68, 0.3, 0.14, 0.35)], green),
        Stroke([_glint(-0.42, 0.1, 0.4)], _light(palette), 0.1),
    ]


def _berries(palette: Palette) -> list[Fill | Stroke]:
    body, edge, green = palette.petals
    places = ((-0.42, -0.12), (0.42, -0.12), (0.0, -0.5))
    leaves = [_ellipse(0.38, 0.48, 0.42, 0.19, 0.6), _ellipse(-0.38, 0.48, 0.42, 0.19, -0.6)]
    berries = [_ellipse(x, y, 0.4, 0.4) for x, y in places]
    steps: list[Fill | Stroke] = [Stroke(berries, _light(palette), _RIM), Fill(leaves, green)]
    for (x, y), berry in zip(places, berries, strict=True):
        steps += [Fill([berry], body), Stroke([berry], edge, 0.08)]
        steps.append(Stroke([_glint(x - 0.2, y + 0.02, 0.16)], _light(palette), 0.07))
    return steps


def _glint(x: float, y: float, high: float) -> Outline:
    curve = np.array([(0.0, 0.0), (0.0, 0.4 * high), (0.1 * high, 0.7 * high), (0.3 * high, high)])
    return Outline(curve + np.array((x, y)), curved=True, closed=False)


def _light(palette: Palette) -> str:
    """Return the colour of the light on a fruit."""
    return palette.kept.vein or palette.sky


_SIGNS = {Sign.BLOSSOM: _blossom, Sign.FRUIT: _fruit, Sign.BERRIES: _berries}
