"""What happens next on the screen, with the pictures for it: made in a worker beforehand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainterPath

from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.colours import Colours
from desktop.tree.projector.figure import Figure, Piece, Shoot
from desktop.tree.projector.growing import grown_part
from desktop.tree.projector.leaf import LeafFigure
from desktop.tree.projector.painting import (
    Sprite,
    about,
    can_be_read,
    picture,
    reach,
    sprite,
)
from desktop.tree.projector.view import View, between, fixed_point, near

COARSE = 3.2  # times a picture is enlarged before there is another one
RIM = 1.3  # of what is seen: how much a picture on the way shows
SINGLY = 3  # more new leaves than this come together, and only the last is gone to


@dataclass(frozen=True)
class Canvas:
    """Where is painted: the size in logical px, dots to one of them, and the colours.

    On a `small` one there are no words, and the camera stays where it is.
    """

    size: QSize
    ratio: float
    colours: Colours
    small: bool = False


@dataclass(frozen=True)
class Shot:
    """A picture of the tree from a view, a little larger than what is seen from there."""

    view: View
    image: QImage
    left: float
    top: float
    worded: bool


@dataclass(frozen=True)
class Growing:
    """A leaf that grows: its shoot and the outline of that, and the view of it all.

    `blade` is the grown leaf as it is seen there, `cover` the leaves and the wood that its shoot
    passes behind, with their words and without; `shots` show what is there before it on the way to
    it, the last one from near: the tree as it is in the end, but for the leaf and its shoot.
    """

    leaf: LeafFigure
    shoot: Shoot
    wood: QPainterPath
    blade: Sprite
    cover: tuple[Sprite, Sprite] | None
    view: View
    shots: Sequence[Shot]
    travels: bool


@dataclass(frozen=True)
class Step:
    """How the tree stands after a step; `growing` is the leaf that grows in it, if one does.

    Where one grows the `backdrop`, the picture of the whole tree, is made while people watch.
    """

    rows: tuple[Leaf, ...]
    figure: Figure
    canvas: Canvas
    backdrop: QImage | None = None
    growing: Growing | None = None
    newest: Leaf | None = None

    @property
    def kept(self) -> int:
        """The number of blossoms."""
        return sum(row.kept for row in self.rows)

    @property
    def whole(self) -> Shot:
        """The picture of the whole tree."""
        assert self.backdrop is not None, "nobody goes to or from what is not painted yet"
        far = self.figure.view
        return Shot(far, self.backdrop, 0.0, 0.0, _worded(far, self.canvas))


def next_rows(
    before: Sequence[Leaf], latest: Sequence[Leaf]
) -> tuple[tuple[Leaf, ...], Leaf | None]:
    """Return the leaves after the next step, and the one to go to.

    A few new leaves come one by one; of many, all but the last come together.
    """
    there = {row.pledge for row in before}
    new = [row for row in latest if row.pledge not in there]
    if not new:
        return tuple(latest), None
    if len(new) > SINGLY:
        return tuple(row for row in latest if row is not new[-1]), None
    later = {row.pledge for row in new[1:]}
    return tuple(row for row in latest if row.pledge not in later), new[0]


def first_step(latest: Sequence[Leaf], canvas: Canvas, before: Step | None = None) -> Step:
    """Return the tree as it stands, without anything that grows."""
    rows = tuple(latest)
    made = _figure(rows, canvas, before)
    return finished(Step(rows, made, canvas, newest=rows[-1] if rows else None))


def next_step(before: Step, latest: Sequence[Leaf]) -> Step | None:
    """Return the next step towards the leaves as they are; None where nothing is to be done."""
    rows, goes_to = next_rows(before.rows, latest)
    if rows == before.rows:
        return None
    if goes_to is None:
        return first_step(rows, before.canvas, before)
    canvas = before.canvas
    made = _figure(rows, canvas, before)
    growing = _growing(before, made, goes_to)
    return Step(rows, made, canvas, growing=growing, newest=goes_to)


def finished(step: Step) -> Step:
    """Return a step with the picture of the whole tree."""
    return replace(step, backdrop=_picture(step.figure, step.figure.view, step.canvas))


def _growing(before: Step, after: Figure, new: Leaf) -> Growing:
    canvas, start = before.canvas, before.figure.view
    width, height = canvas.size.width(), canvas.size.height()
    leaf = after.leaves[new.pledge]
    there, shoot, hides = after.before(new)
    view = after.view if canvas.small else near(new.place, after.view, width, height)
    travels = view != after.view
    shots = _shots(there, start, view, canvas) if travels else [_shot(there, view, canvas)]
    blade = _sprite([leaf], view, canvas, worded=_worded(view, canvas))
    wood = grown_part(shoot, 1.0)
    cover = _cover(there, about(wood), hides, view, canvas)
    return Growing(leaf, shoot, wood, blade, cover, view, shots, travels)


def _cover(
    there: Figure, way: QPainterPath, hides: Sequence[Piece], view: View, canvas: Canvas
) -> tuple[Sprite, Sprite] | None:
    """Return the leaves and the thick wood that a shoot passes behind, worded and not."""
    room = way.boundingRect()
    wood = [piece for piece in hides if piece.box.intersects(room)]
    leaves = there.leaves.values()
    around = [one for one in leaves if reach(one, worded=False).intersects(room)]
    if not wood and not any(one.path.intersects(way) for one in around):
        return None
    bare = _sprite(around, view, canvas, wood, way, worded=False)
    if not _worded(view, canvas):
        return bare, bare
    return _sprite(around, view, canvas, wood, way, worded=True), bare


def _shots(made: Figure, start: View, end: View, canvas: Canvas) -> list[Shot]:
    """Return pictures on the way, each so sharp that the one before need not be enlarged much."""
    count = max(1, round(math.log(end.em / start.em) / math.log(COARSE)))
    fixed = fixed_point(start, end)
    on_way = [between(start, end, (at + 1) / count) for at in range(count - 1)]
    shots = [_shot(made, view, canvas, fixed, worded=False) for view in on_way]
    return [*shots, _shot(made, end, canvas, fixed)]


def _shot(
    made: Figure,
    view: View,
    canvas: Canvas,
    fixed: tuple[float, float] | None = None,
    *,
    worded: bool = True,
) -> Shot:
    """Return the picture from a view; one on a way, about a fixed point, has a rim."""
    worded = worded and _worded(view, canvas)
    if fixed is None:
        return Shot(view, _picture(made, view, canvas), 0.0, 0.0, worded)
    left, top = (round(one * (RIM - 1)) for one in fixed)
    shifted = View(view.em, view.x + left, view.y + top)
    larger = replace(canvas, size=canvas.size * RIM)
    image = _picture(made, shifted, larger, worded=worded)
    return Shot(view, image, float(left), float(top), worded)


def _figure(rows: Sequence[Leaf], canvas: Canvas, before: Step | None) -> Figure:
    known = before.figure if before else None
    return Figure(rows, canvas.size.width(), canvas.size.height(), known)


def _sprite(
    leaves: Sequence[LeafFigure],
    view: View,
    canvas: Canvas,
    wood: Sequence[Piece] = (),
    within: QPainterPath | None = None,
    *,
    worded: bool,
) -> Sprite:
    return sprite(
        leaves, view, canvas.ratio, canvas.colours, worded=worded, wood=wood, within=within
    )


def _worded(view: View, canvas: Canvas) -> bool:
    return can_be_read(view.em) and not canvas.small


def _picture(made: Figure, view: View, canvas: Canvas, *, worded: bool = True) -> QImage:
    worded = worded and _worded(view, canvas)
    return picture(made, view, canvas.size, canvas.ratio, canvas.colours, worded=worded)
