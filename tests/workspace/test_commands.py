from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.pledges.model import Show
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from tests.printing.reading import whole_text
from tests.reports.hall import Hall, rated

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(hall: Hall, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command beside the open data file; returns its exit code and both outputs."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = main(["--data", str(hall.store.path), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def session(hall: Hall) -> Session:
    made = hall.session(title="Kind words")
    hall.came(made, "Nurse", "Porter")
    hall.pledge(made, "I will sing.", Show.FIRST_NAME, "Eirlys Vaughan")
    hall.closed(made, *rated("very_good", 5))
    return made


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("cards", "I will sing. Eirlys, 4 March 2024 Kind words"),
        ("leaves", "I will sing. Eirlys"),
        ("summary", "Of 5 who answered, 5 (100%) said very good."),
        ("register", "Ó Neill, Mairi"),
        ("slips", "Kind words · 4 March 2024"),
        ("forms", "Kind words Session feedback"),
    ],
)
def test_every_paper_of_a_session_is_printed(
    run: Run, session: Session, tmp_path: Path, paper: str, words: str
) -> None:
    out = tmp_path / f"{paper}.pdf"
    assert run("print", paper, "--session", session.id, "--out", out) == (0, f"{out}\n", "")
    assert words in whole_text(out.read_bytes())


def test_what_will_not_come_out_as_it_was_written_is_mentioned(
    run: Run, hall: Hall, session: Session, tmp_path: Path
) -> None:
    hall.pledge(session, "ᏣᎳᎩ", Show.NO_NAME)
    of = ("--session", session.id, "--out", tmp_path / "cards.pdf")
    code, _, err = run("print", "cards", *of)
    assert (code, err) == (0, "These characters can’t be printed: Ꮳ Ꮃ Ꭹ. In “ᏣᎳᎩ”.\n")


def test_a_programme_is_found_whatever_the_case(run: Run, session: Session, tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    code, _, err = run("print", "summary", "--programme", "LEADING with Care", "--out", out)
    assert (code, err) == (0, "")
    text = whole_text(out.read_bytes())
    assert text.startswith("Leading with care Summary · 4 March 2024")


def test_a_period_is_printed(run: Run, session: Session, tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    period = ("--from", "2024-03-01", "--to", "2024-03-31")
    assert (
        run("print", "summary", "--programme", "leading with care", *period, "--out", out)[0] == 0
    )
    assert "1 to 31 March 2024" in whole_text(out.read_bytes())


def test_blank_papers_need_no_session(run: Run, tmp_path: Path) -> None:
    for paper in ("slips", "forms"):
        out = tmp_path / f"{paper}.pdf"
        assert run("print", paper, "--out", out) == (0, f"{out}\n", "")
        assert out.stat().st_size > 1_000


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("cards",), "Name a session with --session"),
        (("cards", "--session", "nobody"), "There is no session nobody. “sessions” lists them"),
        (("cards", "--programme", "X"), "There is no programme X. There are: “Leading with care”."),
        (("cards", "--programme", "leading with care"), "There are no pledges to print yet."),
        (("register", "--programme", "leading with care"), "A register belongs to one session"),
        (("slips", "--from", "2024-03-01"), "--from and --to go with --programme."),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    code, out, err = run("print", *arguments, "--out", tmp_path / "x.pdf")
    assert (code, out) == (1, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()


def test_programmes_of_one_name_are_told_apart_by_id(
    run: Run, hall: Hall, session: Session, tmp_path: Path
) -> None:
    with hall.store.change("Save programme") as change:
        other = change.save(Programme(name="Leading with Care!"))
    out = tmp_path / "cards.pdf"
    code, _, err = run("print", "cards", "--programme", "leading with care", "--out", out)
    assert code == 1
    assert other.id in err
    assert hall.programme.id in err
    assert run("print", "cards", "--programme", hall.programme.id, "--out", out)[0] == 0
    assert run("print", "cards", "--programme", "Leading with care", "--out", out)[0] == 0


def test_a_place_that_cannot_be_written_is_named(
    run: Run, session: Session, tmp_path: Path
) -> None:
    out = tmp_path / "nowhere" / "cards.pdf"
    code, _, err = run("print", "cards", "--session", session.id, "--out", out)
    assert code == 1
    assert "nowhere is not there" in err


def test_feedback_that_is_still_collected_is_mentioned(
    run: Run, hall: Hall, session: Session, tmp_path: Path
) -> None:
    hall.collected(session, *rated("good"))
    out = tmp_path / "summary.pdf"
    code, said, err = run("print", "summary", "--session", session.id, "--out", out)
    assert (code, said) == (0, f"{out}\n")
    assert "still being collected" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("print", "posters", "--out", "x.pdf"),
        ("print", "cards"),
        ("print", "summary", "--programme", "x", "--from", "soon", "--out", "x.pdf"),
        ("print", "cards", "--session", "a", "--programme", "b", "--out", "x.pdf"),
    ],
)
def test_wrong_usage_is_told_apart(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2


def test_whole_data_is_as_it_should_be(run: Run, session: Session) -> None:
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert out == "7 records, everything is as it should be.\n"


def test_altered_data_is_named(run: Run, hall: Hall, session: Session) -> None:
    with hall.store.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE pledge SET text = 'I will shout.'")
        connection.commit()
    code, out, err = run("check")
    assert (code, out) == (1, "")
    assert "“pledge”" in err


def test_a_data_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["check"], ["print", "slips", "--out", str(tmp_path / "slips.pdf")]):
        assert main(["--data", str(tmp_path / "none.db"), *command]) == 1
        assert "There is no data file" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
