"""Lucide's outline icons, painted in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.paths import resources
from desktop.ui.theme import theme

_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon(name: str, token: str = "text", size: int = 18) -> QIcon:
    """Return an icon for Qt's own menus and actions; ask anew when the theme changed.

    `size` is in design pixels. Our own parts take the icon's name instead.
    """
    found = QIcon()
    for ratio in _RATIOS:
        found.addPixmap(pixmap(name, token, theme().px(size), ratio))
    return found


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` logical pixels for a screen of that ratio."""
    return _render(name, theme().colour(token).name(), size, ratio)


def paint_icon(painter: QPainter, rect: QRectF, name: str, token: str | QColor) -> None:
    """Paint an icon into a square, sharp at the painter's own scale."""
    colour = token if isinstance(token, QColor) else theme().colour(token)
    device = painter.device()
    ratio = device.devicePixelRatioF()
    picture = _render(name, colour.name(), round(rect.width()), ratio)
    painter.drawPixmap(rect.toRect().topLeft(), picture)


@cache
def _source(name: str) -> bytes:
    return resources("icons", f"{name}.svg").read_bytes()


@cache
def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon() -> QIcon:
    """Return the app's leaf in the colour of the theme."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64):
        found.addPixmap(pixmap("leaf", "brand", size))
    return found


class IconLabel(QWidget):
    """An icon that stands beside words and takes no part in reading or keys."""

    def __init__(self, name: str, token: str = "text", size: int = 18) -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, self._token)
