"""Many pledges as a grid of leaves that is walked with the arrow keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.ui.labels import plain_tip
from desktop.ui.leafcard import GAP, HEIGHT, WIDTH, Leaf, leaf_words, paint_leaf
from desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex


class _Leaves(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.leaves: list[Leaf] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.leaves)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        leaf = self.leaves[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return leaf_words(leaf)
        if role == Qt.ItemDataRole.ToolTipRole and len(leaf.text) > 60:
            return plain_tip(leaf.text)
        return None

    def show(self, leaves: Sequence[Leaf]) -> None:
        after = list(leaves)
        before = [leaf.key for leaf in self.leaves]
        if before == [leaf.key for leaf in after]:
            for at, (old, new) in enumerate(zip(self.leaves, after, strict=True)):
                if old != new:
                    self.leaves[at] = new
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.leaves = after
        self.endResetModel()


class _LeafPainter(QStyledItemDelegate):
    def __init__(self, grid: "LeafGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        leaf = self._grid.leaf_at(index.row())
        rect = QRectF(option.rect).adjusted(0, 0, -GAP, -GAP)
        current = index.row() == self._grid.currentIndex().row()
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = current and self._grid.hasFocus()
        paint_leaf(painter, rect, leaf, focused=focused, lively=over)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.gridSize()


class LeafGrid(QListView):
    """Many pledges beside and under each other; `pressed` tells the key of one.

    Arrow keys walk, Enter or Space presses.
    """

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._leaves = _Leaves()
        self.setModel(self._leaves)
        self.setItemDelegate(_LeafPainter(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        theme().changed.connect(self._arrange)
        self.clicked.connect(lambda index: self._press(index.row()))

    def show_leaves(self, leaves: Sequence[Leaf]) -> None:
        """Show these pledges; where only their words differ nothing moves."""
        before = self.currentIndex().row()
        self._leaves.show(leaves)
        if before >= 0 and not self.currentIndex().isValid() and self._leaves.leaves:
            self.setCurrentIndex(self._leaves.index(min(before, len(self._leaves.leaves) - 1)))

    def leaf_at(self, place: int) -> Leaf:
        """Return the pledge at a place."""
        return self._leaves.leaves[place]

    def leaves(self) -> list[Leaf]:
        """Return the pledges shown, in order."""
        return list(self._leaves.leaves)

    def marked_key(self) -> str:
        """Return the key of the pledge the keys are on, empty when there is none."""
        at = self.currentIndex().row()
        return self._leaves.leaves[at].key if at >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._press(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._leaves.leaves:
            self.setCurrentIndex(self._leaves.index(0))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _press(self, at: int) -> None:
        self.pressed.emit(self._leaves.leaves[at].key)

    def _arrange(self) -> None:
        look = theme()
        room = self.viewport().width() - 1
        across = max(1, room // look.px(WIDTH))
        self.setGridSize(QSize(room // across, look.px(HEIGHT) + GAP))
