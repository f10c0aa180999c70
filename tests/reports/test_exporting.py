"""Feedback as a list: what may be shown, and nothing else."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.feedback.box import close_box
from desktop.feedback.model import Answers
from desktop.reports.exporting import COMMENTS, feedback_of_programme, feedback_of_session
from desktop.sessions.model import Session
from desktop.tables.values import Value
from desktop.tables.writing import Table, write_csv, write_xlsx
from tests.naughty import NAUGHTY
from tests.reports.hall import DAY, Hall, days_later, rated
from tests.tables.returning import come_back

RATED = "How would you rate this session?"
IMPACT = "This session will have a positive impact on my work."
ELSE = "Anything else you would like to tell us?"


def of_session(hall: Hall, session: Session) -> tuple[Table, ...]:
    with hall.store.read() as db:
        return feedback_of_session(db, session.id)


def of_programme(hall: Hall) -> Table:
    with hall.store.read() as db:
        return feedback_of_programme(db, hall.programme)


def rows(table: Table, question: str) -> list[list[Value]]:
    return [list(row) for row in table.rows if question in row]


def numbers(table: Table) -> list[Value]:
    return [one for row in table.rows for one in row if isinstance(one, int | float)]


def commented(*texts: str, choice: str = "good") -> list[Answers]:
    return [Answers(given={"rating": (choice,)}, words={"else": text}) for text in texts]


def test_each_choice_has_its_number_share_and_base(hall: Hall) -> None:
    session = hall.session()
    hall.closed(session, *rated("very_good", 5), *rated("good", 2), Answers(given={"rating": ()}))
    (table,) = of_session(hall, session)
    assert table.headings == (
        "Session", "Date", "Question", "Answer", "Number", "Per cent", "Of how many who answered",
        "Left it blank",
    )  # fmt: skip
    assert rows(table, RATED)[:3] == [
        ["Talk", DAY, RATED, "very good", 5, 71, 7, 1],
        ["Talk", DAY, RATED, "good", 2, 29, 7, 1],
        ["Talk", DAY, RATED, "fair", 0, 0, 7, 1],
    ]
    assert table.name == "Talk"


def test_under_five_answers_no_number_and_no_comment_leaves(hall: Hall) -> None:
    session = hall.session()
    hall.closed(session, *commented("I was moved.", "Too hot.", "Thanks.", "More time!"))
    (table,) = of_session(hall, session)
    assert numbers(table) == []
    assert rows(table, RATED) == [["Talk", DAY, RATED, "Hidden: fewer than 5 answers."]]


def test_a_question_that_few_answered_is_hidden_alone(hall: Hall) -> None:
    session = hall.session()
    both = [Answers(given={"rating": ("good",), "impact": ("agree",)})] * 4
    hall.closed(session, *both, *rated("good", 3))
    (table,) = of_session(hall, session)
    assert len(rows(table, RATED)) == 5
    assert rows(table, IMPACT) == [["Talk", DAY, IMPACT, "Hidden: fewer than 5 answers."]]


def test_a_programme_shows_nothing_under_eleven_answers(hall: Hall) -> None:
    hall.closed(hall.session(), *rated("good", 6))
    hall.closed(hall.session(days_later(1)), *rated("poor", 4))
    assert numbers(of_programme(hall)) == []
    assert rows(of_programme(hall), RATED) == [
        ["Leading with care", RATED, "Hidden: fewer than 11 answers."]
    ]
    hall.closed(hall.session(days_later(2)), *rated("good"))
    assert rows(of_programme(hall), RATED)[1] == [
        "Leading with care", RATED, "good", 7, 64, 11, 0,
    ]  # fmt: skip


def test_a_programme_has_no_comments(hall: Hall) -> None:
    hall.closed(hall.session(), *commented(*["I was moved."] * 12))
    assert "I was moved." not in str([list(row) for row in of_programme(hall).rows])


def test_comments_stand_apart_in_an_order_that_tells_nothing(hall: Hall) -> None:
    session, backwards = hall.session(), hall.session()
    said = ["Thanks.", "ähnlich", "Too hot.", "=1+1", "I was moved."]
    hall.closed(session, *commented(*said))
    hall.closed(backwards, *commented(*reversed(said)))
    figures, comments = of_session(hall, session)
    assert "Thanks." not in str([list(row) for row in figures.rows])
    assert (comments.name, comments.headings) == ("Comments", COMMENTS)
    listed = [list(row) for row in comments.rows]
    assert listed == [
        [ELSE, text] for text in ["=1+1", "ähnlich", "I was moved.", "Thanks.", "Too hot."]
    ]
    assert [list(row) for row in of_session(hall, backwards)[1].rows] == listed


def test_an_open_box_is_not_looked_into(hall: Hall) -> None:
    session = hall.session()
    box = hall.collected(session, *commented(*["I was moved."] * 7))
    assert numbers(of_session(hall, session)[0]) == []
    assert len(of_session(hall, session)) == 1
    close_box(hall.store, box)
    assert rows(of_session(hall, session)[0], RATED)[1][4] == 7


def test_what_people_paste_into_comments_comes_back(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    hall.closed(session, *commented(*NAUGHTY.values()))
    figures, comments = of_session(hall, session)
    assert len(come_back(tmp_path, comments)) == comments.total + 1
    come_back(tmp_path, figures)


def test_a_spreadsheet_has_comments_on_a_sheet_of_their_own(hall: Hall, tmp_path: Path) -> None:
    session = hall.session(title="=Talk / one")
    hall.closed(session, *commented(*["I was moved."] * 5))
    write_xlsx(tmp_path / "a.xlsx", of_session(hall, session))
    book: Any = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["=Talk one", "Comments"]
    assert [cell.value for cell in book["=Talk one"][3]][4:] == [5, 100, 5, 0]


def test_a_session_that_is_gone_is_said(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    with hall.store.change("Delete") as change:
        change.delete(session)
    with pytest.raises(UserError):
        write_csv(tmp_path / "a.csv", of_session(hall, session)[0])
