"""The form for somebody who is not on the register."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.attendance.page.newcomer import NewcomerForm
from desktop.people.model import Person
from desktop.ui.buttons import Button
from desktop.ui.rows import RowButton
from tests.attendance.page.hall import Hall
from tests.ui.hands import click, press, show, type_text

Told = list[tuple[str, str]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def form(hall: Hall, told: Told) -> Iterator[NewcomerForm]:
    form = NewcomerForm(
        None,
        hall.desk,
        hall.session.id,
        lambda words, change: told.append((words, change)),
        walk_in=True,
    )
    show(form)
    yield form
    form.close()
    form.deleteLater()


def offers(form: NewcomerForm) -> list[RowButton]:
    QApplication.processEvents()
    return [button for button in form.findChildren(RowButton) if button.isVisible()]


def test_a_name_is_split_while_it_is_typed(form: NewcomerForm) -> None:
    type_text(form.name, "jan van der berg")
    assert (form.given.text(), form.surname.text()) == ("Jan", "van der Berg")


def test_a_split_made_by_hand_stays(form: NewcomerForm) -> None:
    type_text(form.name, "Nguyễn Thị Hoa")
    form.given.clear()
    type_text(form.given, "Hoa")
    form.surname.clear()
    type_text(form.surname, "Nguyễn Thị")
    type_text(form.name, "ng")
    assert (form.given.text(), form.surname.text()) == ("Hoa", "Nguyễn Thị")


def test_enter_checks_in_and_one_undo_forgets_the_person(
    form: NewcomerForm, hall: Hall, told: Told
) -> None:
    type_text(form.name, "Nia Thomas")
    press(form.name, Qt.Key.Key_Return)
    assert hall.here() == {"Nia"}
    assert told == [("Nia Thomas is here", told[0][1])]
    hall.store.undo(told[0][1])
    with hall.store.read() as db:
        assert "Nia" not in {person.given for person in db.find(Person)}


def test_a_role_in_use_is_one_click(form: NewcomerForm, hall: Hall) -> None:
    roles = [b for b in form.findChildren(Button) if b.words() == "Unpaid carer"]
    type_text(form.name, "Nia Thomas")
    click(roles[0])
    assert form.save_button.hasFocus()
    press(form.save_button, Qt.Key.Key_Return)
    assert hall.lines()["Nia Thomas"].person.job_role == "Unpaid carer"


def test_who_is_on_file_is_offered(form: NewcomerForm, hall: Hall) -> None:
    type_text(form.name, "zofia lew")
    (offer,) = offers(form)
    assert offer.accessibleName() == "Zofia Lewandowska, Care worker, On file"
    click(offer)
    assert hall.here() == {"Zofia"}
    with hall.store.read() as db:
        assert [p.given for p in db.find(Person)].count("Zofia") == 1


def test_who_is_on_the_register_already_is_said_so(form: NewcomerForm, hall: Hall) -> None:
    type_text(form.name, "Marged")
    (offer,) = offers(form)
    assert "On the register" in offer.accessibleName()
    click(offer)
    assert hall.here() == {"Marged"}
    assert not hall.lines()["Marged Puw"].attendance.walk_in


def test_without_a_name_the_field_says_so(form: NewcomerForm, told: Told) -> None:
    press(form.name, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.name_field.error() == "Type a name."
    assert told == []


def test_nothing_typed_is_lost_where_a_text_is_too_long(form: NewcomerForm) -> None:
    form.role.setMaxLength(500)
    form.role.setText("x" * 300)
    type_text(form.name, "Nia")
    press(form.name, Qt.Key.Key_Return)
    assert form.isVisible()
    assert "300" in form.wrong.text()
    assert form.name.text() == "Nia"
