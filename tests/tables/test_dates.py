from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from desktop.tables.dates import Order, day_of, is_ambiguous, order_of, read_date

SIXTH_OF_JULY = date(2026, 7, 6)


@pytest.mark.parametrize(
    "text",
    [
        "06/07/2026",
        "6/7/2026",
        "6.7.26",
        "06-07-2026",
        " 06/07/2026 14:30 ",
        "06/07/2026, 2:30 pm",
        "2026-07-06",
        "2026/7/6",
        "2026-07-06T14:30:00Z",
        "2026-07-06 14:30",
        "6 July 2026",
        "6th July 2026",
        "Monday, 6 July 2026",
        "Mon 6 Jul 2026 14:30",
        "July 6, 2026",
        "6-Jul-26",
        "6 Gorffennaf 2026",
        "6ed Gorffennaf 2026",
        "46209",
        "46209.604",
    ],
)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert read_date(text) == SIXTH_OF_JULY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026",
        "31/02/2026",
        "13/13/2026",
        "0/0/2026",
        "July 2026",
        "6 July",
        "6 July 7 May 2026",
        "99999999",
        "x" * 10_000,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_date_that_may_be_two_is_pointed_at() -> None:
    assert is_ambiguous("06/07/2026")
    assert not is_ambiguous("06/06/2026")
    assert not is_ambiguous("25/07/2026")
    assert not is_ambiguous("2026-07-06")


def test_a_column_is_day_first_unless_it_can_only_be_month_first() -> None:
    assert order_of(["06/07/2026", "", "words"]) is Order.DAY_FIRST
    assert order_of(["06/07/2026", "07/25/2026"]) is Order.MONTH_FIRST
    assert order_of(["07/25/2026", "25/07/2026"]) is Order.DAY_FIRST
    assert read_date("07/06/2026", Order.MONTH_FIRST) == SIXTH_OF_JULY


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (61, date(1900, 3, 1)),
        (46209.9, SIXTH_OF_JULY),
    ],
)
def test_excel_counts_a_day_that_never_was(number: float, day: date) -> None:
    assert day_of(number) == day


@pytest.mark.parametrize("number", [60, 0, -1])
def test_some_numbers_are_no_day(number: int) -> None:
    with pytest.raises(ValueError):
        day_of(number)


def test_a_book_may_count_from_1904() -> None:
    assert day_of(0, since_1904=True) == date(1904, 1, 1)
    assert read_date("44747", since_1904=True) == SIXTH_OF_JULY


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_comes_back_from_every_way_of_writing_it(day: date) -> None:
    number = (day - date(1899, 12, 30)).days
    ways = [f"{day:%d/%m/%Y}", f"{day:%d/%m/%y}", day.isoformat(), str(number)]
    ways += [f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%d-%b-%y}"]
    assert {read_date(way) for way in ways} == {day}
    assert from_excel(number) == datetime.combine(day, time())
