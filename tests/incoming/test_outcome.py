import pytest
from pytestqt.qtbot import QtBot

from desktop.incoming.comparing import APART, SAME
from desktop.incoming.importers import Decided, PeopleImporter
from desktop.incoming.outcome import COMPARE, Outcome
from tests.incoming.hall import STAFF, Hall

LATER = "Name,Job title,Team\nHanna Kowalczyk,Nurse,Hub\nMarged Puw,Chef,Hub\nNia,,\n"


@pytest.fixture
def outcome(qtbot: QtBot) -> Outcome:
    made = Outcome()
    qtbot.addWidget(made)
    made.resize(960, 400)
    made.show()
    return made


def show(outcome: Outcome, hall: Hall, text: str) -> None:
    outcome.show_findings(PeopleImporter(), hall.look(text))


def test_good_rows_and_those_left_out_are_shown_with_why(outcome: Outcome, hall: Hall) -> None:
    show(outcome, hall, STAFF)
    assert outcome.summary.text() == "2 people to bring in, 1 left out"
    assert [(row.group, row.cells[0]) for row in outcome.list.rows()] == [
        ("refused", "Line 3: Driver, Hub"),
        ("new", "Hanna Kowalczyk"),
        ("new", "Marged Puw"),
    ]
    assert outcome.list.rows()[0].beneath == "There is no name in this row."


def test_who_may_be_on_file_waits_for_an_answer(outcome: Outcome, hall: Hall) -> None:
    PeopleImporter().keep(hall.store, hall.look(STAFF), Decided())
    show(outcome, hall, LATER)
    assert outcome.summary.text() == "1 person to bring in, 2 to decide"
    asked: list[int] = []
    outcome.compare.connect(asked.append)
    outcome.list.acted.emit(outcome.list.rows()[0].key, COMPARE)
    assert asked == [2]
    assert outcome.likely(2).there.job_role == "Carer"
    outcome.decide(2, APART)
    assert outcome.number() == 2
    outcome.all_same.click()
    assert outcome.decisions() == ([3], [2])
    assert [row.status for row in outcome.list.rows()[:2]] == ["somebody else", "same person"]


def test_all_of_them_may_be_answered_at_once(outcome: Outcome, hall: Hall) -> None:
    PeopleImporter().keep(hall.store, hall.look(STAFF), Decided())
    show(outcome, hall, LATER)
    assert outcome.all_same.isVisible()
    outcome.all_same.click()
    assert outcome.decisions() == ([2, 3], [])
    assert not outcome.all_same.isVisible()
    outcome.decide(3, SAME)
    assert outcome.number() == 3


def test_nothing_new_says_so(outcome: Outcome, hall: Hall) -> None:
    text = "Name\nHanna\n"
    PeopleImporter().keep(hall.store, hall.look(text), Decided())
    show(outcome, hall, text)
    assert outcome.empty.title.text() == "Nothing new in this list"
    assert outcome.number() == 0
    outcome.clear("Which list?", "Choose a file.")
    assert outcome.summary.isHidden()


def test_headings_alone_are_not_said_to_be_here_already(outcome: Outcome, hall: Hall) -> None:
    show(outcome, hall, "Name,Team\n")
    assert outcome.empty.title.text() == "No rows in this list"
    PeopleImporter().keep(hall.store, hall.look(STAFF), Decided())
    show(outcome, hall, "Name,Job title,Team\nHanna Kowalczyk,Carer,Hub\n")
    assert outcome.summary.text() == "0 people to bring in, 1 known already"
    assert outcome.empty.title.text() == "Nothing new in this list"


def test_answers_that_come_in_are_counted_and_not_shown(outcome: Outcome, hall: Hall) -> None:
    found = hall.look("rating\nvery good\ngood\n", "feedback")
    outcome.show_findings(hall.importers()["feedback"], found)
    assert outcome.list.rows() == []
    assert outcome.empty.title.text() == "2 forms"
    assert "nobody is recognised" in outcome.empty.sentence.text()


def test_an_answer_that_is_none_is_told_which_would_do(outcome: Outcome, hall: Hall) -> None:
    found = hall.look("rating,recommend\nvery good,yes\ngood,maybe\n", "feedback")
    outcome.show_findings(hall.importers()["feedback"], found)
    (row,) = outcome.list.rows()
    assert row.beneath.endswith("Write yes, no or not sure.")
