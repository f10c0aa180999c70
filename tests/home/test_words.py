from datetime import date, datetime, time

import pytest

from desktop.home.words import countdown, day_only, day_words, when
from desktop.sessions.model import Session

TODAY = date(2026, 10, 8)
SESSION = Session(date=TODAY, start=time(14, 30), end=time(16, 30))


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-10-08T{clock}+01:00")


@pytest.mark.parametrize(
    ("clock", "words", "kind"),
    [
        ("14:03:00", "Starts in 27 minutes", "ok"),
        ("14:29:01", "Starts in 1 minute", "ok"),
        ("13:00:00", "Starts in 90 minutes", "ok"),
        ("12:59:00", "Starts in 2 hours", "ok"),
        ("09:00:00", "Starts in 6 hours", "ok"),
        ("14:30:00", "On now", "ok"),
        ("16:29:59", "On now", "ok"),
        ("16:30:00", "Not finished yet", "warn"),
    ],
)
def test_how_long_it_still_is(clock: str, words: str, kind: str) -> None:
    assert countdown(SESSION, at(clock)) == (words, kind)


def test_days_ahead_are_counted_in_days() -> None:
    tomorrow = Session(date=date(2026, 10, 9), start=time(9))
    assert countdown(tomorrow, at("23:50:00")) == ("In 1 day", "info")
    assert countdown(Session(date=date(2026, 10, 12)), at("08:00:00")) == ("In 4 days", "info")


def test_a_session_that_starts_soon_after_midnight_starts_in_minutes() -> None:
    night = Session(date=date(2026, 10, 9), start=time(0, 15), end=time(1))
    assert countdown(night, at("23:50:00")) == ("Starts in 25 minutes", "ok")


def test_near_days_are_called_by_their_names() -> None:
    assert when(SESSION, TODAY) == "Today, 14:30 to 16:30"
    assert day_words(date(2026, 10, 9), TODAY) == "Tomorrow"
    assert day_words(date(2026, 10, 7), TODAY) == "Yesterday"
    assert day_words(date(2026, 10, 12), TODAY) == "Monday 12 October"
    assert day_words(date(2027, 1, 4), TODAY) == "Monday 4 January 2027"


def test_a_day_alone() -> None:
    assert day_only(date(2026, 9, 29), TODAY) == "29 September"
    assert day_only(date(2020, 2, 13), TODAY) == "13 February 2020"
