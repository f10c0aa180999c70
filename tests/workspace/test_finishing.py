from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop.attendance.actions import counts_by_session
from desktop.attendance.model import Presence
from desktop.errors import UserError
from desktop.feedback.box import open_boxes
from desktop.pledges.model import Show
from desktop.progress import Progress
from desktop.sessions.model import Session
from desktop.workspace import finishing
from desktop.workspace.facts import read_facts
from desktop.workspace.scope import Options
from tests.printing.reading import page_texts, whole_text
from tests.reports.hall import DAY, NOON, Hall, days_later, rated
from tests.workspace.hands import desk_of


def presences(hall: Hall, session: Session) -> dict[Presence, int]:
    with hall.store.read() as db:
        return counts_by_session(db, [session.id])[session.id]


def kept(hall: Hall, session: Session) -> Session:
    with hall.store.read() as db:
        return db.need(Session, session.id)


def saved(hall: Hall, session: Session, folder: Path, options: Options | None = None) -> list[Path]:
    chosen = options or Options()
    return finishing.save_all_papers(hall.store, session.id, folder, chosen, Progress())


def test_finishing_is_one_step_that_undo_takes_back(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    hall.came(session, "Nurse")
    hall.expected(session, Presence.EXPECTED, Presence.EXPECTED, Presence.APOLOGIES)
    change = finishing.finish_session(desk_of(hall, tmp_path), session.id, absent=True)
    assert kept(hall, session).finished == NOON + timedelta(hours=4)
    assert presences(hall, session) == {
        Presence.PRESENT: 1,
        Presence.ABSENT: 2,
        Presence.APOLOGIES: 1,
    }
    hall.store.undo(change)
    assert kept(hall, session).finished is None
    assert presences(hall, session)[Presence.EXPECTED] == 2


def test_who_is_left_as_they_are_stays_so(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    hall.expected(session, Presence.EXPECTED)
    finishing.finish_session(desk_of(hall, tmp_path), session.id, absent=False)
    assert presences(hall, session) == {Presence.EXPECTED: 1}


@pytest.mark.parametrize("left_open", [True, False])
def test_the_feedback_is_closed_and_in_the_summary(
    hall: Hall, tmp_path: Path, left_open: bool
) -> None:
    session, desk = hall.session(), desk_of(hall, tmp_path)
    hall.came(session, *["Nurse"] * 6)
    box = hall.collected(session, *rated("very_good", 6))
    if not left_open:
        desk.boxes[session.id] = box
    finishing.finish_session(desk, session.id, absent=False)
    assert (open_boxes(desk.data_file), desk.boxes) == ([], {})
    papers = saved(hall, session, tmp_path / "papers")
    summary = next(path for path in papers if "summary" in path.name)
    assert "6 gave feedback 100% response rate" in whole_text(summary.read_bytes())


def test_finishing_again_keeps_the_time_and_closes_late_forms(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    finishing.finish_session(desk_of(hall, tmp_path), session.id, absent=False)
    hall.collected(session, *rated("good"))
    later = desk_of(hall, tmp_path, NOON + timedelta(days=1))
    assert finishing.finish_session(later, session.id, absent=False) == ""
    assert kept(hall, session).finished == NOON + timedelta(hours=4)
    assert open_boxes(later.data_file) == []


def test_a_session_that_is_gone_keeps_its_feedback_open(hall: Hall, tmp_path: Path) -> None:
    session, desk = hall.session(), desk_of(hall, tmp_path)
    hall.collected(session, *rated("good"))
    with hall.store.change("Delete session") as change:
        change.delete(change.need(Session, session.id))
    with pytest.raises(UserError):
        finishing.finish_session(desk, session.id, absent=False)
    assert open_boxes(desk.data_file) == [session.id]


def test_papers_start_with_a_full_sheet(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    for number in range(4):
        hall.pledge(session, f"I will rest {number} hours.", Show.NO_NAME)
    papers = saved(hall, session, tmp_path, Options(start=3))
    cards = next(path for path in papers if "cards" in path.name)
    assert len(page_texts(cards.read_bytes())) == 1


def test_a_folder_that_cannot_be_written_gets_nothing(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    hall.pledge(session, "I will rest.", Show.NO_NAME)
    (tmp_path / "stick").write_text("not a folder")
    with pytest.raises(UserError):
        saved(hall, session, tmp_path / "stick" / "papers")
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_each_session_has_a_folder_of_its_own(hall: Hall) -> None:
    nine, ten = time(9, 0), time(10, 0)
    sessions = [
        hall.session(title="What matters: to you?"),
        hall.session(title="Good talk", start=nine, end=ten),
        hall.session(title="Good Talk", start=time(14, 30), end=time(16, 0)),
        hall.session(title="Good talk", start=nine, end=ten),
        hall.session(days_later(1), title="Good talk", start=nine, end=ten),
    ]
    with hall.store.read() as db:
        names = [finishing.folder_name(db, session) for session in sessions]
    assert names[0] == "2024-03-04 What matters to you"
    assert names[1] == f"2024-03-04 Good talk 0900 {sessions[1].id[-4:]}"
    assert names[2] == "2024-03-04 Good Talk 1430"
    assert names[4] == "2024-03-05 Good talk"
    assert len({name.lower() for name in names}) == 5


def test_the_laptop_remembers_where_papers_are(hall: Hall, tmp_path: Path) -> None:
    desk, session = desk_of(hall, tmp_path / "stick"), hall.session()
    assert finishing.saved_folder(desk, session.id) is None
    finishing.remember_saved(desk, session.id, tmp_path / "stick" / "Ŵyn")
    again = desk_of(hall, tmp_path / "other")
    assert finishing.saved_folder(again, session.id) == tmp_path / "stick" / "Ŵyn"
    assert finishing.papers_folder(again) == tmp_path / "other"


def test_the_steps_say_what_there_is(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()

    def steps() -> list[str]:
        box = desk_of(hall, tmp_path).box(session.id)
        with hall.store.read() as db:
            return list(finishing.steps(read_facts(db, box, session.id), Options()))

    assert steps() == ["Summary"]
    hall.pledge(session, "I will rest.", Show.NOT_ON_TREE)
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    hall.came(session, "Nurse")
    hall.collected(session, *rated("good", 2))
    assert steps() == [
        "2 pledge cards",
        "1 leaf",
        "Summary",
        "Register",
        "Closes the feedback box, 2 forms",
    ]


def test_the_day_is_said_when_it_was_another_one(hall: Hall, tmp_path: Path) -> None:
    desk, session = desk_of(hall, tmp_path), hall.session()
    assert finishing.finished_words(desk, session) == ""
    done = replace(session, finished=NOON)
    assert finishing.finished_words(desk, done) == "Finished 12:00"
    tomorrow = desk_of(hall, tmp_path, NOON + timedelta(days=1))
    assert finishing.finished_words(tomorrow, done) == f"Finished {DAY.day}/3/2024, 12:00"


class FileManager(QObject):
    """Takes the place of the system's own."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def shows(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_opens_where_files_are_shown(qapp: QApplication, tmp_path: Path) -> None:
    manager = FileManager()
    # Its stub asks for bytes, of which it takes none.
    QDesktopServices.setUrlHandler("file", manager, "shows")  # type: ignore[arg-type]
    try:
        finishing.open_in_file_manager(tmp_path)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert manager.opened == [str(tmp_path)]
    with pytest.raises(UserError, match="is not there"):
        finishing.open_in_file_manager(tmp_path / "gone")


def test_a_folder_is_named_as_its_owner_finds_it(tmp_path: Path) -> None:
    assert finishing.shown_folder(Path.home() / "Documents") == "Documents"
    assert finishing.shown_folder(Path("/media/stick")) == str(Path("/media/stick"))
