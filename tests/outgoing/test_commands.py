"""Saving lists without a window."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.cli import main
from desktop.feedback.model import Answers
from desktop.pledges.model import Show
from desktop.sessions.model import Session
from desktop.store.locking import only_window
from tests.reports.hall import Hall, days_later

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def session(hall: Hall) -> Session:
    """A session to which two came; one pledged, six gave feedback."""
    made = hall.session()
    hall.came(made, "Nurse", "Driver")
    hall.pledge(made, "I will listen.", Show.NO_NAME)
    said = Answers(given={"rating": ("good",)}, words={"else": "I was moved."})
    hall.closed(made, *[said] * 6)
    return made


@pytest.fixture
def run(hall: Hall, session: Session, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object) -> tuple[int, str, str]:
        code = main(["--data", str(hall.store.path), "export", *map(str, words)])
        said, err = capsys.readouterr()
        return code, said, err

    return command


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("what", ["people", "pledges", "feedback", "sessions"])
def test_each_list_is_saved_and_its_file_named(
    run: Run, tmp_path: Path, what: str, ending: str
) -> None:
    path = tmp_path / f"{what}.{ending}"
    code, said, err = run(what, "--format", ending, "--out", path)
    assert (code, said) == (0, f"{path}\n")
    assert err.startswith("Whoever has this file can read it. ")
    assert err.count("\n") == 1
    assert path.stat().st_size > 50


def test_a_register_needs_its_session(
    run: Run, session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("register", "--session", session.id, "--out", tmp_path / "r.csv")[0] == 0
    with pytest.raises(SystemExit) as ended:
        run("register", "--out", tmp_path / "r.csv")
    assert ended.value.code == 2
    assert "--session" in capsys.readouterr().err


def test_the_kind_of_file_follows_from_its_name_unless_it_is_said(run: Run, tmp_path: Path) -> None:
    assert run("people", "--out", tmp_path / "a.xlsx")[0] == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["People"]
    assert run("people", "--format", "csv", "--out", tmp_path / "people")[0] == 0
    assert (tmp_path / "people").read_text("utf-8-sig").startswith('"Given name"')
    code, said, err = run("people", "--out", tmp_path / "people.doc")
    assert (code, said) == (1, "")
    assert err == "Say with --format whether people.doc is to be csv or xlsx.\n"


def test_a_programme_is_named_as_people_call_it(run: Run, tmp_path: Path) -> None:
    named = ("--programme", "leading with care")
    for what in ("pledges", "feedback", "sessions"):
        assert run(what, *named, "--out", tmp_path / f"{what}.csv")[0] == 0
    code, _, err = run("pledges", "--programme", "Nobody’s", "--out", tmp_path / "n.csv")
    assert (code, err.count("\n")) == (1, 1)
    assert "There is no programme Nobody’s." in err


def test_the_comments_of_a_session_go_beside_its_figures(
    run: Run, session: Session, tmp_path: Path
) -> None:
    code, said, err = run("feedback", "--session", session.id, "--out", tmp_path / "f.csv")
    assert code == 0
    assert said == f"{tmp_path / 'f.csv'}\n{tmp_path / 'f – comments.csv'}\n"
    assert "A comment may still give its writer away." in err


def test_feedback_that_is_still_collected_is_left_out_and_that_is_said(
    run: Run, hall: Hall, tmp_path: Path
) -> None:
    later = hall.session(days_later(1))
    hall.collected(later, *[Answers(given={"rating": ("poor",)})] * 6)
    code, _, err = run("feedback", "--session", later.id, "--out", tmp_path / "f.csv")
    assert code == 0
    assert "Feedback is still being collected here." in err
    assert "Hidden: fewer than 5 answers." in (tmp_path / "f.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("where", "sentence"),
    [("gone/a.csv", "is not there. Plug the stick or disk in"), (".", "Say with --format")],
)
def test_what_can_not_be_written_is_one_sentence(
    run: Run, tmp_path: Path, where: str, sentence: str
) -> None:
    code, said, err = run("people", "--out", tmp_path / where)
    assert (code, said) == (1, "")
    assert sentence in err
    assert "Traceback" not in err


def test_a_session_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    code, said, err = run("register", "--session", "nobody", "--out", tmp_path / "a.csv")
    assert (code, said, err.count("\n")) == (1, "", 1)
    assert err.startswith("There is no session nobody.")


def test_beside_an_open_window_a_list_can_be_saved(run: Run, hall: Hall, tmp_path: Path) -> None:
    with only_window(hall.store.path):
        assert run("people", "--out", tmp_path / "a.csv")[0] == 0
