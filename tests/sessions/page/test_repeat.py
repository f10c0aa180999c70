from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.errors import FieldError
from desktop.sessions.page.repeat import DATES, ONCE, WEEKS, Repeat
from tests.ui.hands import focus, press, show, type_text

FIRST = date(2026, 10, 8)
WEEK = timedelta(weeks=1)


@pytest.fixture
def repeat(qtbot: QtBot) -> Repeat:
    def taken(days: Sequence[date]) -> list[date]:
        return [day for day in days if day == FIRST + WEEK]

    made = Repeat(lambda: FIRST, taken)
    qtbot.addWidget(made)
    made.set_first(FIRST)
    show(made)
    return made


def choose(repeat: Repeat, how: str) -> None:
    repeat.how.set_value(how)
    repeat.how.activated.emit(repeat.how.currentIndex())


def until(repeat: Repeat, text: str) -> None:
    repeat.until.edit.clear()
    focus(repeat.until.edit)
    type_text(repeat.until.edit, text)
    press(repeat.until.edit, Qt.Key.Key_Return)


def test_one_session_only_to_begin_with(repeat: Repeat) -> None:
    assert repeat.how.value() == ONCE
    assert repeat.further(FIRST) == []
    assert not repeat.days_text.isVisible()
    assert not repeat.until.isVisible()


def test_the_days_that_come_out_are_shown_before_they_are_kept(repeat: Repeat) -> None:
    choose(repeat, WEEKS)
    until(repeat, "29/10/2026")
    assert repeat.heading.text() == "4 sessions come out"
    assert repeat.days_text.text().splitlines() == [
        "Thursday 8 October 2026",
        "Thursday 15 October 2026, where a session is planned already",
        "Thursday 22 October 2026",
        "Thursday 29 October 2026",
    ]
    repeat.weeks.set_value(2)
    assert repeat.heading.text() == "2 sessions come out"
    assert repeat.further(FIRST) == [FIRST + 2 * WEEK]


def test_another_first_day_moves_the_series(repeat: Repeat) -> None:
    choose(repeat, WEEKS)
    until(repeat, "29/10/2026")
    repeat.set_first(FIRST + timedelta(days=1))
    assert repeat.days_text.text().splitlines()[-1] == "Friday 23 October 2026"


def test_other_dates_are_listed_and_shown_in_order(repeat: Repeat) -> None:
    choose(repeat, DATES)
    focus(repeat.dates)
    type_text(repeat.dates, "5 Nov")
    press(repeat.dates, Qt.Key.Key_Return)
    type_text(repeat.dates, "22/10/2026")
    assert repeat.heading.text() == "3 sessions come out"
    assert repeat.further(FIRST) == [date(2026, 10, 22), date(2026, 11, 5)]


def test_a_date_being_typed_is_not_wrong_yet(repeat: Repeat) -> None:
    choose(repeat, DATES)
    focus(repeat.dates)
    type_text(repeat.dates, "22/10/2026")
    press(repeat.dates, Qt.Key.Key_Return)
    type_text(repeat.dates, "5 No")
    assert "22 October" in repeat.days_text.text()
    assert repeat.other_dates.error() == ""
    repeat.how.setFocus()
    assert repeat.other_dates.error().startswith("“5 No”: Write the date as day")
    with pytest.raises(FieldError, match="5 No"):
        repeat.further(FIRST)


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (WEEKS, "Choose a last date that is later than the first session."),
        (DATES, "Type the other dates, one a line."),
    ],
)
def test_a_series_without_days_says_what_is_missing(
    repeat: Repeat, how: str, sentence: str
) -> None:
    choose(repeat, how)
    with pytest.raises(FieldError) as wrong:
        repeat.further(FIRST)
    repeat.set_error(str(wrong.value))
    field = repeat.until if how == WEEKS else repeat.other_dates
    assert field.error() == sentence
    repeat.set_focus()
    assert field.control.hasFocus()


def test_a_series_of_more_than_a_hundred_is_refused(repeat: Repeat) -> None:
    choose(repeat, WEEKS)
    until(repeat, "1/1/2030")
    assert repeat.until.error() == "A series can have 100 sessions. Choose an earlier last date."


def test_starting_again_leaves_one_session(repeat: Repeat) -> None:
    choose(repeat, WEEKS)
    until(repeat, "29/10/2026")
    repeat.start_again()
    assert repeat.further(FIRST) == []
    assert not repeat.days_text.isVisible()
