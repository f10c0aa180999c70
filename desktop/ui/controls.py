"""Where people type and choose: lines, texts, lists, the search box."""

from collections.abc import Iterable, Sequence

import shiboken6
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop.ui.icons import IconLabel, paint_icon
from desktop.ui.labels import KeyHint, Text
from desktop.ui.layout import row
from desktop.ui.painted import box, brush_for, focus_width
from desktop.ui.theme import theme


class LineEdit(QLineEdit):
    """One line to type in. `left` tells that it was finished: Enter, or the focus went away.

    `limit` is for numbers and the like: it cuts what is pasted. Of words whoever keeps them says
    that they are too long.
    """

    left = Signal()

    def __init__(self, text: str = "", *, placeholder: str = "", limit: int = 0) -> None:
        super().__init__(text)
        self.setCursorPosition(0)  # of what does not fit, the beginning is shown
        if limit:
            self.setMaxLength(limit)
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self.left)

    def suggest(self, words: Iterable[str]) -> None:
        """Offer words that were used before, found by any part of them."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def setCompleter(self, completer: QCompleter) -> None:  # noqa: N802
        super().setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("offers", True)  # so that the style sheet knows it

    def mark_wrong(self, wrong: bool) -> None:
        """Draw the border in red, or as usual."""
        _mark_wrong(self, wrong)


class TextEdit(QPlainTextEdit):
    """Several lines to type in; Tab goes on to the next field. `left` tells that it was left."""

    left = Signal()

    def __init__(
        self, text: str = "", *, placeholder: str = "", lines: int = 3, leaf: bool = False
    ) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if leaf:
            self.setProperty("holds", "pledge")
        self.setPlainText(text)

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        points = 12 if self.property("holds") == "pledge" else 11
        line = QFontMetricsF(theme().font(points)).lineSpacing()
        return QSize(theme().px(240), round(line * self._lines) + 22)

    def set_lines(self, lines: int) -> None:
        """Be as high as so many lines."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def mark_wrong(self, wrong: bool) -> None:
        """Draw the border in red, or as usual."""
        _mark_wrong(self, wrong)


class Combo(QComboBox):
    """A list to choose one value from; `chosen` tells the value a person chose.

    `options` are (value, words). The wheel changes it only while it has the focus.
    """

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[object, str]] = (), *, placeholder: str = ""
    ) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setPlaceholderText(placeholder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(12)
        self.set_options(options)
        self.activated.connect(lambda at: self.chosen.emit(self._values[at]))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other values; the one chosen stays if it is still there."""
        before = self.value()
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        if before in self._values:
            self.set_value(before)
        elif self.placeholderText():
            self.setCurrentIndex(-1)

    def value(self) -> object:
        """Return the value chosen, None while there is none."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose a value without telling; one that is not offered chooses none."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def mark_wrong(self, wrong: bool) -> None:
        """Draw the border in red, or as usual."""
        _mark_wrong(self, wrong)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Cut what does not fit with …; the style would cut through a letter."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        metrics = self.fontMetrics()
        option.currentText = metrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )

    def showPopup(self) -> None:  # noqa: N802
        """Show the whole words, wider than the box where they need it."""
        room = self.screen().availableGeometry().width() - theme().px(80)
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + theme().px(30), room))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(16)
        at = QRectF(self.width() - side - 10, (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), at, "chevron-down", "text" if self.isEnabled() else "muted")


class SearchBox(QWidget):
    """A tall line to search in, with an icon and at its right a key and what it does.

    `typed` tells the words after each stroke; `entered` that Enter was pressed; Esc clears. Arrow
    keys and the like go to `keys_to`, so a list can be walked while typing.
    """

    typed = Signal(str)
    entered = Signal()

    def __init__(
        self, placeholder: str, *, key: str = "", key_words: str = "", small: bool = False
    ) -> None:
        super().__init__()
        self._small = small
        self.keys_to: QWidget | None = None
        self.edit = _SearchLine(self, placeholder)
        self.note = Text(key_words, "caption")
        self._key = KeyHint(key or " ", "muted")
        if not key:
            self._key.hide()
        pad = 14 if not small else 10
        icon = IconLabel("search", "text", 22 if not small else 17)
        inside = row(icon, self.edit, self._key, self.note, gap=10, margins=(pad, 2, pad, 2))
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.setFocusProxy(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.edit.textChanged.connect(self.typed)
        self.edit.returnPressed.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self.edit.text()

    def clear(self) -> None:
        self.edit.clear()

    def set_note(self, words: str, key: str = "") -> None:
        """Show words at the right, such as “4 people”, with or without the chip of a key."""
        self.note.setText(words)
        self._key.setVisible(bool(key))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(34 if self._small else 50))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        focused = self.edit.hasFocus()
        line = look.colour("focus" if focused else "edge")
        width = focus_width() if focused else 1
        box(painter, QRectF(self.rect()), 8, look.colour("surface"), line, width)


class _SearchLine(QLineEdit):
    def __init__(self, owner: SearchBox, placeholder: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setProperty("bare", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        to = self._owner.keys_to
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if to is not None and event.key() in moves:
            to.event(QKeyEvent(event.type(), event.key(), event.modifiers()))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._owner.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if shiboken6.isValid(self._owner):  # the last one comes while its window is taken down
            self._owner.update()


def _mark_wrong(widget: QWidget, wrong: bool) -> None:
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
