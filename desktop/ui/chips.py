"""Statuses: always an icon and words, never a colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painted import box, brush_for, width_of, words
from desktop.ui.theme import theme

HEIGHT = 26

# (icon, fill, ink) of each kind
KINDS = {
    "ok": ("check", "soft", "softink"),
    "warn": ("triangle-alert", "warnsoft", "warnink"),
    "danger": ("circle-alert", "dangersoft", "dangerink"),
    "info": ("info", "infosoft", "infoink"),
    "kept": ("flower", "keptsoft", "keptink"),
    "neutral": ("circle", "sunken", "muted"),
}


class Chip(QWidget):
    """A status as a pill.

    `kind` is ok, warn, danger, info, kept or neutral; `icon` takes the place of the kind's own.
    """

    def __init__(self, text: str, kind: str = "neutral", icon: str = "") -> None:
        super().__init__()
        self._text, self._kind, self._icon = "", kind, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(text, kind, icon)

    def show_status(self, text: str, kind: str = "neutral", icon: str = "") -> None:
        """Show another status."""
        self._text, self._kind, self._icon = text, kind, icon or KINDS[kind][0]
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._text, self._icon)), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(brush_for(self), QRectF(self.rect()), self._text, self._kind, self._icon)


def chip_width(text: str, icon: str = "") -> float:
    """Return how wide a pill with these words is."""
    look = theme()
    wide = width_of(look.font(10, 600), text) + 2 * look.px(9)
    return wide + (look.px(16 + 7) if icon else 0)


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, kind: str, icon: str = "", paper: str = ""
) -> None:
    """Paint a pill; without an icon where the row beside it has one.

    `paper` is what it lies on: where that is its own fill, it is drawn white.
    """
    look = theme()
    _, fill, ink = KINDS[kind]
    fill = "surface" if fill == paper else fill
    line = look.colour(ink) if look.high_contrast else None
    box(painter, rect, 6, look.colour(fill), line)
    left = rect.left() + look.px(9)
    if icon:
        side = look.px(16)
        at = QRectF(round(left), round(rect.center().y() - side / 2), side, side)
        paint_icon(painter, at, icon, ink)
        left += side + look.px(7)
    room = QRectF(left, rect.top(), rect.right() - left - look.px(6), rect.height())
    words(painter, room, text, look.font(10, 600), look.colour(ink))
