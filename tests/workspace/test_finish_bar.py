from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import counts_by_session
from desktop.attendance.model import Presence
from desktop.feedback.box import open_boxes
from desktop.feedback.model import Answers
from desktop.pledges.model import Show
from desktop.sessions.model import Session
from desktop.workspace.finish_bar import FinishBar
from desktop.workspace.print_page import PrintPage
from tests.reports.hall import NOON, Hall, days_later, rated
from tests.ui.hands import click, focus, press
from tests.workspace.hands import answer, desk_of, finished, print_page

ABSENT = "Mark as absent"


@dataclass
class Evening:
    """A session with pledges, feedback and four who have not arrived."""

    hall: Hall
    session: Session
    page: PrintPage
    folder: Path

    @property
    def bar(self) -> FinishBar:
        return self.page.bar

    def kept(self) -> Session:
        with self.hall.store.read() as db:
            return db.need(Session, self.session.id)

    def waiting(self) -> int:
        with self.hall.store.read() as db:
            found = counts_by_session(db, [self.session.id])[self.session.id]
        return found.get(Presence.EXPECTED, 0)

    def names(self) -> list[str]:
        """Return the names of the papers that were saved, without date and title."""
        return sorted(path.stem.split(" – ")[1] for path in self.folder.rglob("*.pdf"))


@pytest.fixture
def evening(hall: Hall, qtbot: QtBot, tmp_path: Path) -> Evening:
    session = hall.session(title="Good talk")
    hall.came(session, *["Nurse"] * 6)
    hall.expected(session, *[Presence.EXPECTED] * 4)
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    hall.collected(session, *rated("good", 6))
    folder = tmp_path / "papers"
    return Evening(hall, session, print_page(qtbot, desk_of(hall, folder), session), folder)


def test_the_bar_says_what_it_will_do(evening: Evening) -> None:
    assert evening.bar.title.text() == "Finish session"
    assert evening.bar.button.words() == "Finish session"
    assert evening.bar.button.kind == "primary"
    assert evening.bar.folder.text().endswith("2024-03-04 Good talk")
    assert evening.bar.said() == [
        "1 pledge card",
        "1 leaf",
        "Summary",
        "Register",
        "Closes the feedback box, 6 forms",
    ]


def test_in_a_small_window_too_it_says_that_it_is_finished(evening: Evening, qtbot: QtBot) -> None:
    evening.page.resize(760, 420)
    qtbot.waitUntil(lambda: not evening.bar.title.isVisible())  # the button says the same
    answer(ABSENT)
    evening.bar.button.click()
    finished(qtbot, evening.page)
    assert evening.bar.title.isVisible()


