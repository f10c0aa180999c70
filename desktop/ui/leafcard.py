"""Pledges in the shape of a leaf: painted, and one as a card."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QSizePolicy,
    QWidget,
)

from desktop.ui.chips import KINDS
from desktop.ui.fitting import height_of, paint_lines
from desktop.ui.icons import paint_icon
from desktop.ui.labels import plain_tip
from desktop.ui.painted import box, brush_for, focus_width, leaf_path, width_of, words
from desktop.ui.theme import theme

WIDTH, HEIGHT, GAP = 232, 134, 12


@dataclass(frozen=True, slots=True)
class Leaf:
    """A pledge as a card shows it.

    `tint` is 1 to 5 and carries no meaning; `maker` stands beneath with `icon` (eye, user-x,
    eye-off, flower); `aside` at the right, such as the language. `on_tree` false draws a dashed
    outline. `warning` takes the place of the maker, with `warning_icon`.
    """

    key: str
    text: str
    maker: str
    icon: str = "eye"
    tint: int = 1
    on_tree: bool = True
    kept: bool = False
    aside: str = ""
    warning: str = ""
    warning_icon: str = "scissors"


def leaf_words(leaf: Leaf) -> str:
    """Return a leaf as it is read aloud."""
    parts = [leaf.text, leaf.warning, leaf.maker, leaf.aside]
    return ", ".join(part for part in parts if part)


def paint_leaf(
    painter: QPainter,
    rect: QRectF,
    leaf: Leaf,
    *,
    focused: bool = False,
    lively: bool = False,
    middle: bool = False,
) -> None:
    """Paint a leaf with its words wrapped, and cut with … where they don't fit.

    A leaf that stands alone has its words in the `middle`, larger where there is room.
    """
    look = theme()
    path = leaf_path(rect.adjusted(1, 1, -1, -1), look.px(26), 4)
    if leaf.on_tree:
        tint = "keptsoft" if leaf.kept else f"leaf{leaf.tint}"
        painter.fillPath(path, look.colour(tint))
    else:
        painter.fillPath(path, look.colour("surface"))
    pen: QPen | None = None
    if focused:
        pen = QPen(look.colour("focus"), focus_width())
    elif not leaf.on_tree:
        pen = QPen(look.colour("edge"), 1)
        pen.setDashPattern([4, 3])
    elif look.high_contrast or lively:
        pen = QPen(look.colour("edge"), 1)
    if pen is not None:
        painter.strokePath(path, pen)
    _paint_inside(painter, rect, leaf, middle)


def _paint_inside(painter: QPainter, rect: QRectF, leaf: Leaf, middle: bool) -> None:
    look = theme()
    pad, foot = look.px(16), look.px(26)
    above = look.px(12 if rect.height() > look.px(90) else 7)
    room = rect.adjusted(pad, above, -pad, -foot - look.px(8))
    ink = look.colour("text" if leaf.on_tree else "muted")
    if middle:
        font, room = _in_the_middle(room, leaf.text)
    else:
        font = look.font(12)
    paint_lines(painter, room, leaf.text, font, ink, 1.3)
    line = QRectF(
        rect.left() + pad, rect.bottom() - foot - look.px(7), rect.width() - 2 * pad, foot
    )
    if leaf.warning:
        _paint_warning(painter, line, leaf.warning, leaf.warning_icon)
        return
    side = look.px(16)
    mark = "keptink" if leaf.kept else "muted"
    at = QRectF(round(line.left()), round(line.center().y() - side / 2), side, side)
    paint_icon(painter, at, "flower" if leaf.kept else leaf.icon, mark)
    font = look.font(10)
    wide = width_of(font, leaf.aside) if leaf.aside else 0
    place = line.adjusted(side + look.px(6), 0, -wide - (8 if wide else 0), 0)
    words(painter, place, leaf.maker, font, look.colour(mark))
    if leaf.aside:
        right = Qt.AlignmentFlag.AlignRight
        words(painter, line, leaf.aside, font, look.colour("muted"), right)


def _in_the_middle(room: QRectF, text: str) -> tuple[QFont, QRectF]:
    """Return a larger font where all words fit in it, and the room from their top on."""
    fonts = (theme().font(15), theme().font(12))
    heights = [height_of(text, font, room.width(), 1.3) for font in fonts]
    at = 0 if heights[0] <= room.height() else 1
    return fonts[at], room.adjusted(0, max(0.0, (room.height() - heights[at]) / 2), 0, 0)


def _paint_warning(painter: QPainter, line: QRectF, text: str, icon: str) -> None:
    look = theme()
    _, _, ink = KINDS["warn"]
    font = look.font(10, 600)
    wide = min(line.width(), width_of(font, text) + look.px(44))
    pill = QRectF(line.left(), line.center().y() - look.px(12), wide, look.px(24))
    box(painter, pill, 6, look.colour("surface"), look.colour("warn"))
    side = look.px(16)
    at = QRectF(pill.left() + look.px(9), round(pill.center().y() - side / 2), side, side)
    paint_icon(painter, at, icon, ink)
    room = pill.adjusted(look.px(31), 0, -look.px(6), 0)
    words(painter, room, text, font, look.colour(ink))


class LeafCard(QWidget):
    """One pledge; it can be pressed by mouse, Enter or Space unless `still`."""

    pressed = Signal()

    def __init__(self, leaf: Leaf, *, still: bool = False, height: int = HEIGHT) -> None:
        super().__init__()
        self._leaf, self._height, self._still = leaf, height, still
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not still:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_leaf(leaf)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show another pledge."""
        self._leaf = leaf
        self.setAccessibleName(leaf_words(leaf))
        self.setToolTip(plain_tip(leaf.text) if len(leaf.text) > 60 else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), theme().px(self._height))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._still and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not self._still and event.key() in keys:
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_leaf(
            brush_for(self),
            QRectF(self.rect()),
            self._leaf,
            focused=self.hasFocus(),
            lively=self.underMouse() and not self._still,
            middle=self._still,
        )
