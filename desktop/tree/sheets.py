"""The sheets a tree is printed on, and how well its words can be read there."""

from collections.abc import Iterable, Mapping

from desktop.leaf import RATIO
from desktop.printing.sheet import A0, A1, A2, A3, A4, Size
from desktop.tree.growth.shape import Place, width_of
from desktop.tree.growth.standing import Standing, stand, stand_planned
from desktop.tree.model import Form, Tree

SHEETS: Mapping[str, Size] = {size.name: size for size in (A4, A3, A2, A1, A0)}
"""From the smallest to the largest."""
FLOOR_PT, EASY_PT = 9.0, 11.0
"""Below the first nobody is asked to read a poster; below the second, suggest a grove."""
TYPICAL = 52.0
"""Em², the mean area of a leaf in the sample: for a tree that is planned before any pledge."""

_ENOUGH = 20  # leaves to know from how large they are
_COVERED = 0.771  # of its length times its width, which a leaf covers

# At the smallest comfortable size a lower-case x takes 0.2 degrees of sight (Legge and Bigelow,
# "Does print size matter for reading?", Journal of Vision, 2011); of a point of our face it
# takes 0.177 mm.
_CM_PER_PT = 0.0177 / 0.003491


def sheet_of(tree: Tree) -> Size:
    """Return a tree's sheet as it lies."""
    size = SHEETS[tree.paper]
    return size if tree.form is Form.PORTRAIT else size.landscape


def standing_of(tree: Tree, places: Iterable[Place]) -> Standing:
    """Return how a tree stands on its sheet, in points."""
    size = sheet_of(tree)
    if not tree.planned:
        return stand(size.width, size.height, places)
    return stand_planned(size.width, size.height, share_of(tree), tree.each or TYPICAL, places)


def share_of(tree: Tree) -> int:
    """Return for how many leaves each tree of a grove is planned."""
    return -(-tree.planned // tree.crowns)


def mean_area(rungs: Iterable[int]) -> float:
    """Return the mean area in em² of leaves of some rungs, a typical one where there are few."""
    areas = [width_of(rung) ** 2 * RATIO * _COVERED for rung in rungs]
    return sum(areas) / len(areas) if len(areas) >= _ENOUGH else TYPICAL


def readable_cm(points: float) -> int:
    """Return from how many cm away type of a size in points is comfortably read."""
    return round(points * _CM_PER_PT)