def test_a_session_is_finished_with_enter(evening: Evening, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    evening.page.told.connect(lambda words, change: told.append((words, change)))
    asked = answer(ABSENT)
    focus(evening.bar.button)
    press(evening.bar.button, Qt.Key.Key_Return)
    finished(qtbot, evening.page)
    assert asked == ["Mark the other 4 as absent?"]
    assert evening.kept().finished == NOON + timedelta(hours=4)
    assert evening.waiting() == 0
    assert open_boxes(evening.hall.store.path) == []
    assert evening.names() == ["leaves to cut out", "pledge cards", "register", "summary"]
    assert [words for words, _ in told] == ["Session finished"]
    assert evening.bar.title.text() == "Finished 16:00"
    assert evening.bar.folder.text() == f"Papers in {evening.folder / '2024-03-04 Good talk'}"
    assert evening.bar.button.words() == "Save the papers again"
    assert evening.page.window().focusWidget() is evening.bar.open_folder
    assert evening.page.list.rows["summary"].done() == "Saved 16:00"
    evening.hall.store.undo(told[0][1])
    assert (evening.kept().finished, evening.waiting()) == (None, 4)


def test_escape_goes_back_and_nothing_has_happened(evening: Evening) -> None:
    answer("")
    click(evening.bar.button)
    assert (evening.kept().finished, evening.waiting()) == (None, 4)
    assert open_boxes(evening.hall.store.path) == [evening.session.id]
    assert not evening.bar.is_busy()


def test_the_others_can_stay_as_they_are(evening: Evening, qtbot: QtBot) -> None:
    answer("Leave as they are")
    click(evening.bar.button)
    finished(qtbot, evening.page)
    assert (evening.kept().finished is not None, evening.waiting()) == (True, 4)


def test_a_folder_that_cannot_be_written_loses_nothing(
    evening: Evening, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_text("no folder")
    evening.bar.set_folder(tmp_path / "stick")
    answer(ABSENT)
    click(evening.bar.button)
    finished(qtbot, evening.page)
    assert evening.kept().finished is not None
    assert evening.bar.trouble.text().startswith("The papers are not saved.")
    assert evening.bar.trouble.isVisible()
    assert evening.bar.button.words() == "Save the papers"
    evening.bar.set_folder(evening.folder)
    finished(qtbot, evening.page)
    assert "summary" in evening.names()
    assert not evening.bar.trouble.isVisible()
    assert evening.bar.button.words() == "Save the papers again"


def test_stop_leaves_the_folder_empty_and_the_papers_can_be_saved_after_all(
    evening: Evening, qtbot: QtBot
) -> None:
    answer(ABSENT)
    click(evening.bar.button)
    evening.bar.busy.stopped.emit()
    finished(qtbot, evening.page)
    assert evening.bar.trouble.text().startswith("Stopped.")
    assert evening.names() == []
    assert evening.bar.trouble.button is not None
    click(evening.bar.trouble.button)
    finished(qtbot, evening.page)
    assert "register" in evening.names()


def test_papers_are_saved_again_with_late_forms(evening: Evening, qtbot: QtBot) -> None:
    answer(ABSENT)
    click(evening.bar.button)
    finished(qtbot, evening.page)
    evening.hall.collected(evening.session, *rated("good", 2))
    evening.page.refresh()
    assert evening.bar.said() == ["Saving again closes the feedback box, 2 late forms"]
    assert evening.bar.button.kind == "primary"
    click(evening.bar.button)
    finished(qtbot, evening.page)
    assert open_boxes(evening.hall.store.path) == []
    assert (evening.bar.said(), evening.bar.button.kind) == ([], "secondary")


def test_a_half_filled_form_is_not_thrown_away_unasked(evening: Evening, qtbot: QtBot) -> None:
    wanted: list[tuple[str, str]] = []
    evening.page.wanted.connect(lambda page, what: wanted.append((page, what)))
    hall = evening.hall
    hall.collected(evening.session).keep_draft(Answers(given={"rating": ("good",)}))
    asked = answer("Go to the form")
    click(evening.bar.button)
    assert asked == ["A feedback form is half filled in"]
    assert wanted == [("session", f"{evening.session.id}/feedback")]
    assert evening.kept().finished is None


def test_nobody_is_asked_about_when_all_are_here(hall: Hall, qtbot: QtBot, tmp_path: Path) -> None:
    session = hall.session()
    page = print_page(qtbot, desk_of(hall, tmp_path), session)
    click(page.bar.button)
    finished(qtbot, page)
    assert page.bar.title.text() == "Finished 16:00"


def test_a_session_to_come_is_not_the_next_thing_to_finish(
    hall: Hall, qtbot: QtBot, tmp_path: Path
) -> None:
    page = print_page(qtbot, desk_of(hall, tmp_path), hall.session(days_later(3)))
    assert page.bar.title.text() == "After the session"
    assert page.bar.button.kind == "secondary"
    assert page.sheet.print_button.kind == "primary"


def test_a_cancelled_session_is_not_finished(hall: Hall, qtbot: QtBot, tmp_path: Path) -> None:
    session = hall.session()
    with hall.store.change("Cancel session") as change:
        change.save(replace(session, cancelled=True))
    page = print_page(qtbot, desk_of(hall, tmp_path), session)
    assert page.bar.isHidden()
