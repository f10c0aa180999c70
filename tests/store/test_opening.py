import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.errors import UserError
from tests.store.laptops import add, damage, laptop, names


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """A data file with one person in it."""
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Siân")
    return tmp_path / "a.db"


def refused(path: Path) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(UserError) as caught:
        laptop(path)
    return str(caught.value)


def test_a_new_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        assert names(store) == []
        assert store.check() == []


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with closing(laptop(tmp_path / "a.db")) as store:
        assert names(store) == []


def test_a_start_that_was_killed_before_it_wrote_is_a_new_one(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    with closing(laptop(tmp_path / "a.db")) as store:
        assert names(store) == []


def test_no_empty_file_takes_the_place_of_one_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a.db-wal").write_bytes(b"what was saved last")
    assert "is gone, but a part of it is left" in refused(tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "gone") in refused(tmp_path / "gone" / "a.db")


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 " * 500, b"text", b"SQLite format 3\x00", b"\0" * 5000]
)
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    assert "is not a Pledge Tree data file" in refused(path)
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["a.db"]


@pytest.mark.parametrize("table", ["bookmarks (url)", "meta (key, value)"])
def test_the_database_of_another_program_is_refused_and_left_alone(
    tmp_path: Path, table: str
) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE {table}")
    before = path.read_bytes()
    assert "belongs to another program" in refused(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.db"]


def test_a_file_from_a_newer_version_is_refused_and_left_alone(data_file: Path) -> None:
    with closing(laptop(data_file)) as store:
        damage(store, "UPDATE meta SET value = '9999' WHERE key = 'schema'")
    before = data_file.read_bytes()
    assert "from a newer Pledge Tree" in refused(data_file)
    assert data_file.read_bytes() == before


def test_a_record_that_was_altered_is_damage(data_file: Path) -> None:
    with closing(laptop(data_file)) as store:
        damage(store, "UPDATE revision SET body = replace(body, 'Siân', 'Sion')")
    assert "is damaged" in refused(data_file)


def test_a_text_that_is_none_is_damage(data_file: Path) -> None:
    with closing(laptop(data_file)) as store:
        damage(store, "UPDATE revision SET body = CAST(x'7bff' AS TEXT)")
    assert "is damaged" in refused(data_file)


def test_a_file_cut_short_or_overwritten_is_damage(data_file: Path) -> None:
    whole = data_file.read_bytes()
    data_file.write_bytes(whole[: len(whole) // 2])
    assert "is damaged" in refused(data_file)
    data_file.write_bytes(whole[:4096] + b"\xff" * 40_000 + whole[44_096:])
    assert "is damaged" in refused(data_file)


def test_one_unreadable_record_keeps_no_file_from_opening(data_file: Path) -> None:
    from desktop.store.revisions import insert, new_revision

    with closing(laptop(data_file)) as store, store.engine.begin() as connection:
        odd = new_revision("odd", "person", "x", 1, 1, '{"given":7}', ())
        insert(connection, [odd])
    with closing(laptop(data_file)) as store:
        store.rebuild()
        assert names(store) == ["Siân"]


def test_alembic_is_not_loaded_to_open_a_file_of_this_version(data_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from desktop.kinds import open_store; "
        f"open_store(Path({str(data_file)!r})).close(); "
        "print([m for m in sys.modules if m.split('.')[0] in ('alembic', 'mako', 'PySide6')])"
    )
    assert said_by(code) == "[]"


def said_by(code: str) -> str:
    """Return what a program prints that runs beside this one."""
    command = [sys.executable, "-W", "error", "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@contextmanager
def held_back(path: Path, mode: int) -> Iterator[None]:
    """Give a data file and its folder a mode for a while."""
    path.chmod(mode & 0o666)
    path.parent.chmod(mode)
    try:
        yield
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)


NOBODY = 65534
READ_ONLY = "The data file can’t be written. Check that the file and its folder are not read-only."
OPEN_AS_NOBODY = """
import os
from pathlib import Path
from desktop.errors import UserError
from desktop.kinds import open_store
open_store(Path({warm!r})).close()  # loads all that nobody may not read
if os.geteuid() == 0:
    os.seteuid({nobody})
try:
    open_store(Path({path!r})).close()
except UserError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        (0o555, READ_ONLY),
        (0o755, READ_ONLY),
        (0o000, "Nothing can be written in {folder}. Choose another folder."),
    ],
)
def test_a_file_that_may_not_be_written_is_refused_in_one_sentence(
    mode: int, sentence: str
) -> None:
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder, "data", "a.db")
        path.parent.mkdir()
        laptop(path).close()
        with held_back(path, mode):
            said = said_by(
                OPEN_AS_NOBODY.format(path=str(path), warm=f"{folder}/warm.db", nobody=NOBODY)
            )
    assert said == sentence.format(folder=path.parent)
