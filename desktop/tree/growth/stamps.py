"""What one thing in the crown leaves free around it, for every side, tilt and size of leaf.

Two leaves A and B keep their gap if along some normal u their middles lie further apart than
h_A(u) + h_B(−u) + GAP, h being how far a leaf reaches. All leaves of one side and tilt are alike
but for their width, so the widest B that keeps clear of A at a distance d is
max over u of (u·d − h_A(u) − GAP) / h_B(−u): one map serves every size.
"""

import math
import zlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop import paths
from desktop.tree.growth.shape import CELL, GAP, NORMALS, TILTS, normals, reach, tilts, width_of

if TYPE_CHECKING:
    from desktop.tree.growth.shape import Place

VERSION = 1  # a change of leaves' shapes, sizes, tilts or gaps gets a new file and number
SIDES = (1, -1)
RUNGS = 33  # leaves of these rungs are found in the maps; larger ones are rare
FINE = 128  # steps of an em in the sums below, rounded so that the leaf is never too wide


class Stamp(NamedTuple):
    """How many rungs stay free about a middle: by side, tilt, row and column."""

    free: NDArray[np.uint8]
    below: int  # rows and columns from the first to the middle's
    left: int


@cache
def _against() -> NDArray[np.float64]:
    """Return how far a leaf 1 em wide reaches against each normal: by normal, side and tilt."""
    behind = np.roll(np.arange(NORMALS), -NORMALS // 2)
    return np.stack(
        [np.stack([reach(side, tilt)[behind] for tilt in tilts()], axis=1) for side in SIDES],
        axis=1,
    )


@cache
def _widest() -> float:
    return width_of(RUNGS - 1)


@cache
def _rungs() -> NDArray[np.uint8]:
    """Return how many rungs are free by the widest leaf's width in steps of FINE."""
    top = math.ceil(_widest() * FINE) + 1
    widths = (np.arange(top + 1) + 1e-6) / FINE
    ladder = np.array([width_of(rung) for rung in range(RUNGS)])
    return np.searchsorted(ladder, widths, side="right").astype(np.uint8)


def _half(far: NDArray[np.float64], axis: int) -> int:
    """Return over how many cells each way a thing reaching so far matters, along x or y."""
    along = np.abs(normals()[:, axis])
    nearly = along > along.max() - 1e-9
    most = float(far[nearly].max()) + float(_against()[nearly].max()) * _widest()
    return math.ceil((most / float(along.max()) + GAP) / CELL)


@cache
def _apart(rows: int, columns: int) -> NDArray[np.int16]:
    """Return u·d over the reach of B, by normal, side, tilt, row and column."""

    def part(axis: int, half: int) -> NDArray[np.int16]:
        far = normals()[:, axis, None] * (np.arange(-half, half + 1) * CELL)
        over = far[:, None, None] / _against()[..., None]
        return np.floor(over * FINE).clip(-16000, 16000).astype(np.int16)

    return part(1, rows)[..., :, None] + part(0, columns)[..., None, :]


def stamp_of(far: NDArray[np.float64]) -> Stamp:
    """Return the stamp of a convex thing that reaches so far along each normal."""
    rows, columns = _half(far, 1), _half(far, 0)
    tall, wide = max(_TALL, rows), max(_WIDE, columns)
    apart = _apart(tall, wide)[..., tall - rows : tall + rows + 1, :]
    least = np.ceil((far[:, None, None] + GAP) / _against() * FINE).astype(np.int16)
    widest = np.full(apart.shape[1:], -32000, np.int16)
    spare = np.empty_like(widest)
    for normal in range(NORMALS):  # whole rows at a time: they lie together in memory
        np.subtract(apart[normal], least[normal][..., None, None], out=spare)
        np.maximum(widest, spare, out=widest)
    widest = widest[..., wide - columns : wide + columns + 1]
    return Stamp(np.take(_rungs(), widest, mode="clip"), rows, columns)


_TALL, _WIDE = 52, 46  # cells each way: room about the widest leaf of the maps and the stem


def made(rung: int, tilt: int) -> Stamp:
    """Return the stamp of a leaf that points to the right and up."""
    return stamp_of(reach(1, tilt) * width_of(rung))


def packed() -> bytes:
    """Return all stamps of leaves that point to the right and up, as they are shipped.

    To make them takes a tenth of a second of the first tree after each start.
    Where each begins and how many rows and columns it has, as 32-bit integers, little end first;
    then the stamps, each compressed with zlib.
    """
    parts, heads = [], []
    start = 12 * len(_KEPT)
    for one in _KEPT:
        free, below, left = made(*one)
        part = zlib.compress(free.tobytes(), 9)
        heads.append((start, below, left))
        parts.append(part)
        start += len(part)
    return np.array(heads, "<i4").tobytes() + b"".join(parts)


_KEPT = tuple((rung, tilt) for rung in range(RUNGS) for tilt in range(TILTS + 1))


@cache
def _shipped() -> tuple[NDArray[np.int32], bytes]:
    whole = paths.resources("tree", f"stamps-{VERSION}.bin").read_bytes()
    heads = np.frombuffer(whole, "<i4", 3 * len(_KEPT)).reshape(RUNGS, TILTS + 1, 3)
    return heads, whole


@cache
def _upright(rung: int, tilt: int) -> Stamp:
    heads, whole = _shipped()
    start, below, left = heads[rung, tilt].tolist()
    free = np.frombuffer(zlib.decompressobj().decompress(memoryview(whole)[start:]), np.uint8)
    shape = len(SIDES), len(tilts()), 2 * below + 1, 2 * left + 1
    return Stamp(free.reshape(shape), below, left)


def stamp(place: "Place") -> Stamp:
    """Return a leaf's stamp; leaves that are each other's image share one."""
    if place.rung >= RUNGS:
        return stamp_of(reach(place.side, place.tilt) * place.width)
    free, below, left = _upright(place.rung, abs(place.tilt))
    if place.tilt < 0:
        free = free[:, ::-1, ::-1]
    if place.side < 0:
        free = free[::-1, :, :, ::-1]
    return Stamp(free, below, left)
