"""The words beside the tree: which session, the newest leaf, how many there are."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.tree.projector.saying import (
    CARD,
    HIGH,
    LEFT,
    NUMBERS,
    TURNS,
    WIDE,
    Drawn,
    Room,
    Said,
    drawn,
    paint_blank,
    paint_no_captions,
    same_card,
    same_frame,
)
from desktop.tree.projector.story import TURN, eased

RISE = 20.0  # px by which a number that turns comes up; it is clear of the words below it


class Side(QWidget):
    """The words beside the tree, as large as the room allows; numbers turn to the next."""

    def __init__(self, clock: Callable[[], float], theme: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._clock, self._theme = clock, theme
        self._said = self._before = Said(known=False)
        self._turned: float | None = None
        self._pictures: dict[Said, Drawn] = {}

    @property
    def said(self) -> Said:
        """What stands there, or is on its way to."""
        return self._said

    @property
    def moves(self) -> bool:
        """Whether something is on its way."""
        return self._turned is not None

    @property
    def _room(self) -> Room:
        return Room(self.size(), self.devicePixelRatioF(), self._theme)

    def set_theme(self, theme: str) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def prepares(self) -> Callable[[Said], Drawn | None]:
        """Return what a worker has to do to make the pictures of what is to be said next."""
        room = self._room
        return lambda said: None if room.size.isEmpty() else drawn(said, room)

    def take(self, prepared: object) -> None:
        """Take the pictures that a worker made."""
        if isinstance(prepared, Drawn):
            self._pictures[prepared.said] = prepared

    def say(self, said: Said, *, still: bool = False) -> None:
        """Say something else: words fade over, numbers turn."""
        if said == self._said:
            return
        self._before, self._said = self._said, said
        self._turned = None if still else self._clock()
        self._pictures = {
            one: picture for one, picture in self._pictures.items() if one in (said, self._before)
        }
        self.setAccessibleName(said.spoken())
        self.update()

    def tick(self) -> None:
        """Go on to the present moment."""
        if self._turned is None:
            return
        if self._clock() - self._turned >= TURN:
            self._turned = None
            self.update()
        else:
            self.update(self._turning())

    def _turning(self) -> QRect:
        """Return where something changes while the newest leaf and the numbers turn."""
        if not same_frame(self._before, self._said):
            return self.rect()
        top, end = (round(height * self._room.scale) for height in TURNS)
        return QRect(0, top - 1, self.width(), end - top + 2)

    def card(self) -> QRectF:
        """Return where the newest leaf's words stand."""
        scale = self._room.scale
        return QRectF(
            CARD.x() * scale, CARD.y() * scale, CARD.width() * scale, CARD.height() * scale
        )

    def sizeHint(self) -> QSize:
        return QSize(round(WIDE), round(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = self._picture(self._said)
        if self._turned is None:
            painter.drawImage(0, 0, now.words)
            self._paint_numbers(painter, now, now, 1.0)
            return
        before = self._picture(self._before)
        share = (self._clock() - self._turned) / TURN
        self._paint_turning_words(painter, before, now, share)
        self._paint_numbers(painter, before, now, share)

    def _paint_turning_words(
        self, painter: QPainter, before: Drawn, now: Drawn, share: float
    ) -> None:
        """Paint words that go before others come, so that none stand on each other."""
        painter.drawImage(0, 0, before.words)
        turns = not same_card(before.said, now.said)
        changes = before.captions != now.captions
        if turns or changes:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(eased(share * 2))
            if turns:
                paint_blank(painter, before.said, before.room)
            paint_no_captions(painter, before, now)
            share = share * 2 - 1
        if (opacity := eased(share)) > 0:
            painter.setOpacity(opacity)
            painter.drawImage(0, 0, now.words)
        painter.setOpacity(1.0)

    def _picture(self, said: Said) -> Drawn:
        known = self._pictures.get(said)
        if known is None or known.room != self._room:
            known = self._pictures[said] = drawn(said, self._room)
        return known

    def _paint_numbers(self, painter: QPainter, old: Drawn, new: Drawn, share: float) -> None:
        scale = new.room.scale
        left = LEFT * scale
        numbers = old.said.number, new.said.number
        self._paint_turn(painter, (old.number, left), (new.number, left), numbers, share)
        kept = old.said.kept, new.said.kept
        if any(kept):
            places = (old.kept, float(old.kept_left)), (new.kept, float(new.kept_left))
            self._paint_turn(painter, *places, kept, share, shows_none=False)

    def _paint_turn(
        self,
        painter: QPainter,
        old: tuple[QImage, float],
        new: tuple[QImage, float],
        numbers: tuple[int, int],
        share: float,
        *,
        shows_none: bool = True,
    ) -> None:
        """Paint a number that turns: the old one rises and fades, and only then the next comes."""
        scale = self._room.scale
        top = NUMBERS.y() * scale
        rise = RISE * scale * (1 if numbers[1] > numbers[0] else -1)
        if numbers[0] == numbers[1] and old[1] == new[1]:
            painter.drawImage(QPointF(new[1], top), new[0])
            return
        goes, comes = eased(share * 2), eased(share * 2 - 1)
        for (image, left), number, off, opacity in (
            (old, numbers[0], -rise * goes, 1 - goes),
            (new, numbers[1], rise * (1 - comes), comes),
        ):
            if opacity > 0 and (number or shows_none):
                painter.setOpacity(opacity)
                painter.drawImage(QPointF(left, top + off), image)
        painter.setOpacity(1.0)
