"""The list of papers: what each is, what it will be, and whether it was printed or saved."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.icons import paint_icon
from desktop.ui.layout import column, follow_focus
from desktop.ui.painted import box, brush_for, focus_width, width_of, words
from desktop.ui.theme import theme
from desktop.workspace.papers import PAPERS

ICONS = {
    "cards": "quote",
    "leaves": "leaf",
    "summary": "file-text",
    "register": "clipboard-check",
    "slips": "pencil",
    "forms": "message-square",
}


class PaperList(QWidget):
    """All papers, one of them chosen by mouse or arrow keys; `chosen` tells its key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Papers"))
        self._group = QButtonGroup(self)
        longest = max((paper.title for paper in PAPERS.values()), key=len)
        self.rows = {k: PaperRow(ICONS[k], paper.title, longest) for k, paper in PAPERS.items()}
        self.setLayout(column(*self.rows.values(), None, gap=4))
        for key, one in self.rows.items():
            self._group.addButton(one)
            one.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)

    def choose(self, key: str) -> None:
        """Choose a paper."""
        self.rows[key].setChecked(True)

    def value(self) -> str:
        """Return the key of the paper chosen, empty before the first."""
        return next((key for key, row in self.rows.items() if row.isChecked()), "")

    def show_lines(self, lines: Mapping[str, str], done: Mapping[str, str]) -> None:
        """Show what each paper will be, and `Printed 16:31` where something was done."""
        for key, one in self.rows.items():
            one.show_words(lines[key], done.get(key, ""))

    def be_small(self, small: bool, narrow: bool = False) -> None:
        """Take less room, where the window is small or even narrow for its type."""
        self.setFixedWidth(theme().px(178 if narrow else 208 if small else 296))
        for one in self.rows.values():
            one.be_small(small)

    def arrive(self) -> None:
        """Take the focus to the paper chosen."""
        if key := self.value():
            self.rows[key].setFocus(Qt.FocusReason.OtherFocusReason)
            follow_focus(self.window())


class PaperRow(QAbstractButton):
    """One paper of the list; `longest` is the longest title of them all.

    What was done stands beside the titles of all papers or, where one of them has no room for it,
    beneath all of them in place of the line.
    """

    def __init__(self, icon: str, title: str, longest: str) -> None:
        super().__init__()
        self._icon, self._title, self._longest = icon, title, longest
        self._line, self._done = "", ""
        self._height = 56
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words("", "")

    def show_words(self, line: str, done: str) -> None:
        """Show the line beneath the title, and what was done with the paper."""
        self._line, self._done = line, done
        self.setAccessibleName(", ".join(part for part in (self._title, line, done) if part))
        self.update()

    def be_small(self, small: bool) -> None:
        """Take less room, where the window is small."""
        self._height = 46 if small else 56
        self.updateGeometry()

    def line(self) -> str:
        """Return the line beneath the title."""
        return self._line

    def done(self) -> str:
        """Return what was done with the paper in this sitting."""
        return self._done

    def sizeHint(self) -> QSize:
        return QSize(theme().px(296), theme().px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            edge = look.colour("line") if look.high_contrast else None
            box(painter, rect, 8, look.colour("soft"), edge)
            bar = QRectF(0, look.px(8), look.px(4), rect.height() - 2 * look.px(8))
            box(painter, bar, 2, look.colour("brand"))
        elif self.underMouse():
            box(painter, rect, 8, look.colour("surface"), look.colour("line"))
        if self.hasFocus():
            box(painter, rect, 8, None, look.colour("focus"), focus_width())
        side, left = look.px(19), look.px(14)
        at = QRectF(left, round(rect.center().y() - side / 2), side, side)
        paint_icon(painter, at, self._icon, "brand" if self.isChecked() else "muted")
        self._paint_words(painter)

    def _room(self) -> QRectF:
        """Return where the words are, beside the icon."""
        look = theme()
        left = look.px(14 + 19 + 12)
        return QRectF(left, 0, self.width() - left - look.px(10), self.height())

    def _paint_words(self, painter: QPainter) -> None:
        look, room = theme(), self._room()
        tall, middle = look.px(21), room.center().y()
        upper = QRectF(room.left(), middle - tall, room.width(), tall)
        lower = QRectF(room.left(), middle, room.width(), tall)
        words(painter, upper, self._title, look.font(11, 600), look.colour("text"))
        beside = self.is_beside()
        if self._done:
            wide = self._done_width()
            at = upper.adjusted(upper.width() - wide, 0, 0, 0) if beside else lower
            self._paint_done(painter, at)
        if beside or not self._done:
            words(painter, lower, self._line, look.font(10), look.colour("muted"))

    def is_beside(self) -> bool:
        """Return whether what was done stands beside the title."""
        look = theme()
        title = width_of(look.font(11, 600), self._longest)
        return self._room().width() - self._done_width() - look.px(5) >= title

    def _done_width(self) -> float:
        look = theme()
        return width_of(look.font(10, 500), self._done) + 1 + look.px(14 + 5)

    def _paint_done(self, painter: QPainter, line: QRectF) -> None:
        look = theme()
        side = look.px(14)
        at = QRectF(line.left(), round(line.center().y() - side / 2), side, side)
        paint_icon(painter, at, "circle-check", "softink")
        room = line.adjusted(side + look.px(5), 0, 0, 0)
        words(painter, room, self._done, look.font(10, 500), look.colour("softink"))
