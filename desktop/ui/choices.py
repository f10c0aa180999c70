"""Ticks and single choices, each with its words and the name of its key."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import paint_icon
from desktop.ui.layout import Wrap
from desktop.ui.painted import box, brush_for, focus_width, key_width, paint_key, width_of, words
from desktop.ui.theme import theme

_SIDE = 20


class Tick(QCheckBox):
    """A tick box with its words."""

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(text.replace("&", "&&"))
        self._text, self._key = text, ""
        self.setChecked(checked)
        _prepare(self, text)

    def set_words(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            self._text = text
            self.setText(text.replace("&", "&&"))
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return _size(self._text, self._key)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(90), self.sizeHint().height())

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush_for(self)
        _paint_square(painter, _mark_rect(self), self.isChecked(), self.isEnabled())
        _finish(self, painter, self._text, self._key, self.isChecked())


class LongTick(Tick):
    """A tick box whose words may take several lines."""

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(text, checked=checked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), self.heightForWidth(theme().px(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(32))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, width - self._left() - 4, 10_000)
        metrics = QFontMetricsF(theme().font(11))
        tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, self._text).height()
        return max(theme().px(32), round(tall) + theme().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        side = look.px(_SIDE)
        _paint_square(painter, QRectF(4, look.px(6), side, side), self.isChecked(), True)
        painter.setFont(look.font(11))
        painter.setPen(look.colour("text"))
        room = QRectF(self._left(), look.px(5), self.width() - self._left() - 4, self.height())
        painter.drawText(room, Qt.TextFlag.TextWordWrap.value, self._text)
        _paint_frame(self, painter)

    def _left(self) -> int:
        return 4 + theme().px(_SIDE + 9)


class Radio(QRadioButton):
    """One of several choices, with the name of its key."""

    def __init__(self, text: str, key: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
        self._text, self._key = text, key
        _prepare(self, text)
        self.setAccessibleDescription(key)

    def sizeHint(self) -> QSize:
        return _size(self._text, self._key)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(90), self.sizeHint().height())

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        ring = _mark_rect(self)
        on = self.isChecked()
        line = look.colour("brand" if on else "edge" if self.isEnabled() else "line")
        box(painter, ring, ring.width() / 2, look.colour("surface"), line, 2)
        if on:
            dot = ring.adjusted(5, 5, -5, -5)
            box(painter, dot, dot.width() / 2, look.colour("brand"))
        _finish(self, painter, self._text, self._key, on)


class Radios(QWidget):
    """A choice of one that may start unchosen; `chosen` tells the value.

    `options` are (value, words) or (value, words, name of the key).
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, ...]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._radios: list[tuple[object, Radio]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for value, text, *key in options:
            radio = Radio(str(text), str(key[0]) if key else "")
            self._radios.append((value, radio))
            self._group.addButton(radio)
            column.addWidget(radio)
            radio.toggled.connect(partial(self._tell, value))

    def _tell(self, value: object, on: bool) -> None:
        if on:
            self.chosen.emit(value)

    def value(self) -> object:
        """Return the value chosen, None while there is none."""
        return next((value for value, radio in self._radios if radio.isChecked()), None)

    def choose(self, value: object) -> None:
        """Choose a value, or none of them with None."""
        self._group.setExclusive(False)
        for other, radio in self._radios:
            radio.setChecked(value is not None and other == value)
        self._group.setExclusive(True)

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802
        chosen = next((r for _, r in self._radios if r.isChecked()), self._radios[0][1])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)


class Ticks(QWidget):
    """Several things to tick; `changed` tells after each.

    `options` are (value, words); `across` puts them beside each other as far as there is room;
    the words of `long` ones may take several lines.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[object, str]] = (),
        *,
        across: bool = False,
        long: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._kind = LongTick if long else Tick
        self._ticks: list[tuple[object, Tick]] = []
        self._box = Wrap(self, 16, 0) if across else QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if not across:
            self._box.setSpacing(0)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other things; what was ticked and is still there stays ticked."""
        ticked = self.values()
        for _, tick in self._ticks:
            self._box.removeWidget(tick)
            tick.deleteLater()
        self._ticks = [
            (value, self._kind(text, checked=value in ticked)) for value, text in options
        ]
        for _, tick in self._ticks:
            self._box.addWidget(tick)
            tick.toggled.connect(lambda _on: self.changed.emit())

    def values(self) -> list[object]:
        """Return the values ticked, in the order shown."""
        return [value for value, tick in self._ticks if tick.isChecked()]

    def set_values(self, values: Iterable[object]) -> None:
        """Tick exactly these."""
        wanted = list(values)
        for value, tick in self._ticks:
            tick.setChecked(value in wanted)


def _paint_square(painter: QPainter, square: QRectF, on: bool, enabled: bool) -> None:
    look = theme()
    line = look.colour("brand" if on else "edge" if enabled else "line")
    box(painter, square, 5, look.colour("brand" if on else "surface"), line, 1.5)
    if on:
        paint_icon(painter, square.adjusted(3, 3, -3, -3), "check", "onbrand")


def _prepare(button: QAbstractButton, text: str) -> None:
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _size(text: str, key: str) -> QSize:
    look = theme()
    wide = look.px(_SIDE + 10) + width_of(look.font(11, 600), text) + 12
    if key:
        wide += look.px(12) + key_width(key)
    return QSize(round(wide), look.px(32))


def _mark_rect(button: QAbstractButton) -> QRectF:
    side = theme().px(_SIDE)
    return QRectF(4, round((button.height() - side) / 2), side, side)


def _finish(button: QAbstractButton, painter: QPainter, text: str, key: str, on: bool) -> None:
    look = theme()
    left = 4 + look.px(_SIDE + 9)
    room = button.width() - left - 4 - (key_width(key) + look.px(8) if key else 0)
    ink = look.colour("text" if button.isEnabled() else "muted")
    font = look.font(11, 600 if on and isinstance(button, QRadioButton) else 400)
    words(painter, QRectF(left, 0, room, button.height()), text, font, ink)
    if key:
        paint_key(painter, button.width() - key_width(key) - 4, button.height() / 2, key, ink)
    _paint_frame(button, painter)


def _paint_frame(button: QAbstractButton, painter: QPainter) -> None:
    look = theme()
    rect = QRectF(button.rect())
    if button.hasFocus():
        box(painter, rect, 6, None, look.colour("focus"), focus_width())
    elif button.underMouse() and button.isEnabled():
        box(painter, rect, 6, None, look.colour("line"))
