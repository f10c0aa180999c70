import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver

from desktop.errors import UserError
from desktop.store.backup import make_backup
from desktop.store.engine import check_driver, connect, make_reader, plain_errors
from tests.store.laptops import NOON, add, damage, laptop, names, rename


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """A data file with one person in it."""
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Siân")
    return tmp_path / "a.db"


def test_a_file_that_another_program_writes_to_is_busy(data_file: Path) -> None:
    with closing(laptop(data_file)) as store, closing(connect(data_file, "rw")) as elsewhere:
        damage(store, "PRAGMA busy_timeout=20")
        elsewhere.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="busy"):
            add(store, "Anna")
        elsewhere.execute("ROLLBACK")
        add(store, "Bhavna")
        assert names(store) == ["Bhavna", "Siân"]


def test_a_full_disk_loses_only_what_is_being_saved(data_file: Path) -> None:
    with closing(laptop(data_file)) as store:
        anna = add(store, "Anna")
        with store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(UserError, match="The disk is full, so this was not saved"):
            rename(store, anna, "A" * 100_000)
        assert names(store) == ["Anna", "Siân"]
        damage(store, "PRAGMA max_page_count=1000000")
        rename(store, anna, "Anne")
        assert names(store) == ["Anne", "Siân"]
        assert store.check() == []


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a disk of one megabyte, where this may be made."""
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_loses_only_what_is_being_saved(tmp_path: Path) -> None:
    with small_disk(tmp_path) as folder, closing(laptop(folder / "a.db")) as store:
        siân = add(store, "Siân")
        filler = folder / "holiday.mov"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        with pytest.raises(UserError, match="The disk is full, so this was not saved"):
            rename(store, siân, "A" * 100_000)
        assert names(store) == ["Siân"]
        with pytest.raises(UserError, match="no room left"):
            make_backup(store, folder, NOON)
        assert sorted(os.listdir(folder)) == ["a.db", "a.db-shm", "a.db-wal", "holiday.mov"]
        filler.unlink()
        rename(store, siân, "Sian")
        assert store.check() == []


def test_this_computers_database_part_is_new_enough() -> None:
    check_driver()


def test_a_data_file_has_the_settings_that_lose_nothing(data_file: Path) -> None:
    with closing(laptop(data_file)) as store, store.read() as db:
        settings = {
            name: db.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("synchronous", "journal_mode", "secure_delete", "trusted_schema")
        }
    assert settings == {
        "synchronous": 3,
        "journal_mode": "wal",
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_looking_at_a_file_changes_nothing(data_file: Path) -> None:
    before = data_file.read_bytes()
    engine = make_reader(data_file)
    connection = engine.connect()
    with connection, pytest.raises(sa.exc.OperationalError, match="readonly"):
        connection.exec_driver_sql("DELETE FROM person")
    assert data_file.read_bytes() == before


def test_what_is_not_expected_is_a_mistake_and_not_a_sentence() -> None:
    with pytest.raises(KeyError), plain_errors():
        raise KeyError
    with pytest.raises(sa.exc.OperationalError, match="no such table"), plain_errors():
        look_into_nothing()


def look_into_nothing() -> None:
    with sa.create_engine("sqlite://", module=driver).connect() as connection:
        connection.exec_driver_sql("SELECT * FROM nobody")
