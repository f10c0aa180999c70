"""The dialog for a pasted list: what was understood is shown before it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.attendance.actions import expect, register
from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import count, tr
from desktop.people.actions import add_people, checked, same_people
from desktop.people.model import Person
from desktop.people.pasting import read_pasted
from desktop.ui.buttons import Button
from desktop.ui.controls import LineEdit, TextEdit
from desktop.ui.dialogs import Form
from desktop.ui.drops import dropped_file
from desktop.ui.fields import Field
from desktop.ui.labels import Text
from desktop.ui.layout import beside, row
from desktop.ui.notices import EmptyState
from desktop.ui.table import Action, Column, Group, Row, RowList

Told = Callable[[str, str], object]
CORRECT, LEAVE_OUT = "correct", "out"
Key = tuple[str, ...]
_LEAST = 250  # design px of the table


class PasteDialog(Form):
    """Takes a pasted list, shows it as a table, and puts the people on a register.

    One list is one change. `told(text, change id)` is called when it is kept, `wanted(what, about)`
    when the list shall come from a file.
    """

    def __init__(
        self, parent: QWidget | None, desk: Desk, session: str, told: Told, wanted: Told
    ) -> None:
        title = tr("Paste a list of names")
        super().__init__(parent, title, self._keep, save_words=tr("Add to the register"), width=980)
        self._desk, self._session, self._told, self._wanted = desk, session, told, wanted
        self._lines: dict[str, _Line] = {}
        self._corrected: dict[Key, Person] = {}
        self._left_out: set[Key] = set()
        with desk.store.read() as db:
            self._there = {line.person.id for line in register(db, session)}
        self._reading = QTimer(self, interval=120, singleShot=True)
        self._reading.timeout.connect(self.read)
        self._build()
        self.read()

    def _build(self) -> None:
        example = tr("Such as Hanna Kowalczyk, Care worker, Tŷ Gwyn care home")
        self.text = TextEdit(lines=4, placeholder=example)
        self.text.textChanged.connect(self._reading.start)
        hint = tr(
            "One person a line: name, job role, team, e-mail. From a mail or a spreadsheet, "
            "with or without headings."
        )
        empty = EmptyState(
            tr("Nothing pasted yet"), tr("Paste with Ctrl V in the box above, or drop a file here.")
        )
        columns = [
            Column(1, 600),
            Column(1.4, 600),
            Column(1.4, hide_below=480),
            Column(1.2, 400, "muted", hide_below=620),
        ]
        name = tr("The people in the list")
        self.table = RowList(name, columns, empty=empty, whole_from=_LEAST)
        self.table.acted.connect(self._on_acted)
        self.summary = Text("", "strong")
        self.add(Field(tr("The list"), self.text, hint=hint), self.summary, self.table)
        self.body.setStretchFactor(self.table, 1)
        button = Button(tr("From a file"), partial(self.take_file, ""), icon="folder-open")
        self.file_button = button
        self.buttons.insertWidget(0, self.file_button)
        self.text.setAcceptDrops(False)  # a file that is dropped is read, not its name written
        self.setAcceptDrops(True)

    def take_file(self, path: str) -> None:
        """Leave the list to what reads files; with "" the file is still to be chosen."""
        self.reject()
        self._wanted("list", f"register/{self._session}/{path}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.take_file(str(path))

    def read(self) -> None:
        """Read the list as it stands and show what was understood."""
        self._reading.stop()
        try:
            pasted = read_pasted(self.text.text())
        except UserError as error:
            self.show_error(str(error))
            return
        self.wrong.hide()
        self._lines = {}
        for number, person in enumerate(pasted.people):
            key = _key(person)
            if key not in self._left_out:
                self._lines[str(number)] = _Line(key, self._corrected.get(key, person))
        known = self._known()
        rows = [self._row(number, line, known) for number, line in self._lines.items()]
        rows += [_refused_row(f"line {at}", text, why) for at, text, why in pasted.refused]
        self._show(rows, len(known))

    def people(self) -> list[Person]:
        """Return whom the list would put on the register."""
        return [line.person for line in self._lines.values() if not line.wrong]

    def _known(self) -> dict[str, Person]:
        for line in self._lines.values():
            line.check()
        with self._desk.store.read() as db:
            return same_people(db, self.people())

    def _row(self, number: str, line: "_Line", known: dict[str, Person]) -> Row:
        person, correct = line.person, Action(CORRECT, tr("Correct"), "quiet")
        if line.wrong:
            return _refused_row(number, person.name, line.wrong, (correct,))
        cells = (person.given, person.surname, person.job_role, person.team or person.organisation)
        actions = (correct, Action(LEAVE_OUT, tr("Leave out"), "quiet"))
        mark = self._mark(known.get(person.id))
        return Row(
            number,
            cells,
            "good",
            icon="user-check" if mark else "user-plus",
            status=mark,
            status_tone="infoink",
            actions=actions,
        )

    def _mark(self, known: Person | None) -> str:
        if known is None:
            return ""
        return tr("On the register") if known.id in self._there else tr("On file")

    def _show(self, rows: list[Row], known: int) -> None:
        number = len(self.people())
        refused = len(rows) - number
        note = count("{n} on file already", "{n} on file already", known) if known else ""
        groups = [
            Group("refused", count("{n} line", "{n} lines", refused), tr("not added")),
            Group("good", count("{n} person", "{n} people", number), note),
        ]
        self.table.show_rows(rows, groups)
        self.summary.setText(
            tr("{people} understood, {refused} not").format(people=number, refused=refused)
            if refused
            else count("{n} person understood", "{n} people understood", number)
        )
        self.summary.setVisible(bool(rows))
        words = count("Add {n} person", "Add {n} people", number)
        self.save_button.set_text(words if number else tr("Add to the register"))
        self.save_button.setEnabled(number > 0)

    def _on_acted(self, number: str, action: str) -> None:
        line = self._lines[number]
        if action == LEAVE_OUT:
            self._left_out.add(line.key)
            self.read()
            return
        correct = CorrectForm(self, line.person)
        if correct.exec():
            self._corrected[line.key] = correct.person
            self.read()
        correct.deleteLater()

    def _keep(self) -> None:
        self.read()
        if not self.people():
            raise UserError(tr("Paste at least one name."))
        with self._desk.store.change(tr("Add people")) as change:
            people = add_people(change, self.people())
            expect(change, self._session, people)
        number = len({person.id for person in people} - self._there)
        words = count("{n} person put on the register", "{n} people put on the register", number)
        self._told(words, change.id if change.touched else "")


@dataclass
class _Line:
    """One understood line, known by what was pasted; `wrong` says why it can't be kept."""

    key: Key
    person: Person
    wrong: str = ""

    def check(self) -> None:
        try:
            self.person, self.wrong = checked(self.person), ""
        except UserError as error:
            self.wrong = str(error)


