"""The form for somebody who is not on the register."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.attendance.page.newcomer import NewcomerForm
from desktop.people.actions import save_person
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
    for _ in range(2):  # the form looks when the letter is in, then its rows are shown
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
    assert offer.accessibleName() == "Zofia Lewandowska, On file · Care worker"
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


def test_nothing_moves_while_people_are_offered(form: NewcomerForm) -> None:
    def places() -> list[tuple[int, int, int, int]]:
        parts = (form, form.name, form.role, form.team, form.save_button)
        return [(*part.mapToGlobal(part.rect().topLeft()).toTuple(), part.width(), part.height())
                for part in parts]  # fmt: skip

    before = places()
    type_text(form.name, "a")
    type_text(form.name, "n")
    assert offers(form)
    assert places() == before


def test_names_that_begin_so_are_offered_first(form: NewcomerForm, hall: Hall) -> None:
    with hall.store.change("Add") as change:
        for given, surname in (
            ("Hanna", "Abel"),
            ("Anna", "Zola"),
            ("Jana", "Bell"),
            ("Dan", "Orr"),
        ):
            save_person(change, Person(given=given, surname=surname))
    type_text(form.name, "anna")
    assert [offer.accessibleName().split(",")[0] for offer in offers(form)[:2]] == [
        "Anna Zola",
        "Hanna Abel",
    ]
