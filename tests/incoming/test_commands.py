"""Bringing in lists without a window."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.people.model import Person
from desktop.programmes.actions import default_programme, save_programme
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from desktop.store.locking import only_window
from desktop.store.store import Store
from desktop.tables.writing import Table, write_xlsx

Run = Callable[..., tuple[int, str, str]]
STAFF = """Staff list of the north team

First name,Surname,Job title,E-mail
Siân,Prosser,Manager,sian@example.org
Małgorzata,O’Neil,Home carer,
,,Driver,
=cmd(),van der Berg,Driver,
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    from desktop.kinds import open_store

    made = open_store(tmp_path / "hall.db", "Siân")
    made.close()
    return made


@pytest.fixture
def run(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(content: str, *arguments: object, name: str = "staff.csv") -> tuple[int, str, str]:
        (tmp_path / name).write_text(content, "utf-8")
        words = ("--data", store.path, "import", "people", tmp_path / name, *arguments)
        code = main([str(word) for word in words])
        said, err = capsys.readouterr()
        return code, said, err

    return command


def people(store: Store) -> list[str]:
    from desktop.kinds import open_store

    again = open_store(store.path)
    with again.read() as db:
        found = sorted(f"{one.given} {one.surname}" for one in db.find(Person))
    again.close()
    return found


def test_a_list_with_title_rows_comes_in_and_what_is_left_out_is_said(
    run: Run, store: Store
) -> None:
    code, said, err = run(STAFF)
    assert (code, said) == (0, "3 people kept, 0 known already, 1 row refused\n")
    assert err == "Line 6: There is no name in this row.\n"
    assert people(store) == ["=cmd() van der Berg", "Małgorzata O’Neil", "Siân Prosser"]


def test_the_same_list_again_changes_nothing(run: Run, store: Store) -> None:
    run(STAFF)
    code, said, _ = run(STAFF, "--json")
    assert code == 0
    assert json.loads(said) == {"kept": 0, "known": 3, "likely": 0, "refused": 1}
    assert len(people(store)) == 3


def test_who_may_be_on_file_is_left_out_and_named(run: Run, store: Store) -> None:
    run(STAFF)
    code, said, err = run("Name,E-mail\nSian Prosser-Jones,sian@example.org\n")
    assert (code, said) == (0, "0 people kept, 0 known already, 0 rows refused\n")
    assert err == "Line 2: Sian Prosser-Jones may be Siân Prosser, who is on file. Left out.\n"


def test_refused_rows_are_written_to_be_mended(run: Run, tmp_path: Path) -> None:
    assert run(STAFF, "--refused", tmp_path / "mend.csv")[0] == 0
    rows = list(csv.reader((tmp_path / "mend.csv").read_text("utf-8-sig").splitlines()))
    assert rows == [
        ["First name", "Surname", "Job title", "E-mail", "Line", "Why it was left out"],
        ["", "", "Driver", "", "6", "There is no name in this row."],
    ]


def test_a_spreadsheet_comes_in_from_the_sheet_that_names_people(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = Table("Notes", ["Colour", "Size"], [["green", 3]])
    staff = Table("Staff", ["Enw", "Rôl"], [["Llŷr ap Dafydd", "Gyrrwr"]])
    write_xlsx(tmp_path / "staff.xlsx", [notes, staff])
    assert main(["--data", str(store.path), "import", "people", str(tmp_path / "staff.xlsx")]) == 0
    assert capsys.readouterr().out.startswith("1 person kept")
    assert people(store) == ["Llŷr ap Dafydd"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Colour;Size\ngreen;3\n", "staff.csv has no column that is called Name"),
        ("First name,Surname\n,\n", ""),
        ("", ""),
        ("\x00\x01\x02" * 400, ""),
    ],
)
def test_what_says_nobody_is_refused_in_one_sentence(
    run: Run, store: Store, content: str, sentence: str
) -> None:
    code, said, err = run(content)
    assert (code, said) == (1, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert people(store) == []


def test_beside_an_open_window_nothing_is_written(run: Run, store: Store) -> None:
    with only_window(store.path):
        code, _, err = run(STAFF)
    assert code == 1
    assert "open in another window" in err
    assert people(store) == []


def test_usage_is_shown_where_the_list_is_not_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["import"])
    assert ended.value.code == 2
    assert "people" in capsys.readouterr().err


@pytest.fixture
def session(store: Store) -> str:
    from desktop.kinds import open_store

    again = open_store(store.path)
    with again.change("Plan") as change:
        programme = save_programme(change, default_programme("Kindness", "Glasgow City"))
        planned = Session(programme=programme.id, title="Kind", date=date(2026, 10, 8))
        kept = save_session(change, planned)
    again.close()
    return kept.id


def test_people_of_a_programme_belong_to_its_organisation(
    run: Run, store: Store, session: str
) -> None:
    assert run("Name,Employer\nA Bee,\nC Dee,Own Care\n", "--programme", "Kindness")[0] == 0
    from desktop.kinds import open_store

    again = open_store(store.path)
    with again.read() as db:
        found = {one.given: one.organisation for one in db.find(Person)}
    again.close()
    assert found == {"A": "Glasgow City", "C": "Own Care"}


@pytest.mark.parametrize(
    ("kind", "content", "kept"),
    [
        ("register", "Name,Attended\nA Bee,yes\nC Dee,maybe\n", "1 person kept"),
        ("pledges", "Pledge\nSmile more\n", "1 pledge kept"),
        ("feedback", "rating,recommend\nvery good,yes\n5,no\n", "2 forms kept"),
    ],
)
def test_each_kind_of_list_comes_in_once(
    store: Store,
    session: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    content: str,
    kept: str,
) -> None:
    (tmp_path / "list.csv").write_text(content, "utf-8")
    command = ["--data", str(store.path), "import", kind, str(tmp_path / "list.csv")]
    assert main([*command, "--session", session]) == 0
    assert capsys.readouterr().out.startswith(kept)
    assert main([*command, "--session", session, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kept"] == 0


def test_what_a_person_should_read_is_said_without_a_window_too(
    store: Store, session: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_text("Pledge,Show\nSmile more,on the fridge\n", "utf-8")
    words = ["--data", str(store.path), "import", "pledges", str(tmp_path / "list.csv")]
    assert main([*words, "--session", session]) == 0
    assert capsys.readouterr().err == (
        "1 is not on the tree: its row gives no clear leave to show it.\n"
        "“on the fridge” is not understood: "
        "write with first name, without name or not on the tree.\n"
    )


def test_a_session_that_is_not_there_is_said(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_text("Pledge\nSmile\n", "utf-8")
    words = ["--data", str(store.path), "import", "pledges", str(tmp_path / "list.csv")]
    assert main([*words, "--session", "nowhere"]) == 1
    assert capsys.readouterr().err == (
        "There is no session nowhere. “sessions” lists them with their ids.\n"
    )
