"""The form of a person, by keys."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.people.page import PersonForm
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog, TwoVersions
from desktop.ui.labels import Text
from desktop.ui.theme import apply_theme
from tests.ui.hands import click, press, show, type_text

HANNA = Person(given="Hanna", surname="Kowalczyk", job_role="Care worker", language="pl")
Told = list[tuple[str, str]]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, "light", 100)
    store = open_store(tmp_path / "t.db", "Siân")
    with store.change("Add") as change:
        change.save(HANNA)
    yield Desk(store)
    store.close()


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def form(desk: Desk, told: Told) -> Iterator[PersonForm]:
    form = PersonForm(None, desk, lambda *said: told.append((said[0], said[1])), people(desk)[0])
    show(form)
    yield form
    form.close()
    form.deleteLater()


def people(desk: Desk) -> list[Person]:
    with desk.store.read() as db:
        return db.find(Person)


def test_a_person_is_changed_by_keys_and_undone(form: PersonForm, desk: Desk, told: Told) -> None:
    assert form.line("given").hasFocus()
    press(form, Qt.Key.Key_Tab)
    form.line("surname").selectAll()
    type_text(form.line("surname"), "Nowak")
    click(form.large_print)
    form.language.set_value("cy")
    press(form.line("surname"), Qt.Key.Key_Return)
    (hanna,) = people(desk)
    assert (hanna.name, hanna.large_print, hanna.language) == ("Hanna Nowak", True, "cy")
    assert told[0][0] == "Hanna Nowak is saved"
    desk.store.undo(told[0][1])
    assert people(desk)[0].name == "Hanna Kowalczyk"


def test_saving_without_a_change_writes_nothing(form: PersonForm, told: Told) -> None:
    press(form, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert told == []


def test_what_is_wrong_stands_beneath_its_field(form: PersonForm, desk: Desk) -> None:
    type_text(form.line("email"), "nobody")
    press(form, Qt.Key.Key_Return)
    assert form.isVisible()
    assert "name@example.org" in form.fields["email"].error()
    assert form.line("email").hasFocus()
    type_text(form.line("email"), "@example.org")
    assert form.fields["email"].error() == ""
    press(form, Qt.Key.Key_Return)
    assert people(desk)[0].email == "nobody@example.org"


def test_nobody_is_without_a_name(form: PersonForm) -> None:
    form.line("given").clear()
    form.line("surname").clear()
    press(form, Qt.Key.Key_Return)
    assert form.fields["given"].error() == "Type a name."


def test_a_deleted_person_comes_back_with_undo(form: PersonForm, desk: Desk, told: Told) -> None:
    click(form.delete_button)
    assert people(desk) == []
    desk.store.undo(told[0][1])
    assert [person.name for person in people(desk)] == ["Hanna Kowalczyk"]


def test_a_new_person_is_kept(desk: Desk, told: Told) -> None:
    form = PersonForm(None, desk, lambda *said: told.append((said[0], said[1])))
    show(form)
    type_text(form.line("given"), "Llŷr")
    press(form, Qt.Key.Key_Return)
    assert {person.given for person in people(desk)} == {"Hanna", "Llŷr"}


def test_a_language_that_is_not_on_offer_stays(desk: Desk, told: Told) -> None:
    odd = Person(given="Ana", language="qu")
    form = PersonForm(None, desk, lambda *said: told.append((said[0], said[1])), odd)
    assert form.language.value() == "qu"


def test_every_field_has_a_name(form: PersonForm) -> None:
    wanted = Qt.FocusPolicy.TabFocus
    reached = [w for w in form.findChildren(QWidget) if w.focusPolicy() & wanted and w.isVisible()]
    assert all(widget.accessibleName() for widget in reached)


def test_the_history_of_a_person_tells_what_changed_and_goes_back(
    form: PersonForm, desk: Desk, told: Told
) -> None:
    with desk.store.change("Edit person") as change:
        change.save(replace(people(desk)[0], language="cy", surname=""))
    form.show_history()
    found = QApplication.topLevelWidgets()
    (dialog,) = [one for one in found if isinstance(one, HistoryDialog)]
    said = [text.text() for text in dialog.findChildren(Text)]
    assert "Language: Polski → Cymraeg" in said
    assert "Surname: Kowalczyk was taken out" in said
    click(next(b for b in dialog.findChildren(Button) if b.words() == "Go back to this"))
    assert people(desk)[0].surname == "Kowalczyk"
    assert told[-1] == ("Gone back to an earlier version", desk.store.steps().undo[-1].id)


def test_what_two_laptops_said_of_a_person_is_seen_and_settled_by_saving(
    desk: Desk, told: Told, tmp_path: Path
) -> None:
    with closing(open_store(tmp_path / "other.db", "Ewan")) as other:
        other.merge(desk.store)
        with other.change("Edit person") as change:
            change.save(replace(people(desk)[0], surname="Nowak"))
        with desk.store.change("Edit person") as change:
            change.save(replace(people(desk)[0], surname="Kowal"))
        desk.store.merge(other)
    form = PersonForm(None, desk, lambda *said: told.append((said[0], said[1])), people(desk)[0])
    show(form)
    (notice,) = form.findChildren(TwoVersions)
    assert notice.isVisible()
    press(form, Qt.Key.Key_Return)
    (hanna,) = people(desk)
    assert not hanna.review
    desk.store.undo()
    assert people(desk)[0].review
    assert notice.button is not None
    click(notice.button)
    found = QApplication.topLevelWidgets()
    (dialog,) = [one for one in found if isinstance(one, HistoryDialog) and one.isVisible()]
    said = {text.text() for text in dialog.findChildren(Text)}
    assert said >= {"Surname: Nowak", "Surname: Kowal"}
    click(next(b for b in dialog.findChildren(Button) if b.words() == "Keep this one"))
    assert not people(desk)[0].review
