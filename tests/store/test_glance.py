import threading
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.glance import Glance, Glances
from desktop.store.store import Store
from tests.store.laptops import add, remove, rename

COUNT = "SELECT count(*) FROM person WHERE given = :given"


def test_a_glance_and_a_read_see_the_same_records(store: Store) -> None:
    siân = add(store, "Siân", large_print=True)
    add(store, "Morag")
    with store.glance() as glance, store.read() as db:
        readers: tuple[Glance, ...] = (glance, db)
        for reader in readers:
            assert reader.get(Person, siân.id) == siân
            assert reader.need(Person, siân.id) == siân
            assert reader.records(Person, "WHERE large_print ORDER BY sort") == [siân]
            assert [tuple(row) for row in reader.query(COUNT, given="Siân")] == [(1,)]
            assert reader.records(Person, "WHERE given = :given", given="'; --") == []


def test_what_is_gone_is_said(store: Store) -> None:
    siân = add(store, "Siân")
    remove(store, siân)
    with store.glance() as glance:
        assert glance.get(Person, siân.id) is None
        with pytest.raises(UserError, match="deleted in the meantime"):
            glance.need(Person, siân.id)


def test_a_glance_is_at_one_state(store: Store) -> None:
    siân = add(store, "Sian")
    with store.glance() as glance:
        before = glance.get(Person, siân.id)
        rename(store, siân, "Siân")
        assert glance.get(Person, siân.id) == before
    with store.glance() as glance:
        assert glance.query(COUNT, given="Siân")[0][0] == 1


def test_threads_take_turns(store: Store) -> None:
    siân = add(store, "Siân")
    seen: list[Person | None] = []

    def look() -> None:
        for _ in range(50):
            with store.glance() as glance:
                seen.append(glance.get(Person, siân.id))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [siân] * 200


def test_nothing_a_glance_might_write_is_kept(store: Store) -> None:
    siân = add(store, "Siân")
    with store.glance("IMMEDIATE") as glance:
        glance.query("DELETE FROM person")
    with store.glance() as glance:
        assert glance.get(Person, siân.id) == siân


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, store: Store) -> None:
    with pytest.raises(Exception, match="unable to open"):
        Glances(tmp_path / "gone.db")
    assert not (tmp_path / "gone.db").exists()


def test_folding_the_log_leaves_all_in_the_data_file(store: Store) -> None:
    add(store, "Siân")
    store.close()
    log = store.path.with_name(store.path.name + "-wal")
    assert not log.exists() or not log.stat().st_size
