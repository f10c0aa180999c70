from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.incoming.source import Source
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from tests.incoming.hall import Hall


@pytest.fixture
def source(qtbot: QtBot, hall: Hall) -> Source:
    with hall.store.change("Plan") as change:
        save_session(change, Session(title="Long ago", date=date(2019, 3, 1), place="Govan"))
        save_session(change, Session(title="Soon", date=date(2026, 10, 9)))
    made = Source(hall.desk, "people", "")
    qtbot.addWidget(made)
    made.show()
    return made


def test_sessions_stand_by_how_near_they_are(source: Source) -> None:
    combo = source.session_combo
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "Today 8 Oct · Kind",
        "Tomorrow 9 Oct · Soon",
        "Fri 1 Mar 2019 · Long ago · Govan",
    ]


def test_only_people_need_no_session(source: Source, hall: Hall) -> None:
    assert not source.session_combo.isVisible()
    told: list[str] = []
    source.changed.connect(lambda: told.append(source.key()))
    source.kinds.choose("pledges")
    assert source.session_combo.isVisible()
    assert source.session() is None
    source.session_combo.set_value(hall.session.id)
    source.choose_key("register")
    assert told == ["pledges"]
    assert source.session() == hall.session


def test_sheets_are_offered_where_there_are_several(source: Source) -> None:
    source.show_file(Path("staff.xlsx"))
    source.show_sheets(["Staff"], 0)
    assert not source.sheet_combo.isVisible()
    source.show_sheets(["Notes", "Staff"], 1)
    assert source.sheet_combo.isVisible()
    assert (source.sheet_combo.value(), source.name.text()) == (1, "staff.xlsx")


def test_what_a_list_looks_like_is_said_with_the_way_there(source: Source) -> None:
    told: list[str] = []
    source.changed.connect(lambda: told.append(source.key()))
    assert not source.other.isVisible()
    source.suggest("pledges")
    assert source.other.text() == "This looks like a list of pledges."
    assert source.other_button.words() == "Go on as pledges"
    source.other_button.click()
    assert told == ["pledges"]
    source.show_file(Path("another.csv"))
    assert not source.other.isVisible()


def test_a_session_stands_under_the_kinds_where_it_is_narrow(source: Source, qtbot: QtBot) -> None:
    source.choose_key("register")
    source.resize(1000, 200)
    qtbot.waitUntil(lambda: source.session_combo.x() > source.kinds.width())
    source.resize(600, 200)
    qtbot.waitUntil(lambda: source.session_combo.x() == source.kinds.x())
    assert source.session_combo.geometry().right() <= 600
