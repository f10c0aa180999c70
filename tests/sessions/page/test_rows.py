from datetime import date

from desktop.sessions.model import Session
from desktop.sessions.page.rows import listed, month_title
from desktop.sessions.status import Turnout
from desktop.ui.table import Pill

TODAY = date(2026, 10, 8)


def test_sessions_stand_under_their_months() -> None:
    first = Session(title="One", date=TODAY, programme="p")
    second = Session(title="Two", date=date(2026, 11, 3))
    third = Session(title="Three", date=date(2026, 11, 9))
    shown = listed([first, second, third], {first.id: Turnout(25, 23)}, {"p": "Kindness"}, TODAY)
    assert [(group.title, group.note) for group in shown.groups] == [
        ("October 2026", "1 session"),
        ("November 2026", "2 sessions"),
    ]
    assert [row.group for row in shown.rows] == ["2026-10", "2026-11", "2026-11"]
    assert shown.rows[0].cells == ("One", "10:00 to 12:00", "Today", "8 Oct")
    assert shown.rows[0].pill == Pill("23 of 25 here", "ok", "user-check")
    assert [row.status for row in shown.rows] == ["Kindness", "", ""]


def test_the_same_month_of_another_year_is_another_month() -> None:
    days = (TODAY, date(2025, 10, 8))
    shown = listed([Session(date=day) for day in days], {}, {}, TODAY)
    assert [group.title for group in shown.groups] == [month_title(day) for day in days]
