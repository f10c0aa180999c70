"""What a widget really paints: every piece of text with its place, its ink and its size."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

SVG = "{http://www.w3.org/2000/svg}"
LARGE, LARGE_BOLD = 23.9, 18.6
"""From this height in px on, WCAG asks a contrast of 3.0 instead of 4.5."""

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Words:
    """One piece of text as it was painted, in the coordinates of its widget."""

    text: str
    rect: QRectF
    ink: str
    large: bool


def words_of(widget: QWidget) -> list[Words]:
    """Return the texts that a widget paints itself, without those of its children."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setResolution(widget.logicalDpiX())
    paper.setSize(widget.size())
    painter = QPainter(paper)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    found: list[Words] = []
    _collect(ET.fromstring(bytes(data.data())), QTransform(), widget.logicalDpiX(), found)
    return found


def _collect(element: ET.Element, at: QTransform, dpi: int, found: list[Words]) -> None:
    moved = element.get("transform", "")
    if moved.startswith("matrix("):
        at = QTransform(*(float(number) for number in moved[7:-1].split(",")))
    for child in element:
        if child.tag == f"{SVG}text" and (child.text or "").strip():
            found.append(_words(child, at, dpi))
        _collect(child, at, dpi, found)


def _words(element: ET.Element, at: QTransform, dpi: int) -> Words:
    size, weight = float(element.get("font-size", "0")), int(element.get("font-weight", "400"))
    font = QFont(element.get("font-family", ""))
    font.setPointSizeF(size * 72 / dpi)
    font.setWeight(QFont.Weight(weight))
    text = element.text or ""
    left, base = float(element.get("x", "0")), float(element.get("y", "0"))
    wide = QFontMetricsF(font).horizontalAdvance(text.rstrip())
    rect = at.mapRect(QRectF(left, base - size * 0.72, wide, size * 0.74))
    large = size >= LARGE or (size >= LARGE_BOLD and weight >= 600)
    return Words(text, rect, QColor(element.get("fill", "")).name(), large)


def picture_of(window: QWidget, part: QRect | None = None) -> Pixels:
    """Return a part of the window as it stands on the screen: rows of blue, green, red."""
    grabbed = window.grab(part) if part is not None else window.grab()
    image = grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def ground(picture: Pixels, rect: QRect) -> str:
    """Return the colour that most of a part of a picture has."""
    top, left = max(0, rect.top()), max(0, rect.left())
    part = picture[top : rect.bottom() + 1, left : rect.right() + 1].reshape(-1, 3)
    colours, counts = np.unique(part @ np.array([1, 256, 65536]), return_counts=True)
    return f"#{int(colours[counts.argmax()]):06x}"


def seen_changes(before: Pixels, after: Pixels) -> int:
    """Return how many pixels changed with a contrast of 3.0 or more."""
    changed = (before != after).any(axis=2)
    one, other = _luminance(before[changed]), _luminance(after[changed])
    lighter, darker = np.maximum(one, other) + 0.05, np.minimum(one, other) + 0.05
    return int(np.count_nonzero(lighter / darker >= 3.0))


def _luminance(picture: Pixels) -> npt.NDArray[np.float64]:
    share = picture.astype(np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.0722, 0.7152, 0.2126]))
