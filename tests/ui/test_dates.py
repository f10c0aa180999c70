import contextlib
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.ui.dates import long_date, read_date, read_time, short_date

TODAY = date(2026, 10, 8)


@pytest.mark.parametrize(
    "typed",
    ["8/10/2026", "8.10.26", "08-10-2026", " 8 / 10 / 2026 ", "2026-10-08", "8 Oct 2026",
     "8 October", "Thursday 8 October 2026", "Thu, 8th oct", "8/10", "today"],
)  # fmt: skip
def test_a_date_is_understood(typed: str) -> None:
    assert read_date(typed, TODAY) == TODAY


def test_a_date_without_a_year_is_the_nearest() -> None:
    assert read_date("3/1", date(2026, 12, 20)) == date(2027, 1, 3)
    assert read_date("20 Dec", date(2027, 1, 3)) == date(2026, 12, 20)
    assert read_date("tomorrow", TODAY) == date(2026, 10, 9)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/9/2026", "September has 30 days. Choose another date."),
        ("31 / 9 / 2026", "September has 30 days. Choose another date."),
        ("29/2/2027", "February 2027 has 28 days. Choose another date."),
        ("30/2", "February 2026 has 28 days. Choose another date."),
        ("0/5/2026", "May has 31 days. Choose another date."),
        ("10/28/2026", "There are 12 months. Write the day first, such as 8/10/2026."),
        ("next week", "Write the date as day, month and year, such as 8/10/2026."),
        ("", "Write the date as day, month and year, such as 8/10/2026."),
        ("8 Ma 2026", "Write the date as day, month and year, such as 8/10/2026."),
        ("٣/٤/٢٠٢٦ x", "Write the date as day, month and year, such as 8/10/2026."),
    ],
)
def test_a_bad_date_is_explained(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as wrong:
        read_date(typed, TODAY)
    assert str(wrong.value) == sentence


@pytest.mark.parametrize(
    ("typed", "found"),
    [("14:30", time(14, 30)), ("14.30", time(14, 30)), ("1430", time(14, 30)), ("9", time(9)),
     ("930", time(9, 30)), ("9am", time(9)), ("2:30 pm", time(14, 30)), ("12 am", time(0)),
     ("12pm", time(12)), ("0:05", time(0, 5))],
)  # fmt: skip
def test_a_time_is_understood(typed: str, found: time) -> None:
    assert read_time(typed) == found


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("25:00", "A day has 24 hours. Write a time from 00:00 to 23:59."),
        ("14:75", "An hour has 60 minutes. Write a time such as 14:30."),
        ("soon", "Write the time as hours and minutes, such as 14:30."),
        ("", "Write the time as hours and minutes, such as 14:30."),
    ],
)
def test_a_bad_time_is_explained(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as wrong:
        read_time(typed)
    assert str(wrong.value) == sentence


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_date_written_is_read_back(day: date) -> None:
    assert read_date(short_date(day), TODAY) == day
    assert read_date(long_date(day, year=True), TODAY) == day


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_a_date_or_a_sentence(text: str) -> None:
    with contextlib.suppress(UserError):
        read_date(text, TODAY)
    with contextlib.suppress(UserError):
        read_time(text)
