from datetime import date
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.pledges.model import Show
from desktop.progress import Cancelled, Progress
from desktop.workspace.making import MAKERS
from desktop.workspace.papers import (
    OF_A_SESSION,
    PAPERS,
    OfProgramme,
    OfSession,
    make_paper,
    paper_file_name,
    save_papers,
)
from tests.printing.reading import whole_text
from tests.reports.hall import Hall, rated


def test_every_paper_can_be_made() -> None:
    assert PAPERS.keys() == MAKERS.keys()
    assert [paper.key for paper in PAPERS.values() if paper.blank] == ["slips", "forms"]
    assert set(OF_A_SESSION) <= PAPERS.keys()


def test_files_are_called_by_day_session_and_paper(hall: Hall) -> None:
    session = hall.session(title="Good conversations: at home?")
    whole = OfProgramme(hall.programme.id)
    month = OfProgramme(hall.programme.id, date(2024, 3, 1), date(2024, 3, 31))
    with hall.store.read() as db:
        names = [
            paper_file_name(db, "cards", OfSession(session.id)),
            paper_file_name(db, "summary", whole),
            paper_file_name(db, "summary", month),
            paper_file_name(db, "forms", None),
        ]
    assert names == [
        "2024-03-04 Good conversations at home – pledge cards.pdf",
        "Leading with care – summary.pdf",
        "2024-03-01 – 2024-03-31 Leading with care – summary.pdf",
        "Feedback forms.pdf",
    ]


def test_finishing_saves_what_there_is_in_one_folder(hall: Hall, tmp_path: Path) -> None:
    session = hall.session(title="Kind words")
    hall.came(session, "Nurse", "Nurse", "Porter")
    folder = tmp_path / "papers" / "March"
    with hall.store.read() as db:
        saved = save_papers(db, None, session.id, folder)
    assert [path.name for path in saved] == [
        "2024-03-04 Kind words – summary.pdf",
        "2024-03-04 Kind words – register.pdf",
    ]
    hall.pledge(session, "I will sing.", Show.FIRST_NAME, "Eirlys")
    box = hall.collected(session, *rated("good", 5))
    with hall.store.read() as db:
        saved = save_papers(db, box, session.id, folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in saved)
    assert len(saved) == 4
    texts = {path.stem.split(" – ")[1]: whole_text(path.read_bytes()) for path in saved}
    assert "I will sing." in texts["pledge cards"]
    assert "5 gave feedback" in texts["summary"]
    assert "Ó Neill, Mairi" in texts["register"]


def test_a_folder_that_cannot_be_written_is_named(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    (tmp_path / "file").write_text("in the way")
    with hall.store.read() as db, pytest.raises(UserError, match="file"):
        save_papers(db, None, session.id, tmp_path / "file")


def test_stopping_saves_nothing(hall: Hall, tmp_path: Path) -> None:
    session = hall.session()
    progress = Progress()
    progress.stop()
    with hall.store.read() as db, pytest.raises(Cancelled):
        save_papers(db, None, session.id, tmp_path / "papers", progress=progress)
    assert not (tmp_path / "papers").exists()


def test_the_same_rows_give_the_same_bytes(hall: Hall) -> None:
    session = hall.session()
    hall.pledge(session, "I will sing.", Show.FIRST_NAME, "Eirlys")
    hall.came(session, "Nurse")
    with hall.store.read() as db:
        for key in PAPERS:
            scope = OfSession(session.id)
            assert make_paper(db, None, key, scope) == make_paper(db, None, key, scope)
