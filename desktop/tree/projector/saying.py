"""What stands beside the tree, and the pictures of it: made in a worker, like those of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from desktop.language import count, tr
from desktop.printing.direction import inside
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.leaf import blossom_paths, tint_of
from desktop.ui.fitting import height_of, paint_lines
from desktop.ui.painted import leaf_path, words
from desktop.ui.theme import FALLBACKS, FAMILY
from desktop.ui.tokens import tokens

WIDE, HIGH = 620.0, 1080.0  # the room it is designed for, in px of a screen of 1920 × 1080
LEFT, ACROSS = 6.0, 554.0
SMALL, WORDS, NUMBER = 32.0, (48.0, 40.0, 32.0), 112.0  # px: 24, 36 to 24, and 84 pt
BETWEEN, FLOWER = 44.0, 84.0  # px between two numbers; for the blossom
PITCH = 1.28
CARD = QRectF(LEFT, 293, ACROSS, 400)
CORNERS = 112.0, 10.0  # px: the round ones and the sharp ones
TINTS = "leaf1", "leaf2", "leaf3", "leaf4", "leaf3"
NUMBERS = QRectF(LEFT, 738, ACROSS, 128)
TURNS = 231.0, 912.0  # px from the top: the newest leaf and the numbers, with their words

Captions = tuple[tuple[str, QRectF], ...]
"""What stands about the numbers, and where, in px of the design; a blossom has no words."""


@dataclass(frozen=True)
class Said:
    """What stands beside the tree; `newest` is None before the first leaf.

    Until the tree is `known` nothing is said of its leaves.
    """

    title: str = ""
    place: str = ""
    newest: Leaf | None = None
    number: int = 0
    kept: int = 0
    hint: str = ""
    known: bool = True

    def spoken(self) -> str:
        """Return it as it is read aloud."""
        leaves = count("{n} leaf on our tree", "{n} leaves on our tree", self.number)
        parts = [self.title, self.place, leaves if self.known else ""]
        if self.kept:
            parts.append(tr("{n} of them kept").format(n=f"{self.kept:,}"))
        if self.newest:
            parts.append(tr("The newest leaf: {words}").format(words=self.newest.text))
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True)
class Room:
    """Where it is painted: the size in logical px, dots to one of them, and the theme."""

    size: QSize
    ratio: float
    theme: str

    @property
    def scale(self) -> float:
        """How large a px of the design is here."""
        return min(self.size.width() / WIDE, self.size.height() / HIGH)

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""
        return QColor(tokens(self.theme)[token])


@dataclass(frozen=True)
class Drawn:
    """What is said as pictures: the words, and above them the two numbers, each in its place.

    `captions` are the words below the numbers, and the blossom.
    """

    said: Said
    room: Room
    words: QImage
    number: QImage
    kept: QImage
    kept_left: int
    captions: Captions


def same_frame(one: Said, other: Said) -> bool:
    """Return whether all stays that stands above the newest leaf and below the numbers."""
    return all(
        getattr(one, part) == getattr(other, part) for part in ("title", "place", "hint", "known")
    )


def same_card(one: Said, other: Said) -> bool:
    """Return whether the newest leaf reads the same; it may have come into blossom meanwhile."""
    return _on_card(one) == _on_card(other)


def _on_card(said: Said) -> object:
    leaf = said.newest
    return (leaf.pledge, leaf.text, leaf.name) if leaf else said.known


def paint_no_captions(painter: QPainter, before: Drawn, now: Drawn) -> None:
    """Paint the ground over the captions that go, in logical px."""
    painter.save()
    painter.scale(before.room.scale, before.room.scale)
    for caption in before.captions:
        if caption not in now.captions:
            painter.fillRect(caption[1], before.room.colour("bg"))
    painter.restore()


def paint_blank(painter: QPainter, said: Said, room: Room) -> None:
    """Paint the newest leaf without its words, in logical px."""
    painter.save()
    painter.scale(room.scale, room.scale)
    if said.newest is None:
        painter.fillRect(CARD.adjusted(-LEFT, -62, 0, 0), room.colour("bg"))
    else:
        painter.fillPath(leaf_path(CARD, *CORNERS), room.colour(_tint(said.newest)))
    painter.restore()


def _tint(leaf: Leaf) -> str:
    """Return the pale colour of a leaf's own; never pink, which elsewhere says that it is kept."""
    return TINTS[tint_of(leaf.pledge)]


