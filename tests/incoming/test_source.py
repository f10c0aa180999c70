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
