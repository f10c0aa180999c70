"""The form for somebody who is not on the register: a walk-in, or one more who is expected."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import expect, walk_in
from desktop.attendance.model import Attendance, attendance_id
from desktop.attendance.page.offers import MOST, Offers
from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import tr
from desktop.people.actions import find_people, known_roles, known_teams, save_person
from desktop.people.model import Person
from desktop.people.names import split_name
from desktop.ui.buttons import Button
from desktop.ui.controls import LineEdit
from desktop.ui.dialogs import Form
from desktop.ui.fields import Field
from desktop.ui.layout import Wrap, beside, column, fold, panel, row
from desktop.ui.theme import theme

Told = Callable[[str, str], object]
ROLES = 6
_WIDE, _NARROW = 880, 640  # design px


class NewcomerForm(Form):
    """Asks for a name, which it splits, and a role; who is on file already is offered.

    `told(text, change id)` is called after each person. A walk-in is checked in and the form
    closes; people who are expected can be added one after the other.
    """

    def __init__(
        self, parent: QWidget | None, desk: Desk, session: str, told: Told, *, walk_in: bool
    ) -> None:
        title = tr("Add a walk-in") if walk_in else tr("Add people to the register")
        words = tr("Check in") if walk_in else tr("Add to the register")
        super().__init__(parent, title, self._keep_typed, save_words=words, width=_WIDE)
        self._desk, self._session, self._told, self._walks_in = desk, session, told, walk_in
        self._split_by_hand = False
        self._build()
        self._offer_words()
        self._look = QTimer(self, interval=0, singleShot=True)
        self._look.timeout.connect(self._offer_people)

    def show_typed(self, name: str) -> None:
        """Start with what was typed into the search."""
        self.name.setText(" ".join(name.split()))
        self._on_name(self.name.text())

    def save(self) -> None:
        """Keep the person; the form stays for the next one where several are added."""
        if self._walks_in:
            super().save()
            return
        try:
            self._keep_typed()
        except UserError as error:
            self.show_error(str(error))
            return
        self._next()

    def _build(self) -> None:
        self.name = LineEdit(placeholder=tr("Such as Hanna Kowalczyk"))
        self.given, self.surname = LineEdit(), LineEdit()
        self.role, self.team = LineEdit(), LineEdit()
        self.name.textEdited.connect(self._on_name)
        for part in (self.given, self.surname):
            part.textEdited.connect(self._on_split)
        self.name_field = Field(tr("Name"), self.name)
        self.offers = Offers()
        self.offers.taken.connect(self._take)
        split = beside(Field(tr("Given name"), self.given), Field(tr("Surname"), self.surname))
        self._roles = QWidget()
        self._role_row = Wrap(self._roles, 6, 6)
        # The role comes next by Tab, as a queue waits; the split is seldom corrected.
        role = Field(tr("Job role"), self.role)
        team = Field(tr("Team"), self.team, optional=True)
        typed = column(self.name_field, role, self._roles, split, team, None, gap=14)
        # Beside what is typed, nothing moves under the mouse while people are offered.
        self._both = row(panel(typed), self.offers, gap=20)
        self._both.setStretch(0, 4)
        self._both.setStretch(1, 3)
        self.body.addLayout(self._both)
        if not self._walks_in:
            self.cancel_button.set_text(tr("Close"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._both.setDirection(fold(self.width() < theme().px(_NARROW)))
        super().resizeEvent(event)

    def _offer_words(self) -> None:
        with self._desk.store.read() as db:
            roles, teams = known_roles(db), known_teams(db)
        self.role.suggest(roles)
        self.team.suggest(teams)
        for role in roles[:ROLES]:
            choose = Button(role, partial(self._choose_role, role), size="small")
            self._role_row.addWidget(choose)
        self._roles.setVisible(bool(roles))

    def _choose_role(self, role: str) -> None:
        self.role.setText(role)
        self.save_button.setFocus()

    def _on_name(self, typed: str) -> None:
        self.name_field.set_error("")
        if not self._split_by_hand:
            given, surname = split_name(typed)
            self.given.setText(given)
            self.surname.setText(surname)
        self._look.start()

    def _on_split(self) -> None:
        self._split_by_hand = bool(self.given.text() or self.surname.text())

    def _offer_people(self) -> None:
        typed = self.name.text().strip()
        found: Sequence[Person] = ()
        here: set[str] = set()
        if len(typed) > 1:
            with self._desk.store.read() as db:
                found = find_people(db, typed.replace(",", " "), MOST)
                lines = [attendance_id(self._session, person.id) for person in found]
                here = {line.person for line in db.find_ids(Attendance, lines).values()}
        self.offers.offer(found, here)

    def _take(self, person: Person) -> None:
        self._keep(person)
        if self._walks_in:
            self.accept()
        else:
            self._next()

    def _keep_typed(self) -> None:
        person = Person(
            given=self.given.text(),
            surname=self.surname.text(),
            job_role=self.role.text(),
            team=self.team.text(),
        )
        try:
            self._keep(person)
        except UserError as error:
            if not person.name.strip():
                self.name_field.set_error(str(error))
                self.name.setFocus()
            raise

    def _keep(self, person: Person) -> None:
        store = self._desk.store
        if self._walks_in:
            with store.change(tr("Check in a walk-in")) as change:
                walk_in(change, self._session, person, self._desk.now())
            words = tr("{name} is here")
        else:
            with store.change(tr("Add to the register")) as change:
                expect(change, self._session, [save_person(change, person)])
            words = tr("{name} is on the register")
        name = " ".join(person.name.split())
        self._told(words.format(name=name), change.id if change.touched else "")
        self.kept_line = attendance_id(self._session, person.id)

    def _next(self) -> None:
        for part in (self.name, self.given, self.surname):
            part.clear()
        self._split_by_hand = False
        self.wrong.hide()
        self.offers.offer((), ())
        self.name_field.set_hint(tr("Added. Type the next name, or close."))
        self.name.setFocus()
