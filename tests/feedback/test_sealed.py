import os
import sys
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.feedback.sealed import ALL, SealedFile, UnreadableError, names_in


@pytest.fixture
def file(tmp_path: Path) -> SealedFile:
    return SealedFile(tmp_path / "boxes", "morning")


def damage(file: SealedFile, *endings: str) -> None:
    for ending in endings:
        path = file.path(ending)
        path.write_bytes(path.read_bytes()[:-7])


def listed(file: SealedFile) -> list[str]:
    return sorted(os.listdir(file.folder))


def test_what_was_written_is_read_and_cannot_be_seen(file: SealedFile) -> None:
    file.write(b"very good")
    assert SealedFile(file.folder, "morning").read() == b"very good"
    assert b"very good" not in file.path(".box").read_bytes()
    assert listed(file) == sorted("morning" + ending for ending in ALL)
    assert names_in(file.folder) == ["morning"]


def test_the_recovery_copy_is_always_equal(file: SealedFile) -> None:
    for text in (b"one", b"two", b"three"):
        file.write(text)
        assert file.path(".box").read_bytes() == file.path(".box-copy").read_bytes()
        assert file.path(".key").read_bytes() == file.path(".key-copy").read_bytes()


@pytest.mark.parametrize("ending", ALL)
def test_any_one_damaged_file_is_made_whole_again(file: SealedFile, ending: str) -> None:
    file.write(b"very good")
    damage(file, ending)
    assert SealedFile(file.folder, "morning").read() == b"very good"
    assert file.path(".box").read_bytes() == file.path(".box-copy").read_bytes()
    assert file.path(".key").read_bytes() == file.path(".key-copy").read_bytes()


@pytest.mark.parametrize("ending", ALL)
def test_any_one_missing_file_is_made_again(file: SealedFile, ending: str) -> None:
    file.write(b"very good")
    file.path(ending).unlink()
    assert file.exists
    assert SealedFile(file.folder, "morning").read() == b"very good"
    assert len(listed(file)) == 4


@pytest.mark.parametrize("endings", [(".box", ".box-copy"), (".key", ".key-copy")])
def test_what_nobody_can_read_is_kept_aside(file: SealedFile, endings: tuple[str, ...]) -> None:
    file.write(b"very good")
    damage(file, *endings)
    with pytest.raises(UnreadableError):
        SealedFile(file.folder, "morning").read()
    aside = file.put_aside()
    assert aside.name == "morning.box-damaged-1"
    assert len(listed(file)) == 4
    assert names_in(file.folder) == []
    file.write(b"again")
    assert file.put_aside().name == "morning.box-damaged-2"


def test_destroying_leaves_nothing(file: SealedFile) -> None:
    file.write(b"very good")
    file.destroy()
    assert not file.folder.exists()
    file.destroy()


def test_each_file_has_a_key_of_its_own(file: SealedFile) -> None:
    file.write(b"very good")
    first = file.path(".key").read_bytes()
    file.destroy()
    file.write(b"very good")
    assert file.path(".key").read_bytes() != first


def test_destroying_overwrites_the_key(file: SealedFile) -> None:
    file.write(b"very good")
    with file.path(".key").open("rb") as still_open:
        if sys.platform == "win32":
            return
        file.destroy()
        assert set(still_open.read()) == {0}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
@pytest.mark.parametrize("ending", [".box.part", ".box-copy.part"])
def test_a_full_disk_leaves_the_old_file(file: SealedFile, ending: str) -> None:
    file.write(b"very good")
    file.path(ending).symlink_to("/dev/full")
    with pytest.raises(UserError, match="The disk is full"):
        file.write(b"very good, good")
    assert SealedFile(file.folder, "morning").read() == b"very good"
    file.write(b"very good, good")
    assert SealedFile(file.folder, "morning").read() == b"very good, good"
    assert len(listed(file)) == 4


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(file: SealedFile) -> None:
    file.folder.write_text("in the way")
    with pytest.raises(UserError, match="can’t be used, so this was not saved"):
        file.write(b"very good")


@pytest.mark.skipif(os.name != "posix", reason="needs the permissions of POSIX")
def test_nobody_else_may_read_it(file: SealedFile) -> None:
    file.write(b"very good")
    assert {path.stat().st_mode & 0o077 for path in file.folder.iterdir()} == {0}
