"""The form for somebody who is not on the register: a walk-in, or one more who is expected."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import expect, walk_in
from desktop.attendance.model import Attendance, attendance_id
from desktop.attendance.page.rows import work_of
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
from desktop.ui.labels import Text
from desktop.ui.layout import Wrap, beside, column, panel
from desktop.ui.rows import RowButton

Told = Callable[[str, str], object]
OFFERED = 4
ROLES = 6


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
        super().__init__(parent, title, self._keep_typed, save_words=words, width=560)
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
        self._offers = column(gap=6)
        self._offer_panel = panel(self._offers)
        self._offer_panel.hide()
        split = beside(Field(tr("Given name"), self.given), Field(tr("Surname"), self.surname))
        self._roles = QWidget()
        self._role_row = Wrap(self._roles, 6, 6)
        self.add(self.name_field, self._offer_panel)
        # The role comes next by Tab, as a queue waits; the split is seldom corrected.
        self.add(Field(tr("Job role"), self.role), self._roles)
        self.body.addLayout(split)
        self.add(Field(tr("Team"), self.team, optional=True))
        if not self._walks_in:
            self.cancel_button.set_text(tr("Close"))

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
        while (item := self._offers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        typed = self.name.text().strip()
        found: Sequence[Person] = ()
        here: set[str] = set()
        if len(typed) > 1:
            with self._desk.store.read() as db:
                found = find_people(db, typed.replace(",", " "), OFFERED)
                lines = [attendance_id(self._session, person.id) for person in found]
                here = {line.person for line in db.find_ids(Attendance, lines).values()}
        for person in found:
            self._offers.addWidget(self._offer(person, person.id in here))
        if found:
            question = Text(tr("On file already. Is it the same person?"), "label")
            self._offers.insertWidget(0, question)
        self._offer_panel.setVisible(bool(found))
        self.fit()

    def _offer(self, person: Person, on_register: bool) -> RowButton:
        mark = tr("On the register") if on_register else tr("On file")
        icon = "user-check" if on_register else "user"
        return RowButton(
            person.name,
            work_of(person) or tr("No role on file"),
            partial(self._take, person),
            chip=(mark, "ok" if on_register else "info", icon),
        )

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
        self._offer_panel.hide()
        self.name_field.set_hint(tr("Added. Type the next name, or close."))
        self.name.setFocus()
