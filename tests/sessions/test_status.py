from datetime import date, datetime, timedelta

import pytest

from desktop.sessions.model import Counting, Session
from desktop.sessions.status import Status, Turnout, status

TODAY = date(2026, 10, 8)
EARLIER = TODAY - timedelta(days=3)
FINISHED = datetime(2026, 10, 8, 16, 30)


def words(turnout: Turnout | None = None, day: date = TODAY, **fields: object) -> str:
    session = Session(title="Talk", date=day, **fields)  # type: ignore[arg-type]
    return status(session, turnout or Turnout(), TODAY).words


def test_how_a_session_by_name_stands() -> None:
    assert words() == "No register yet"
    assert words(Turnout(1)) == "Register ready, 1 person"
    assert words(Turnout(14)) == "Register ready, 14 people"
    assert words(Turnout(25, 23)) == "23 of 25 here"
    assert words(Turnout(14), EARLIER) == "Nobody marked here"
    assert words(Turnout(25, 23), finished=FINISHED) == "Finished, 23 came"
    assert words(Turnout(25, 0), finished=FINISHED) == "Finished"


def test_how_a_head_count_stands() -> None:
    head = Counting.HEAD_COUNT
    assert words(counting=head) == "Head count only"
    assert words(counting=head, head_count=1) == "1 person counted"
    assert words(counting=head, head_count=31) == "31 people counted"
    assert words(counting=head, head_count=31, finished=FINISHED) == "Finished, 31 came"


def test_a_cancelled_session_is_just_that() -> None:
    assert words(Turnout(14), cancelled=True, finished=FINISHED) == "Cancelled"


@pytest.mark.parametrize("turnout", [Turnout(), Turnout(3), Turnout(3, 2)])
def test_every_status_has_an_icon(turnout: Turnout) -> None:
    found = status(Session(title="Talk", date=TODAY), turnout, TODAY)
    assert isinstance(found, Status)
    assert found.icon
    assert found.kind in ("ok", "warn")
