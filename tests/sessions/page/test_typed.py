from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FieldError, UserError
from desktop.sessions.model import Counting, Session
from desktop.sessions.page.typed import (
    Typed,
    day_words,
    from_text,
    names_of,
    read,
    read_days,
    to_text,
    typed_of,
)
from tests.naughty import NAUGHTY

TODAY = date(2026, 10, 8)
GOOD = Typed(title="Talk", date="12 Oct", start="1430", end="4pm")


def test_a_session_is_read_from_what_was_typed() -> None:
    typed = replace(
        GOOD, place="Tŷ Gwyn", facilitators="Siân, Nia ,, Huw", capacity="1,200",
        counting="head count", outcomes=("nhwo-3",),
    )  # fmt: skip
    session = read(typed, None, TODAY)
    assert session == Session(
        id=session.id,
        title="Talk",
        date=date(2026, 10, 12),
        start=time(14, 30),
        end=time(16, 0),
        place="Tŷ Gwyn",
        facilitators=("Siân", "Nia", "Huw"),
        capacity=1_200,
        counting=Counting.HEAD_COUNT,
        outcomes=("nhwo-3",),
    )


def test_a_session_that_is_changed_keeps_what_the_form_does_not_show() -> None:
    before = Session(title="Talk", date=TODAY, programme="p", series="s", head_count=4, rev="r")
    now = read(replace(typed_of(before), title="Other"), before, TODAY)
    assert now == replace(before, title="Other")


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("title", "  ", "Give the session a title."),
        ("date", "", "Choose a date, such as 8/10/2026, 8 Oct or tomorrow."),
        ("date", "31/9/2026", "September has 30 days. Choose another date."),
        ("start", "25:00", "A day has 24 hours. Write a time from 00:00 to 23:59."),
        ("end", "soon", "Write the time as hours and minutes, such as 14:30."),
        ("capacity", "many", "Type a number of people, or nothing."),
        ("capacity", "²", "Type a number of people, or nothing."),
    ],
)
def test_what_can_not_be_read_names_its_field(field: str, text: str, sentence: str) -> None:
    with pytest.raises(FieldError) as wrong:
        read(replace(GOOD, **{field: text}), None, TODAY)  # type: ignore[arg-type]
    assert (wrong.value.field, str(wrong.value)) == (field, sentence)


def test_days_are_listed_in_any_way_and_come_in_order() -> None:
    days = read_days("22/10/2026\n\n5 Nov, tomorrow; 22/10/2026", TODAY)
    assert days == [date(2026, 10, 9), date(2026, 10, 22), date(2026, 11, 5)]
    assert read_days("", TODAY) == []


def test_a_line_that_is_no_date_is_named() -> None:
    with pytest.raises(UserError, match="“31/9”: September has 30 days"):
        read_days("22/10\n31/9", TODAY)


def test_days_that_are_taken_say_so() -> None:
    words = day_words([TODAY, date(2026, 10, 15)], [TODAY])
    assert words.splitlines() == [
        "Thursday 8 October 2026, where a session is planned already",
        "Thursday 15 October 2026",
    ]


def test_names_are_parted_by_commas() -> None:
    assert names_of(" Siân Prosser,Nia , ") == ("Siân Prosser", "Nia")


@given(st.builds(Typed))
def test_a_draft_comes_back_as_it_was(typed: Typed) -> None:
    assert from_text(to_text(typed)) == typed


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_text_survives_as_a_draft(text: str) -> None:
    assert from_text(to_text(Typed(title=text, notes=text))) == Typed(title=text, notes=text)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null"])
def test_a_draft_that_can_not_be_read_is_none(text: str) -> None:
    assert from_text(text) is None


def test_a_draft_of_another_version_is_read_as_far_as_it_goes() -> None:
    found = from_text('{"title": "Talk", "date": 3, "colour": "red"}')
    assert found == Typed(title="Talk")
