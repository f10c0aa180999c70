import random

from desktop.sample.calendar import FIRST_MONTH, planned


def test_forty_sessions_bring_every_one_of_the_staff_once() -> None:
    sessions = planned(random.Random(3))
    assert len(sessions) == 40
    assert sorted(place for session in sessions for place in session.came) == list(range(1_000))
    assert max(len(session.came) for session in sessions) == 48


def test_the_first_month_has_its_412_people_and_271_answers() -> None:
    first = [s for s in planned(random.Random(3)) if s.day <= FIRST_MONTH[1]]
    assert sum(len(session.came) for session in first) == 412
    assert sum(session.answered for session in first) == 271
    assert all(session.answered <= len(session.came) for session in first)


def test_sessions_are_on_working_days_in_order() -> None:
    days = [session.day for session in planned(random.Random(3))]
    assert days == sorted(set(days))
    assert all(day.weekday() < 5 for day in days)
