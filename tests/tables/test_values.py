import math
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tables.values import (
    Value,
    clean,
    exact_in_a_spreadsheet,
    is_risky,
    marked,
    text_of,
    unmarked,
)
from tests.naughty import NAUGHTY


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (5, "5"),
        (5.0, "5"),
        (-5, "-5"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (math.nan, ""),
        (math.inf, ""),
        (True, "yes"),
        (False, "no"),
        (date(2026, 7, 6), "2026-07-06"),
        (datetime(2026, 7, 6), "2026-07-06"),
        (datetime(2026, 7, 6, 14, 30), "2026-07-06 14:30"),
        (datetime(2026, 7, 6, 14, 29, 59, 999_900), "2026-07-06 14:30"),
        (datetime(2026, 7, 6, 14, 30, 5), "2026-07-06 14:30:05"),
        (datetime.max, "9999-12-31 23:59:59"),
        (time(9, 30), "09:30"),
        ("Ó Súilleabháin", "Ó Súilleabháin"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
    ],
)
def test_a_value_is_the_text_that_people_expect(value: Value | time, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_whatever_is_pasted_can_be_written(text: str) -> None:
    assert "\0" not in clean(text)
    assert clean(text).encode().decode() == clean(text)
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 7700", "-5", "@SUM(A1)", "\t=1", "\nx", " =1", "＝1", "'=1", "''=1"],
)
def test_what_a_spreadsheet_might_run_gets_an_apostrophe(text: str) -> None:
    assert is_risky(text)
    assert marked(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'s-Hertogenbosch", "O'Neil", "Sam", "", "'", "5-3", "a=b"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert marked(text) == text
    assert unmarked(text) == text


@given(st.text(alphabet="'=+-@ \t\nab＝"))
def test_the_apostrophe_can_always_be_taken_back(text: str) -> None:
    assert unmarked(marked(text)) == text
    assert not is_risky(marked(text)) or marked(text).startswith("'")


@pytest.mark.parametrize(
    ("number", "exact"),
    [
        (999_999_999_999_999, True),
        (10**15, False),
        (-0.5, True),
        (1.7e308, False),
        (math.nan, False),
        (math.inf, False),
    ],
)
def test_a_long_number_is_no_number_for_a_spreadsheet(number: float, exact: bool) -> None:
    assert exact_in_a_spreadsheet(number) == exact
