"""Sessions as a list, and back again."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sessions.exporting import HEADINGS, sessions_table
from desktop.sessions.model import Counting, Session
from desktop.sessions.status import Turnout
from desktop.tables.values import text_of
from desktop.tables.writing import write_xlsx
from desktop.text import paragraphs
from tests.people.anyone import lines
from tests.tables.returning import FEWER, come_back

TALK = Session(
    programme="p",
    title="=Good conversations",
    date=date(2026, 10, 8),
    start=time(14, 30),
    end=time(16, 0),
    place="Tŷ Gwyn",
    team="North",
    facilitators=("Siân Prosser", "Ewan O’Neil"),
    capacity=24,
    notes="Bring\npens",
)
HEADS = Session(
    title="Foyer",
    date=date(2026, 10, 9),
    counting=Counting.HEAD_COUNT,
    head_count=45,
    cancelled=True,
    finished=datetime(2026, 10, 9, 12),
)


def test_each_session_has_its_place_times_and_numbers() -> None:
    table = sessions_table([TALK, HEADS], {"p": "Kindness"}, {TALK.id: Turnout(20, 18)})
    assert [list(row) for row in table.rows] == [
        [
            "=Good conversations", date(2026, 10, 8), time(14, 30), time(16), "Tŷ Gwyn", "North",
            "Kindness", "Siân Prosser, Ewan O’Neil", 24, 20, 18, False, False, "Bring\npens",
        ],
        [
            "Foyer", date(2026, 10, 9), time(10), time(12), "", "", "", "", None, 0, 45, True, True,
            "",
        ],
    ]  # fmt: skip
    assert (table.name, table.total) == ("Sessions", 2)


def test_a_spreadsheet_has_real_dates_times_numbers_and_truths(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", [sessions_table([TALK], {}, {TALK.id: Turnout(20, 18)})])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    heading, row = sheet.iter_rows(values_only=True)
    found = dict(zip(heading, row, strict=True))
    assert found["Date"] == datetime(2026, 10, 8)
    assert (found["Start"], found["End"]) == (time(14, 30), time(16, 0))
    assert (found["Room for"], found["Came"], found["Cancelled"]) == (24, 18, False)
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold


SESSIONS = st.builds(
    Session,
    title=lines().filter(bool),
    date=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    start=st.times().map(lambda when: when.replace(second=0, microsecond=0)),
    end=st.times().map(lambda when: when.replace(second=0, microsecond=0)),
    place=lines(),
    team=lines(),
    facilitators=st.lists(lines(), max_size=3).map(tuple),
    capacity=st.none() | st.integers(0, 100_000),
    notes=st.text(max_size=30).map(lambda text: paragraphs(text, "The notes")),
    counting=st.sampled_from(Counting),
    head_count=st.none() | st.integers(0, 100_000),
    cancelled=st.booleans(),
)


@FEWER
@given(st.lists(SESSIONS, min_size=1, max_size=6), lines())
def test_any_sessions_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, planned: list[Session], programme: str
) -> None:
    table = sessions_table(planned, {"": programme}, {})
    heading, *rows = come_back(tmp_path_factory.mktemp("sessions"), table)
    assert heading.cells == HEADINGS
    for row, session in zip(rows, planned, strict=True):
        title, day, start, end, place, *_ = row.cells
        assert (title, place) == (text_of(session.title), text_of(session.place))
        assert (day, start, end) == (
            session.date.isoformat(), f"{session.start:%H:%M}", f"{session.end:%H:%M}",
        )  # fmt: skip
