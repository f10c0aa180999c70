"""A register from a list: who stands on it, who came."""

from pathlib import Path

import pytest

from desktop.attendance.actions import check_in, register
from desktop.attendance.importing import Found, keep, look_up, presence_of, register_kind
from desktop.attendance.model import Presence
from desktop.people.actions import save_person
from desktop.people.model import Person
from desktop.progress import Cancelled, Progress
from desktop.sessions.model import Session
from desktop.store.clock import local_now
from desktop.store.store import Store
from tests.brought_in import rows_of

LIST = """Name,Job title,Attended,Time in
"Kowalczyk, Hanna",Nurse,Yes,09:50
Marged Puw,Carer,no,
Owen Roberts,Driver,Apologies,
Siân Prosser,Carer,,
Idris Bowen,Carer,perhaps,
"""


def look(store: Store, session: Session, folder: Path, text: str = LIST) -> Found:
    with store.read() as db:
        return look_up(db, session, rows_of(folder, text, register_kind()))


def bring_in(
    store: Store, session: Session, folder: Path, text: str = LIST, **decided: set[int]
) -> Found:
    found = look(store, session, folder, text)
    with store.change("Import a register") as change:
        keep(change, session, found, **decided)  # type: ignore[arg-type]
    return found


def stops_after(steps: int) -> Progress:
    """Return what is stopped when it has heard so many steps."""
    heard: list[int] = []

    def hear(done: int, _total: int) -> None:
        heard.append(done)
        if len(heard) == steps:
            progress.stop()

    progress = Progress(hear)
    if not steps:
        progress.stop()
    return progress


def on_it(store: Store, session: Session) -> dict[str, Presence]:
    with store.read() as db:
        lines = register(db, session.id)
    return {line.person.name: line.attendance.presence for line in lines}


def test_people_come_in_with_what_the_list_says_of_them(
    store: Store, session: Session, tmp_path: Path
) -> None:
    found = bring_in(store, session, tmp_path)
    assert on_it(store, session) == {
        "Hanna Kowalczyk": Presence.PRESENT,
        "Siân Prosser": Presence.EXPECTED,
        "Marged Puw": Presence.ABSENT,
        "Owen Roberts": Presence.APOLOGIES,
    }
    said = "“perhaps” does not say who came. Write yes, no, apologies or expected."
    assert found.refused == ((6, ("Idris Bowen", "Carer", "perhaps"), said),)
    with store.read() as db:
        arrived = register(db, session.id)[0].attendance.arrived
    assert arrived
    assert f"{arrived:%Y-%m-%d %H:%M}" == "2026-07-05 09:50"
    assert arrived.tzinfo


def test_the_same_list_again_changes_nothing_and_one_undo_takes_all_back(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path)
    again = look(store, session, tmp_path)
    assert (dict(again.who), again.known) == ({}, 4)
    with store.change("Again") as change:
        assert keep(change, session, again) == []
    assert not change.touched
    store.undo()
    assert on_it(store, session) == {}


def test_who_is_here_stays_here_whatever_a_list_says(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path, "Name\nMarged Puw\n")
    with store.change("Check in") as change:
        check_in(change, register(change, session.id)[0].attendance, local_now())
    found = bring_in(store, session, tmp_path, "Name,Present\nMarged Puw,no\n")
    assert on_it(store, session) == {"Marged Puw": Presence.PRESENT}
    assert [one.reason for one in found.refused] == [
        "The register says this person was here. Change it there if need be."
    ]


def test_one_name_of_two_people_is_told_and_not_guessed(
    store: Store, session: Session, tmp_path: Path
) -> None:
    with store.change("Add") as change:
        save_person(change, Person(given="Anna", surname="Jones", team="Hub"))
        save_person(change, Person(given="Anna", surname="Jones", team="North"))
    found = bring_in(store, session, tmp_path, "Name\nAnna Jones\n")
    assert on_it(store, session) == {}
    assert [one.line for one in found.refused] == [2]
    bring_in(store, session, tmp_path, "Name,Team\nAnna Jones,North\n")
    with store.read() as db:
        assert [line.person.team for line in register(db, session.id)] == ["North"]


