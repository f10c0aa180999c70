"""The parts of the register's page and where they stand, in much room and in little."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.attendance.page.headcount import HeadCount
from desktop.attendance.page.nothing import NothingFound
from desktop.attendance.page.searching import SearchKeys
from desktop.attendance.page.side import Side
from desktop.attendance.page.ticking import TickedFoot
from desktop.attendance.page.tools import FoldedTools, Tools
from desktop.language import count, tr
from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import SearchBox
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Text
from desktop.ui.layout import MARGIN, SMALL_MARGIN, column, row
from desktop.ui.menus import MenuButton
from desktop.ui.table import Column, RowList
from desktop.ui.theme import theme

NARROW, LOW, SIDE_WIDTH = 1000, 520, 328


class Board(QWidget):
    """Search, filters, list and side column.

    Where the page is narrow the side folds under a button; where it is narrow or low the filters
    fold too, and what stands under the list goes up beside the search. `folded` tells either.
    """

    folded = Signal()
    walk_in = Signal()
    add = Signal()
    paste = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchBox(tr("Type a name or scan a badge"), key=tr("Enter"))
        self.tools = Tools()
        self.folded_tools = FoldedTools(self.tools)
        self.details = IconButton("panel-right", tr("Details of the marked person"), self.unfold)
        self.adding = MenuButton(tr("Add"), icon="user-plus")
        self.adding.add(tr("Add a walk-in"), self.walk_in.emit, icon="user-plus")
        self.adding.add(tr("Add people"), self.add.emit, icon="users")
        self.adding.add(tr("Paste a list"), self.paste.emit, icon="clipboard-paste")
        self.nothing = NothingFound()
        self.ticked_foot = TickedFoot()
        self.foot = _Foot(self)
        feet = QStackedWidget()
        feet.addWidget(self.foot)
        feet.addWidget(self.ticked_foot)
        self.feet = feet
        columns = [
            Column(1.2, 600),
            Column(hide_below=480),
            Column(1, 400, "muted", hide_below=600),
        ]
        self.list = RowList(
            tr("Register"), columns, empty=self.nothing, foot=feet, enter=tr("Enter")
        )
        self.keys = SearchKeys(self.search, self.list)
        self.head_count = HeadCount()
        self.side = Side()
        self._by_name, self._paper, self._unfolded = True, False, False
        self._found: int | None = None
        self._build()

    def show_counting(self, by_name: bool) -> None:
        """Show the list, or the head count in its place."""
        self._by_name = by_name
        self._stack.setCurrentIndex(0 if by_name else 1)
        self._arrange()

    def show_paper(self, on: bool) -> None:
        """Show the foot for ticking in place of the usual one."""
        self._paper = self.keys.ticking = on
        self.feet.setCurrentIndex(1 if on else 0)
        self._arrange()

    def show_found(self, found: int | None) -> None:
        """Show at the right of the search how many were found, or with None what Enter does."""
        self._found = found
        self._show_note()

    def home(self) -> QWidget:
        """Return where work begins: the search box, or the number of heads."""
        return self.search.edit if self._by_name else self.head_count.edit

    def following(self, key: str) -> str:
        """Return the row with a tick box that stands under another one, or that one itself."""
        keys = [row.key for row in self.list.rows() if row.ticked is not None]
        return keys[min(keys.index(key) + 1, len(keys) - 1)]

    def unfold(self) -> None:
        """Show the folded side column, or fold it again."""
        self._unfolded = not self._unfolded
        self._arrange()

    def fold_side(self) -> None:
        """Fold the side column again where it was only unfolded."""
        self._unfolded = False
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return a size at which all that can fold is folded, so that the window can shrink."""
        return QSize(theme().px(420), theme().px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _build(self) -> None:
        self._search_row = row(self.search, self.folded_tools, self.adding, self.details, gap=10)
        self._search_row.setStretch(0, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.head_count)
        main = column(self._search_row, self.tools, self._stack, gap=11)
        main.setStretch(2, 1)
        self._across = row(gap=16)
        self._across.addLayout(main, 1)
        self._across.addWidget(self.side)
        self.setLayout(self._across)
        for part in (self.folded_tools, self.details, self.adding):
            part.size_name = "large"
        self._main = main

    def _show_note(self) -> None:
        if self._found is not None:
            self.search.set_note(count("{n} person", "{n} people", self._found))
        elif self._small():
            self.search.set_note("")
        else:
            ticks, checks = tr("ticks the marked person"), tr("checks in the marked person")
            self.search.set_note(ticks if self._paper else checks, tr("Enter"))

    def _small(self) -> bool:
        return self.window().height() < theme().px(LOW) or self.width() < theme().px(NARROW)

    def _arrange(self) -> None:
        look = theme()
        narrow, small = self.width() < look.px(NARROW), self._small()
        edge = SMALL_MARGIN if small else MARGIN
        self._across.setContentsMargins(edge, 12 if small else 14, edge, 12 if small else 14)
        self._main.setSpacing(10 if small else 11)
        show_side = self._by_name and (not narrow or self._unfolded)
        self.side.setFixedWidth(min(look.px(SIDE_WIDTH), max(240, self.width() // 2 - 20)))
        self.side.setVisible(show_side)
        room = self.width() - 2 * edge - (self.side.width() + 16 if show_side else 0)
        fold = self._by_name and (small or self.tools.sizeHint().width() > room)
        self.tools.setVisible(not fold)
        self.folded_tools.setVisible(fold)
        self.search.setVisible(self._by_name)
        self.details.setVisible(self._by_name and narrow)
        low = self.window().height() < look.px(LOW)
        self.feet.setVisible(self._paper or not low)
        self.adding.setVisible(self._by_name and low)
        self._show_note()
        self.folded.emit()


class _Foot(QWidget):
    def __init__(self, board: Board) -> None:
        super().__init__()
        words = Text(tr("Someone not on the list?"), "label")
        self.add = Button(tr("Add people"), board.add.emit, size="small")
        self.paste = Button(tr("Paste a list"), board.paste.emit, size="small")
        self.walk_in = Button(
            tr("Add a walk-in"), board.walk_in.emit, key=tr("Ctrl N"), size="small"
        )
        parts = (IconLabel("user-plus", "text", 20), words, None)
        buttons = (self.paste, self.add, self.walk_in)
        self.setLayout(row(*parts, *buttons, gap=10, margins=(16, 7, 10, 8)))