def drawn(said: Said, room: Room) -> Drawn:
    """Return what is said as pictures."""
    image = QImage(room.size * room.ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(room.ratio)
    image.fill(room.colour("bg"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(room.scale, room.scale)
    sheet = _Sheet(said, room)
    sheet.paint(painter)
    painter.end()
    number = _number(f"{said.number:,}" if said.known else "", sheet.size, room)
    kept = _number(f"{said.kept:,}", sheet.size, room)
    left = round(sheet.kept_left * room.scale)
    return Drawn(said, room, image, number, kept, left, sheet.captions)


def _number(number: str, px: float, room: Room) -> QImage:
    image = QImage(
        QSize(
            round((_wide(number) * px / NUMBER + 8) * room.scale * room.ratio),
            round(NUMBERS.height() * room.scale * room.ratio),
        ),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(room.ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(room.scale, room.scale)
    place = QRectF(0, 0, ACROSS, NUMBERS.height())
    words(painter, place, number, _font(px, 700), room.colour("text"))
    painter.end()
    return image


class _Sheet:
    """The words of one moment, and where the numbers go."""

    def __init__(self, said: Said, room: Room) -> None:
        self._said, self._colour, self._edged = said, room.colour, room.theme == "hc"
        self._caption = count("leaf on our tree", "leaves on our tree", said.number)
        self._own = QFontMetricsF(_font(SMALL, 400)).horizontalAdvance(self._caption)
        first, second = _wide(f"{said.number:,}"), _wide(f"{said.kept:,}")
        self.size = NUMBER * min(1.0, (ACROSS - BETWEEN - FLOWER) / (first + second))
        self.kept_left = LEFT + max(first * self.size / NUMBER, self._own) + BETWEEN
        self._flower = min(self.kept_left + second * self.size / NUMBER + 56, LEFT + ACROSS - 27)
        self.captions = tuple(self._captions()) if said.known else ()

    def paint(self, painter: QPainter) -> None:
        """Paint all but the numbers."""
        self._paint_head(painter)
        self._paint_card(painter)
        self._paint_captions(painter)
        self._paint_foot(painter)

    def _paint_head(self, painter: QPainter) -> None:
        muted, font = self._colour("muted"), _font(SMALL, 600)
        title = QRectF(LEFT, 66, ACROSS, 84)
        whole = QFontMetricsF(font).horizontalAdvance(self._said.title) <= ACROSS
        paint_lines(painter, title, self._said.title, font, muted, PITCH)
        place = QRectF(LEFT, 102 if whole else 147, ACROSS, 46)
        words(painter, place, self._said.place, font, muted)

    def _paint_card(self, painter: QPainter) -> None:
        newest = self._said.newest
        if newest is None:
            self._paint_first(painter)
            return
        head = QRectF(LEFT, 232, ACROSS, 46)
        words(painter, head, tr("The newest leaf"), _font(SMALL, 600), self._colour("softink"))
        path = leaf_path(CARD, *CORNERS)
        painter.fillPath(path, self._colour(_tint(newest)))
        if self._edged:
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
        """Invite to make the first leaf, once it is known that there is none."""
        room = CARD.adjusted(0, -40, 0, 0)
        kind = tr("Our tree is waiting for its first leaf. It may be yours.")
        kind = kind if self._said.known else tr("Here comes our tree.")
        paint_lines(painter, room, kind, _font(WORDS[0], 500), self._colour("text"), PITCH)

    def _captions(self) -> Iterator[tuple[str, QRectF]]:
        yield self._caption, QRectF(LEFT, 864, self._own + 4, 46)
        if self._said.kept:
            yield (
                tr("of them kept"),
                QRectF(self.kept_left, 864, LEFT + ACROSS - self.kept_left, 46),
            )
            yield "", QRectF(self._flower - 28, 774, 56, 56)

    def _paint_captions(self, painter: QPainter) -> None:
        for said, place in self.captions:
            if said:
                words(painter, place, said, _font(SMALL, 400), self._colour("text"))
                continue
            petals, eye = blossom_paths(place.center(), 27)
            painter.fillPath(petals, self._colour("blossom"))
            painter.fillPath(eye, self._colour("blossomeye"))

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
    """Return whether words fit into a room without one that is broken in two."""
    font = _font(size, 500)
    wraps = Qt.TextFlag.TextWordWrap.value
    endless = QRectF(0, 0, room.width(), 1e5)
    wide = QFontMetricsF(font).boundingRect(endless, wraps, text).width()
    return wide <= room.width() and height_of(text, font, room.width(), PITCH) <= room.height()
