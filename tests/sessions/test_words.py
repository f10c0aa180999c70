from datetime import date, time, timedelta

from desktop.sessions.model import Session
from desktop.sessions.words import lead, line, span

TODAY = date(2026, 10, 8)


def test_a_day_near_is_called_by_its_name() -> None:
    assert lead(TODAY, TODAY) == ("Today", "8 Oct")
    assert lead(TODAY + timedelta(days=1), TODAY) == ("Tomorrow", "9 Oct")
    assert lead(date(2026, 10, 12), TODAY) == ("Mon", "12 Oct")


def test_the_line_beneath_has_place_and_times() -> None:
    session = Session(date=TODAY, place="Tŷ Gwyn", start=time(20), end=time(21))
    assert line(session) == "Tŷ Gwyn · 20:00 to 21:00"
    assert line(Session(date=TODAY)) == "10:00 to 12:00"


def test_times_are_said_with_to() -> None:
    assert span(time(9, 5), time(16, 30)) == "09:05 to 16:30"
