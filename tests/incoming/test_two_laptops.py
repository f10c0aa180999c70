"""Two laptops bring in two exports of one online form; after a merge all papers say the same 27."""

import csv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.feedback.form import default_form
from desktop.kinds import open_store
from desktop.programmes.actions import save_programme
from desktop.programmes.model import Programme
from desktop.reports.figures import figures_of_programme, figures_of_session
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.workspace.facts import read_facts
from tests.printing.reading import whole_text

DAY = date(2026, 3, 2)
MONDAY = [("Very good", "Agree", f"Words {n}" if n % 5 == 0 else "") for n in range(20)]
FRIDAY = [*MONDAY, *[("Good", "Strongly agree", "")] * 6, ("Fair", "Agree", "Too warm")]
HEADINGS = ["ID", "Start time", *(default_form().questions[n].words for n in (0, 2, 5))]


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    with closing(open_store(path)) as store:
        yield store


def export(path: Path, answers: list[tuple[str, str, str]]) -> Path:
    """Write what an online form exports, the latest answers first."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = [[n, f"02/03/2026 12:{n:02}", *row] for n, row in enumerate(answers)]
        csv.writer(file).writerows([HEADINGS, *reversed(rows)])
    return path


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Return a session that is planned in a data file that two laptops have a copy of."""
    with opened(tmp_path / "hall.db") as store, store.change("Plan") as change:
        programme = save_programme(change, Programme(name="Kindness"))
        planned = Session(programme=programme.id, title="Listening", date=DAY)
        kept = save_session(change, planned)
    (tmp_path / "office.db").write_bytes((tmp_path / "hall.db").read_bytes())
    return kept


def command(data: Path, *words: object) -> None:
    assert main([str(word) for word in ("--data", data, *words)]) == 0


def test_the_papers_say_27_after_a_merge(
    tmp_path: Path, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    hall, office = tmp_path / "hall.db", tmp_path / "office.db"
    for laptop, answers in ((hall, MONDAY), (office, FRIDAY)):
        listed = export(tmp_path / "export.csv", answers)
        command(laptop, "import", "feedback", listed, "--session", session.id)
    with opened(hall) as one, opened(office) as other:
        for _ in range(2):
            one.merge(other)
            other.merge(one)
    for laptop in (hall, office):
        pdf, listed = tmp_path / "summary.pdf", tmp_path / "feedback.csv"
        command(laptop, "print", "summary", "--session", session.id, "--out", pdf)
        command(laptop, "export", "feedback", "--session", session.id, "--out", listed)
        command(laptop, "check")
        said = whole_text(pdf.read_bytes())
        assert "Of 27 who answered, 20 (74%) said very good." in said
        assert said.count("Too warm") == said.count("Words 5") == 1
        with listed.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert [row for row in rows if "very good" in row and "20" in row]
        with opened(laptop) as store, store.read() as db:
            assert figures_of_session(db, session.id).forms == 27
            assert figures_of_programme(db, session.programme, DAY, DAY).forms == 27
            assert read_facts(db, None, session.id).forms == 27
