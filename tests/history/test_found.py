from pathlib import Path

from desktop.history.found import backups_in, looked_into, readable
from desktop.store.backup import own_folder
from tests.pledges.evening import Evening


def test_backups_of_every_place_stand_by_time_with_what_they_hold(
    evening: Evening, backups: list[Path]
) -> None:
    path = evening.store.path
    found = backups_in([own_folder(path), backups[-1].parent, path.parent / "gone"], path)
    assert [one.path for one in found] == backups[::-1]
    looked = list(looked_into(found, path))
    assert [one.holds.counts["pledge"] for one in looked] == [2, 1, 0]
    assert [dict(one.loses) for one in looked] == [
        {"Make pledge": 1},
        {"Make pledge": 2},
        {"Make pledge": 3},
    ]
    assert [one.here for one in looked] == [False, True, True]


def test_another_files_backups_are_not_offered(evening: Evening, backups: list[Path]) -> None:
    other = evening.store.path.with_name("other.db")
    assert backups_in([path.parent for path in backups], other) == []


def test_without_a_data_file_nothing_more_is_lost(evening: Evening, backups: list[Path]) -> None:
    path = evening.store.path
    evening.store.close()
    path.unlink()
    found = list(looked_into(backups_in([own_folder(path)], path), path))
    assert [dict(one.loses) for one in found] == [{}, {}]
    assert readable(path).counts == {}
