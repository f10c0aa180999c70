"""The list as a part of a page: its frame, what stands at its foot, and what if it is empty."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.cards import Line
from desktop.ui.layout import column
from desktop.ui.painted import box, brush_for
from desktop.ui.table.delegate import LinePainter
from desktop.ui.table.lines import Column, Group, Row, flatten
from desktop.ui.table.model import Lines
from desktop.ui.table.view import LineView
from desktop.ui.theme import theme


class RowList(QWidget):
    """A framed list of rows in groups.

    `acted(row key, action key)` tells that a button was pressed or Enter hit, `marked(key)` that
    another row is marked, `opened(key)` a double click (or Enter on a row without actions),
    `ticked(key, on)` that a tick box was pressed. `enter` names the key on the marked row’s
    button, `paper` the token of what the list lies on (its corners show it). With `whole_from`
    it is as tall as its rows and at least so many design px: what it stands in scrolls.
    """

    acted = Signal(str, str)
    marked = Signal(str)
    opened = Signal(str)
    ticked = Signal(str, bool)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        empty: QWidget | None = None,
        foot: QWidget | None = None,
        enter: str = "",
        paper: str = "bg",
        whole_from: int = 0,
    ) -> None:
        super().__init__()
        self._columns, self._enter = columns, enter
        self._whole, self._least = bool(whole_from), whole_from or 120
        self.view = self._make_view(name)
        if self._whole:
            self.view.be_whole()
        self.setFocusProxy(self.view)
        for signal in ("acted", "marked", "opened", "ticked"):
            getattr(self.view, signal).connect(getattr(self, signal))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty or QWidget())
        inside: QVBoxLayout = column(gap=0, margins=(1, 1, 1, 1))
        inside.addWidget(self._stack, 1)
        if foot is not None:
            inside.addWidget(Line())
            inside.addWidget(foot)
        self.setLayout(inside)
        self._frame = _Frame(self, paper)

    def _make_view(self, name: str) -> LineView:
        lines = Lines()
        return LineView(lines, LinePainter(self._columns, lines, self._enter), name)

    def show_rows(self, rows: Iterable[Row], groups: Sequence[Group] = ()) -> None:
        """Show these rows, changing only what differs from those shown.

        With groups each row stands under its own, in the order given.
        """
        lines = flatten(groups, rows)
        self.view.show_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        # Tab would never get past a proxy that is hidden.
        self.setFocusProxy(self.view if lines else None)  # type: ignore[arg-type]

    def rows(self) -> list[Row]:
        """Return the rows in the order shown."""
        return [line for line in self.view.lines.lines if isinstance(line, Row)]

    def marked_key(self) -> str:
        """Return the key of the marked row, empty when none is."""
        return self.view.marked_key()

    def mark(self, key: str) -> None:
        """Mark a row and bring it into view; none with an unknown key."""
        self.view.mark(key)

    def mark_first(self) -> None:
        """Mark the first row there is."""
        self.view.mark_first()

    def act(self) -> None:
        """Do to the marked row what Enter does, from a search box above for one."""
        self.view.act()

    def minimumSizeHint(self) -> QSize:
        high = max(theme().px(self._least), self.view.minimumHeight() + 2)
        return QSize(theme().px(280), high)

    def hasHeightForWidth(self) -> bool:
        # Of a whole one the rows say how high it is, and not what stands there without any.
        return not self._whole and super().hasHeightForWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._frame.setGeometry(self.rect())
        self._frame.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        brush_for(self).fillRect(event.rect(), theme().colour("surface"))


class _Frame(QWidget):
    """Rounds the corners of what lies under it and draws the line around."""

    def __init__(self, parent: QWidget, paper: str) -> None:
        super().__init__(parent)
        self._paper = paper
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        inner = QPainterPath()
        inner.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 11.5, 11.5)
        outer = QPainterPath()
        outer.addRect(rect)
        painter.fillPath(outer.subtracted(inner), look.colour(self._paper))
        box(painter, rect, 12, None, look.colour("line"))
