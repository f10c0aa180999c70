import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.opening import prepare, sample_beside
from desktop.people.model import Person
from desktop.preferences import Preferences, read_preferences, write_preferences

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps out in another way")


def test_a_first_start_makes_the_folder_and_the_data_file(tmp_path: Path) -> None:
    opened = prepare(tmp_path / "new" / "data.db")
    assert opened.store.check() == []
    opened.store.close()
    opened.holding.close()


def test_a_second_window_on_the_same_file_is_told_so(tmp_path: Path) -> None:
    first = prepare(tmp_path / "data.db")
    with pytest.raises(UserError, match="another window"):
        prepare(tmp_path / "data.db")
    first.store.close()
    first.holding.close()
    again = prepare(tmp_path / "data.db")
    again.store.close()
    again.holding.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UserError):
        prepare(tmp_path / "file" / "data.db")


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04" * 400, bytes(5000)])
def test_a_file_of_another_program_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data.db"
    path.write_bytes(content)
    with pytest.raises(UserError):
        prepare(path)
    assert path.read_bytes() == content


def test_the_sample_is_built_beside_the_own_data_once_and_in_the_same_look(tmp_path: Path) -> None:
    own = tmp_path / "data.db"
    write_preferences(own, Preferences(theme="dark"))
    sample = sample_beside(own)
    assert read_preferences(sample).theme == "dark"
    built = sample.stat().st_mtime_ns
    assert sample_beside(own) == sample
    assert sample.stat().st_mtime_ns == built


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody without rights for a while; only root has to become so."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def open_and_save(path: Path) -> None:
    """Open a data file, which reading it may allow, and save something."""
    opened = prepare(path)
    try:
        with opened.store.change("Add person") as change:
            change.save(Person(given="Siân"))
    finally:
        opened.store.close()
        opened.holding.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody gets to, unlike that of a test."""
    with tempfile.TemporaryDirectory() as made:
        os.chmod(made, 0o777)
        yield Path(made)
        os.chmod(made, 0o777)


@on_posix
def test_a_folder_that_may_not_be_looked_into_is_said(folder: Path) -> None:
    folder.chmod(0)
    with as_nobody(), pytest.raises(UserError, match="Nothing can be written in"):
        prepare(folder / "data.db")


@on_posix
@pytest.mark.parametrize("mode", [0o444, 0])
def test_a_file_that_may_not_be_written_is_said_and_left_alone(folder: Path, mode: int) -> None:
    path = folder / "data.db"
    open_and_save(path)
    path.with_name("data.db.lock").chmod(0o666)
    before = path.read_bytes()
    path.chmod(mode)
    with as_nobody(), pytest.raises(UserError, match=r"can’t be (written|opened)"):
        open_and_save(path)
    assert path.read_bytes() == before
