"""Who may be meant by a name that is typed: people on file, to be taken with one click."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.attendance.page.rows import work_of
from desktop.language import tr
from desktop.people.model import Person
from desktop.printing.direction import joined
from desktop.ui.labels import Text
from desktop.ui.layout import column
from desktop.ui.rows import RowButton
from desktop.ui.theme import theme

MOST = 4
_ROW = 64  # design px


class Offers(QWidget):
    """A place of its own for people on file, as high with them as without.

    `taken(person)` tells who was chosen.
    """

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._question = Text("", "label")
        words = tr(
            "As you type, people on file with such a name appear here. Press one, and you need not "
            "type the rest."
        )
        self._said = Text(words, "muted", wrap=True)
        self._rows = column(gap=0)
        inside = column(self._question, self._said, self._rows, None, gap=8, margins=(14, 12, 8, 8))
        self.setLayout(inside)
        self.setProperty("paper", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(theme().px(48 + MOST * _ROW))
        self.offer((), ())

    def offer(self, people: Sequence[Person], on_register: Collection[str]) -> None:
        """Show the first of some people; `on_register` are the ids of those on the register."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for person in people[:MOST]:
            self._rows.addWidget(self._row(person, person.id in on_register))
        same = tr("Is it the same person?")
        self._question.setText(same if people else tr("On file already?"))
        self._said.setVisible(not people)

    def _row(self, person: Person, on_register: bool) -> RowButton:
        where = tr("On the register") if on_register else tr("On file")
        line = joined(where, work_of(person))
        return RowButton(person.name, line, partial(self.taken.emit, person))
