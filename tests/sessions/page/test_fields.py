from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.programmes.model import Programme
from desktop.sessions.page.fields import SessionFields
from desktop.sessions.page.typed import NEW, Typed
from tests.ui.hands import click, focus, press, show, type_text

TODAY = date(2026, 10, 8)
KINDNESS = Programme(name="Kindness", outcomes=("nhwo-3",), own_outcomes=("Carers have a say",))
CARE = Programme(name="Care")
KNOWN = {"title": ["Talk"], "place": ["Tŷ Gwyn"], "team": [], "facilitators": ["Siân"]}
TYPED = Typed(
    title="Talk",
    date="8/10/2026",
    start="14:30",
    end="16:00",
    place="Tŷ Gwyn",
    programme=KINDNESS.id,
    team="North",
    facilitators="Siân, Nia",
    capacity="30",
    notes="Bring\ncake",
    outcomes=("nhwo-3",),
    counting="head count",
)


@pytest.fixture
def fields(qtbot: QtBot) -> SessionFields:
    made = SessionFields(lambda: TODAY)
    qtbot.addWidget(made)
    made.offer([KINDNESS, CARE], KNOWN)
    made.show_typed(TYPED)
    show(made)
    return made


def test_what_is_shown_is_what_stands_there(fields: SessionFields) -> None:
    assert fields.typed() == TYPED
    wrong = replace(TYPED, date="31/9", start="late", programme=NEW, new_programme="Ours")
    fields.show_typed(wrong)
    assert fields.typed() == replace(wrong, outcomes=TYPED.outcomes)


def test_the_date_is_said_with_its_weekday(fields: SessionFields) -> None:
    assert fields.date.control.accessibleDescription() == "Thursday 8 October 2026"


def test_the_end_moves_with_the_start(fields: SessionFields) -> None:
    fields.start.edit.clear()
    focus(fields.start.edit)
    type_text(fields.start.edit, "930")
    press(fields.start.edit, Qt.Key.Key_Tab)
    assert fields.typed().end == "11:00"
    press(fields.end.edit, Qt.Key.Key_Up)
    press(fields.start.edit, Qt.Key.Key_Up)
    press(fields.start.edit, Qt.Key.Key_Return)
    assert (fields.typed().start, fields.typed().end) == ("09:45", "11:30")


def test_a_session_does_not_move_into_the_next_day(fields: SessionFields) -> None:
    fields.start.edit.setText("23:30")
    press(fields.start.edit, Qt.Key.Key_Return)
    assert fields.typed().end == "23:59"


def test_the_outcomes_are_those_of_the_programme(fields: SessionFields) -> None:
    fields.show_more(True)
    assert fields.fields["outcomes"].isVisible()
    fields.programme.choose(CARE.id, "")
    fields.programme.changed.emit()
    assert not fields.fields["outcomes"].isVisible()
    assert fields.typed().outcomes == ()
    fields.programme.choose(KINDNESS.id, "")
    fields.programme.changed.emit()
    assert fields.typed().outcomes == ("nhwo-3", "Carers have a say")


def test_an_outcome_the_programme_no_longer_has_stays(fields: SessionFields) -> None:
    fields.show_typed(replace(TYPED, outcomes=("nhwo-9",)))
    assert fields.typed().outcomes == ("nhwo-9",)


def test_the_rest_is_folded_until_it_is_wanted(fields: SessionFields) -> None:
    assert not fields.team.isVisible()
    click(fields.more_button)
    assert fields.team.isVisible()
    assert fields.more_button.words() == "Less"
    click(fields.more_button)
    assert not fields.team.isVisible()


def test_an_error_unfolds_its_field_and_goes_there(fields: SessionFields) -> None:
    assert fields.set_error("capacity", "Type a number.")
    assert fields.capacity.hasFocus()
    assert fields.fields["capacity"].error() == "Type a number."
    fields.clear_errors()
    assert fields.fields["capacity"].error() == ""
    assert not fields.set_error("colour", "There is none.")


def test_earlier_values_are_offered(fields: SessionFields) -> None:
    assert fields.place.completer().model().rowCount() == 1


def test_every_field_has_a_name_to_be_read(fields: SessionFields) -> None:
    for name, field in fields.fields.items():
        assert field.control.accessibleName(), name


def test_an_empty_date_looks_like_no_date(fields: SessionFields) -> None:
    assert fields.date.edit.placeholderText().startswith("Such as ")
