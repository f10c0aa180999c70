"""A list of people, as it comes, brought in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.people.actions import find_people, save_person
from desktop.people.duplicates import Why
from desktop.people.importing import Found, keep, look_up, people_kind, says_nothing_new
from desktop.people.model import Person
from desktop.progress import Cancelled, Progress
from desktop.store.store import Store
from desktop.tables.recognising import recognise
from desktop.tables.rows import Row
from tests.brought_in import rows_of

LIST = """Staff of the North,,,,
,,,,
Surname,First name,Job title,Team,Payroll no
KOWALCZYK,Hanna,Nurse,Hub,00417
Puw,Marged,,Hub,n/a
,,,,
,,Nurse,Hub,
Prosser,Siân,Nurse,Tŷ Gwyn,00500
Puw,Marged,,Hub,
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "t.db", "Siân")
    yield store
    store.close()


def look(store: Store, folder: Path, text: str) -> Found:
    with store.read() as db:
        return look_up(db, rows_of(folder, text, people_kind()))


def bring_in(store: Store, folder: Path, text: str, **decided: set[int]) -> Found:
    found = look(store, folder, text)
    with store.change("Import people") as change:
        keep(change, found, **decided)  # type: ignore[arg-type]
    return found


def on_file(store: Store) -> list[Person]:
    with store.read() as db:
        return find_people(db, "", limit=100)


def names(store: Store) -> list[str]:
    return [person.name for person in on_file(store)]


def test_the_good_rows_come_in_and_the_others_say_why(store: Store, tmp_path: Path) -> None:
    found = bring_in(store, tmp_path, LIST)
    assert names(store) == ["Hanna Kowalczyk", "Siân Prosser", "Marged Puw"]
    assert found.refused == (
        (7, ("", "", "Nurse", "Hub"), "There is no name in this row."),
        (9, ("Puw", "Marged", "", "Hub"), "This row is in the list twice."),
    )
    hanna = on_file(store)[0]
    assert (hanna.job_role, hanna.team, hanna.staff_number) == ("Nurse", "Hub", "00417")


def test_a_word_for_nothing_is_nobody(store: Store, tmp_path: Path) -> None:
    nobody = "n/a,n/a\nTBC,\n-,-\nunknown,unknown\n"
    found = bring_in(store, tmp_path, f"Surname,First name\n{nobody}Null,Na\nPuw,?\n")
    assert names(store) == ["Na Null", "Puw"]
    assert [row.line for row in found.refused] == [2, 3, 4, 5]


def test_one_import_is_one_undo(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, LIST)
    store.undo()
    assert names(store) == []


def test_the_same_list_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, LIST)
    before = on_file(store)
    again = bring_in(store, tmp_path, LIST)
    assert (again.new, again.likely, again.known) == ((), (), 3)
    assert on_file(store) == before


def test_a_list_of_names_alone_is_understood(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, "Name\nKowalczyk, Hanna\nPuw, Marged\n")
    assert names(store) == ["Hanna Kowalczyk", "Marged Puw"]


def test_an_address_that_is_none_is_refused(store: Store, tmp_path: Path) -> None:
    found = look(store, tmp_path, "Name,E-mail\nHanna,hanna at home\nMarged,none\n")
    assert [(line, reason[:17]) for line, _, reason in found.refused] == [(2, "An e-mail address")]
    assert [person.email for person in found.new] == [""]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Kowalska,Hanna,,,00417", Why.NUMBER),
        ("Kowalczyk,Hanna,Manager,Hub,", Why.NAME),
        ("Kowalczyk,Hana,,Hub,", Why.SPELLING),
    ],
)
def test_who_may_be_on_file_waits_for_a_person(
    store: Store, tmp_path: Path, row: str, why: Why
) -> None:
    bring_in(store, tmp_path, LIST)
    before = on_file(store)
    found = bring_in(store, tmp_path, f"Surname,First name,Job title,Team,Payroll no\n{row}\n")
    (likely,) = found.likely
    assert (likely.line, likely.there.name, likely.why) == (2, "Hanna Kowalczyk", why)
    assert likely.there.rev
    assert on_file(store) == before


