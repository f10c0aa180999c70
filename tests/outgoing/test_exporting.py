"""Making the lists of what is on file, and saving them."""

import csv
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.feedback.model import Answers
from desktop.outgoing.exporting import beside, save_list, tables_of
from desktop.outgoing.wish import What, Wish
from desktop.people.model import Person
from desktop.pledges.model import Show
from desktop.programmes.model import Programme
from desktop.progress import Cancelled, Progress
from desktop.sessions.model import Session
from tests.disks import full_disk
from tests.reports.hall import DAY, Hall, days_later, rated

SAID = [Answers(given={"rating": ("good",)}, words={"else": "I was moved."})] * 6


def listed(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def column(hall: Hall, wish: Wish, heading: str) -> list[object]:
    with hall.store.read() as db:
        (table,) = tables_of(db, wish)
        place = list(table.headings).index(heading)
        return [row[place] for row in table.rows]


def save(hall: Hall, wish: Wish, path: Path, progress: Progress | None = None) -> tuple[Path, ...]:
    return save_list(hall.store, wish, path, excel=path.suffix == ".xlsx", progress=progress)


def test_everyone_on_file_is_listed(hall: Hall, tmp_path: Path) -> None:
    hall.came(hall.session(), "Nurse", "Driver")
    assert save(hall, Wish(What.PEOPLE), tmp_path / "a.csv") == (tmp_path / "a.csv",)
    assert sorted(row[2] for row in listed(tmp_path / "a.csv")[1:]) == ["Driver", "Nurse"]


def test_a_register_is_of_its_session(hall: Hall) -> None:
    session, other = hall.session(), hall.session(days_later(1))
    hall.came(session, "Nurse")
    hall.came(other, "Driver", "Carer")
    assert column(hall, Wish(What.REGISTER, session.id), "Job role") == ["Nurse"]


def test_pledges_are_of_a_session_of_a_programme_or_of_everything(hall: Hall) -> None:
    first, second = hall.session(), hall.session(days_later(1))
    elsewhere = replace(Session(title="Elsewhere", date=DAY), programme="")
    with hall.store.change("Plan") as change:
        change.save(elsewhere)
    for session, text in ((second, "Two"), (first, "One"), (elsewhere, "Three")):
        hall.pledge(session, text, Show.NO_NAME)
    assert column(hall, Wish(What.PLEDGES, second.id), "Pledge") == ["Two"]
    of_programme = Wish(What.PLEDGES, programme=hall.programme.id)
    assert set(column(hall, of_programme, "Pledge")) == {"One", "Two"}
    assert set(column(hall, Wish(What.PLEDGES), "Pledge")) == {"One", "Two", "Three"}
    assert column(hall, Wish(What.PLEDGES, elsewhere.id), "Session") == ["Elsewhere"]


def test_sessions_are_of_a_programme_or_all_with_who_came(hall: Hall) -> None:
    session = hall.session()
    hall.came(session, "Nurse", "Driver")
    with hall.store.change("Plan") as change:
        other = change.save(Programme(name="Other"))
        change.save(Session(title="Elsewhere", date=days_later(1), programme=other.id))
    assert column(hall, Wish(What.SESSIONS), "Session") == ["Talk", "Elsewhere"]
    assert column(hall, Wish(What.SESSIONS), "Programme") == ["Leading with care", "Other"]
    assert column(hall, Wish(What.SESSIONS), "Came") == [2, 0]
    assert column(hall, Wish(What.SESSIONS, programme=other.id), "Session") == ["Elsewhere"]


def test_feedback_of_all_programmes_has_a_sheet_each_or_one_file(
    hall: Hall, tmp_path: Path
) -> None:
    with hall.store.change("Make programme") as change:
        change.save(Programme(name="Other"))
    hall.closed(hall.session(), *rated("good", 12))
    save(hall, Wish(What.FEEDBACK), tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Leading with care", "Other"]
    assert save(hall, Wish(What.FEEDBACK), tmp_path / "a.csv") == (tmp_path / "a.csv",)
    assert {row[0] for row in listed(tmp_path / "a.csv")[1:]} == {"Leading with care", "Other"}


def test_comments_on_a_session_have_a_csv_file_of_their_own(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    hall.closed(session, *SAID)
    path = tmp_path / "feedback.csv"
    apart = tmp_path / "feedback – comments.csv"
    assert save(hall, Wish(What.FEEDBACK, session.id), path) == (path, apart)
    assert beside(path) == apart
    assert "I was moved." not in path.read_text("utf-8-sig")
    assert len(listed(apart)) == 7


@pytest.mark.parametrize("fitting", [0, 1])
def test_a_full_disk_leaves_neither_file(hall: Hall, tmp_path: Path, fitting: int) -> None:
    session = hall.session()
    hall.closed(session, *(replace(one, words={"else": "I was moved. " * 20}) for one in SAID))
    wish = Wish(What.FEEDBACK, session.id)
    counts, comments = (path.stat().st_size for path in save(hall, wish, tmp_path / "all.csv"))
    assert counts < comments
    folder = tmp_path / "stick"
    folder.mkdir()
    with full_disk(counts * fitting), pytest.raises(UserError, match="There is no room left in"):
        save(hall, wish, folder / "feedback.csv")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (What.PEOPLE, "Nobody is on file yet."),
        (What.REGISTER, "Nobody is on the register of this session yet."),
        (What.PLEDGES, "There are no pledges here yet."),
    ],
)
def test_nothing_to_list_is_a_sentence_and_no_file(
    hall: Hall, tmp_path: Path, what: What, sentence: str
) -> None:
    session = hall.session() if what is not What.PEOPLE else None
    with pytest.raises(UserError, match=sentence):
        save(hall, Wish(what, session.id if session else ""), tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_head_count_has_no_register(hall: Hall, tmp_path: Path) -> None:
    wish = Wish(What.REGISTER, hall.head_count(12).id)
    with pytest.raises(UserError, match="counts people without names"):
        save(hall, wish, tmp_path / "a.csv")


def test_no_sessions_and_no_programmes_are_said(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There are no sessions yet"):
        save(hall, Wish(What.SESSIONS), tmp_path / "a.csv")
    with hall.store.change("Delete") as change:
        change.delete(hall.programme)
    with pytest.raises(UserError, match="There is no programme yet"):
        save(hall, Wish(What.FEEDBACK), tmp_path / "a.csv")
    with pytest.raises(UserError):
        save(hall, Wish(What.PLEDGES, programme=hall.programme.id), tmp_path / "a.csv")


def test_the_data_file_is_never_written_over(hall: Hall) -> None:
    hall.came(hall.session(), "Nurse")
    with pytest.raises(UserError, match="holds your data"):
        save(hall, Wish(What.PEOPLE), hall.store.path)
    assert hall.store.check() == []


def test_a_list_that_is_stopped_leaves_nothing(hall: Hall, tmp_path: Path) -> None:
    with hall.store.change("Add people") as change:
        change.save_all(Person(given="Sam", surname=f"{n}") for n in range(1_200))
    heard: list[int] = []

    def stop(done: int, _total: int) -> None:
        heard.append(done)
        if done:
            progress.stop()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        save(hall, Wish(What.PEOPLE), tmp_path / "a.csv", progress)
    assert heard == [0, 500]
    assert not list(tmp_path.glob("a.csv*"))