def test_who_may_be_somebody_on_file_waits_for_a_person(
    store: Store, session: Session, tmp_path: Path
) -> None:
    with store.change("Add") as change:
        hanna = save_person(change, Person(given="Hanna", surname="Kowalczyk", job_role="Cook"))
    text = "Name,Role,Attended\nHanna Kowalczyk,Nurse,yes\n"
    found = bring_in(store, session, tmp_path, text)
    assert [likely.there for likely in found.likely] == [hanna]
    assert on_it(store, session) == {}
    bring_in(store, session, tmp_path, text, same={2})
    with store.read() as db:
        (line,) = register(db, session.id)
    assert line.person == hanna
    assert line.attendance.presence is Presence.PRESENT


def test_a_name_that_is_on_the_register_is_asked_about_whatever_its_team(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path, "Name,Team\nAllan Adamson,Home care: Govan\n")
    text = "Name,Team,Attended\nAllan Adamson,Govan,yes\n"
    found = look(store, session, tmp_path, text)
    assert [likely.there.team for likely in found.likely] == ["Home care: Govan"]
    assert not found.who
    bring_in(store, session, tmp_path, text, same={2})
    assert on_it(store, session) == {"Allan Adamson": Presence.PRESENT}


def test_two_of_a_name_on_one_register_stay_two(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path, "Name,Team\nAnna Jones,Hub\n")
    text = "Name,Team\nAnna Jones,North\n"
    bring_in(store, session, tmp_path, text, apart={2})
    with store.read() as db:
        assert len(register(db, session.id)) == 2
    assert look(store, session, tmp_path, text).known == 1


def test_who_is_somebody_else_comes_in_as_new(
    store: Store, session: Session, tmp_path: Path
) -> None:
    with store.change("Add") as change:
        hanna = save_person(change, Person(given="Hanna", surname="Kowalczyk", job_role="Cook"))
    bring_in(store, session, tmp_path, "Name,Role\nHanna Kowalczyk,Nurse\n", apart={2})
    with store.read() as db:
        (line,) = register(db, session.id)
    assert line.person.id != hanna.id
    assert line.person.job_role == "Nurse"


def test_a_time_alone_says_that_somebody_came(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path, "Name,Arrival time\nA Bee,10:05\nC Dee,\n")
    assert on_it(store, session) == {"A Bee": Presence.PRESENT, "C Dee": Presence.EXPECTED}


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("", Presence.EXPECTED),
        ("✓", Presence.PRESENT),
        ("TRUE", Presence.PRESENT),
        ("Presennol", Presence.PRESENT),
        ("Did not attend", Presence.ABSENT),
        ("no-show", Presence.ABSENT),
        ("DNA", Presence.ABSENT),
        ("Sent apologies", Presence.APOLOGIES),
        ("Booked", Presence.EXPECTED),
        ("=1+1", None),
    ],
)
def test_the_usual_words_for_coming_are_understood(text: str, presence: Presence | None) -> None:
    assert presence_of(text) is presence


def test_it_says_how_far_it_is_and_can_be_stopped_at_each_step(
    store: Store, session: Session, tmp_path: Path
) -> None:
    bring_in(store, session, tmp_path, "Name\nMarged Puw\nOwen Roberts\n")
    text = "Name,Attended\nMarged Puw,yes\nIdris Bowen,no\n"

    def bring_in_again(progress: Progress) -> None:
        with store.read() as db:
            found = look_up(db, session, rows_of(tmp_path, text, register_kind()), progress)
        with store.change("Import a register") as change:
            keep(change, session, found, progress=progress)

    said: list[tuple[int, int]] = []
    bring_in_again(Progress(lambda done, total: said.append((done, total))))
    # Those on file it is compared with, the new people, the lines of the register.
    assert said == [(0, 2), (0, 1), (0, 2)]
    store.undo()
    for steps in range(len(said)):
        with pytest.raises(Cancelled):
            bring_in_again(stops_after(steps))
        assert set(on_it(store, session).values()) == {Presence.EXPECTED}
