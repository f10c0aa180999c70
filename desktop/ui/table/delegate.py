"""How the lines of a list are painted, and where in them their buttons are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.chips import chip_width, paint_chip
from desktop.ui.icons import paint_icon
from desktop.ui.painted import (
    box,
    focus_width,
    key_width,
    metrics_of,
    paint_key,
    width_of,
    words,
)
from desktop.ui.table.lines import Action, Column, Group, Line, Pill, Row
from desktop.ui.table.model import Index, Lines
from desktop.ui.theme import Theme, theme

ROW_HEIGHT, GROUP_HEIGHT = 44, 35
_RIGHT = Qt.AlignmentFlag.AlignRight
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(slots=True)
class Pointing:
    """What is marked and what the mouse is over; owned by the view."""

    marked: int = -1
    hover: int = -1
    hover_action: int = -1
    action: int = -1
    focused: bool = False


class LinePainter(QStyledItemDelegate):
    """Paints headings and rows; `enter` is the name of the key the marked row obeys."""

    row_height = ROW_HEIGHT
    """How tall a row is, in design px."""

    def __init__(self, columns: Sequence[Column], lines: Lines, enter: str) -> None:
        super().__init__()
        self.columns, self.lines, self.enter = columns, lines, enter
        self.pointing = Pointing()
        self._reserve = 0.0

    def measure(self) -> None:
        """Find the room that buttons and statuses need at most, so that all columns line up."""
        look = theme()
        # Told apart by what is quick to compare: hashing a thousand rows would cost a frame.
        alike = {
            (
                line.actions[0].text if line.actions else "",
                len(line.actions),
                len(line.status),
            ): line
            for line in self.lines.lines
            if type(line) is Row
        }
        kinds = {(row.actions, "0" * len(row.status)) for row in alike.values()}
        self._reserve = max(
            (
                look.px(20)
                + sum(self._action_width(a, False) + look.px(6) for a in actions)
                + (width_of(look.font(11), status) + look.px(14) if status else 0)
                for actions, status in kinds
            ),
            default=0.0,
        )

    def height(self, line: Line, wide: float) -> int:
        """Return how tall a line is in a list so wide, in px."""
        look = theme()
        if isinstance(line, Group):
            return look.px(GROUP_HEIGHT)
        if not line.beneath:
            return look.px(self.row_height)
        room = QRectF(0, 0, wide - self._start(line) - look.px(18), 10_000)
        text = metrics_of(look.font(11)).boundingRect(room, _WRAPPED, line.beneath)
        return look.px(self.row_height) + round(text.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        line = self.lines.lines[index.row()]
        if isinstance(line, Group):
            self._paint_group(painter, rect, line)
        else:
            self._paint_row(painter, rect, line, index.row())
        painter.restore()

    def action_rects(self, rect: QRectF, row: Row, marked: bool) -> list[QRectF]:
        """Return where the buttons of a row are, the first of them outermost."""
        look = theme()
        rect = _upper(rect, row)
        right = rect.right() - look.px(10)
        found = []
        for at, action in enumerate(row.actions):
            wide = self._action_width(action, marked and at == 0)
            tall = look.px(32)
            found.append(QRectF(right - wide, rect.center().y() - tall / 2 + 0.5, wide, tall))
            right -= wide + look.px(6)
        return found

    def tick_rect(self, rect: QRectF) -> QRectF:
        """Return where the tick box or icon of a row is."""
        side = theme().px(20)
        left = rect.left() + theme().px(16)
        return QRectF(left, round(rect.center().y() - side / 2 + 0.5), side, side)

    def _action_width(self, action: Action, with_key: bool) -> float:
        look = theme()
        wide = width_of(look.font(11, 600), action.text)
        if action.kind == "quiet":
            return wide + look.px(18)
        # Room for the key is kept in every row, so that marking one moves nothing.
        return max(look.px(88), wide + look.px(42) + (key_width(self.enter) if self.enter else 0))

    def _paint_group(self, painter: QPainter, rect: QRectF, group: Group) -> None:
        look = theme()
        painter.fillRect(rect, look.colour("sunken"))
        left = rect.left() + look.px(16)
        font = look.font(11, 600)
        words(painter, rect.adjusted(left, 0, 0, 0), group.title, font, look.colour("text"))
        left += width_of(font, group.title) + look.px(10)
        room = rect.adjusted(left, 0, -8, 0)
        words(painter, room, group.note, look.font(11), look.colour("muted"))

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row, at: int) -> None:
        look = theme()
        marked = at == self.pointing.marked
        self._paint_ground(painter, rect, marked, at == self.pointing.hover)
        if row.beneath:
            rect = self._paint_beneath(painter, rect, row)
        self._paint_mark(painter, rect, row)
        right = rect.right() - look.px(12)
        rects = self.action_rects(rect, row, marked)
        for number, place in enumerate(rects):
            self._paint_action(painter, place, row.actions[number], at, number)
            right = place.left() - look.px(8)
        if row.status:
            font = look.font(11)
            wide = min(width_of(font, row.status) + 1, look.px(200))
            room = QRectF(right - wide, rect.top(), wide, rect.height())
            words(painter, room, row.status, font, look.colour(row.status_tone), _RIGHT)
            right -= wide + look.px(10)
        self._paint_cells(painter, rect, row, right)

    def _paint_beneath(self, painter: QPainter, rect: QRectF, row: Row) -> QRectF:
        """Paint the words under the cells; return where the cells are."""
        look = theme()
        under = rect.adjusted(self._start(row), look.px(34), -look.px(18), 0)
        painter.setFont(look.font(11))
        painter.setPen(look.colour("text"))
        painter.drawText(under, _WRAPPED, row.beneath)
        return _upper(rect, row)

    def _start(self, row: Row) -> int:
        """Return how far from the left the cells of a row begin, in px."""
        return theme().px(52 if row.icon or row.ticked is not None else 18)

    def _paint_ground(self, painter: QPainter, rect: QRectF, marked: bool, hover: bool) -> None:
        look = theme()
        fill = "soft" if marked else "surface"
        painter.fillRect(rect, look.colour(fill))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, look.colour("line"))
        if marked and look.high_contrast:
            box(painter, rect.adjusted(0, 0, 0, -1), 0, None, look.colour("brand"), 3)
        elif marked:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 4, rect.height()), look.colour("brand")
            )
        elif hover:
            edge = QRectF(rect.left(), rect.top(), 4, rect.height() - 1)
            painter.fillRect(edge, look.colour("edge"))
        if marked and self.pointing.focused:
            inner = rect.adjusted(4, 1, -1, -2)
            box(painter, inner, 4, None, look.colour("focus"), focus_width())

    def _paint_mark(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        place = self.tick_rect(rect)
        if row.ticked is not None:
            look = theme()
            ink = look.colour("brand" if row.ticked else "edge")
            box(painter, place, 5, look.colour("brand" if row.ticked else "surface"), ink, 1.5)
            if row.ticked:
                paint_icon(painter, place.adjusted(3, 3, -3, -3), "check", "onbrand")
        elif row.icon:
            paint_icon(painter, place, row.icon, row.icon_tone)

    def _paint_action(
        self, painter: QPainter, rect: QRectF, action: Action, at: int, number: int
    ) -> None:
        look = theme()
        pointing = self.pointing
        marked = at == pointing.marked
        lively = at == pointing.hover and number == pointing.hover_action
        chosen = marked and pointing.focused and number == pointing.action
        filled = marked and number == 0 and action.kind != "quiet"
        fill, line, ink = _action_inks(action.kind, filled, lively, look)
        box(painter, rect, 8, fill, line)
        if chosen and number > 0:
            box(painter, rect, 8, None, look.colour("focus"), focus_width())
        font = look.font(11, 600)
        wide = width_of(font, action.text)
        key = self.enter if filled else ""
        content = wide + (look.px(9) + key_width(key) if key else 0)
        left = rect.left() + (rect.width() - content) / 2
        room = QRectF(left, rect.top(), wide + 2, rect.height())
        words(painter, room, action.text, font, ink)
        if key:
            paint_key(painter, round(left + wide + look.px(9)), rect.center().y(), key, ink)

    def _paint_cells(self, painter: QPainter, rect: QRectF, row: Row, right: float) -> None:
        look = theme()
        for number, (column, text, place) in enumerate(self.cell_places(rect, row, right)):
            font = look.font(11, column.weight)
            if number == 0 and row.pill is not None:
                place = self._paint_pill(painter, place, row.pill, width_of(font, text))
            words(painter, place, text, font, look.colour(column.tone))

    def cell_places(self, rect: QRectF, row: Row, right: float) -> list[tuple[Column, str, QRectF]]:
        """Return where the first cell and those with words are; empty ones leave theirs to them.

        Cells begin at their places whatever the buttons of a row take, so columns line up.
        """
        look = theme()
        start = rect.left() + self._start(row)
        shown = [
            (column, text)
            for column, text in zip(self.columns, row.cells, strict=False)
            if rect.width() >= look.px(column.hide_below)
        ]
        each = (rect.right() - start - self._reserve) / (sum(c.share for c, _ in shown) or 1)
        places: list[tuple[Column, str, QRectF]] = []
        left, end = start + each * sum(column.share for column, _ in shown), right
        for number, (column, text) in reversed(list(enumerate(shown))):
            left -= each * column.share
            if text or number == 0:
                wide = max(0.0, min(end, right) - left)
                places.insert(0, (column, text, QRectF(left, rect.top(), wide, rect.height())))
                end = left - look.px(10)
        return places

    def _paint_pill(
        self, painter: QPainter, place: QRectF, pill: Pill, text_width: float
    ) -> QRectF:
        look = theme()
        wide = min(chip_width(pill.text, pill.icon), place.width() / 2)
        left = min(place.left() + text_width + look.px(9), place.right() - wide)
        tall = look.px(22)
        rect = QRectF(round(left), round(place.center().y() - tall / 2), wide, tall)
        paint_chip(painter, rect, pill.text, pill.kind, pill.icon)
        return QRectF(place.left(), place.top(), left - place.left() - 4, place.height())


def _upper(rect: QRectF, row: Row) -> QRectF:
    """Return the part of a row that its cells stand in."""
    return QRectF(rect.topLeft(), QSizeF(rect.width(), theme().px(38))) if row.beneath else rect


def _action_inks(
    kind: str, filled: bool, lively: bool, look: Theme
) -> tuple[QColor | None, QColor | None, QColor]:
    if filled:
        return look.colour("brandhover" if lively else "brand"), None, look.colour("onbrand")
    if kind == "quiet":
        return look.colour("soft") if lively else None, None, look.colour("softink")
    fill = look.colour("soft" if lively else "surface")
    return fill, look.colour("edge"), look.colour("text")
