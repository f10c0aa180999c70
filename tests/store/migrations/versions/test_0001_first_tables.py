from contextlib import closing
from pathlib import Path

from desktop.store.engine import connect
from desktop.store.opening import version_of
from tests.store.test_upgrading import OLD


def test_the_first_version_is_known_by_its_tables(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "a.db", "rwc")) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    assert version_of(tmp_path / "a.db") == "0001"
