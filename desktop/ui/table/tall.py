"""A list of tall rows that are opened as a whole: a date, a heading with a line, a status."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.chips import HEIGHT as CHIP_HEIGHT
from desktop.ui.chips import chip_width, paint_chip
from desktop.ui.icons import paint_icon
from desktop.ui.painted import box, words
from desktop.ui.rows import paint_two_lines
from desktop.ui.table.delegate import LinePainter
from desktop.ui.table.lines import Row
from desktop.ui.table.listing import RowList
from desktop.ui.table.model import Lines
from desktop.ui.table.view import LineView
from desktop.ui.theme import theme

NARROW = 720
"""Where the list is narrower, in design px, the date takes less room."""


class TallPainter(LinePainter):
    """Paints rows whose cells are (heading, line beneath, small word, date)."""

    row_height = 60

    def action_rects(self, rect: QRectF, row: Row, marked: bool) -> list[QRectF]:
        look = theme()
        side = look.px(36)
        left = rect.right() - side - look.px(8)
        return [QRectF(left, round(rect.center().y() - side / 2), side, side)]

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row, at: int) -> None:
        look = theme()
        hover = at == self.pointing.hover
        marked = at == self.pointing.marked
        self._paint_ground(painter, rect, marked, hover)
        (dots,) = self.action_rects(rect, row, False)
        if hover and self.pointing.hover_action == 0:
            box(painter, dots, 8, look.colour("surface"), look.colour("edge"))
        side = look.px(20)
        place = QRectF(dots.center().x() - side / 2, dots.center().y() - side / 2, side, side)
        paint_icon(painter, place, "ellipsis", "text")
        right = self._paint_pill_at(painter, rect, row, dots.left() - look.px(12), marked)
        if row.status and rect.width() >= look.px(NARROW):
            right = self._paint_status(painter, rect, row, min(right, dots.left() - look.px(228)))
        heading, line, small, date = row.cells
        narrow = rect.width() < look.px(NARROW)
        left = rect.left() + look.px(18)
        wide = look.px(66 if narrow else 84)
        lead = ((10.0, 400), (13.0 if narrow else 15.0, 700))
        paint_two_lines(painter, rect, (left, wide), (small, date), lead, small_first=True)
        left += wide + look.px(8 if narrow else 12)
        place_ = (left, right - left - look.px(12))
        paint_two_lines(painter, rect, place_, (heading, line), ((11, 600), (10, 400)))

    def _paint_pill_at(
        self, painter: QPainter, rect: QRectF, row: Row, right: float, marked: bool
    ) -> float:
        """Paint the pill so that it ends at `right`; return where it begins."""
        if row.pill is None:
            return right
        look = theme()
        wide = min(chip_width(row.pill.text, row.pill.icon), rect.width() * 0.4)
        tall = look.px(CHIP_HEIGHT)
        pill = QRectF(right - wide, round(rect.center().y() - tall / 2), wide, tall)
        paper = "soft" if marked else ""
        paint_chip(painter, pill, row.pill.text, row.pill.kind, row.pill.icon, paper)
        return right - wide

    def _paint_status(self, painter: QPainter, rect: QRectF, row: Row, right: float) -> float:
        """Paint the quiet words in a column of their own; return where it begins."""
        look = theme()
        wide = look.px(170)
        room = QRectF(right - wide - look.px(12), rect.top(), wide, rect.height())
        words(painter, room, row.status, look.font(10), look.colour(row.status_tone))
        return room.left()


class TallView(LineView):
    """Opens a row by one click or Enter; its menu by the dots, a right click or the menu key."""

    menu_asked = Signal(str, QPoint)

    def __init__(self, lines: Lines, name: str) -> None:
        super().__init__(lines, TallPainter((), lines, ""), name)
        self._pressed = ""

    def ask_menu(self) -> None:
        """Ask for the menu of the marked row, to be opened beneath its dots."""
        at = self.painter_.pointing.marked
        row = self._line(at)
        if isinstance(row, Row):
            rect = QRectF(self.visualRect(self.lines.index(at)))
            (dots,) = self.painter_.action_rects(rect, row, True)
            corner = dots.bottomLeft().toPoint()
            self.menu_asked.emit(row.key, self.viewport().mapToGlobal(corner))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.ask_menu()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at, _ = self._under(QPointF(event.pos()))
            row = self._line(at)
            if isinstance(row, Row):
                self._mark_line(at, tell=True)
                self.menu_asked.emit(row.key, event.globalPos())
            return
        self.ask_menu()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, action = self._under(event.position())
        row = self._line(at)
        self._pressed = ""
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, Row):
            return
        self._mark_line(at, tell=True)
        if action >= 0:
            self.ask_menu()
        else:
            self._pressed = row.key

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, action = self._under(event.position())
        row = self._line(at)
        if isinstance(row, Row) and action < 0 and row.key == self._pressed:
            self._pressed = ""
            self.opened.emit(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more: the first click has opened the row."""

    def _hover(self, at: int, action: int) -> None:
        super()._hover(at, action)
        if isinstance(self._line(at), Row):
            self.setCursor(Qt.CursorShape.PointingHandCursor)


class TallList(RowList):
    """A framed list of tall rows; `menu_asked(row key, place on the screen)` opens their menus.

    Rows have the cells (heading, line beneath, small word, date), a pill and perhaps a status.
    """

    menu_asked = Signal(str, QPoint)

    def __init__(
        self, name: str, *, empty: QWidget | None = None, foot: QWidget | None = None
    ) -> None:
        super().__init__(name, (), empty=empty, foot=foot)

    def _make_view(self, name: str) -> LineView:
        view = TallView(Lines(), name)
        view.menu_asked.connect(self.menu_asked)
        return view
