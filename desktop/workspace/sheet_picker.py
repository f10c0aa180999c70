"""A part-used sheet: a small picture of it where the first free place is chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import count, tr
from desktop.printing.sheet import CARDS_A6, Stock
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.painted import box, brush_for, leaf_path
from desktop.ui.stepper import Stepper
from desktop.ui.theme import theme


class SheetPicker(QWidget):
    """Chooses the first free place of a sheet, by a click into the picture or with a stepper.

    `changed` tells the place, counted from 1.
    """

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._stock = CARDS_A6
        self.picture = SheetPicture(self)
        self.stepper = Stepper(tr("First free place"), 1, 1, CARDS_A6.per_sheet)
        self.words = Text("", "caption", wrap=True)
        self.setLayout(
            column(
                Text(tr("Part-used sheet"), "label"),
                row(self.picture, None),
                row(self.stepper, None),
                self.words,
                gap=5,
            )
        )
        self.stepper.changed.connect(self._on_changed)
        self._show()

    def show_sheet(self, stock: Stock, start: int) -> None:
        """Show a sheet and its first free place, without telling anybody."""
        self._stock = stock
        silent = self.stepper.blockSignals(True)
        self.stepper.set_limits(1, stock.per_sheet)
        self.stepper.set_value(start)
        self.stepper.blockSignals(silent)
        self._show()

    def start(self) -> int:
        """Return the first free place."""
        return self.stepper.value()

    def stock(self) -> Stock:
        """Return the sheet shown."""
        return self._stock

    def _on_changed(self, start: int) -> None:
        self._show()
        self.changed.emit(start)

    def _show(self) -> None:
        used = self.start() - 1
        gone = count("The first place is used.", "The first {n} places are used.", used)
        self.words.setText(gone if used else tr("Click where to start."))
        self.picture.updateGeometry()
        self.picture.update()


class SheetPicture(QWidget):
    """The sheet with its places; used ones are crossed out."""

    def __init__(self, picker: SheetPicker) -> None:
        super().__init__()
        self._picker = picker
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        paper = self._picker.stock().paper
        long = theme().px(132)
        scale = long / max(paper.width_mm, paper.height_mm)
        return QSize(round(paper.width_mm * scale), round(paper.height_mm * scale))

    def place(self, number: int) -> QRectF:
        """Return where a place, counted from 1, lies in the picture."""
        stock = self._picker.stock()
        scale = self.width() / stock.paper.width
        found = stock.box(number)
        top = (stock.paper.height - found.top) * scale
        whole = QRectF(found.x * scale, top, found.width * scale, found.height * scale)
        return whole.adjusted(3, 3, -3, -3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for number in range(1, self._picker.stock().per_sheet + 1):
            if self.place(number).contains(event.position()):
                self._picker.stepper.set_value(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        box(painter, QRectF(self.rect()), 3, look.colour("surface"), look.colour("edge"))
        start = self._picker.start()
        for number in range(1, self._picker.stock().per_sheet + 1):
            self._paint_place(painter, self.place(number), number, start)

    def _paint_place(self, painter: QPainter, rect: QRectF, number: int, start: int) -> None:
        look = theme()
        round_ = min(rect.height() * 0.35, 12)
        if number < start:
            box(painter, rect, 3, None, look.colour("edge"), 1, dashed=True)
            painter.setPen(QPen(look.colour("muted"), 1.5))
            middle, arm = rect.center(), min(rect.width(), rect.height()) * 0.18
            for way in (1, -1):
                across = QPointF(arm, arm * way)
                painter.drawLine(middle - across, middle + across)
            return
        chosen = number == start
        painter.setPen(QPen(look.colour("brand" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(look.colour(f"leaf{(number - 1) % 5 + 1}"))
        painter.drawPath(leaf_path(rect, round_, 2))
        painter.setPen(QPen(look.colour("muted"), 1.5))
        for line, share in ((0.42, 0.6), (0.62, 0.4)):
            y = rect.top() + rect.height() * line
            left = rect.left() + rect.width() * 0.18
            painter.drawLine(QPointF(left, y), QPointF(left + rect.width() * share, y))
