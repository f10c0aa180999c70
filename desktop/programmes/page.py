"""The form of a programme, opened from Settings."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.errors import FieldError
from desktop.language import tr
from desktop.programmes.actions import default_programme, delete_programme, save_programme
from desktop.programmes.model import Programme
from desktop.programmes.outcomes import FRAMEWORK, OUTCOME_WORDS, outcomes_in_short
from desktop.store.history import History
from desktop.ui.buttons import Button
from desktop.ui.choices import Ticks
from desktop.ui.controls import LineEdit, TextEdit
from desktop.ui.dialogs import Form
from desktop.ui.fields import Field
from desktop.ui.history import HistoryDialog, TwoVersions, plain_words
from desktop.ui.page import Page

LABELS = {
    "name": tr("Name"),
    "organisation": tr("Organisation"),
    "purpose": tr("What it is for"),
    "outcomes": FRAMEWORK,
    "own_outcomes": tr("Outcomes of your own"),
    "themes": tr("Themes to sort pledges by"),
    "prompts": tr("Prompts that help people find their pledge"),
}
Tell = Callable[[str, str], object]
"""Called with what was done and the id of the change that undoes it."""


class ProgrammeForm(Form):
    """Makes a programme, or changes the one given; `tell` is called when it was kept or deleted.

    `see_deleted` is called with its id when somebody asks for what was deleted from it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        programme: Programme | None,
        tell: Tell,
        see_deleted: Callable[[str], object],
    ) -> None:
        title = tr("Change a programme") if programme else tr("New programme")
        super().__init__(parent, title, self._keep, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._programme, self._tell = desk, programme, tell
        self._see_deleted = see_deleted
        shown = programme or default_programme("")
        self.name = LineEdit(shown.name)
        self.organisation = LineEdit(shown.organisation)
        self.purpose = TextEdit(shown.purpose, lines=3)
        self.outcomes = Ticks(FRAMEWORK, list(OUTCOME_WORDS.items()), long=True)
        self.outcomes.set_values(shown.outcomes)
        self.own_outcomes = TextEdit("\n".join(shown.own_outcomes), lines=2)
        self.themes = TextEdit("\n".join(shown.themes), lines=5)
        self.prompts = TextEdit("\n".join(shown.prompts), lines=4)
        self.fields = self._make_fields()
        if shown.review:
            self.add(TwoVersions(tr("Two laptops changed this programme."), self.show_history))
        self.add(*self.fields.values())
        self.delete_button = Button(
            tr("Delete this programme"), self.delete, kind="danger", icon="trash-2"
        )
        self.buttons.insertWidget(0, self.delete_button)
        self.history_button = Button(tr("History"), self.show_history, icon="history")
        self.buttons.insertWidget(1, self.history_button)
        for button in (self.delete_button, self.history_button):
            button.setVisible(programme is not None)

    def _make_fields(self) -> dict[str, Field]:
        edits = {
            "name": self.name,
            "organisation": self.organisation,
            "purpose": self.purpose,
            "outcomes": self.outcomes,
            "own_outcomes": self.own_outcomes,
            "themes": self.themes,
            "prompts": self.prompts,
        }
        lists = ("own_outcomes", "themes", "prompts")
        one_a_line = tr("One a line.")
        return {
            name: Field(
                LABELS[name],
                edit,
                optional=name != "name",
                hint=one_a_line if name in lists else "",
            )
            for name, edit in edits.items()
        }

    def _keep(self) -> None:
        for field in self.fields.values():
            field.set_error("")
        self.wrong.hide()
        try:
            self._write()
        except FieldError as error:
            field = self.fields[error.field]
            field.set_error(str(error))
            field.setFocus()
            raise

    def _write(self) -> None:
        label = tr("Change programme") if self._programme else tr("Make programme")
        with self._desk.store.change(label) as change:
            before = self._programme
            base = change.need(Programme, before.id) if before else Programme()
            kept = save_programme(change, self._typed(base))
        words = tr("Changed: {name}") if before else tr("Programme made: {name}")
        self._tell(words.format(name=kept.name), change.id if change.touched else "")

    def _typed(self, base: Programme) -> Programme:
        return replace(
            base,
            name=self.name.text(),
            organisation=self.organisation.text(),
            purpose=self.purpose.text(),
            outcomes=tuple(str(key) for key in self.outcomes.values()),
            own_outcomes=_lines(self.own_outcomes),
            themes=_lines(self.themes),
            prompts=_lines(self.prompts),
        )

    def show_history(self) -> None:
        """Show who changed the programme and when; this form closes."""
        if self._programme is None:
            return
        history = History(self._desk.store, Programme, self._programme.id)
        dialog = HistoryDialog(
            self.parentWidget(),
            history,
            LABELS,
            self._tell,
            words_for,
            see_deleted=partial(self._see_deleted, self._programme.id),
        )
        dialog.finished.connect(dialog.deleteLater)
        self.reject()
        dialog.open()

    def delete(self) -> None:
        """Delete the programme; its sessions stay."""
        if self._programme is None:
            return
        with self._desk.store.change(tr("Delete programme")) as change:
            gone = change.need(Programme, self._programme.id)
            delete_programme(change, gone)
        words = tr("Deleted: {name}. Its sessions stay.").format(name=gone.name)
        self.accept()
        self._tell(words, change.id)


def edit_programme(page: Page, desk: Desk, programme: Programme | None) -> None:
    """Open the form over a page, for a programme or a new one; the page tells what was done."""

    def see_deleted(entity: str) -> None:
        page.wanted.emit("deleted", f"settings/{entity}")

    ProgrammeForm(page, desk, programme, page.told.emit, see_deleted).open()


def _lines(edit: TextEdit) -> tuple[str, ...]:
    return tuple(edit.text().splitlines())


def words_for(field: str, value: Any) -> str:
    """Return the words for a programme's value, for its history."""
    if field == "outcomes":
        return outcomes_in_short(value or ())
    return plain_words(field, value)