def test_a_person_says_that_two_are_the_same(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, LIST)
    text = "Surname,First name,Team,Job title\nPuw,Marged,Hub,Carer\n"
    bring_in(store, tmp_path, text, same={2})
    assert names(store) == ["Hanna Kowalczyk", "Siân Prosser", "Marged Puw"]
    assert on_file(store)[2].job_role == "Carer"
    assert look(store, tmp_path, text).known == 1


def test_a_person_says_that_two_are_not_the_same(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, LIST)
    text = "Surname,First name,Team,Job title\nPuw,Marged,Hub,Carer\n"
    bring_in(store, tmp_path, text, apart={2})
    assert names(store).count("Marged Puw") == 2
    again = look(store, tmp_path, text)
    assert (again.new, again.known) == ((), 1)


def test_two_rows_of_one_list_may_be_one_person(store: Store, tmp_path: Path) -> None:
    text = "Name,Team,E-mail,Role\nHanna Kowalczyk,Hub,h@x.org,\nHanna Kowalczyk,,H@x.org,Nurse\n"
    (likely,) = look(store, tmp_path, text).likely
    assert (likely.line, likely.there.team, likely.there.rev, likely.why) == (
        3, "Hub", None, Why.EMAIL,
    )  # fmt: skip
    bring_in(store, tmp_path, text, same={3})
    (hanna,) = on_file(store)
    assert (hanna.team, hanna.job_role) == ("Hub", "Nurse")


def test_who_is_found_under_another_spelling_is_not_taken_for_new(
    store: Store, tmp_path: Path
) -> None:
    with store.change("Add") as change:
        save_person(change, Person(given="Zoë", surname="O’Neil", email="Z@x.org"))
    found = look(store, tmp_path, "Name,E-mail\nZOE O'NEIL,z@X.org\n")
    assert found.new == ()
    assert [likely.why for likely in found.likely] == [Why.EMAIL]


def test_an_import_can_be_stopped_and_nothing_changed(store: Store, tmp_path: Path) -> None:
    found = look(store, tmp_path, LIST)
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled), store.change("Import people") as change:
        keep(change, found, progress=progress)
    assert names(store) == []


def test_looking_up_says_how_far_it_is_and_can_be_stopped(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, LIST)
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: said.append((done, total)))
    with store.read() as db:
        look_up(db, [], progress)
        assert said == [(0, 3)]
        progress.stop()
        with pytest.raises(Cancelled):
            look_up(db, [], progress)


def test_columns_of_people_are_known(store: Store) -> None:
    top = [Row(1, ("Enw", "Rôl", "Adran")), Row(2, ("Hanna", "Nyrs", "Hwb"))]
    columns = recognise(top, people_kind())
    assert columns.places == {"name": 0, "job_role": 1, "team": 2}
    assert columns.missing() == ()
    without = recognise([Row(1, ("a@x.org", "1"))], people_kind())
    assert without.places == {"email": 0}
    assert len(without.missing()) == 1


def test_a_row_that_says_less_says_nothing_new() -> None:
    hanna = Person(given="Hanna", surname="Kowalczyk", team="Hub")
    assert says_nothing_new(Person(given="Hanna", surname="Kowalczyk"), hanna)
    assert not says_nothing_new(Person(given="Hanna", surname="Kowalczyk", team="X"), hanna)


def test_a_total_is_nobody_and_a_person_of_that_name_is(store: Store, tmp_path: Path) -> None:
    found = bring_in(store, tmp_path, 'Name,Role\nTotal,4\n"Total, 12",\nJo Total,Cook\n')
    assert names(store) == ["Jo Total"]
    assert {one.reason for one in found.refused} == {"This row is a total, and nobody’s name."}
