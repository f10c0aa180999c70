import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desktop.errors import UserError
from desktop.store import schema, upgrading
from desktop.store.engine import connect, make_engine
from desktop.store.opening import version_of
from tests.store.laptops import NOON, add, contents, damage, laptop, names

OLD = Path(__file__).parent.parent / "databases" / "0001.sql"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A data file as the first version wrote it, with Siân and Anna in it."""
    path = tmp_path / "a.db"
    with closing(connect(path, "rwc")) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[sa.Connection]:
    engine = make_engine(tmp_path / "empty.db")
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def described(connection: sa.Connection) -> dict[str, object]:
    """Return what a database says of the store's own tables."""
    known = sa.inspect(connection)
    rows = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main'"
    without_rowid = {tuple(row) for row in connection.exec_driver_sql(rows)}
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in known.get_columns(name)],
            known.get_pk_constraint(name)["constrained_columns"],
            sorted((i["name"] or "", *i["column_names"]) for i in known.get_indexes(name)),
            known.get_unique_constraints(name),
            (name, 1) in without_rowid,
        )
        for name in schema.metadata.tables
    }


def test_all_steps_from_nothing_give_the_tables_of_this_version(
    empty: sa.Connection, tmp_path: Path
) -> None:
    upgrading.upgrade(empty)
    assert compare_metadata(MigrationContext.configure(empty), schema.metadata) == []
    assert upgrading.version_of(empty) == schema.VERSION
    with closing(laptop(tmp_path / "new.db")) as store, store.read() as db:
        assert described(empty) == described(db.connection)
        assert upgrading.version_of(db.connection) == schema.VERSION


def test_an_older_file_is_upgraded_after_a_verified_backup(old_file: Path) -> None:
    with closing(laptop(old_file)) as store:
        assert names(store) == ["Anna", "Siân"]
        assert store.check() == []
        add(store, "Bhavna")
        store.undo()
        store.undo()
        assert names(store) == ["Siân"]
        with store.read() as db:
            assert upgrading.version_of(db.connection) == schema.VERSION
    kept = old_file.with_name("a before the update 2026-03-02 120000Z.kept.db")
    assert version_of(kept) == "0001"
    with closing(laptop(kept)) as before:
        assert names(before) == ["Anna", "Siân"]


def test_an_upgraded_file_is_not_upgraded_again(old_file: Path) -> None:
    laptop(old_file).close()
    before = os.listdir(old_file.parent)
    with closing(laptop(old_file)) as store:
        assert len(contents(store)["person"]) == 2
    assert os.listdir(old_file.parent) == before


def test_a_damaged_older_file_is_left_as_it_was(old_file: Path) -> None:
    with closing(connect(old_file, "rw")) as connection:
        connection.execute("UPDATE revision SET body = replace(body, 'Anna', 'Hannah')")
    before = old_file.read_bytes()
    with pytest.raises(UserError, match="is damaged, so no backup was made"):
        laptop(old_file)
    assert old_file.read_bytes() == before
    assert version_of(old_file) == "0001"
    assert not list(old_file.parent.glob("* before the update *"))


def test_a_version_that_never_was_is_refused(old_file: Path) -> None:
    with closing(connect(old_file, "rw")) as connection:
        connection.execute("UPDATE meta SET value = '0000' WHERE key = 'schema'")
    with pytest.raises(UserError, match="never released"):
        laptop(old_file)


def test_a_file_of_this_version_needs_no_upgrade(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        damage(store, "UPDATE meta SET value = '0001' WHERE key = 'nothing'")
    assert upgrading.upgrade_file(tmp_path / "a.db", NOON).exists()
    with closing(laptop(tmp_path / "a.db")) as store:
        assert names(store) == []
