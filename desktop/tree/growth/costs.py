"""What a place costs, in em of rank: how a leaf lies there, and how snugly."""

from functools import cache
from typing import NamedTuple

import numpy as np

from desktop.leaf import RATIO
from desktop.tree.growth.crown import Crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import LEAST, MIDDLE, STALK, TILT, TILTS, Place, tilts, width_of
from desktop.tree.growth.stamps import SIDES
from desktop.tree.wood.perch import Perches
from desktop.tree.wood.plan import Floats, Numbers

TURNED = 0.04  # a degree of tilt
STRAY = 2.2  # a tip that does not point outward
INWARD = 30.0  # and more where it points inward
FRAME, GROWN = 26.0, 70.0  # each em by which the frame grows about a crown so many em wide
SNUG = 5.5  # gained by an edge that lies against other leaves all round
BARE, SHORT = 12.0, 2.5  # each em of new wood in the open; so many are free
INSIDE, OWN = 0.2, 0.35  # what counts of wood that is not so far out, of the leaf's own twig
# What counts of bare wood that leads the other way than the leaf: it would be a hook.
BACK = 0.7
BOUGH = 8.0  # em of wood in the open, new and old, that may end in a leaf to which it turns
OUTSIDE = 40.0  # each em by which wood leaves the frame
NEXT = 1.9  # em from the edge: where nothing would fit that lies snug
# A young crown is round about a point over the fork, however tall it will be.
ROUNDED, MIDST, TALL, BROAD = 3.0, 10.0, 1.2, 1.15

_RIM = 20  # points of an edge
_TWIG = 4  # points of a twig


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
def _turned() -> Floats:
    """Return what leaves cost by their tilts, by side and tilt."""
    return np.array([abs(way.tilt) * (TILT * TURNED) for way in ways()])


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


class Stage(NamedTuple):
    """How far a tree has come: half the width in em of its leaves' frame, and its youth."""

    frame: float
    young: bool


def frame(crown: Crown, rung: int, way: Numbers, x: Floats, y: Floats) -> Floats:
    """Return the half width of the frame, shaped as the crown, that holds each leaf."""
    width = width_of(rung)
    wide, high = reaches()[0][way] * width, reaches()[1][way] * width
    upper, lower = (y + high) / crown.up, (high - y) / crown.down
    return np.asarray(np.maximum(np.abs(x) + wide, np.maximum(upper, lower)))


def spread(crown: Crown, stage: Stage, x: Floats, y: Floats, frame: Floats) -> Floats:
    """Return what places cost that spread a crown, `frame` being half its frame's width then.

    A young crown stays round; each em by which an old one grows costs the more, the wider it is.
    """
    grown = np.maximum(frame - stage.frame, 0.0)
    if stage.young:
        return np.asarray(rounded(crown, x, y) + grown)
    return np.asarray(grown * (FRAME * min(1.0, stage.frame / GROWN)))


def least_spread(crown: Crown, rung: int, stage: Stage, x: Floats, y: Floats) -> Floats:
    """Return what places cost at least that spread a crown, whatever their sides and tilts."""
    wide, high = (float(reach.min()) * width_of(rung) for reach in reaches())
    across, upper, lower = np.abs(x) + wide, (y + high) / crown.up, (high - y) / crown.down
    return spread(crown, stage, x, y, np.maximum(across, np.maximum(upper, lower)))


