"""The words beside the tree: which session, the newest leaf, how many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.language import count, tr
from desktop.printing.direction import inside
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.leaf import blossom_paths, tint_of
from desktop.tree.projector.story import TURN, eased
from desktop.ui.fitting import paint_lines
from desktop.ui.painted import brush_for, leaf_path, words
from desktop.ui.theme import FALLBACKS, FAMILY
from desktop.ui.tokens import tokens

WIDE, HIGH = 620.0, 1080.0  # the room it is designed for, in px of a screen of 1920 × 1080
LEFT, ACROSS = 6.0, 554.0
SMALL, WORDS, NUMBER = 32.0, (48.0, 40.0, 32.0), 112.0  # px: 24, 36 to 24, and 84 pt
BETWEEN, FLOWER = 44.0, 84.0  # px between two numbers; for the blossom
PITCH = 1.28
CARD = QRectF(LEFT, 293, ACROSS, 400)


@dataclass(frozen=True)
class Said:
    """What stands beside the tree; `newest` is None before the first leaf."""

    title: str = ""
    place: str = ""
    newest: Leaf | None = None
    number: int = 0
    kept: int = 0
    hint: str = ""

    def spoken(self) -> str:
        """Return it as it is read aloud."""
        leaves = count("{n} leaf on our tree", "{n} leaves on our tree", self.number)
        parts = [self.title, self.place, leaves]
        if self.kept:
            parts.append(tr("{n} of them kept").format(n=f"{self.kept:,}"))
        if self.newest:
            parts.append(tr("The newest leaf: {words}").format(words=self.newest.text))
        return ". ".join(part for part in parts if part)


class Side(QWidget):
    """The words beside the tree, as large as the room allows; numbers turn to the next."""

    def __init__(self, clock: Callable[[], float], theme: str) -> None:
        super().__init__()
        self._clock, self._theme = clock, theme
        self._said, self._before = Said(), Said()
        self._turned: float | None = None

    @property
    def said(self) -> Said:
        """What stands there, or is on its way to."""
        return self._said

    @property
    def moves(self) -> bool:
        """Whether something is on its way."""
        return self._turned is not None

    def set_theme(self, theme: str) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def say(self, said: Said, *, still: bool = False) -> None:
        """Say something else: words fade over, numbers turn."""
        if said == self._said:
            return
        self._before, self._said = self._said, said
        self._turned = None if still else self._clock()
        self.setAccessibleName(said.spoken())
        self.update()

    def tick(self) -> None:
        """Go on to the present moment."""
        if self._turned is not None:
            if self._clock() - self._turned >= TURN:
                self._turned = None
            self.update()

    def card(self) -> QRectF:
        """Return where the newest leaf's words stand."""
        scale = self._scale()
        return QRectF(
            CARD.x() * scale, CARD.y() * scale, CARD.width() * scale, CARD.height() * scale
        )

    def sizeHint(self) -> QSize:
        return QSize(round(WIDE), round(HIGH))

    def _scale(self) -> float:
        return min(self.width() / WIDE, self.height() / HIGH)

    def _colour(self, token: str) -> QColor:
        return QColor(tokens(self._theme)[token])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush_for(self)
        painter.fillRect(event.rect(), self._colour("bg"))
        painter.scale(self._scale(), self._scale())
        share = 1.0
        if self._turned is not None:
            share = eased((self._clock() - self._turned) / TURN)
        self._paint_head(painter)
        for said, opacity in ((self._before, 1 - share), (self._said, share)):
            same = self._before.newest == self._said.newest
            painter.setOpacity(opacity if not same else float(said is self._said))
            if painter.opacity() > 0:
                self._paint_card(painter, said)
        painter.setOpacity(1)
        self._paint_numbers(painter, share)
        self._paint_foot(painter)

    def _paint_head(self, painter: QPainter) -> None:
        muted, font = self._colour("muted"), _font(SMALL, 600)
        title = QRectF(LEFT, 66, ACROSS, 84)
        whole = QFontMetricsF(font).horizontalAdvance(self._said.title) <= ACROSS
        paint_lines(painter, title, self._said.title, font, muted, PITCH)
        place = QRectF(LEFT, 102 if whole else 147, ACROSS, 46)
        words(painter, place, self._said.place, font, muted)

    def _paint_card(self, painter: QPainter, said: Said) -> None:
        newest = said.newest
        if newest is None:
            self._paint_first(painter)
            return
        head = QRectF(LEFT, 232, ACROSS, 46)
        words(painter, head, tr("The newest leaf"), _font(SMALL, 600), self._colour("softink"))
        path = leaf_path(CARD, 112, 10)
        painter.fillPath(path, self._colour(f"leaf{tint_of(newest.pledge) % 5 + 1}"))
        if self._theme == "hc":
            painter.strokePath(path, self._colour("line"))
        room = CARD.adjusted(58, 46, -46, -40)
        text = self._colour("text")
        if newest.name:
            name = QRectF(room.left(), CARD.bottom() - 76, room.width(), 46)
            right = Qt.AlignmentFlag.AlignRight
            words(painter, name, inside(newest.name), _font(SMALL, 600), text, right)
            room.setBottom(name.top() - 8)
        for size in WORDS:
            if size == WORDS[-1] or _fits(newest.text, size, room):
                paint_lines(painter, room, newest.text, _font(size, 500), text, PITCH)
                return

    def _paint_first(self, painter: QPainter) -> None:
        """Invite to make the first leaf."""
        room = CARD.adjusted(0, -40, 0, 0)
        kind = tr("Our tree is waiting for its first leaf. It may be yours.")
        paint_lines(painter, room, kind, _font(WORDS[0], 500), self._colour("text"), PITCH)

    def _paint_numbers(self, painter: QPainter, share: float) -> None:
        before, said = self._before, self._said
        caption = count("leaf on our tree", "leaves on our tree", said.number)
        labels, text = _font(SMALL, 400), self._colour("text")
        own = QFontMetricsF(labels).horizontalAdvance(caption)
        wide = max(_wide(f"{n:,}") for n in (before.number, said.number))
        second = max(_wide(f"{n:,}") for n in (before.kept, said.kept))
        size = NUMBER * min(1.0, (ACROSS - BETWEEN - FLOWER) / (wide + second))
        self._paint_number(painter, LEFT, size, (before.number, said.number, share))
        words(painter, QRectF(LEFT, 864, own + 4, 46), caption, labels, text)
        if not (said.kept or before.kept):
            return
        left = LEFT + max(wide * size / NUMBER, own) + BETWEEN
        self._paint_number(painter, left, size, (before.kept, said.kept, share))
        middle = min(left + second * size / NUMBER + 56, LEFT + ACROSS - 27)
        petals, eye = blossom_paths(QPointF(middle, 802), 27)
        painter.fillPath(petals, self._colour("blossom"))
        painter.fillPath(eye, self._colour("blossomeye"))
        kept = QRectF(left, 864, LEFT + ACROSS - left, 46)
        words(painter, kept, tr("of them kept"), labels, text)

    def _paint_number(
        self, painter: QPainter, left: float, size: float, turn: tuple[int, int, float]
    ) -> None:
        """Paint a number that turns: the old one rises and fades, the next one follows."""
        old, new, share = turn
        place, ink = QRectF(left, 738, ACROSS, 128), self._colour("text")
        font = _font(size, 700)
        if old == new or share >= 1:
            words(painter, place, f"{new:,}", font, ink)
            return
        rise = 44 if new > old else -44
        leaving, coming = (old, -rise * share, 1 - share), (new, rise * (1 - share), share)
        for number, off, opacity in (leaving, coming):
            painter.setOpacity(opacity)
            words(painter, place.translated(0, off), f"{number:,}", font, ink)
        painter.setOpacity(1)

    def _paint_foot(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(LEFT, 957, ACROSS, 2), self._colour("line"))
        foot = QRectF(LEFT, 980, ACROSS, 46)
        yours = tr("Add yours at the laptop by the door.")
        words(painter, foot, yours, _font(SMALL, 500), self._colour("text"))
        if self._said.hint:
            hint = QRectF(LEFT, 1022, ACROSS, 40)
            words(painter, hint, self._said.hint, _font(24, 400), self._colour("muted"))


def _font(px: float, weight: int) -> QFont:
    font = QFont([FAMILY, *FALLBACKS])
    font.setPixelSize(round(px))
    font.setWeight(QFont.Weight(weight))
    return font


def _wide(number: str) -> float:
    return QFontMetricsF(_font(NUMBER, 700)).horizontalAdvance(number)


def _fits(text: str, size: float, room: QRectF) -> bool:
    metrics = QFontMetricsF(_font(size, 500))
    wraps = Qt.TextFlag.TextWordWrap.value
    taken = metrics.boundingRect(QRectF(0, 0, room.width(), 1e5), wraps, text)
    high = taken.height() / metrics.height() * size * PITCH
    return high <= room.height() and taken.width() <= room.width()
