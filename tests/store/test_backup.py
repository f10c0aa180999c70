import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.backup import list_backups, make_backup, prune, restore_backup
from desktop.store.store import Store
from tests.store.laptops import (
    NOON,
    add,
    contents,
    damage,
    get,
    heads,
    laptop,
    names,
    remove,
    rename,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick to put backups on."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def files(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_a_backup_is_a_whole_data_file(store: Store, stick: Path) -> None:
    add(store, "Siân")
    backup = make_backup(store, stick, NOON)
    assert files(stick) == ["pledge-tree 2026-03-02 120000Z.db"]
    assert (backup.made, backup.size) == (NOON, backup.path.stat().st_size)
    with closing(laptop(backup.path)) as copy:
        assert contents(copy) == contents(store)
        assert heads(copy) == heads(store)
        assert copy.check() == []


def test_a_backup_holds_no_unfinished_typing_and_nothing_deleted(store: Store, stick: Path) -> None:
    store.keep_draft("pledge", "unfinished words")
    store.keep_draft("note", "forgotten words")
    store.keep_draft("note", "")
    content = make_backup(store, stick, NOON).path.read_bytes()
    assert b"unfinished words" not in content
    assert b"forgotten words" not in content
    assert store.draft("pledge") == "unfinished words"


def replace_by_older(path: Path, older: bytes) -> None:
    new = path.with_name("older")
    new.write_bytes(older)
    new.replace(path)


@pytest.mark.parametrize("gone", ["deleted", "moved", "replaced"])
def test_the_last_work_goes_into_a_backup_though_the_file_was_taken_away(
    tmp_path: Path, stick: Path, gone: str
) -> None:
    path = tmp_path / "hall.db"
    with closing(laptop(path)) as store:
        add(store, "Siân")
    older = path.read_bytes()
    with closing(laptop(path)) as store:
        add(store, "Anna")
        if gone == "deleted":
            path.unlink()
        elif gone == "moved":
            path.rename(tmp_path / "elsewhere.db")
        else:
            replace_by_older(path, older)
        assert store.is_moved()
        with pytest.raises(UserError, match="goes into a backup when you close"):
            add(store, "Never")
        backup = make_backup(store, stick, NOON)
    with closing(laptop(backup.path)) as copy:
        assert names(copy) == ["Anna", "Siân"]
        assert copy.check() == []


def test_a_backup_is_made_while_somebody_saves(store: Store, stick: Path) -> None:
    add(store, "Siân")
    with store.change("Add person") as change:
        change.save(Person(given="Later"))
        backup = make_backup(store, stick, NOON)
    with closing(laptop(backup.path)) as copy:
        assert names(copy) == ["Siân"]


def test_two_backups_in_one_second_are_two_files(store: Store, stick: Path) -> None:
    first, second = (make_backup(store, stick, NOON) for _ in range(2))
    assert [backup.path for backup in list_backups(stick)] == [second.path, first.path]
    assert files(stick) == [first.path.name, second.path.name]


def test_a_file_that_is_not_whole_gives_no_backup(store: Store, stick: Path) -> None:
    add(store, "Siân")
    damage(store, "UPDATE revision SET body = replace(body, 'Siân', 'Sion')")
    with pytest.raises(UserError, match="is damaged, so no backup was made"):
        make_backup(store, stick, NOON)
    assert files(stick) == []


def test_a_stick_that_was_taken_out_is_named(store: Store, stick: Path) -> None:
    stick.rmdir()
    with pytest.raises(UserError) as caught:
        make_backup(store, stick, NOON)
    assert str(caught.value) == (
        f"{stick} is not there. Plug the stick or disk in, or choose another folder."
    )
    assert list_backups(stick) == []
    assert prune(stick, NOON) == []


def test_what_a_killed_backup_left_is_tidied_and_never_listed(store: Store, stick: Path) -> None:
    (stick / "pledge-tree 2026-03-01 090000Z.db.part").write_bytes(b"half")
    (stick / "pledge-tree 2026-03-01 090000Z.db.part-journal").write_bytes(b"half")
    (stick / "pledge-tree 2026-02-30 090000Z.db").write_bytes(b"no such day")
    (stick / "holiday.jpg").write_bytes(b"")
    assert list_backups(stick) == []
    backup = make_backup(store, stick, NOON)
    assert list_backups(stick) == [backup]
    assert len(files(stick)) == 3


def touch(folder: Path, of: str, *made: datetime) -> None:
    for time in made:
        (folder / f"{of} {time.astimezone(UTC):%Y-%m-%d %H%M%SZ}.db").touch()


def test_old_backups_thin_out_by_age(tmp_path: Path) -> None:
    every_two_hours = [NOON - timedelta(hours=2 * number) for number in range(12 * 500)]
    touch(tmp_path, "pledge-tree", *every_two_hours)
    prune(tmp_path, NOON)
    made = [backup.made.astimezone(UTC) for backup in list_backups(tmp_path)]
    days_old = [(NOON.date() - time.date()).days for time in made]
    assert days_old[:5] == [0] * 5
    assert days_old[5:11] == [1, 2, 3, 4, 5, 6]
    assert days_old[11:14] == [8, 15, 22]
    assert [(time.year, time.month) for time in made[14:]] == [
        (2026, 1),
        *((2025, month) for month in range(12, 3, -1)),
    ]
    assert prune(tmp_path, NOON) == []


def test_the_last_backup_stays_however_old_and_one_from_the_future_too(tmp_path: Path) -> None:
    touch(tmp_path, "old", NOON - timedelta(days=4000), NOON - timedelta(days=4001))
    touch(tmp_path, "new", NOON + timedelta(days=3), NOON + timedelta(days=4))
    (removed,) = prune(tmp_path, NOON)
    assert removed.name.startswith("old 2015-03-")
    assert len(files(tmp_path)) == 3


def test_a_restore_brings_back_what_was_there_and_keeps_the_old_file(tmp_path: Path) -> None:
    path, stick = tmp_path / "a.db", tmp_path / "stick"
    stick.mkdir()
    with closing(laptop(path)) as store:
        siân = add(store, "Siân")
        backup = make_backup(store, stick, NOON)
        before = contents(store)
        remove(store, siân)
    kept = restore_backup(backup.path, path, NOON)
    assert kept is not None
    assert files(tmp_path) == ["a before restore 2026-03-02 120000Z.kept.db", "a.db", "stick"]
    with closing(laptop(path)) as restored, closing(laptop(kept)) as old:
        assert contents(restored) == before
        assert names(old) == []
        assert restored.device != old.device
        restored.merge(old)
        assert get(restored, siân) is None
        assert restored.check() == []


def test_a_left_over_log_does_not_undo_the_restore(tmp_path: Path) -> None:
    path, stick = tmp_path / "a.db", tmp_path / "stick"
    stick.mkdir()
    with closing(laptop(path)) as store:
        siân = add(store, "Siân")
        backup = make_backup(store, stick, NOON)
        rename(store, siân, "Sian")
        crashed = {name: (tmp_path / name).read_bytes() for name in ("a.db", "a.db-wal")}
    for name, content in crashed.items():
        (tmp_path / name).write_bytes(content)
    kept = restore_backup(backup.path, path, NOON)
    with closing(laptop(path)) as restored:
        assert names(restored) == ["Siân"]
    assert kept is not None
    with closing(laptop(kept)) as old:
        assert names(old) == ["Sian"]


def test_a_restore_where_there_is_no_file_yet(store: Store, tmp_path: Path) -> None:
    add(store, "Siân")
    backup = make_backup(store, tmp_path, NOON)
    assert restore_backup(backup.path, tmp_path / "new.db") is None
    with closing(laptop(tmp_path / "new.db")) as restored:
        assert names(restored) == ["Siân"]


@pytest.mark.parametrize("spoil", ["body", "cut", "other"])
def test_a_backup_that_is_not_whole_replaces_nothing(tmp_path: Path, spoil: str) -> None:
    path = tmp_path / "a.db"
    with closing(laptop(path)) as store:
        add(store, "Siân")
        backup = make_backup(store, tmp_path, NOON).path
    whole, before = backup.read_bytes(), path.read_bytes()
    spoilt = {
        "body": whole.replace("Siân".encode(), "Sién".encode()),
        "cut": whole[: len(whole) // 2],
        "other": b"%PDF-1.7" * 1000,
    }
    backup.write_bytes(spoilt[spoil])
    with pytest.raises(UserError, match="is not whole"):
        restore_backup(backup, path, NOON)
    assert path.read_bytes() == before
    assert files(tmp_path) == [backup.name, "a.db"]


def test_a_backup_that_is_gone_replaces_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        restore_backup(tmp_path / "gone.db", tmp_path / "a.db")
    assert files(tmp_path) == []
