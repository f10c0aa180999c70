"""A disk that fills up at any step: a sentence, nothing lost, and the step can be done later."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.attendance.actions import check_in, expect, mark_absent, register
from desktop.desk import Desk
from desktop.errors import UserError
from desktop.feedback.actions import form_of
from desktop.feedback.box import close_box, open_box
from desktop.feedback.model import Answers
from desktop.kinds import KINDS, open_store
from desktop.opening import prepare
from desktop.people.importing import keep, look_up
from desktop.people.model import Person
from desktop.preferences import Preferences
from desktop.programmes.model import Programme
from desktop.safekeeping import back_up
from desktop.sessions.actions import finish, sessions
from desktop.sessions.model import Session
from desktop.store.backup import own_folder, restore_backup
from desktop.store.contents import contents_of
from desktop.store.files import write_whole
from tests.facilitator import NOW
from tests.journeys.disks import can_mount, fill_up, small_disk
from tests.people.bringing_in import people_in

pytestmark = pytest.mark.skipif(not can_mount(), reason="may not mount a disk")
MANY = 300
KNOWN = {cls.KIND.name: cls for cls in KINDS}


@dataclass
class Hall:
    """An open data file on a small disk, and a list of people elsewhere."""

    desk: Desk
    elsewhere: Path

    @property
    def session(self) -> Session:
        with self.desk.store.read() as db:
            return sessions(db)[0]


@pytest.fixture
def hall(sample: Path, tmp_path: Path) -> Iterator[Hall]:
    disk = tmp_path / "disk"
    with small_disk(disk, "40m"):
        shutil.copy(sample, disk / "hall.db")
        with closing(open_store(disk / "hall.db", now=lambda: NOW)) as store:
            yield Hall(Desk(store, lambda: NOW), tmp_path)


def check_everybody_in(hall: Hall) -> None:
    with hall.desk.store.change("Check in") as change:
        people = change.save_all(Person(given="Aled", surname=str(n)) for n in range(MANY))
        for line in expect(change, hall.session.id, people):
            check_in(change, line, NOW)


def import_people(hall: Hall) -> None:
    listed = hall.elsewhere / "staff.csv"
    rows = "\n".join(f"Hanna,Kowalczyk{n}x{n},{n}@example.org" for n in range(MANY))
    listed.write_text(f"First name,Surname,E-mail\n{rows}\n")
    sheet, columns = people_in(listed)
    with hall.desk.store.read() as db:
        found = look_up(db, columns.records(sheet.rows()))
    with hall.desk.store.change("Import people") as change:
        keep(change, found)


def finish_the_session(hall: Hall) -> None:
    with hall.desk.store.change("Finish session") as change:
        session = change.need(Session, hall.session.id)
        finish(change, replace(session, notes="So much to tell. " * 5_000), NOW)
        mark_absent(change, session.id)


def answer_and_close(hall: Hall) -> None:
    with hall.desk.store.read() as db:
        form = form_of(db, db.need(Programme, hall.session.programme))
        here = register(db, hall.session.id)
    box = hall.desk.box(hall.session.id) or open_box(hall.desk.data_file, hall.session.id, form)
    hall.desk.boxes[hall.session.id] = box
    while box.count < min(20, len(here)):
        box.add(Answers(words={"else": "It was good to be asked. " * 60}))
    close_box(hall.desk.store, box)


def keep_a_draft(hall: Hall) -> None:
    hall.desk.store.keep_draft("pledge", "I will listen. " * 10_000)


def choose_something(hall: Hall) -> None:
    hall.desk.prefer(Preferences(author="Siân " * 2_000))


def make_a_backup(hall: Hall) -> None:
    back_up(hall.desk, NOW)


def save_a_paper(hall: Hall) -> None:
    write_whole(hall.desk.data_file.with_name("cards.pdf"), bytes(100_000))


STEPS = (
    check_everybody_in,
    import_people,
    finish_the_session,
    answer_and_close,
    keep_a_draft,
    choose_something,
    make_a_backup,
    save_a_paper,
)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_step_that_finds_no_room_says_so_and_is_done_later(
    hall: Hall, step: Callable[[Hall], None]
) -> None:
    store = hall.desk.store
    with store.change("Add person") as change:
        change.save(Person(given="Saved", surname="Before"))
    before = contents_of(store.path, KNOWN)
    frees = fill_up(store.path.parent)
    for _ in range(3):
        with pytest.raises(UserError, match=r"full|no room|could not be kept"):
            step(hall)
    after = contents_of(store.path, KNOWN)
    assert (after.counts, after.changes) == (before.counts, before.changes)
    assert store.check() == []
    frees()
    step(hall)
    assert store.check() == []
    assert not list(store.path.parent.rglob("*.part"))


def test_a_program_that_starts_on_a_full_disk_says_so_and_starts_later(
    sample: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, "40m"):
        path = Path(shutil.copy(sample, disk / "hall.db"))
        before = path.read_bytes()
        frees = fill_up(disk)
        with pytest.raises(UserError, match=r"full|no room"):
            prepare(path, lambda: NOW)
        assert path.read_bytes() == before
        frees()
        opened = prepare(path, lambda: NOW)
        assert opened.store.check() == []
        opened.store.close()
        opened.holding.close()


def test_the_reserve_lets_a_program_start_and_save_on_a_full_disk(hall: Hall) -> None:
    path = hall.desk.data_file
    hall.desk.store.reserve.renew()
    hall.desk.store.close()
    fill_up(path.parent)
    opened = prepare(path, lambda: NOW)
    assert opened.store.reserve.spent
    with opened.store.change("Add person") as change:
        change.save(Person(given="Saved", surname="At last"))
    assert opened.store.check() == []
    opened.store.close()
    opened.holding.close()


def test_a_restore_that_finds_no_room_leaves_the_file_as_it_was(hall: Hall) -> None:
    path = hall.desk.data_file
    backup = back_up(hall.desk, NOW)
    with hall.desk.store.change("Add person") as change:
        change.save(Person(given="Saved", surname="After"))
    hall.desk.store.close()
    before = contents_of(path, KNOWN)
    frees = fill_up(path.parent)
    with pytest.raises(UserError, match="no room left"):
        restore_backup(backup.path, path, NOW)
    assert contents_of(path, KNOWN).changes == before.changes
    frees()
    restore_backup(backup.path, path, NOW)
    assert len(contents_of(path, KNOWN).changes) == len(before.changes) - 1
    assert own_folder(path).is_dir()
