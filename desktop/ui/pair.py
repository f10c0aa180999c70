"""Two parts of a page beside each other, or one at a time where there is no room for both."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.layout import column, row
from desktop.ui.segments import Segments
from desktop.ui.theme import theme

FIRST, SECOND = "first", "second"


class Pair(QWidget):
    """Two parts beside each other; where it is narrow a switch above shows one of them.

    `name` is what the switch is called when read aloud, `words` are its two choices.
    `first_width` and `second_least`, the least width of the second part, are in design px.
    `arranged` tells that a part was folded away or came back.
    """

    arranged = Signal()

    def __init__(
        self,
        name: str,
        first: QWidget,
        second: QWidget,
        words: tuple[str, str],
        *,
        first_width: int,
        second_least: int,
    ) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._first_width, self._second_least = first_width, second_least
        self.switch = Segments(name, [(FIRST, words[0]), (SECOND, words[1])], small=True)
        self.switch.chosen.connect(lambda _: self._arrange())
        self.switch.hide()
        beside = row(first, second, gap=16)
        beside.setStretch(1, 1)
        whole = column(row(self.switch, None), gap=8)
        whole.addLayout(beside, 1)
        self.setLayout(whole)
        theme().changed.connect(self._arrange)

    def folded(self) -> bool:
        """Return whether only one part is shown."""
        look = theme()
        return self.width() < look.px(self._first_width) + 16 + look.px(self._second_least)

    def set_words(self, first: str, second: str) -> None:
        """Change the words of the switch, such as a count in them."""
        self.switch.set_words(FIRST, first)
        self.switch.set_words(SECOND, second)

    def show_first(self) -> None:
        """Bring the first part to the front where it is folded away."""
        self.switch.choose(FIRST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def show_second(self) -> None:
        """Bring the second part to the front where it is folded away."""
        self.switch.choose(SECOND)

    def _arrange(self) -> None:
        before = self._first.isHidden(), self._second.isHidden()
        folded, chosen = self.folded(), self.switch.value()
        self.switch.setVisible(folded)
        self._first.setVisible(not folded or chosen == FIRST)
        self._second.setVisible(not folded or chosen == SECOND)
        wide = 16_777_215 if folded else theme().px(self._first_width)
        self._first.setMinimumWidth(0 if folded else wide)
        self._first.setMaximumWidth(wide)
        if before != (self._first.isHidden(), self._second.isHidden()):
            self.arranged.emit()
