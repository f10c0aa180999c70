"""Asking where a file is to be saved, and before another file is written over."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.files import ask_for_file, may_replace, with_ending
from tests.ui.hands import answer_question, answer_where


def ask(proposal: Path, name: str, then: Sequence[str] = ()) -> Path | None:
    parent = QWidget()
    QTimer.singleShot(0, lambda: answer_where(name, then))
    found = ask_for_file(parent, "Save", proposal, "CSV files (*.csv)")
    parent.deleteLater()
    return found


def test_the_file_that_is_named_is_returned(qapp: QApplication, tmp_path: Path) -> None:
    assert ask(tmp_path / "people.csv", "staff.csv") == tmp_path / "staff.csv"
    assert ask(tmp_path / "people.csv", "") is None


def test_a_folder_that_is_gone_gives_way_to_the_one_above(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert ask(tmp_path / "gone" / "deeper" / "a.csv", "b.csv") == tmp_path / "b.csv"


def test_a_file_whose_ending_nobody_typed_is_not_written_over_unasked(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert ask(tmp_path / "people.csv", "staff") == tmp_path / "staff.csv"
    (tmp_path / "staff.csv").write_text("mine")
    assert ask(tmp_path / "people.csv", "staff", ("Keep it",)) is None
    assert ask(tmp_path / "people.csv", "staff", ("Replace it",)) == tmp_path / "staff.csv"


def test_all_files_that_are_there_are_named(qapp: QApplication, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a 1.png", "a 2.png", "a 3.png")]
    parent = QWidget()
    assert may_replace(parent, files)
    for file in files[:2]:
        file.write_text("mine")
    said: list[str] = []
    QTimer.singleShot(0, lambda: answer_question("Keep them", said))
    assert not may_replace(parent, files)
    assert "a 1.png, a 2.png are there already." in said
    parent.deleteLater()


@pytest.mark.parametrize(
    ("name", "ending", "found"),
    [("tree", "pdf", "tree.pdf"), ("tree.PDF", "pdf", "tree.PDF"), ("a.b", "svg", "a.b.svg")],
)
def test_an_ending_is_added_where_it_is_missing(name: str, ending: str, found: str) -> None:
    assert with_ending(Path(name), ending) == Path(found)
