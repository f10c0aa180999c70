"""Bars of answers on screen: the same parts, order, numbers and colours as on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.printing.charts import Answer, part_widths
from desktop.ui.labels import Text
from desktop.ui.layout import Wrap, row
from desktop.ui.painted import brush_for, width_of, words
from desktop.ui.theme import theme
from desktop.ui.tokens import ANSWER_BARS

_HATCHED = (1, 2)  # the poor end, so that it is not mistaken for the good one without colour
_HEIGHT, _GAP = 32, 2
_PAPER_TYPE = 10.0  # points of the counts on paper, by which it makes room for them


class AnswerBar(QWidget):
    """One bar of all answers from the worst to the best, each part with its count in it."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._answers = [answer for answer in answers if answer.count]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = [f"{answer.label} {answer.count}" for answer in answers]
        self.setAccessibleName(", ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(100), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        larger = look.px(16) / _PAPER_TYPE
        left = 0.0
        for answer, wide in zip(
            self._answers, part_widths(self._answers, self.width() / larger), strict=True
        ):
            part = QRectF(left, 0, wide * larger - _GAP, self.height())
            paint_part(painter, part, answer.value)
            _paint_count(painter, part, answer)
            left += wide * larger
        if not self._answers:
            painter.setPen(look.colour("edge"))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_count(painter: QPainter, part: QRectF, answer: Answer) -> None:
    fill, ink = ANSWER_BARS[answer.value - 1]
    font, text = theme().font(11, 600), f"{answer.count:,}"
    if answer.value in _HATCHED:
        plate = width_of(font, text) + 8
        middle = QRectF(part.center().x() - plate / 2, part.top() + 4, plate, part.height() - 8)
        painter.fillRect(middle, QColor(fill))
    words(painter, part, text, font, QColor(ink), Qt.AlignmentFlag.AlignHCenter)


def paint_part(painter: QPainter, part: QRectF, value: int) -> None:
    """Paint one part; the poor answers are hatched and every part has an outline."""
    fill, ink = ANSWER_BARS[value - 1]
    painter.fillRect(part, QColor(fill))
    painter.save()
    painter.setClipRect(part)
    if value in _HATCHED:
        pen = QPen(QColor(ink), 1)
        painter.setPen(pen)
        step, start = (5.0 if value == 1 else 8.0), part.left() - part.height()
        while start < part.right():
            painter.drawLine(QLineF(start, part.bottom(), start + part.height(), part.top()))
            start += step
    painter.restore()
    painter.setPen(QPen(theme().colour("edge"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


class AnswerKey(QWidget):
    """What the parts of a bar stand for, in their order, with count and share."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        super().__init__()
        wrap = Wrap(self, 14, 2)
        for answer in answers:
            wrap.addWidget(_KeyEntry(answer))


class _KeyEntry(QWidget):
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        said = f"{answer.label}: {answer.count:,}"
        if answer.share:
            said = tr("{answer} ({share})").format(answer=said, share=answer.share)
        self.setLayout(row(_Swatch(answer.value), Text(said, "caption"), gap=6))


class _Swatch(QWidget):
    def __init__(self, value: int) -> None:
        super().__init__()
        self._value = value
        side = theme().px(13)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_part(brush_for(self), QRectF(self.rect()), self._value)
