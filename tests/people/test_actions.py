"""Keeping people, and knowing who is on file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.people.actions import (
    add_people,
    checked,
    delete_person,
    find_number,
    find_people,
    known_organisations,
    known_roles,
    known_teams,
    problems,
    same_people,
    save_person,
)
from desktop.people.model import Person
from desktop.store.reader import Db
from desktop.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "t.db", "Siân")
    yield store
    store.close()


def keep(store: Store, *people: Person) -> list[Person]:
    with store.change("Add") as change:
        return [save_person(change, person) for person in people]


def test_what_is_typed_is_cleaned() -> None:
    person = checked(Person(given=" Hanna\x00\t ", surname="Kowalczyk", email=" h@example.org "))
    assert (person.given, person.surname, person.email) == ("Hanna", "Kowalczyk", "h@example.org")


def test_a_person_needs_a_name(store: Store) -> None:
    with pytest.raises(UserError, match="Type a name"):
        keep(store, Person(job_role="Nurse"))


def test_everything_wrong_is_said_of_its_field() -> None:
    wrong = problems(Person(given="x" * 201, surname="Puw", email="nobody"))
    assert set(wrong) == {"given", "email"}
    assert "201" in wrong["given"]
    assert problems(Person(given="Marged")) == {}


def test_people_are_found_by_parts_of_their_names(store: Store) -> None:
    keep(
        store,
        Person(given="Mair", surname="Ó Súilleabháin"),
        Person(given="Hanna", surname="Kowalczyk"),
        Person(given="Hannah", surname="Beynon"),
    )
    with store.read() as db:
        assert [p.surname for p in find_people(db, "HAN")] == ["Beynon", "Kowalczyk"]
        assert [p.given for p in find_people(db, "suill mair")] == ["Mair"]
        assert find_people(db, "100%") == []
        assert len(find_people(db, "", limit=2)) == 2


def test_names_that_begin_with_what_is_typed_come_before_those_that_hold_it(store: Store) -> None:
    keep(store, *(Person(given="Hanna", surname=f"Beynon{n:02}") for n in range(30)))
    keep(
        store,
        Person(given="Siân", surname="Anders"),
        Person(given="Ann", surname="Zuckerman"),
        Person(given="Mary Ann", surname="Cook"),
    )
    with store.read() as db:
        found = find_people(db, "an", 4)
        assert [p.name for p in found] == [
            "Siân Anders",
            "Mary Ann Cook",
            "Ann Zuckerman",
            "Hanna Beynon00",
        ]
        assert [p.name for p in find_people(db, "an zu", 4)] == ["Ann Zuckerman"]


def test_a_badge_is_one_persons_number_and_nothing_less(store: Store) -> None:
    hanna, *_ = keep(
        store,
        Person(given="Hanna", surname="Kowalczyk", staff_number="0417"),
        Person(given="Nia", surname="Thomas", staff_number="10417"),
        Person(given="Jan", surname="Puw"),
    )
    with store.read() as db:
        assert find_number(db, "0417") == hanna
        assert find_number(db, "417") is None
        assert find_number(db, "") is None


def test_who_is_on_file_is_known_by_number_mail_or_name(store: Store) -> None:
    hanna, jan, other = keep(
        store,
        Person(given="Hanna", surname="Kowalczyk", team="Tŷ Gwyn", staff_number="17"),
        Person(given="Jan", surname="Berg", email="Jan@Example.org"),
        Person(given="Ann", surname="Price", team="North"),
    )
    same_number = Person(given="H.", surname="Nowak", staff_number="17")
    same_mail = Person(given="J.", email="jan@example.ORG")
    same_name = Person(given="ann", surname="PRICE")
    other_team = Person(given="Ann", surname="Price", team="South")
    with store.read() as db:
        found = same_people(db, [same_number, same_mail, same_name, other_team])
    assert found[same_number.id] == hanna
    assert found[same_mail.id] == jan
    assert found[same_name.id] == other
    assert other_team.id not in found


def test_two_of_the_same_name_are_not_guessed_between(store: Store) -> None:
    keep(store, Person(given="Ann", surname="Price"), Person(given="Ann", surname="Price"))
    asked = Person(given="Ann", surname="Price")
    with store.read() as db:
        assert same_people(db, [asked]) == {}


def test_a_list_fills_blanks_of_who_is_on_file_and_changes_nothing_else(store: Store) -> None:
    (hanna,) = keep(store, Person(given="Hanna", surname="Kowalczyk", job_role="Care worker"))
    new = [
        Person(given="Nia", surname="Thomas"),
        Person(given="hanna", surname="kowalczyk", job_role="Nurse", team="Tŷ Gwyn"),
    ]
    with store.change("Add people") as change:
        nia, kept = add_people(change, new)
    assert nia.name == "Nia Thomas"
    assert (kept.id, kept.given, kept.job_role) == (hanna.id, "Hanna", "Care worker")
    assert kept.team == "Tŷ Gwyn"
    store.undo()
    with store.read() as db:
        assert [person.name for person in db.find(Person)] == ["Hanna Kowalczyk"]
        assert db.find(Person)[0].team == ""


def test_a_thousand_names_are_compared_in_no_time(store: Store) -> None:
    people = [Person(given=f"Given{n}", surname=f"Surname{n}") for n in range(1000)]
    with store.change("Add people") as change:
        add_people(change, people)
        again = add_people(change, [Person(given=p.given, surname=p.surname) for p in people])
    assert {person.id for person in again} == {person.id for person in people}


def test_a_deleted_person_comes_back_with_undo(store: Store) -> None:
    (hanna,) = keep(store, Person(given="Hanna"))
    with store.change("Delete person") as change:
        delete_person(change, hanna)
    with store.read() as db:
        assert db.get(Person, hanna.id) is None
    store.undo()
    with store.read() as db:
        assert db.need(Person, hanna.id).given == "Hanna"


def test_words_in_use_are_offered_the_most_frequent_first(store: Store) -> None:
    keep(
        store,
        Person(given="A", job_role="Nurse", team="North", organisation="Council"),
        Person(given="B", job_role="Driver", team="South"),
        Person(given="C", job_role="Driver"),
    )
    with store.read() as db:
        assert known_roles(db) == ["Driver", "Nurse"]
        assert known_teams(db) == ["North", "South"]
        assert known_organisations(db) == ["Council"]


def asked_for(store: Store, ask: Callable[[Db], object]) -> tuple[str, list[str]]:
    """Return the one query that something asks, and how SQLite goes about it."""
    asked: list[Any] = []
    with store.read() as db:
        run = db.connection
        sa.event.listen(run, "before_cursor_execute", lambda *heard: asked.append(heard[2:4]))
        ask(db)
        ((statement, values),) = asked
        plan = run.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    return statement, [step.detail for step in plan]


@pytest.mark.parametrize(
    ("known", "column"),
    [(known_roles, "job_role"), (known_teams, "team"), (known_organisations, "organisation")],
)
def test_words_in_use_are_counted_in_their_index_and_not_in_everybody(
    store: Store, known: Callable[[Db], list[str]], column: str
) -> None:
    _, plan = asked_for(store, known)
    assert plan == [
        f"SCAN person USING COVERING INDEX person_{column}",
        "USE TEMP B-TREE FOR ORDER BY",
    ]


@pytest.mark.parametrize("limit", [1, 4, 29])
@pytest.mark.parametrize("typed", ["han", "han kow", "van der be r", " ".join("abcdefghijklmno")])
def test_a_search_reads_the_index_of_the_order_and_not_everybody(
    store: Store, typed: str, limit: int
) -> None:
    statement, plan = asked_for(store, lambda db: find_people(db, typed, limit))
    assert plan[0] == "SCAN person USING INDEX person_sort"
    assert statement.count("person.sort LIKE") == len(typed.split())
    assert "person.search LIKE" not in statement


def test_a_search_of_thousands_of_words_finds_nothing(store: Store) -> None:
    with store.read() as db:
        assert find_people(db, " ".join(f"word{n}" for n in range(5_000))) == []
