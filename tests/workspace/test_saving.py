from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.workspace.saving import file_name, make_folder, safe, write_paper
from tests.disks import full_disk
from tests.naughty import NAUGHTY


def test_a_file_says_when_it_was_of_what_and_what_it_is() -> None:
    name = file_name("2026-10-08", "Good conversations at home", "pledge cards")
    assert name == "2026-10-08 Good conversations at home – pledge cards.pdf"
    assert file_name("", "", "pledge slips") == "Pledge slips.pdf"


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ("CON", "CON – summary.pdf"),
        ("nul.txt", "Nul txt – summary.pdf"),
        ("What? <Who>: a/b\\c|*", "What Who a b c – summary.pdf"),
        ("../../etc/passwd", "Etc passwd – summary.pdf"),
        ("Ŵyth o’r gloch.", "Ŵyth o’r gloch – summary.pdf"),
    ],
)
def test_a_name_can_be_used_on_every_system(about: str, name: str) -> None:
    assert file_name("", about, "summary") == name


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_any_title_gives_a_file_that_can_be_written(text: str, tmp_path: Path) -> None:
    path = tmp_path / file_name("2026-10-08", text, "summary")
    write_paper(path, b"%PDF")
    assert path.read_bytes() == b"%PDF"
    assert path.parent == tmp_path
    assert len(path.name.encode()) < 255
    assert not set(safe(text)) & set('<>:"/\\|?*.\n\x00')


def test_a_paper_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    for pdf in (b"first", b"second"):
        write_paper(path, pdf)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("cards.pdf", b"second")]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere is not there"):
        write_paper(tmp_path / "nowhere" / "cards.pdf", b"%PDF")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    make_folder(tmp_path / "papers" / "of today")
    assert (tmp_path / "papers" / "of today").is_dir()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match="file"):
        make_folder(tmp_path / "file" / "papers")


def test_a_full_disk_leaves_the_paper_before_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    write_paper(path, b"first")
    with full_disk(), pytest.raises(UserError, match="no room left"):
        write_paper(path, b"second")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("cards.pdf", b"first")]


def test_a_folder_is_never_taken_for_a_file(tmp_path: Path) -> None:
    for path in (tmp_path, Path()):
        with pytest.raises(UserError, match="is not a file"):
            write_paper(path, b"%PDF")
