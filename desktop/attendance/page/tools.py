"""What stands above the list: filters, how people are counted, and typing in from paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.attendance.roll import Wish
from desktop.language import tr
from desktop.sessions.model import Counting
from desktop.ui.buttons import ToggleButton
from desktop.ui.labels import Text
from desktop.ui.layout import row
from desktop.ui.menus import FilterButton, MenuButton
from desktop.ui.segments import Segments
from desktop.ui.theme import theme

WIDEST_FILTER = 190


class Tools(QWidget):
    """The line of filters and switches.

    `narrowed` tells that other lines are wanted, `paper(on)` that ticking from a paper register
    begins or ends, `counting(way)` that people are counted another way.
    """

    narrowed = Signal()
    paper = Signal(bool)
    counting = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.role, self.team = FilterButton(tr("Role")), FilterButton(tr("Team"))
        self.waiting = ToggleButton(tr("Not arrived only"))
        self.from_paper = ToggleButton(tr("From paper"))
        self.from_paper.setToolTip(tr("Tick several people on a paper register, then mark them"))
        options = [(way.value, words) for way, words in counting_words().items()]
        self.ways = Segments(tr("How people are counted"), options, small=True)
        self._label = Text(tr("Count"), "caption")
        self._filters = (self.role, self.team, self.waiting, self.from_paper)
        self.setLayout(row(*self._filters, None, self._label, self.ways, gap=8))
        for button in (self.role, self.team):
            button.chosen.connect(lambda _: self.narrowed.emit())
        self.waiting.toggled.connect(lambda _: self.narrowed.emit())
        self.from_paper.toggled.connect(self.paper)
        self.ways.chosen.connect(self.counting)
        theme().changed.connect(self._limit)
        self._limit()

    def offer(self, roles: Sequence[str], teams: Sequence[str]) -> None:
        """Offer the roles and teams of the register to filter by."""
        self.role.set_options([(role, role) for role in roles])
        self.team.set_options([(team, team) for team in teams])

    def wish(self, search: str) -> Wish:
        """Return which lines are wanted, with what was typed into the search."""
        role, team = str(self.role.value() or ""), str(self.team.value() or "")
        return Wish(search, role, team, self.waiting.isChecked())

    def clear_filters(self) -> None:
        """Want all lines again."""
        self.role.choose(None)
        self.team.choose(None)
        self.waiting.setChecked(False)

    def show_way(self, way: Counting) -> None:
        """Show how people are counted, without telling; filters go where nobody is named."""
        silent = self.ways.blockSignals(True)
        self.ways.choose(way.value)
        self.ways.blockSignals(silent)
        for part in self._filters:
            part.setVisible(way is Counting.BY_NAME)

    def _limit(self) -> None:
        for button in (self.role, self.team):
            button.setMaximumWidth(theme().px(WIDEST_FILTER))


class FoldedTools(MenuButton):
    """The same under one button, where there is little room."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        super().__init__(tr("Filter"), icon="list-filter")

    def menu_for(self) -> QMenu:
        tools, menu = self._tools, QMenu(self)
        if tools.ways.value() == Counting.BY_NAME.value:
            for button, name in ((tools.role, tr("Role")), (tools.team, tr("Team"))):
                part = button.menu_for()
                part.setParent(menu, part.windowFlags())
                part.setTitle(name)
                menu.addMenu(part)
            for toggle in (tools.waiting, tools.from_paper):
                action = _choice(menu, toggle.words(), toggle.isChecked())
                action.triggered.connect(lambda on, toggle=toggle: toggle.setChecked(on))
            menu.addSeparator()
        for way, words in counting_words().items():
            action = _choice(menu, words, tools.ways.value() == way.value)
            action.triggered.connect(lambda _, way=way: tools.ways.choose(way.value))
        return menu


def counting_words() -> dict[Counting, str]:
    """Return how people can be counted, in words."""
    return {Counting.BY_NAME: tr("By name"), Counting.HEAD_COUNT: tr("Head count only")}


def _choice(menu: QMenu, words: str, on: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    return action
