"""One choice of a question, with the number that is its key and stands on paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.feedback.model import Choice
from desktop.language import tr
from desktop.ui.icons import paint_icon
from desktop.ui.painted import box, brush_for, focus_width, width_of, words
from desktop.ui.theme import theme

_PAD, _GAP, _MARK, _HEIGHT = 11, 7, 15, 36


class ChoiceButton(QAbstractButton):
    """A choice to click; Space presses it, every other key is its question's.

    With `ticks` it has a box, as several may be chosen.
    """

    def __init__(self, choice: Choice, *, ticks: bool = False) -> None:
        super().__init__()
        self._ticks = ticks
        self.choice = choice
        self.setText(choice.words.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_chosen(False)

    def show_chosen(self, chosen: bool) -> None:
        """Draw it as chosen or not."""
        self._is_chosen = chosen
        said = tr("{number} {words}").format(number=self.choice.number, words=self.choice.words)
        self.setAccessibleName(said)
        self.setAccessibleDescription(tr("chosen") if chosen else "")
        self.update()

    def is_chosen(self) -> bool:
        return self._is_chosen

    def sizeHint(self) -> QSize:
        look = theme()
        number = width_of(look.font(12, 700), str(self.choice.number))
        said = width_of(look.font(11, 600), self.choice.words)
        wide = 2 * look.px(_PAD) + number + look.px(_GAP) + said + self._mark_room() + 1
        return QSize(round(wide), look.px(_HEIGHT))

    def _mark_room(self) -> int:
        return theme().px(_MARK) + theme().px(_GAP) if self._ticks else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        on = self._is_chosen
        lively = self.underMouse() or self.isDown()
        fill = look.colour("brand" if on else "soft" if lively else "surface")
        box(painter, rect, 8, fill, None if on else look.colour("edge"))
        ink = look.colour("onbrand" if on else "text")
        if self.hasFocus():
            ring = look.colour("focusfill" if on else "focus")
            box(painter, rect, 8, None, ring, 3 if on else focus_width())
        left = look.px(_PAD)
        if self._ticks:
            side = look.px(_MARK)
            at = QRectF(left, (self.height() - side) // 2, side, side)
            box(painter, at, 4, None, ink, 1.5)
            if on:
                paint_icon(painter, at.adjusted(1, 1, -1, -1), "check", ink)
            left += self._mark_room()
        bold, plain = look.font(12, 700), look.font(11, 600 if on else 400)
        number = str(self.choice.number)
        words(painter, QRectF(left, 0, 40, self.height()), number, bold, ink)
        left += round(width_of(bold, number)) + look.px(_GAP)
        room = QRectF(left, 0, self.width() - left - look.px(_PAD) + 2, self.height())
        words(painter, room, self.choice.words, plain, ink)
