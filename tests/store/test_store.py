import threading
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.people.model import Person
from desktop.store.store import Store
from tests.store.laptops import add, get, laptop, names, rename


def save_and_fail(store: Store, *people: Person) -> list[Person]:
    """Save one after the other in one change that then fails; returns what was on screen."""
    kept = []
    with suppress(KeyError), store.change("Save people") as change:
        kept += [change.save(person) for person in people]
        raise KeyError
    return kept


def test_a_person_is_there_after_the_program_was_closed(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        siân = add(store, "Siân", surname="Ó Súilleabháin")
    with closing(laptop(tmp_path / "a.db")) as store:
        assert get(store, siân) == siân


def test_a_change_that_fails_midway_leaves_nothing(store: Store) -> None:
    save_and_fail(store, Person(given="Siân"))
    assert names(store) == []
    assert store.steps().undo == ()


def test_what_was_never_committed_can_be_saved_again(store: Store) -> None:
    (lost,) = save_and_fail(store, Person(given="Siân"))
    (lost,) = save_and_fail(store, replace(lost, given="Sian"))
    with store.change("Add person") as change:
        person = change.save(lost)
    assert get(store, person) == person
    assert not person.review
    assert store.check() == []


def test_an_edit_that_was_never_committed_can_be_saved_again(store: Store) -> None:
    siân = add(store, "Siân")
    (edited,) = save_and_fail(store, replace(siân, given="Sian"))
    again = rename(store, edited, "Shân")
    assert not again.review
    assert names(store) == ["Shân"]


def test_a_worker_reads_one_state_while_the_window_writes(store: Store) -> None:
    people = [Person(given=f"{number}") for number in range(50)]
    seen: list[set[int]] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            with store.read() as db:
                seen.append({db.count(Person), len(db.find(Person))})

    worker = threading.Thread(target=read)
    worker.start()
    for number in range(5):
        with store.change("Add people") as change:
            change.save_all([replace(person, id=f"{person.id}{number}") for person in people])
    stop.set()
    worker.join()
    assert seen
    assert all(len(counts) == 1 and min(counts) % 50 == 0 for counts in seen)


def test_pages_hear_which_lists_changed_once_it_is_saved(store: Store) -> None:
    heard: list[tuple[frozenset[str], list[str]]] = []
    store.subscribe(lambda kinds: heard.append((kinds, names(store))))
    add(store, "Siân")
    assert heard == [(frozenset({"person"}), ["Siân"])]


def test_pages_hear_nothing_of_what_failed_or_wrote_nothing(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.subscribe(heard.append)
    save_and_fail(store, Person(given="Siân"))
    with store.change("Nothing"):
        pass
    assert heard == []


def test_a_page_that_fails_keeps_no_other_page_from_hearing(store: Store) -> None:
    heard: list[frozenset[str]] = []

    def fail(kinds: frozenset[str]) -> None:
        raise KeyError(*kinds)

    store.subscribe(fail)
    store.subscribe(heard.append)
    with pytest.raises(KeyError):
        add(store, "Siân")
    assert heard == [frozenset({"person"})]
    assert names(store) == ["Siân"]


def test_a_page_may_save_when_it_hears_of_a_change(store: Store) -> None:
    def answer(kinds: frozenset[str]) -> None:
        if len(names(store)) == 1:
            add(store, "Bhavna")

    store.subscribe(answer)
    add(store, "Anna")
    assert names(store) == ["Anna", "Bhavna"]


def test_two_programs_with_one_file_number_their_changes_in_turn(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as one, closing(laptop(tmp_path / "a.db")) as two:
        for store in (one, two, one):
            add(store, "Siân")
        assert len(one.steps().undo) == 3
        assert one.check() == []


def test_the_path_may_hold_any_character(tmp_path: Path) -> None:
    folder = tmp_path / "Ŵyn’s #1 50%?"
    folder.mkdir()
    with closing(laptop(folder / "a?b#c%20.db")) as store:
        add(store, "Siân")
    assert [path.name for path in folder.iterdir()] == ["a?b#c%20.db"]


def test_the_log_is_folded_in_when_the_file_is_closed(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Anna")
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]