def _refused_row(key: str, text: str, why: str, actions: tuple[Action, ...] = ()) -> Row:
    return Row(
        key,
        (text[:60],),
        "refused",
        icon="circle-alert",
        icon_tone="danger",
        actions=actions,
        beneath=why,
    )


class CorrectForm(Form):
    """Corrects how one line was understood; nothing is kept yet."""

    def __init__(self, parent: QWidget, person: Person) -> None:
        super().__init__(parent, tr("Correct this line"), self._take, save_words=tr("OK"))
        self.person = person
        self.given, self.surname = LineEdit(person.given), LineEdit(person.surname)
        self.role, self.team = LineEdit(person.job_role), LineEdit(person.team)
        self.email = LineEdit(person.email)
        swap = Button(tr("Swap the names"), self._swap, size="small")
        names = beside(Field(tr("Given name"), self.given), Field(tr("Surname"), self.surname))
        work = beside(Field(tr("Job role"), self.role), Field(tr("Team"), self.team))
        self.body.addLayout(names)
        self.body.addLayout(row(swap, None))
        self.body.addLayout(work)
        self.add(Field(tr("E-mail"), self.email, optional=True))

    def _swap(self) -> None:
        given = self.given.text()
        self.given.setText(self.surname.text())
        self.surname.setText(given)

    def _take(self) -> None:
        self.person = checked(
            replace(
                self.person,
                given=self.given.text(),
                surname=self.surname.text(),
                job_role=self.role.text(),
                team=self.team.text(),
                email=self.email.text(),
            )
        )


_FIELDS = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")


def _key(person: Person) -> Key:
    return tuple(getattr(person, field) for field in _FIELDS)
