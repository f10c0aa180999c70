from contextlib import closing
from pathlib import Path

from desktop.people.model import Person
from desktop.store.deleted import deleted
from desktop.store.engine import connect
from tests.store.laptops import laptop, remove
from tests.store.test_upgrading import OLD


def test_what_is_deleted_from_an_old_file_is_found(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "a.db", "rwc")) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
    with closing(laptop(tmp_path / "a.db")) as store:
        with store.read() as db:
            anna = next(one for one in db.find(Person) if one.given == "Anna")
        remove(store, anna)
        with store.read() as db:
            assert [one.record for one in deleted(db, [Person])] == [anna]
