from contextlib import closing
from datetime import timedelta
from pathlib import Path

from desktop.attendance.model import Attendance
from desktop.people.model import Person
from desktop.store.backup import make_backup, restore_backup
from desktop.store.contents import Contents, contents_of, holds_later_work, taken_away
from desktop.store.record import Record
from desktop.store.store import Store
from desktop.store.undo import ASIDE
from tests.store.laptops import NOON, add, check_in, laptop

KINDS: dict[str, type[Record]] = {"person": Person, "attendance": Attendance}


def read(path: Path) -> Contents:
    return contents_of(path, KINDS)


def test_a_backup_says_what_it_holds_and_what_going_back_takes_away(
    store: Store, tmp_path: Path
) -> None:
    siân = add(store, "Siân")
    backup = read(make_backup(store, tmp_path, NOON).path)
    assert (backup.counts, backup.last, backup.whole) == (
        {"person": 1, "attendance": 0},
        NOON,
        True,
    )
    check_in(store, siân)
    add(store, "Anna")
    add(store, "Bhavna")
    now = read(store.path)
    assert taken_away(now, backup) == {"Check in": 1, "Add person": 2}
    assert taken_away(backup, backup) == {}


def test_what_the_app_did_of_itself_is_no_step_that_going_back_takes_away(
    store: Store, tmp_path: Path
) -> None:
    backup = read(make_backup(store, tmp_path, NOON).path)
    with store.change("Grow the tree", undoes=ASIDE) as change:
        change.save(Person(given="Siân"))
    assert taken_away(read(store.path), backup) == {}
    add(store, "Anna")
    assert taken_away(read(store.path), backup) == {"Add person": 1}


def test_what_was_undone_is_not_taken_away_and_what_was_done_again_is(
    store: Store, tmp_path: Path
) -> None:
    add(store, "Siân")
    early = read(make_backup(store, tmp_path, NOON).path)
    add(store, "Anna")
    store.undo()
    assert taken_away(read(store.path), early) == {}
    store.redo()
    assert taken_away(read(store.path), early) == {"Add person": 1}
    store.undo()
    store.undo()  # this one is in the backup
    assert taken_away(read(store.path), early) == {"Undone: Add person": 1}
    late = read(make_backup(store, tmp_path, NOON + timedelta(minutes=1)).path)
    store.redo()
    assert taken_away(read(store.path), late) == {"Add person": 1}
    assert taken_away(read(store.path), early) == {}


def test_what_was_done_on_another_branch_of_the_past_counts_as_taken_away(
    store: Store, other: Store
) -> None:
    add(store, "Siân")
    add(other, "Anna")
    assert taken_away(read(store.path), read(other.path)) == {"Add person": 1}


def test_an_older_file_without_a_kind_is_whole(store: Store) -> None:
    add(store, "Siân")
    found = contents_of(store.path, {**KINDS, "of a later version": Person})
    assert (found.whole, found.counts) == (True, {"person": 1, "attendance": 0})


def test_of_a_damaged_file_that_is_told_which_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    with closing(laptop(path)) as store:
        for number in range(60):
            add(store, f"Person {number} " + "x" * 3_000)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    assert not read(path).whole


def test_what_is_no_database_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Siân, " * 500)
    assert read(tmp_path / "letter.db") == Contents(whole=False)
    assert read(tmp_path / "gone.db") == Contents(whole=False)


def test_a_backup_holds_later_work_where_an_older_copy_took_the_files_place(
    tmp_path: Path,
) -> None:
    path = tmp_path / "hall.db"
    with closing(laptop(path)) as store:
        add(store, "Siân")
    older = path.read_bytes()
    with closing(laptop(path)) as store:
        early = make_backup(store, tmp_path, NOON).path
        add(store, "Anna")
        late = make_backup(store, tmp_path, NOON).path
        assert not holds_later_work(early, path)
        assert not holds_later_work(late, path)
    path.write_bytes(older)
    assert holds_later_work(late, path)
    assert not holds_later_work(early, path)
    with closing(laptop(path)) as store:  # what was done on the older copy makes no difference
        add(store, "Bhavna")
        add(store, "Catrin")
        assert holds_later_work(late, path)


def test_after_going_back_on_purpose_nothing_is_said_of_later_work(tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    with closing(laptop(path)) as store:
        early = make_backup(store, tmp_path, NOON).path
        add(store, "Anna")
        late = make_backup(store, tmp_path, NOON).path
    restore_backup(early, path, NOON)
    assert not holds_later_work(late, path)


def test_what_can_not_be_read_holds_no_later_work(store: Store, tmp_path: Path) -> None:
    add(store, "Siân")
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"Dear Sian" * 900)
    assert not holds_later_work(letter, store.path)
    assert not holds_later_work(tmp_path / "none.db", store.path)
    assert not holds_later_work(make_backup(store, tmp_path, NOON).path, letter)
