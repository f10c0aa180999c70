"""Rows of a card: one that leads somewhere, and a name with its value."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.chips import chip_width, paint_chip
from desktop.ui.icons import paint_icon
from desktop.ui.painted import box, brush_for, focus_width, width_of, words
from desktop.ui.theme import theme


class RowButton(QAbstractButton):
    """A row that leads somewhere: a heading, a line beneath, a pill and an arrow.

    `lead` is a small word and a large one at the left (“Mon”, “12 Oct”); `chip` is (words, kind,
    icon).
    """

    def __init__(
        self,
        heading: str,
        line: str = "",
        pressed: Callable[[], object] | None = None,
        *,
        lead: tuple[str, str] | None = None,
        chip: tuple[str, str, str] | None = None,
    ) -> None:
        super().__init__()
        self._heading, self._line, self._lead, self._chip = heading, line, lead, chip
        said = [*(lead or ()), heading, line, chip[0] if chip else ""]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(64 if self._line or self._lead else 44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height() - theme().px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, rect.adjusted(1, 1, -1, -1), 8, look.colour("bg"), look.colour("line"))
        if self.hasFocus():
            box(painter, rect.adjusted(1, 1, -1, -1), 8, None, look.colour("focus"), focus_width())
        left, right = rect.left() + look.px(20), rect.right() - look.px(44)
        arrow = look.px(18)
        at = QRectF(right + look.px(6), round(rect.center().y() - arrow / 2), arrow, arrow)
        paint_icon(painter, at, "chevron-right", "text")
        if self._lead is not None:
            types = ((10.0, 400), (15.0, 700))
            paint_two_lines(painter, rect, (left, look.px(84)), self._lead, types, small_first=True)
            left += look.px(96)
        if self._chip is not None:
            text, kind, icon = self._chip
            wide = min(chip_width(text, icon), (right - left) / 2)
            tall = look.px(26)
            pill = QRectF(right - wide, round(rect.center().y() - tall / 2), wide, tall)
            paint_chip(painter, pill, text, kind, icon)
            right -= wide + look.px(12)
        lines = (self._heading, self._line)
        paint_two_lines(painter, rect, (left, right - left), lines, ((11, 600), (10, 400)))


class FactRow(QWidget):
    """A name at the left and its value at the right, with a thin line above."""

    def __init__(self, name: str, value: str, *, line: bool = True) -> None:
        super().__init__()
        self._name, self._value, self._with_line = name, value, line
        self.setAccessibleName(f"{name}: {value}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: str) -> None:
        """Show another value."""
        self._value = value
        self.setAccessibleName(f"{self._name}: {value}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(38 if self._with_line else 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        if self._with_line:
            painter.fillRect(QRectF(0, 0, rect.width(), 1), look.colour("line"))
        quiet = self._with_line
        name_font = look.font(11, 400 if quiet else 600)
        value_font = look.font(11, 600 if quiet else 400)
        ink = look.colour("muted" if quiet else "text")
        words(painter, rect, self._name, name_font, ink)
        left = min(width_of(name_font, self._name) + 12, rect.width() / 2)
        right = Qt.AlignmentFlag.AlignRight
        room = rect.adjusted(left, 0, 0, 0)
        words(painter, room, self._value, value_font, look.colour("text"), right)


Type = tuple[float, int]


def paint_two_lines(
    painter: QPainter,
    rect: QRectF,
    across: tuple[float, float],
    lines: tuple[str, str],
    types: tuple[Type, Type],
    *,
    small_first: bool = False,
) -> None:
    """Paint two lines about the middle of a row, or the first alone in the middle.

    `across` is the left edge and the width, `types` the points and weight of each line. The first
    is the quiet one if `small_first`, else the second.
    """
    look = theme()
    left, room = across
    upper, lower = lines
    small, big = look.colour("muted"), look.colour("text")
    inks = (small, big) if small_first else (big, small)
    tall = look.px(20)
    if not lower:
        whole = QRectF(left, rect.top(), room, rect.height())
        words(painter, whole, upper, look.font(*types[0]), big)
        return
    middle = rect.center().y()
    up = QRectF(left, middle - tall, room, tall)
    down = QRectF(left, middle, room, tall + look.px(2 if small_first else 0))
    words(painter, up, upper, look.font(*types[0]), inks[0])
    words(painter, down, lower, look.font(*types[1]), inks[1])
