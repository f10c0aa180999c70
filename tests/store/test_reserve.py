from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.reserve import LOW, SIZE, Reserve
from desktop.store.store import Store
from tests.journeys.disks import can_mount, fill_up, small_disk
from tests.store.laptops import add, laptop, names

own_disk = pytest.mark.skipif(not can_mount(), reason="may not mount a disk")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    with small_disk(folder, "32m"):
        yield folder


def add_many(store: Store) -> None:
    with store.change("Add people") as change:
        change.save_all([Person(given="A long name " * 20) for _ in range(500)])


@own_disk
def test_the_last_work_is_saved_on_a_full_disk(disk: Path) -> None:
    with closing(laptop(disk / "hall.db")) as store:
        store.reserve.renew()
        free_again = fill_up(disk)
        add_many(store)
        assert (store.reserve.spent, store.reserve.path.exists()) == (True, False)
        free_again()
        store.reserve.renew()
        assert (store.reserve.spent, store.reserve.path.stat().st_size) == (False, SIZE)
        assert store.check() == []


@own_disk
def test_without_a_reserve_a_full_disk_refuses_and_loses_nothing(disk: Path) -> None:
    with closing(laptop(disk / "hall.db")) as store:
        add(store, "Anna")
        fill_up(disk)
        with pytest.raises(UserError, match="The disk is full"):
            add_many(store)
        assert names(store) == ["Anna"]


@own_disk
def test_no_room_is_laid_aside_where_there_is_little(disk: Path) -> None:
    (disk / "films").write_bytes(bytes(20 * 2**20))
    reserve = Reserve(disk / "hall.db")
    reserve.renew()
    assert list(disk.iterdir()) == [disk / "films"]


def test_with_room_enough_the_reserve_stays(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "hall.db")
    reserve.renew()
    reserve.release()
    assert (reserve.path.stat().st_size, reserve.spent) == (SIZE, False)
    assert LOW < SIZE


def test_a_folder_that_can_not_be_written_is_no_trouble(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "gone" / "hall.db")
    reserve.renew()
    reserve.release()
    assert not reserve.spent
