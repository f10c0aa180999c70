"""Breaking people's words into lines that fit a place on the screen."""

import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LONGEST = 2_000


def paint_lines(
    painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor, spacing: float = 1.25
) -> bool:
    """Paint plain text wrapped into a box, the last line cut with … if it doesn't fit.

    Words that run from right to left begin at the right. `spacing` is the line height as a multiple
    of the font size. Returns whether all of it fitted.
    """
    metrics = QFontMetricsF(font)
    step = _step(metrics, spacing)
    most = max(1, int((rect.height() + step - metrics.height()) // step))
    shown = text[:LONGEST].replace("\n", "\u2028")
    starts, turned = _lines(shown, font, rect.width(), most), _runs_left(shown)
    painter.setFont(font)
    painter.setPen(ink)
    before = painter.layoutDirection()
    way = Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(way)  # else a sign at the end would stand before the words
    for number, (start, length) in enumerate(starts[:most]):
        words = _units(shown, start, start + length).replace("\u2028", "")
        if number == most - 1 and len(starts) > most:
            rest = _units(shown, start).replace("\u2028", " ")
            words = _cut(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, rect.width()))
        base = rect.top() + metrics.ascent() + number * step
        words = words.rstrip()
        left = rect.right() - metrics.horizontalAdvance(words) if turned else rect.left()
        painter.drawText(QPointF(left, base), words)
    painter.setLayoutDirection(before)
    return len(starts) <= most


def height_of(text: str, font: QFont, width: float, spacing: float = 1.25) -> float:
    """Return how tall wrapped text is in px, as `paint_lines` would paint all of it."""
    metrics = QFontMetricsF(font)
    lines = _lines(text[:LONGEST].replace("\n", "\u2028"), font, width, LONGEST)
    return metrics.height() + max(0, len(lines) - 1) * _step(metrics, spacing)


def _cut(words: str) -> str:
    """Return words that end with … without the part of a word before it, where there are others."""
    whole = words.removesuffix("…").rstrip().rpartition(" ")[0]
    return f"{whole}…" if words.endswith("…") and whole else words


def _runs_left(text: str) -> bool:
    """Return whether the first letter that has a direction runs to the left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def _units(text: str, start: int, end: int | None = None) -> str:
    """Return a part of a text as Qt counts it: an emoji is two of its units."""
    units = text.encode("utf-16-le")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


def _step(metrics: QFontMetricsF, spacing: float) -> float:
    return max(metrics.height(), metrics.ascent() / 0.984 * spacing)


def _lines(shown: str, font: QFont, width: float, most: int) -> list[tuple[int, int]]:
    """Return where the lines begin and how long they are, one more than `most` at most."""
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[tuple[int, int]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(starts) <= most:
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return starts
