"""Judges trees by the outlines that are drawn; it knows nothing of how they were laid out."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely

from desktop.leaf import Point
from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import Standing
from desktop.tree.wood.strokes import Stroke

POINTS = 160  # of an outline, as on paper
CLOSE = 3.0  # em: gaps and bays narrower than twice this belong to the canopy
RIM, HOOKED = 6.0, 100.0  # em from the canopy's edge; degrees

Ring = Sequence[Point]


def rings(places: Iterable[Place]) -> list[Ring]:
    """Return the outlines of leaves in em from the fork."""
    return [place.outline(POINTS) for place in places]


def overlaps(leaves: Sequence[Ring], gap: float = 0.0) -> list[tuple[int, int]]:
    """Return the pairs of leaves that touch, or are nearer than `gap`."""
    shapes = [shapely.Polygon(ring) for ring in leaves]
    first, second = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=gap)
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return [(one, other) for one, other in pairs if one < other]


def off_page(
    leaves: Iterable[Ring], standing: Standing, width: float, height: float, margin: float = 0.0
) -> list[int]:
    """Return the leaves that reach beyond the sheet less its margin, or below the ground."""
    page = shapely.box(margin, max(standing.ground, margin), width - margin, height - margin)
    drawn = [shapely.Polygon([standing.at(point) for point in ring]) for ring in leaves]
    return [number for number, leaf in enumerate(drawn) if not page.contains(leaf)]


def _canopy(leaves: Iterable[Ring]) -> shapely.Geometry:
    """Return what leaves cover with the gaps and bays between them, and with all holes."""
    grown = shapely.union_all([shapely.Polygon(ring).buffer(CLOSE) for ring in leaves])
    parts = [shapely.Polygon(part.exterior) for part in shapely.get_parts(grown)]
    return shapely.union_all(parts).buffer(-CLOSE)


def open_wood(wood: Iterable[Stroke], leaves: Sequence[Ring]) -> list[float]:
    """Return how many em of each stroke but the trunk run in the open at a stretch, at most.

    What lies before the trunk, or leads from it into the canopy, is as it should be.
    """
    strokes = list(wood)
    trunk = shapely.Polygon(strokes[-1].outline()).buffer(0)
    inside = shapely.union_all([_canopy(leaves), trunk])
    found = []
    for stroke in strokes[:-1]:
        pieces = shapely.get_parts(shapely.LineString(stroke.line).difference(inside))
        free = [piece.length for piece in pieces if piece.distance(trunk) > 1e-6]
        found.append(max(free, default=0.0))
    return found


def hooks(wood: Iterable[Stroke], leaves: Sequence[Ring]) -> list[float]:
    """Return how long, in em, the bare pieces of wood at the rim are that turn round like a hook.

    A piece ends where it goes behind a leaf or the trunk. It turns by more than a right angle.
    """
    strokes = list(wood)
    trunk = shapely.Polygon(strokes[-1].outline()).buffer(0)
    hidden = shapely.union_all([*map(shapely.Polygon, leaves), trunk])
    within = shapely.buffer(_canopy(leaves), -RIM)
    found = []
    for stroke in strokes[:-1]:
        for piece in shapely.get_parts(shapely.LineString(stroke.line).difference(hidden)):
            steps = np.diff(shapely.get_coordinates(piece), axis=0)
            turns = np.degrees(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))
            at_rim = not within.contains(piece.interpolate(0.5, normalized=True))
            if at_rim and len(turns) and np.ptp(turns) > HOOKED:
                found.append(float(piece.length))
    return found


def density(leaves: Iterable[Ring]) -> float:
    """Return the leaves' part of the canopy: of their union, closed, with its holes filled."""
    rings = list(leaves)
    leafy = sum(shapely.Polygon(ring).area for ring in rings)
    return float(leafy / shapely.area(_canopy(rings)))
