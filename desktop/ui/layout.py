"""Putting parts on a page: rows, columns, wrapping rows, scrolling, a side that folds away."""

from collections.abc import Sequence
from typing import TypeVar

# `QtCore.Qt` by name of its module: its hundred enums are built when it is first touched, and the
# first window is painted without.
from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import theme

L = TypeVar("L", bound=QBoxLayout)
MARGIN, SMALL_MARGIN = 24, 14

Part = QWidget | QLayout | int | None


def row(*parts: Part, gap: int = 8, margins: Sequence[int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return parts beside each other; a number is a space in px, None takes the room left."""
    return _filled(QHBoxLayout(), parts, gap, margins)


def column(*parts: Part, gap: int = 8, margins: Sequence[int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return parts under each other; a number is a space in px, None takes the room left."""
    return _filled(QVBoxLayout(), parts, gap, margins)


def fold(narrow: bool) -> QBoxLayout.Direction:
    """Return the direction in which parts stand: below each other where it is narrow."""
    directions = QBoxLayout.Direction
    return directions.TopToBottom if narrow else directions.LeftToRight


def beside(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Return two parts of equal width, both beginning at the top, such as two fields."""
    both = row(left, right, gap=12)
    for at, part in enumerate((left, right)):
        both.setStretch(at, 1)
        both.setAlignment(part, QtCore.Qt.AlignmentFlag.AlignTop)
    return both


def panel(layout: QLayout, paper: str = "") -> QWidget:
    """Return a widget around a layout; `paper` is bg, surface, sunken or nothing."""
    widget = QWidget()
    if paper:
        widget.setProperty("paper", paper)
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
    widget.setLayout(layout)
    return widget


def _filled(layout: L, parts: Sequence[Part], gap: int, margins: Sequence[int]) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    fill(layout, parts)
    return layout


def fill(layout: QBoxLayout, parts: Sequence[Part]) -> None:
    """Add parts to a row or column; a number is a space in px, None takes the room left."""
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


class Scroll(QScrollArea):
    """Something tall that scrolls up and down; what gets the focus comes into view."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setViewport(QWidget())  # Qt's own would have to be made known to Python: 8 ms
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        wanted = self._inside.minimumSizeHint()
        return QSize(wanted.width() + 14, min(wanted.height(), 80))

    def sizeHint(self) -> QSize:
        wanted = self._inside.sizeHint()
        return QSize(wanted.width() + 14, wanted.height())


class Tall(QWidget):
    """As tall as its words need at its width: in a small window it scrolls and nothing is cut."""

    def __init__(self, inside: QLayout) -> None:
        super().__init__()
        self.setLayout(inside)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        inside, kinds = self.layout(), QEvent.Type
        if event.type() is kinds.Show:
            for layout in self.findChildren(QLayout):  # what changed unseen told nobody above it
                layout.invalidate()
        if inside and event.type() in (kinds.LayoutRequest, kinds.Resize, kinds.Show):
            self.setMinimumHeight(max(0, inside.totalMinimumHeightForWidth(self.width())))
        return handled


def bring_into_view(widget: QWidget | None, part: QRect | None = None) -> None:
    """Scroll so that all of a widget can be seen, its border too; Tab came to it, from wherever.

    Of a tall one, such as a list, only the `part` at hand.
    QScrollArea itself does so for the cursor only, and not for who comes from outside.
    """
    above = widget.parentWidget() if widget is not None else None
    while widget is not None and above is not None:
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if inside is not None and isinstance(above, QScrollArea) and inside.isAncestorOf(widget):
            around = (part or widget.rect()).adjusted(0, -12, 0, 12)
            around.setHeight(min(around.height(), above.viewport().height()))
            middle = widget.mapTo(inside, around.center())
            above.ensureVisible(middle.x(), middle.y(), 0, around.height() // 2)
        above = above.parentWidget()


def follow_focus(window: QWidget) -> None:
    """Bring what Tab came to into view, once it has the room it takes when it has the focus."""
    QTimer.singleShot(0, window, lambda: bring_into_view(window.focusWidget()))


class Body(QWidget):
    """What stands under the head of a page, with wide margins or, in a small window, narrow ones.

    With `scrolls` all of it scrolls together where it is too tall.
    """

    def __init__(self, inside: QWidget, *, scrolls: bool = False) -> None:
        super().__init__()
        self._frame = column(inside, gap=0)
        if scrolls:
            self.setLayout(column(Scroll(panel(self._frame)), gap=0))
        else:
            self.setLayout(self._frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        small = self.width() < theme().px(900)
        edge = SMALL_MARGIN if small else MARGIN
        self._frame.setContentsMargins(edge, SMALL_MARGIN, edge, SMALL_MARGIN)


class Wrap(QLayout):
    """Parts beside each other that go on in the next line where there is no room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), dry=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, dry=False)

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        wide = sum(item.sizeHint().width() + self._gap for item in shown)
        return QSize(max(0, wide - self._gap), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, dry: bool) -> int:
        left, top, line = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left + size.width() > rect.right() + 1 and left > rect.left():
                left, top, line = rect.left(), top + line + self._line_gap, 0
            if not dry:
                width = min(size.width(), rect.width())
                item.setGeometry(QRect(QPoint(left, top), QSize(width, size.height())))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - rect.top()


class Split(QWidget):
    """A main part with a side column that folds under a button where the page is narrow.

    `side_words` are the words of the button; widths are in design px. A page may put `button`
    into a row of its own, else it stands above the main part.
    """

    def __init__(
        self, main: QWidget, side: QWidget, side_words: str, side_width: int = 328, fold: int = 1040
    ) -> None:
        super().__init__()
        self.side, self._side_width, self._fold = side, side_width, fold
        self._open = False
        from desktop.ui.buttons import Button

        self.button = Button(side_words, self.toggle_side, icon="panel-right", size="small")
        self.button.hide()
        self._row = row(main, side, gap=16)
        self._row.setStretch(0, 1)
        column_ = column(row(None, self.button), gap=8)
        column_.addLayout(self._row, 1)
        self.setLayout(column_)

    def toggle_side(self) -> None:
        """Show the folded side column, or fold it again."""
        self._open = not self._open
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme().px(self._fold)
        self.side.setFixedWidth(min(theme().px(self._side_width), max(240, self.width() // 2)))
        self.button.setVisible(narrow)
        self.side.setVisible(not narrow or self._open)
