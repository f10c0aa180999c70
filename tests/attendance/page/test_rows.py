"""How the lines of a register read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.attendance.actions import Counts, Line
from desktop.attendance.labels import presence_words
from desktop.attendance.model import Attendance, Presence
from desktop.attendance.page.rows import Rows, groups, work_of
from desktop.people.model import Person

HANNA = Person(given="Hanna", surname="Kowalczyk", job_role="Care worker", organisation="Council")
LINE = Line(Attendance(session="s", person=HANNA.id), HANNA)
HERE = Line(
    replace(
        LINE.attendance,
        presence=Presence.PRESENT,
        arrived=datetime(2026, 10, 8, 14, 52, tzinfo=UTC),
        walk_in=True,
    ),
    HANNA,
)


def test_who_waits_can_be_checked_in() -> None:
    row = Rows().of(LINE)
    assert row.cells == ("Hanna Kowalczyk", "Care worker", "Council")
    assert (row.spoken, row.status, row.pill) == ("not arrived", "", None)
    assert [action.key for action in row.actions] == ["in"]


def test_who_is_here_says_since_when() -> None:
    row = Rows().of(HERE)
    assert row.status == "Here 14:52"
    assert row.pill is not None
    assert row.pill.text == "Walk-in"
    assert [action.key for action in row.actions] == ["undo"]


@pytest.mark.parametrize("presence", [Presence.APOLOGIES, Presence.ABSENT])
def test_who_was_not_to_come_can_still_be_checked_in(presence: Presence) -> None:
    row = Rows().of(Line(replace(LINE.attendance, presence=presence), HANNA))
    assert [action.key for action in row.actions] == ["in", "undo"]
    assert row.spoken == presence_words(presence)


def test_large_print_matters_more_than_walking_in() -> None:
    row = Rows().of(Line(HERE.attendance, replace(HANNA, large_print=True)))
    assert row.pill is not None
    assert row.pill.text == "Large print"


def test_ticks_stand_in_place_of_buttons_where_somebody_waits() -> None:
    rows = Rows()
    assert rows.of(LINE, True).ticked is True
    assert rows.of(LINE, False).actions == ()
    assert rows.of(HERE, False).ticked is None


def test_a_line_that_did_not_change_is_the_same_row() -> None:
    rows = Rows()
    assert rows.of(LINE) is rows.of(LINE)
    assert rows.of(LINE) is not rows.of(LINE, False)


def test_groups_count_people_or_matches() -> None:
    matching = {presence: [LINE] for presence in Presence}
    counts = Counts(expected=1, here=2_000, not_coming=3, absent=0)
    whole = groups(matching, counts, False)
    assert [group.note for group in whole][:2] == ["1 person", "2,000 people, latest first"]
    assert groups(matching, counts, True)[1].note == "1 of 2,000 match"


def test_work_tells_namesakes_apart() -> None:
    assert work_of(HANNA) == "Care worker, Council"
    assert work_of(replace(HANNA, team="Tŷ Gwyn")) == "Care worker, Tŷ Gwyn"
    assert work_of(Person(given="x")) == ""
