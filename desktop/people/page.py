"""The form of a person."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import tr
from desktop.people.actions import (
    delete_person,
    known_organisations,
    known_roles,
    known_teams,
    problems,
    save_person,
    settle_person,
)
from desktop.people.labels import LABELS
from desktop.people.languages import language_name, languages
from desktop.people.model import Person
from desktop.printing.direction import inside
from desktop.store.history import History
from desktop.ui.buttons import Button
from desktop.ui.choices import Tick
from desktop.ui.controls import Combo, LineEdit
from desktop.ui.dialogs import Form
from desktop.ui.fields import Field
from desktop.ui.history import SETTLE, HistoryDialog, TwoVersions, plain_words
from desktop.ui.layout import beside

Told = Callable[[str, str], object]

_TEXTS = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")
_USUAL = ("given", "surname", "job_role")
_PAIRS = (
    ("given", "surname"),
    ("job_role", "team"),
    ("organisation", "email"),
    ("staff_number", "language"),
)


class PersonForm(Form):
    """Edits a person, new or on file; what is wrong stands beneath its field.

    `told(text, change id)` is called when the person was kept or deleted.
    """

    def __init__(
        self, parent: QWidget | None, desk: Desk, told: Told, person: Person | None = None
    ) -> None:
        title = tr("Edit person") if person else tr("Add a person")
        super().__init__(parent, title, self._keep, width=600)
        self._desk, self._told = desk, told
        self.person = person or Person()
        self.fields: dict[str, Field] = {}
        self._build()
        self._offer_words()
        if person is not None:
            self.delete_button = Button(tr("Delete"), self._delete, kind="danger", icon="trash-2")
            self.buttons.insertWidget(0, self.delete_button)
            history = Button(tr("History"), self.show_history, icon="history")
            self.buttons.insertWidget(1, history)

    def show_history(self) -> None:
        """Show who changed the person and when; this form closes."""
        self.reject()
        history = History(self._desk.store, Person, self.person.id)
        dialog = HistoryDialog(self.parentWidget(), history, LABELS, self._told, words_for)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def line(self, field: str) -> LineEdit:
        """Return the line in which a field is typed."""
        control = self.fields[field].control
        assert isinstance(control, LineEdit)
        return control

    def _build(self) -> None:
        for field in _TEXTS:
            edit = LineEdit(getattr(self.person, field))
            self.fields[field] = Field(LABELS[field], edit, optional=field not in _USUAL)
            edit.textEdited.connect(lambda _, field=field: self.fields[field].set_error(""))
        self._build_choices()
        if self.person.review:
            who = tr("Two laptops changed this person.")
            self.add(TwoVersions(who, self.show_history, SETTLE))
        for left, right in _PAIRS:
            self.body.addLayout(beside(self.fields[left], self.fields[right]))
        self.add(self.large_print)

    def _build_choices(self) -> None:
        code = self.person.language
        other = [(code, code)] if code not in dict(languages()) and code else []
        self.language = Combo([("", tr("Not known")), *languages(), *other])
        self.language.set_value(code)
        self.large_print = Tick(tr("Large print cards"), checked=self.person.large_print)
        self.fields["language"] = Field(tr("Language"), self.language, optional=True)

    def _offer_words(self) -> None:
        with self._desk.store.read() as db:
            self.line("job_role").suggest(known_roles(db))
            self.line("team").suggest(known_teams(db))
            self.line("organisation").suggest(known_organisations(db))

    def _typed(self) -> Person:
        texts = {field: self.line(field).text() for field in _TEXTS}
        return replace(
            self.person,
            language=str(self.language.value() or ""),
            large_print=self.large_print.isChecked(),
            **texts,  # type: ignore[arg-type]  # the names are those of texts
        )

    def _keep(self) -> None:
        person = self._typed()
        wrong = problems(person)
        for field, sentence in wrong.items():
            self.fields[field].set_error(sentence)
        if wrong:
            self.line(next(iter(wrong))).setFocus()
            raise UserError(tr("Correct the marked fields."))
        label = tr("Edit person") if person.rev else tr("Add person")
        with self._desk.store.change(label) as change:
            keep = settle_person if person.review else save_person
            self.person = keep(change, person)
        if change.touched:
            self._told(tr("{name} is saved").format(name=inside(self.person.name)), change.id)

    def _delete(self) -> None:
        with self._desk.store.change(tr("Delete person")) as change:
            delete_person(change, self.person)
        self._told(tr("{name} is deleted").format(name=inside(self.person.name)), change.id)
        self.reject()


def words_for(field: str, value: Any) -> str:
    """Return the words for a person's value, for their history."""
    return language_name(value) if field == "language" else plain_words(field, value)
