"""A whole session at the real window, from the first start to the printed papers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import counts, register
from desktop.feedback.box import open_boxes
from desktop.pledges.actions import pledges
from desktop.sessions.actions import sessions
from desktop.sessions.model import Session
from desktop.store.reader import Db
from tests.facilitator import Facilitator, app_on

LIST = """Hanna Kowalczyk, Care worker, Tŷ Gwyn care home
Llŷr ap Dafydd, Community nurse, District nursing
Marged Puw, Unpaid carer, Carers’ network
Tomasz Wiśniewski, Care worker, Tŷ Gwyn care home
Precious Moyo, Care worker, Home care South"""
PRIVATE = "I will tell my manager when it gets too much."
FORMS = [["5", "1", "2", "Right", "5", "1", "1", "Right"]] * 4
FORMS += [["4", "2", "Right", "0", "3", "4", "Right"]]


@pytest.fixture
def facilitator(qtbot: QtBot, tmp_path: Path) -> Iterator[Facilitator]:
    with app_on(qtbot, tmp_path / "data.db") as found:
        yield found


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def plan(facilitator: Facilitator) -> None:
    facilitator.goes_to("Your name")
    facilitator.types("Siân Prosser")
    facilitator.press("Plan a session")
    facilitator.fills("Title", "Good conversations at home")
    facilitator.fills("Date", "today")
    facilitator.fills("Start", "14:30")
    facilitator.fills("End", "16:30")
    facilitator.fills("Place", "Aberwen Community Hall")
    facilitator.fills("Name of the new programme", "Living Well Aberwen")
    facilitator.keys("Ctrl+Enter")


def paste_the_list(facilitator: Facilitator) -> None:
    def inside() -> None:
        facilitator.goes_to("The list")
        facilitator.pastes(LIST)
        facilitator.press("Add 5 people")

    facilitator.in_dialog(lambda: facilitator.press("Paste a list"), inside)
    facilitator.reads("0 of 5")


def check_people_in(facilitator: Facilitator) -> None:
    for typed, name in (("han", "Hanna Kowalczyk"), ("llyr", "Llŷr ap Dafydd"), ("puw", "Marged")):
        facilitator.types(typed)
        facilitator.keys("Enter")
        facilitator.reads(f"{name}")
    # The search box is cleared by then: Ctrl Z takes back the check-in, not the typing.
    facilitator.keys("Ctrl+Z")
    facilitator.reads("Undone: Check in")
    facilitator.reads("2 of 5")
    for typed, here in (("wisniewski", "3 of 5"), ("prec", "4 of 5")):
        facilitator.types(typed)
        facilitator.keys("Enter")
        facilitator.reads(here)


def add_a_walk_in(facilitator: Facilitator) -> None:
    def inside() -> None:
        facilitator.types("Fatima al Begum")
        facilitator.fills("Job role", "Volunteer")
        facilitator.keys("Enter")

    facilitator.in_dialog(lambda: facilitator.keys("Ctrl+N"), inside)
    facilitator.reads("5 of 6")


def type_in_the_slips(facilitator: Facilitator) -> None:
    facilitator.keys("Ctrl+2")
    facilitator.goes_to("Their pledge")
    facilitator.types("Zapytam każdego, czego naprawdę potrzebuje.")
    facilitator.fills("Name", "tomasz")
    facilitator.keys("Down", "Enter")
    facilitator.keys("Alt+1")
    facilitator.reads("1 pledge")
    facilitator.goes_to("Their pledge")
    facilitator.types("I will sit down when I talk to someone in bed.")
    facilitator.keys("Alt+2")
    facilitator.reads("2 pledges")
    facilitator.goes_to("Their pledge")
    facilitator.types(PRIVATE)
    facilitator.keys("Alt+3")
    facilitator.reads("3 pledges")


def type_in_the_forms(facilitator: Facilitator) -> None:
    facilitator.keys("Ctrl+3")
    facilitator.sees("1. How would you rate this session?").setFocus()
    for number, form in enumerate(FORMS, 1):
        facilitator.keys(*form, "Enter")
        facilitator.reads(f"Form {number + 1}")


def finish(facilitator: Facilitator, folder: Path) -> None:
    desk = facilitator.app.desk
    assert desk is not None
    desk.prefer(replace(desk.preferences, papers_folder=str(folder)))
    facilitator.keys("Ctrl+4")
    facilitator.in_dialog(
        lambda: facilitator.press("Finish session"),
        lambda: facilitator.press("Mark as absent"),
    )
    facilitator.until(lambda: len(list(folder.rglob("*.pdf"))) == 4)


def the_session(db: Db) -> Session:
    (session,) = sessions(db)
    return session


def test_a_session_from_plan_to_printed_paper(facilitator: Facilitator, tmp_path: Path) -> None:
    plan(facilitator)
    title = facilitator.app.window.windowTitle
    facilitator.until(lambda: title() == "Good conversations at home – Pledge Tree")
    paste_the_list(facilitator)
    check_people_in(facilitator)
    add_a_walk_in(facilitator)
    type_in_the_slips(facilitator)
    type_in_the_forms(facilitator)
    papers = tmp_path / "papers"
    finish(facilitator, papers)

    desk = facilitator.app.desk
    assert desk is not None
    with desk.store.read() as db:
        session = the_session(db)
        here = counts(register(db, session.id))
        made = pledges(db, [session.id])
    assert session.date == date(2026, 10, 8)
    assert session.finished is not None
    assert (here.here, here.absent, here.walk_ins) == (5, 1, 1)
    assert [one.shown_name for one in made] == ["", "", "Tomasz"]
    assert open_boxes(desk.data_file) == []
    assert desk.store.check() == []

    said = {path.name.rsplit(" – ", 1)[1]: text_of(path) for path in papers.rglob("*.pdf")}
    assert "Zapytam każdego, czego naprawdę potrzebuje." in said["pledge cards.pdf"]
    assert "Of 5 who answered (of 5 who came), 4 (80%) said very good." in said["summary.pdf"]
    assert "100% response rate" in said["summary.pdf"]
    assert "naprawdę potrzebuje. – Tomasz" in said["summary.pdf"]
    assert PRIVATE not in said["summary.pdf"] + said["leaves to cut out.pdf"]
    for name in ("Kowalczyk, Hanna", "ap Dafydd, Llŷr", "al Begum, Fatima", "Puw, Marged"):
        assert name in said["register.pdf"]
