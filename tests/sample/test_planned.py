from datetime import date, datetime
from pathlib import Path

from desktop.attendance.actions import register
from desktop.kinds import open_store
from desktop.reports.figures import figures_of_programme
from desktop.sample.build import build_file
from desktop.sample.planned import plan_ahead
from desktop.sample.programme import PROGRAMME, is_sample
from desktop.sessions.actions import sessions
from desktop.store.store import Store

MORNING = datetime.fromisoformat("2026-10-08T09:12:00+01:00")


def opened(tmp_path: Path) -> Store:
    build_file(tmp_path / "sample.db")
    return open_store(tmp_path / "sample.db")


def test_opening_the_sample_plans_today_and_next_week_once(tmp_path: Path) -> None:
    store = opened(tmp_path)
    plan_ahead(store, MORNING)
    plan_ahead(store, MORNING)
    with store.read() as db:
        ahead = sessions(db, first=date(2026, 1, 1))
        assert [session.date for session in ahead] == [date(2026, 10, 8), date(2026, 10, 15)]
        assert f"{ahead[0].start:%H:%M}" == "09:30"
        assert len(register(db, ahead[0].id)) == 25
        figures = figures_of_programme(db, PROGRAMME, date(2019, 1, 1), date(2030, 1, 1))
    assert figures.sessions == 40
    assert store.undo() is None
    store.close()


def test_late_in_the_evening_the_session_still_ends_the_same_day(tmp_path: Path) -> None:
    store = opened(tmp_path)
    plan_ahead(store, datetime.fromisoformat("2026-10-08T23:55:00+01:00"))
    with store.read() as db:
        (tonight,) = sessions(db, first=date(2026, 10, 8), last=date(2026, 10, 8))
    assert tonight.start < tonight.end
    store.close()


def test_the_users_own_data_gets_no_sample_sessions(tmp_path: Path) -> None:
    store = open_store(tmp_path / "own.db")
    plan_ahead(store, MORNING)
    with store.read() as db:
        assert not is_sample(db)
        assert sessions(db) == []
    store.close()
