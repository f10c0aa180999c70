"""What a place costs, in em of rank: how a leaf lies there, and how snugly."""

from functools import cache

import numpy as np

from desktop.tree.growth.crown import Crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import LEAST, TILT, TILTS, Place, tilts, width_of
from desktop.tree.growth.stamps import SIDES
from desktop.tree.wood.plan import Floats, Numbers

TURNED = 0.04  # a degree of tilt
STRAY = 1.6  # a tip that does not point outward
INWARD = 6.0  # and more where it points inward
FRAME = 6.0  # each em by which the frame about the crown grows
SNUG = 3.0  # gained by an edge that lies against other leaves all round
NEXT = 1.9  # em from the edge: where nothing would fit that lies snug
ROUNDED, MIDST, TALL = 0.8, 8.0, 1.45  # a young crown is round about a point over the fork

_RIM = 20  # points of an edge


@cache
def ways() -> tuple[Place, ...]:
    """Return a leaf of the least width by side and tilt."""
    return tuple(Place(0, 0, 0, side, tilt, 0) for side in SIDES for tilt in tilts())


def way_of(place: Place) -> int:
    """Return the number of a leaf's side and tilt: side · tilts + tilt."""
    return SIDES.index(place.side) * len(tilts()) + place.tilt + TILTS


@cache
def axes() -> tuple[Floats, Floats]:
    """Return the directions from foot to tip by side and tilt, along x and y."""
    along, up = np.array([way.axis for way in ways()]).round(6).T
    return along, up


@cache
def _rims() -> Floats:
    """Return points on the edges of leaves 1 em wide, by side and tilt."""
    towards = _circle()
    rings = [np.array(way.outline(200)) / LEAST for way in ways()]
    return np.array([ring[(ring @ towards.T).argmax(axis=0)] for ring in rings]).round(6)


@cache
def _circle() -> Floats:
    angles = np.arange(_RIM) * (2 * np.pi / _RIM)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).round(6)


@cache
def edges() -> Floats:
    """Return how far leaves 1 em wide reach: by side and tilt, to the left, down, right and up."""
    rings = [np.array(way.outline(400)) / LEAST for way in ways()]
    found = [np.concatenate([-ring.min(axis=0), ring.max(axis=0)]) for ring in rings]
    return np.array(found).round(6)


@cache
def reaches() -> tuple[Floats, Floats]:
    """Return how far leaves 1 em wide reach at most by side and tilt, along x and y."""
    left, down, right, up = edges().T
    return np.maximum(left, right), np.maximum(down, up)


def frame(crown: Crown, rung: int, way: Numbers, x: Floats, y: Floats) -> Floats:
    """Return the half width of the frame, shaped as the crown, that holds each leaf."""
    width = width_of(rung)
    wide, high = reaches()[0][way] * width, reaches()[1][way] * width
    upper, lower = (y + high) / crown.up, (high - y) / crown.down
    return np.asarray(np.maximum(np.abs(x) + wide, np.maximum(upper, lower)))


def lie(way: Numbers, x: Floats, y: Floats) -> Floats:
    """Return what leaves cost by their tilts and directions."""
    along, up = axes()[0][way], axes()[1][way]
    outward = (along * x + up * y) / (np.sqrt(x * x + y * y) + 1.0)
    tilt = np.abs(way % len(tilts()) - TILTS) * (TILT * TURNED)
    return np.asarray(tilt + STRAY * (1 - outward) + INWARD * np.maximum(-outward, 0.0))


def rounded(x: Floats, y: Floats) -> Floats:
    """Return what places cost a young tree by their distance from its midst."""
    return np.asarray(ROUNDED * np.sqrt(x * x + ((y - MIDST) * TALL) ** 2))


def snug(maps: Maps, rung: int, way: Numbers, x: Floats, y: Floats) -> Floats:
    """Return what places gain by how much of their edge lies against what is taken."""
    ring = _rims()[way] * width_of(rung) + _circle() * NEXT
    taken = maps.taken(x[:, None] + ring[..., 0], y[:, None] + ring[..., 1])
    return np.asarray(taken.sum(axis=1) * (SNUG / _RIM))
