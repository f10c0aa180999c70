"""The wall: all pledges of a session as leaves."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from desktop.language import count, tr
from desktop.pledges.actions import Made
from desktop.pledges.model import Source
from desktop.pledges.page.waiting import Waiting
from desktop.pledges.page.words import doubt, leaf_of
from desktop.pledges.wording import waits
from desktop.text import search_key
from desktop.ui.buttons import Button
from desktop.ui.controls import SearchBox
from desktop.ui.labels import Text
from desktop.ui.layout import column, row
from desktop.ui.leafgrid import LeafGrid
from desktop.ui.notices import EmptyState
from desktop.ui.segments import Segments
from desktop.ui.theme import theme

ALL, CHECK, KIOSK = "all", "check", "kiosk"
_ONE_LINE = 620  # design px that the heading needs beside the search box


class Wall(QWidget):
    """Shows pledges as leaves; `pressed` tells the id of one that is to be edited."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._made: Sequence[Made] = ()
        self._doubts: dict[str, str] = {}
        self._known: dict[tuple[object, ...], str] = {}
        self.heading = Text("", "section")
        words = [(ALL, tr("All")), (CHECK, tr("To check")), (KIOSK, tr("From the kiosk"))]
        self.filter = Segments(tr("Which pledges"), words, small=True)
        self.search = SearchBox(tr("Find a pledge"), small=True)
        self.grid = LeafGrid(tr("Pledges"))
        self.search.keys_to = self.grid
        self._nothing = EmptyState(
            tr("No pledges yet"), tr("Type one from a paper slip. It shows here as a leaf.")
        )
        self._none_found = EmptyState(
            tr("Nothing found"),
            tr("No pledge here has these words."),
            Button(tr("Show all pledges"), self.show_all),
        )
        self.waiting = Waiting()
        self.foot = column(gap=0)
        self._build()
        self.filter.chosen.connect(lambda _: self._show())
        self.search.typed.connect(lambda _: self._show())
        self.search.entered.connect(self.grid.setFocus)
        self.grid.pressed.connect(self.pressed)

    def _build(self) -> None:
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addLayout(row(self.heading, self.filter, None, gap=14), 1)
        self._top.addWidget(self.search)
        pages = QWidget()
        self._pages = QStackedLayout(pages)  # of a widget, or its first part flashes as a window
        for part in (self.grid, self._nothing, self._none_found):
            self._pages.addWidget(part)
        whole = column(gap=10)
        whole.addLayout(self._top)
        whole.addWidget(self.waiting)
        whole.addWidget(pages, 1)
        whole.addLayout(self.foot)
        self.setLayout(whole)

    def show_pledges(self, made: Sequence[Made], names: Collection[str]) -> None:
        """Show the pledges of a session, the latest first; `names` are those on its register."""
        self._made = made
        named = frozenset(names)
        known, self._known = self._known, {}
        for one in made:
            key = (one.pledge.id, one.pledge.rev, one.pledge.review, one.person, named)
            self._known[key] = known[key] if key in known else doubt(one, named)
        self._doubts = {str(key[0]): words for key, words in self._known.items() if words}
        doubtful = (one for one in reversed(made) if one.pledge.id in self._doubts)
        self.waiting.show_waiting([one for one in doubtful if waits(one.pledge, named)])
        self._show()

    def show_all(self) -> None:
        """Show all pledges again."""
        self.search.clear()
        self.filter.choose(ALL)

    def _show(self) -> None:
        self.heading.setText(count("{n} pledge", "{n} pledges", len(self._made)))
        self._show_filter()
        found = [one for one in self._made if self._is_wanted(one)]
        self.grid.show_leaves([leaf_of(o, self._doubts.get(o.pledge.id, "")) for o in found])
        narrowed = bool(self._made)
        self._pages.setCurrentIndex(0 if found else 2 if narrowed else 1)
        self.search.setVisible(narrowed)

    def _show_filter(self) -> None:
        doubts = len(self._doubts)
        kiosk = any(one.pledge.source is Source.KIOSK for one in self._made)
        self.filter.set_words(CHECK, tr("{n} to check").format(n=f"{doubts:,}"))
        chosen = self.filter.value()
        self.filter.show_option(CHECK, bool(doubts) or chosen == CHECK)
        self.filter.show_option(KIOSK, kiosk or chosen == KIOSK)
        self.filter.setVisible(bool(doubts) or kiosk or chosen != ALL)
        self._fit_heading()

    def _fit_heading(self) -> None:
        """Leave the number out where there is no room: the head of the session says it too."""
        wide = self.width() >= theme().px(_ONE_LINE)
        self.heading.setVisible(wide or self.filter.isHidden())

    def _is_wanted(self, one: Made) -> bool:
        chosen = self.filter.value()
        if chosen == CHECK and one.pledge.id not in self._doubts:
            return False
        if chosen == KIOSK and one.pledge.source is not Source.KIOSK:
            return False
        typed = search_key(self.search.text()).split()
        if not typed:
            return True
        words = search_key(f"{one.pledge.text} {one.name} {' '.join(one.pledge.themes)}")
        return all(word in words for word in typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= theme().px(_ONE_LINE)
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self.search.setMaximumWidth(theme().px(200) if wide else 16_777_215)
        self._fit_heading()