def behind(rung: int, way: Numbers, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return where the stalks of leaves end whose middles are given."""
    far = width_of(rung) * (RATIO * MIDDLE + STALK)
    return x - axes()[0][way] * far, y - axes()[1][way] * far


def lie(crown: Crown, way: Numbers, x: Floats, y: Floats) -> Floats:
    """Return what leaves cost by their tilts and directions: tips point out of the crown."""
    along, up = axes()[0][way], axes()[1][way]
    high = y / crown.up**2
    outward = (along * x + up * high) / (np.sqrt(x * x + high * high) + 1.0)
    return np.asarray(_turned()[way] + STRAY * (1 - outward) + INWARD * np.maximum(-outward, 0.0))


def rounded(crown: Crown, x: Floats, y: Floats) -> Floats:
    """Return what places cost a young tree by their distance from its midst."""
    up = min(crown.up, BROAD)
    high = (y - MIDST * up) * (TALL / up)
    return np.asarray(ROUNDED * np.sqrt(x * x + high * high))


def snug(maps: Maps, rung: int, way: Numbers, x: Floats, y: Floats) -> Floats:
    """Return what places gain by how much of their edge lies against what is taken."""
    ring = _rims()[way] * width_of(rung) + _circle() * NEXT
    taken = maps.taken(x[:, None] + ring[..., 0], y[:, None] + ring[..., 1])
    return np.asarray(taken.sum(axis=1) * (SNUG / _RIM))


class Twigs(NamedTuple):
    """What leaves would hang by: the node, the leaf's side and tilt, the foot and its rank."""

    nodes: Numbers
    way: Numbers
    x: Floats
    y: Floats
    rank: Floats

    def some(self, which: Numbers) -> "Twigs":
        """Return those with the given numbers, in that order."""
        nodes, way, x, y, rank = self
        return Twigs(nodes[which], way[which], x[which], y[which], rank[which])


def bare(
    maps: Maps, perches: Perches, twigs: Twigs, frame: Floats, *, young: bool = False
) -> Floats:
    """Return what places cost whose new wood would run in the open, and whose twigs turn back.

    Wood further out than the leaf counts most: it would be a hook. Of a young tree, whose wood is
    all bare, that is all. `frame` is half the width of the frame that holds all leaves: wood that
    leaves it might leave the sheet.
    """
    plan = perches.plan
    path, new = perches.path(twigs.nodes)
    bare = new & ~perches.shelter.covered[path]
    further = plan.rank[path] > twigs.rank[:, None]
    share, length = _own(maps, perches, twigs)
    seen = share * length * np.where(further[:, 0], 1.0, OWN)
    seen += (bare * np.where(further, 1.0, INSIDE) * plan.stride[path]).sum(axis=1)
    if not young:
        seen += _turning(perches, twigs, path, np.where(share < 0.5, 0.0, share * length))
    outside = np.where(new, plan.frame[path], 0.0).max(axis=1) - frame
    return np.asarray(BARE * np.maximum(seen - SHORT, 0.0) + OUTSIDE * np.maximum(outside, 0.0))


def _own(maps: Maps, perches: Perches, twigs: Twigs) -> tuple[Floats, Floats]:
    """Return which part of the leaves' own twigs runs in the open, and how long they are."""
    plan, nodes = perches.plan, twigs.nodes
    at_x, at_y = plan.x[nodes], plan.y[nodes]
    share = (np.arange(_TWIG) + 0.5) / _TWIG
    across, high = (twigs.x - at_x)[:, None], (twigs.y - at_y)[:, None]
    free = ~maps.covered(at_x[:, None] + across * share, at_y[:, None] + high * share)
    return free.sum(axis=1) / _TWIG, np.hypot(across, high)[:, 0]


def _turning(perches: Perches, twigs: Twigs, path: Numbers, own: Floats) -> Floats:
    """Return how many em count of wood in the open, new and old, that turns before its leaf.

    `own` is how much of the leaves' own twigs is seen, 0 where most is hidden.
    """
    plan, bare = perches.plan, perches.shelter.bare[twigs.nodes]
    along, up = axes()[0][twigs.way][:, None], axes()[1][twigs.way][:, None]
    onward = plan.along[path] * along + plan.up[path] * up
    seen = plan.depth[twigs.nodes][:, None] - plan.depth[path] < bare[:, None]
    back = np.where(seen, plan.stride[path] * np.maximum(-onward, 0.0), 0.0).sum(axis=1)
    turn = 1 - 2 * np.where(seen, onward, 1.0).min(axis=1)
    bough = np.where(own > 0, np.maximum(own + bare - BOUGH, 0.0), 0.0)
    return np.asarray(BACK * back + np.minimum(np.maximum(turn, 0.0), 1.0) * bough)
