from datetime import date, time

import pytest

from desktop.printing.dates import day_words, period_words, time_words, weekday_words

DAY = date(2026, 10, 8)


def test_a_day_is_written_as_people_say_it() -> None:
    assert day_words(DAY) == "8 October 2026"
    assert weekday_words(DAY) == "Thursday 8 October 2026"
    assert time_words(time(9, 5), time(16, 30)) == "09:05 to 16:30"


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (DAY, "8 October 2026"),
        (date(2026, 10, 1), "1 to 8 October 2026"),
        (date(2026, 9, 1), "1 September to 8 October 2026"),
        (date(2025, 10, 8), "8 October 2025 to 8 October 2026"),
    ],
)
def test_a_period_names_month_and_year_as_often_as_needed(first: date, words: str) -> None:
    assert period_words(first, DAY) == words
