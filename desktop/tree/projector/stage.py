"""The tree on the projector: still for most of the time, and while a leaf grows."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.tree.projector.colours import Colours
from desktop.tree.projector.growing import changed, paint_growing
from desktop.tree.projector.ring import paint_ring, pen_width, ring
from desktop.tree.projector.steps import RIM, Canvas, Growing, Shot, Step
from desktop.tree.projector.story import FADE, Pose, Story, eased
from desktop.tree.projector.view import View, between

SAME = 1 + 1e-9


class Stage(QWidget):
    """Shows one step after the other; `rested` tells that one came to its end.

    `clock` is in seconds; with `still` nothing moves, leaves simply appear.
    """

    rested = Signal()
    resized = Signal()
    recoloured = Signal()

    def __init__(
        self, clock: Callable[[], float], colours: Colours, *, small: bool = False
    ) -> None:
        super().__init__()
        self._small = small
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._clock, self._colours = clock, colours
        self.still = False
        self.reach_right: Callable[[float], bool] = lambda _height: False
        self.lead: Callable[[float, float], None] = lambda _height, _opacity: None
        self._leads = 0.0, 0.0
        self._shown: Step | None = None
        self._before: Step | None = None
        self._story: Story | None = None
        self._fading: float | None = None
        self._last = Pose(0.0, 0.0)

    @property
    def step(self) -> Step | None:
        """The step that is shown or being shown."""
        return self._shown

    @property
    def canvas(self) -> Canvas:
        """Where pictures are to be painted for."""
        return Canvas(self.size(), self.devicePixelRatioF(), self._colours, self._small)

    @property
    def moves(self) -> bool:
        """Whether something is on its way."""
        return self._story is not None or self._fading is not None

    @property
    def look(self) -> Colours:
        """The colours of what is shown; others that were chosen come with a new picture."""
        return self._shown.canvas.colours if self._shown is not None else self._colours

    def set_colours(self, colours: Colours) -> None:
        """Take other colours, for what is painted from now on; `recoloured` tells when it is."""
        self._colours = colours
        if self._shown is None:
            self.recoloured.emit()
            self.update()

    def show_step(self, step: Step, *, fades: bool = True) -> None:
        """Begin a step; what is on its way is over.

        One in which nothing grows fades in, or is there at once.
        """
        now, look = self._clock(), self.look
        self._before, self._shown = self._shown, step
        if self.look != look:
            self.recoloured.emit()
        self._story, self._fading, self._last = None, None, Pose(0.0, 0.0)
        if step.growing is not None and not self.still:
            self._story = Story(now, step.growing.travels)
        elif fades and not self.still:
            self._fading = now
        self.update()

    def forget(self) -> None:
        """Show nothing until there is something else to show."""
        self._shown = self._before = self._story = self._fading = None
        self.recoloured.emit()
        self.update()

    def finish(self, step: Step) -> None:
        """Take the picture of the whole tree for the step that is being shown."""
        if self._shown is not None and self._shown.figure is step.figure:
            self._shown = step
            self.update()

    def hurry(self) -> None:
        """Do not stay longer than needed: another leaf waits."""
        if self._story is not None:
            self._story.hurry(self._clock())

    def tick(self) -> None:
        """Go on to the present moment."""
        now = self._clock()
        if self._fading is not None:
            if now - self._fading >= FADE:
                self._end()
            self.update()
        elif self._story is not None:
            pose = self._pose(self._story, now)
            if pose.done:
                self._end()
                self.update()
            elif pose != self._last:
                self._update_for(pose)
            self._last = pose

    def growth(self) -> float:
        """Return how far the newest leaf has grown, from 0 to 1."""
        return self._story.at(self._clock()).grown if self._story else 1.0

    def _pose(self, story: Story, now: float) -> Pose:
        """Return the moment; nobody goes back as long as there is nothing to go back to."""
        # Whoever paints asks too: a hidden tree is painted again before its next tick.
        if self._shown is not None and self._shown.backdrop is None:
            story.stay(now)
        return story.at(now)

    def _end(self) -> None:
        self._before, self._story, self._fading = None, None, None
        self.rested.emit()

    def _update_for(self, pose: Pose) -> None:
        """Have that painted which differs from the last moment."""
        growing = self._shown.growing if self._shown else None
        moved = pose.near != self._last.near or pose.back
        if growing is None or moved:
            self.update()
            return
        self.update(changed(growing, self._last.grown, pose.grown))

    def sizeHint(self) -> QSize:
        return QSize(1290, 1080)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, step, self._leads = self._clock(), self._shown, (0.0, 0.0)
        if step is None:
            painter.fillRect(event.rect(), self.look.ground)
        elif self._fading is not None:
            self._paint_fading(painter, step, eased((now - self._fading) / FADE))
        elif self._story is not None and step.growing is not None:
            painter.setClipRect(event.rect())
            self._paint_story(painter, step, step.growing, self._pose(self._story, now))
        else:
            self._paint_picture(painter, step)
            self._paint_ring(painter, step, step.figure.view, 1.0)
        self.lead(*self._leads)

    def _paint_picture(self, painter: QPainter, step: Step) -> None:
        """Paint the whole tree, in the room there is if that has changed meanwhile."""
        if step.backdrop is None:
            painter.fillRect(self.rect(), step.canvas.colours.ground)
            return
        if self._fits(step):
            painter.drawImage(0, 0, step.backdrop)
            return
        painter.fillRect(self.rect(), step.canvas.colours.ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(step.canvas.size).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, self.height() - size.height()
        painter.drawImage(QRectF(left, top, size.width(), size.height()), step.backdrop)

    def _fits(self, step: Step) -> bool:
        return step.canvas.size == self.size()

    def _paint_fading(self, painter: QPainter, step: Step, share: float) -> None:
        """Paint a tree that fades over the one before: every leaf stays upon itself."""
        before, view = self._before, step.figure.view
        fits = before is not None and before.canvas == step.canvas and self._fits(step)
        if before is None or before.backdrop is None or not fits:
            painter.fillRect(self.rect(), step.canvas.colours.ground)
            painter.setOpacity(share)
            self._paint_picture(painter, step)
        else:
            view = between(before.figure.view, view, share)
            self._paint_shot(painter, before.whole, view)
            self._paint_shot(painter, step.whole, view, share)
            self._paint_ring(painter, before, view, 1 - share * 2)
        self._paint_ring(painter, step, view, share * 2 - 1)

    def _paint_story(self, painter: QPainter, step: Step, growing: Growing, pose: Pose) -> None:
        base = step if pose.back or self._before is None else self._before
        whole = base.whole
        view, worded = between(whole.view, growing.view, pose.near), 1.0
        if growing.travels:
            worded = self._paint_way(painter, [whole, *growing.shots], view)
        elif pose.back:
            self._paint_shot(painter, growing.shots[-1], view)
        else:
            self._paint_shot(painter, whole, view)
            self._paint_shot(painter, growing.shots[-1], view, pose.near)
        if pose.grown > 0:
            self._paint_leaf(painter, growing, view, pose.grown, worded)
        if pose.back and not growing.travels:  # over the leaf, which so never pales
            self._paint_shot(painter, whole, view, 1 - pose.near)
        self._paint_ring(painter, base, view, eased(1 - pose.near * 2))

    def _paint_way(self, painter: QPainter, shots: Sequence[Shot], view: View) -> float:
        """Paint what is seen on the way: each picture fades in over the one before.

        Returns how far words are to be seen.
        """
        due = [shot.view.em / RIM <= view.em * SAME for shot in shots]
        last = max((at for at, is_due in enumerate(due) if is_due), default=0)
        opacity = 1.0
        if last:
            opacity = math.log(view.em * RIM / shots[last].view.em) / math.log(RIM)
        opacity = min(opacity, 1.0)
        if opacity < 1:
            self._paint_shot(painter, shots[last - 1], view)
        self._paint_shot(painter, shots[last], view, opacity)
        return shots[last].worded * opacity + shots[max(last - 1, 0)].worded * (1 - opacity)

    def _paint_shot(self, painter: QPainter, shot: Shot, view: View, opacity: float = 1.0) -> None:
        """Paint a picture that was made from one view as it is seen from another."""
        if opacity <= 0:
            return
        scale = view.em / shot.view.em
        size = shot.image.deviceIndependentSize() * scale
        left = view.x - (shot.view.x + shot.left) * scale
        top = view.y - (shot.view.y + shot.top) * scale
        place = QRectF(left, top, size.width(), size.height())
        painter.setOpacity(opacity)
        if not place.adjusted(-0.5, -0.5, 0.5, 0.5).contains(QRectF(self.rect())):
            # What lies beyond it goes with it, or the picture before would be seen there.
            beyond = QPainterPath()
            beyond.addRect(QRectF(self.rect()))
            if opacity < 1:  # else below it too, for its edges are not sharp
                beyond.addRect(QRectF(self.rect().intersected(place.toRect())))
            painter.fillPath(beyond, self.look.ground)
        if abs(scale - 1) < 1e-6:
            painter.drawImage(QPointF(left, top), shot.image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, shot.image)
        painter.setOpacity(1.0)

    def _paint_leaf(
        self, painter: QPainter, growing: Growing, view: View, grown: float, worded: float
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = view.em / growing.view.em
        if view != growing.view:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(view.x - growing.view.x * scale, view.y - growing.view.y * scale)
            painter.scale(scale, scale)
        elif grown < 1:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_growing(painter, growing, grown, self.look, worded)
        painter.restore()

    def ring(self) -> QRectF | None:
        """Return where the ring round the newest leaf is, None where it needs none."""
        step = self._shown
        found = ring(step, step.figure.view) if step is not None else None
        return found.place if found else None

    def _paint_ring(self, painter: QPainter, step: Step, view: View, opacity: float) -> None:
        """Paint the ring of a step as it is seen from a view, and lead from it to its words."""
        found = ring(step, view) if opacity > 0 and self._fits(step) else None
        if found is None:
            return
        look, middle = step.canvas.colours, found.place.center().y()
        painter.setOpacity(opacity)
        paint_ring(painter, found, self.height(), look)
        # The line comes last and goes first: what moves is not to seem tied to the words.
        tied = opacity * 4 - 3
        if tied > 0 and found.reaches and self.reach_right(middle):
            painter.setOpacity(tied)
            painter.setPen(QPen(look.line, pen_width(self.height())))
            painter.drawLine(QPointF(found.place.right(), middle), QPointF(self.width(), middle))
            self._leads = middle, tied
        painter.setOpacity(1.0)
