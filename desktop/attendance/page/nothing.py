"""What stands in place of the list: nobody is on the register yet, or nobody matches."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.attendance.page.rows import work_of
from desktop.attendance.roll import Roll
from desktop.desk import Desk
from desktop.language import tr
from desktop.people.actions import find_number, find_people
from desktop.people.model import Person
from desktop.printing.direction import inside
from desktop.ui.buttons import Button
from desktop.ui.labels import Elided, Text
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.notices import EmptyState
from desktop.ui.rows import RowButton

OFFERED, LONGEST = 4, 40


class NothingFound(QStackedWidget):
    """Offers what to do next.

    `add` and `paste` ask for people to be added, `walk_in(name)` for the form with that name,
    `taken(person id)` that somebody on file is checked in, `clear` that all lines be shown.
    """

    add = Signal()
    paste = Signal()
    walk_in = Signal(str)
    taken = Signal(str)
    clear = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add_button = Button(tr("Add people"), self.add.emit, icon="user-plus")
        self.paste_button = Button(tr("Paste a list"), self.paste.emit, icon="clipboard-paste")
        empty = EmptyState(
            tr("Nobody on the register yet"),
            tr("Add the people you expect, paste a list of names, or check in walk-ins."),
            self.add_button,
            self.paste_button,
        )
        self._typed = self._badge = ""
        self._title = Elided("", 13, 700)
        self.walk_in_button = Button("", self._walk_in, icon="user-plus", key=tr("Enter"))
        self.clear_button = Button(tr("Show everybody"), self.clear.emit)
        self._people = column(gap=4)
        self._heading = Text(tr("On file, but not on this register"), "label")
        buttons = row(self.walk_in_button, self.clear_button, None, gap=8)
        parts = (self._title, buttons, 6, self._heading, self._people, None)
        self.addWidget(empty)
        self.addWidget(Scroll(panel(column(*parts, gap=10, margins=(20, 18, 20, 14)))))

    def offer(self, desk: Desk, roll: Roll, search: str) -> None:
        """Show what suits an empty list: who on file matches the search, a walk-in, or adding."""
        typed = search.strip()
        there = {line.person.id for line in roll.lines()}
        if not there and not typed:
            self.show_empty()
            return
        people: list[Person] = []
        badge = None
        if typed:
            with desk.store.read() as db:
                badge = find_number(db, typed)
                people = [badge] if badge else find_people(db, typed, OFFERED + len(there))
        self._badge = badge.id if badge else ""
        self.show_no_match(typed, [person for person in people if person.id not in there][:OFFERED])

    def show_empty(self) -> None:
        """Say that nobody is on the register."""
        self.setCurrentIndex(0)

    def show_no_match(self, typed: str, on_file: Sequence[Person]) -> None:
        """Say that nobody on the register matches, and who on file does."""
        self._typed = " ".join(typed.split())
        short = self._typed if len(self._typed) <= LONGEST else f"{self._typed[: LONGEST - 1]}…"
        name = tr("“{typed}”").format(typed=inside(short))
        self._title.set_text(
            tr("Nobody on this register matches {name}.").format(name=name)
            if self._typed
            else tr("Nobody matches these filters.")
        )
        self.walk_in_button.set_text(tr("Add {name} as a walk-in").format(name=name))
        self.walk_in_button.setVisible(bool(self._typed))
        while (item := self._people.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._heading.setVisible(bool(on_file))
        for person in on_file:
            self._people.addWidget(
                RowButton(
                    person.name,
                    work_of(person),
                    partial(self.taken.emit, person.id),
                    chip=(tr("Check in as a walk-in"), "ok", "user-check"),
                )
            )
        self.setCurrentIndex(1)

    def is_no_match(self) -> bool:
        """Return whether it offers a walk-in now."""
        return self.currentIndex() == 1 and bool(self._typed)

    def act(self) -> None:
        """Do what Enter asks for: check in whose badge was scanned, else open the walk-in form."""
        if not self.is_no_match():
            return
        if self._badge:
            self.taken.emit(self._badge)
        else:
            self._walk_in()

    def _walk_in(self) -> None:
        self.walk_in.emit(self._typed)
