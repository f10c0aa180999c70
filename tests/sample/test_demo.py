from pathlib import Path

import pypdfium2
import pytest

from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.sample.demo import make


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(found.split())


def test_the_demo_prints_the_first_months_figures(tmp_path: Path) -> None:
    data_file, papers = make(tmp_path / "demo")
    assert data_file.is_file()
    cards, summary, register, tree = papers
    said = text_of(summary)
    assert "Of 271 who answered (of 412 who came), 247 (91%) said very good." in said
    assert "228 (84%) strongly agree" in said
    assert "230 (85%) would recommend" in said
    assert "48 here" in text_of(register)
    assert text_of(cards)
    assert "1,040 pledges" in text_of(tree)
    assert tree.name == "Intelligent kindness – tree.pdf"


def test_a_second_demo_keeps_what_was_done_in_the_first(tmp_path: Path) -> None:
    data_file, _ = make(tmp_path)
    before = data_file.stat().st_mtime_ns
    make(tmp_path)
    assert data_file.stat().st_mtime_ns == before


def test_another_data_file_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    open_store(tmp_path / "pledge-tree.db").close()
    with pytest.raises(UserError, match="is not the sample"):
        make(tmp_path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UserError, match="can’t be made"):
        make(tmp_path / "file" / "demo")
