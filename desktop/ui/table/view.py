"""The view of a list: marking, acting and ticking by keys and mouse."""

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.ui.layout import bring_into_view
from desktop.ui.table.delegate import LinePainter
from desktop.ui.table.lines import Line, Row
from desktop.ui.table.model import Index, Lines
from desktop.ui.theme import theme


class LineView(QTableView):
    """A table of one column whose lines paint themselves."""

    acted = Signal(str, str)
    marked = Signal(str)
    opened = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, lines: Lines, painter: LinePainter, name: str) -> None:
        super().__init__()
        self.lines, self.painter_, self._whole = lines, painter, False
        self.setAccessibleName(name)
        self.setModel(lines)
        self.setItemDelegate(painter)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        lines.rowsInserted.connect(lambda _, first, last: self._set_heights(first, last))
        lines.modelReset.connect(lambda: self._set_heights(0, len(lines.lines) - 1))
        lines.dataChanged.connect(lambda top, end: self._set_heights(top.row(), end.row()))
        self.restyle()
        theme().changed.connect(self.restyle)

    def be_whole(self) -> None:
        """Be as tall as the lines; what this stands in scrolls, and follows the mark."""
        self._whole = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, after: list[Line]) -> None:
        """Show other lines.

        The mark stays on its row while that stays in its group, else it goes to the row that took
        its place, so that Enter, Enter, Enter works down a list.
        """
        at = self.painter_.pointing.marked
        before = self._line(at)
        silent = self.blockSignals(True)
        self.lines.show(after)
        self.blockSignals(silent)
        self._take_height()
        self.painter_.measure()
        if isinstance(before, Row):
            place = self.lines.place(before.key)
            now = self._line(place)
            stays = isinstance(now, Row) and now.group == before.group
            self._mark_line(place if stays else self._near(at), tell=not stays)

    def marked_key(self) -> str:
        """Return the key of the marked row, empty when none is."""
        line = self._line(self.painter_.pointing.marked)
        return line.key if isinstance(line, Row) else ""

    def mark(self, key: str) -> None:
        """Mark a row and bring it into view; none with an unknown key."""
        self._mark_line(self.lines.place(key), tell=True)

    def mark_first(self) -> None:
        """Mark the first row there is."""
        self._mark_line(self._near(0), tell=True)

    def restyle(self) -> None:
        """Measure the lines anew after the text size changed."""
        self.verticalHeader().setDefaultSectionSize(theme().px(self.painter_.row_height))
        self.painter_.measure()
        self._set_heights(0, len(self.lines.lines) - 1)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for at, line in enumerate(self.lines.lines):
            if isinstance(line, Row) and line.beneath:
                self._set_heights(at, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self._line(self.painter_.pointing.marked)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not isinstance(row, Row):
            self.mark_first()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(row, Row):
            self.act()
        elif key == Qt.Key.Key_Space and isinstance(row, Row) and row.ticked is not None:
            self.ticked.emit(row.key, not row.ticked)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and isinstance(row, Row):
            self._choose_action(row, 1 if key == Qt.Key.Key_Left else -1)
        else:
            super().keyPressEvent(event)

    def act(self) -> None:
        """Do what Enter does to the marked row: its chosen action, else open it."""
        row = self._line(self.painter_.pointing.marked)
        if not isinstance(row, Row):
            return
        if row.actions:
            at = min(max(0, self.painter_.pointing.action), len(row.actions) - 1)
            self.acted.emit(row.key, row.actions[at].key)
        else:
            self.opened.emit(row.key)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        pointing = self.painter_.pointing
        before, pointing.marked, pointing.action = pointing.marked, current.row(), 0
        for at in (before, current.row()):
            self._repaint_line(at)
        if self._whole and current.isValid():
            bring_into_view(self, self.visualRect(current))
        if key := self.marked_key():
            self.marked.emit(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, action = self._under(event.position())
        row = self._line(at)
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, Row):
            return
        self._mark_line(at, tell=True)
        if action >= 0:
            self.acted.emit(row.key, row.actions[action].key)
        elif row.ticked is not None:
            self.ticked.emit(row.key, not row.ticked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at, action = self._under(event.position())
        row = self._line(at)
        if isinstance(row, Row) and action < 0 and row.ticked is None:
            self.opened.emit(row.key)
        else:
            self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(*self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1, -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.marked_key():
            self.mark_first()
        self._focus_shown(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_shown(False)

    def _focus_shown(self, focused: bool) -> None:
        self.painter_.pointing.focused = focused
        self._repaint_line(self.painter_.pointing.marked)

    def _choose_action(self, row: Row, step: int) -> None:
        pointing = self.painter_.pointing
        pointing.action = max(0, min(len(row.actions) - 1, pointing.action + step))
        self._repaint_line(pointing.marked)

    def _under(self, position: QPointF) -> tuple[int, int]:
        at = self.rowAt(round(position.y()))
        row = self._line(at)
        if not isinstance(row, Row):
            return at, -1
        rect = QRectF(self.visualRect(self.lines.index(at)))
        marked = at == self.painter_.pointing.marked
        for number, place in enumerate(self.painter_.action_rects(rect, row, marked)):
            if place.contains(position):
                return at, number
        return at, -1

    def _hover(self, at: int, action: int) -> None:
        pointing = self.painter_.pointing
        before = pointing.hover
        if (at, action) == (before, pointing.hover_action):
            return
        pointing.hover, pointing.hover_action = at, action
        hand = action >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self._repaint_line(before)
        self._repaint_line(at)

    def _line(self, at: int) -> Line | None:
        return self.lines.lines[at] if 0 <= at < len(self.lines.lines) else None

    def _near(self, at: int) -> int:
        for step in range(max(at, len(self.lines.lines)) + 1):
            for place in (at - step, at + step):
                if isinstance(self._line(place), Row):
                    return place
        return -1

    def _mark_line(self, at: int, *, tell: bool) -> None:
        silent = self.blockSignals(not tell)
        self.setCurrentIndex(self.lines.index(at) if at >= 0 else QModelIndex())
        self.painter_.pointing.marked = at
        self.blockSignals(silent)
        if at >= 0 and tell:
            self.scrollTo(self.lines.index(at))

    def _repaint_line(self, at: int) -> None:
        if at >= 0:
            self.viewport().update(self.visualRect(self.lines.index(at)))

    def _set_heights(self, first: int, last: int) -> None:
        wide = self.viewport().width()
        for at in range(first, last + 1):
            wanted = self.painter_.height(self.lines.lines[at], wide)
            if self.rowHeight(at) != wanted:
                self.setRowHeight(at, wanted)
        self._take_height()

    def _take_height(self) -> None:
        if self._whole:
            self.setMinimumHeight(self.verticalHeader().length())
