"""People as a list, and back again."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kinds import open_store
from desktop.people.exporting import HEADINGS, cells, everyone, people_table
from desktop.people.importing import keep, look_up, people_kind
from desktop.people.model import Person
from desktop.store.store import Store
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from desktop.tables.values import text_of
from desktop.tables.writing import write_csv, write_xlsx
from tests.people.anyone import SPECIAL, people
from tests.tables.returning import FEWER, understood

TEXTS = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")
NAMED = [
    ("=cmd()", "O’Neil"),
    ("Jan", "van der Berg"),
    ("Seán", "Ó Súilleabháin"),
    ("Cher", ""),
    ("فاطمة", "الزهراء"),
    ("Zoë 🎉", "’s-Hertogenbosch"),
    ("Anna", "n" * 200),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "t.db", "Siân")
    yield store
    store.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "elsewhere.db", "Ewan")
    yield store
    store.close()


def meet(store: Store) -> None:
    with store.change("Add people") as change:
        change.save_all(
            Person(given=given_, surname=surname, staff_number=f"00{number}", team="=Team 1")
            for number, (given_, surname) in enumerate(NAMED)
        )


def texts(store: Store) -> set[tuple[str, ...]]:
    with store.read() as db:
        return {tuple(getattr(one, key) for key in TEXTS) for one in db.find(Person)}


def save(store: Store, path: Path) -> Path:
    with store.read() as db:
        table = people_table(everyone(db), db.count(Person))
        if path.suffix == ".csv":
            write_csv(path, table)
        else:
            write_xlsx(path, [table])
    return path


def test_the_columns_are_those_that_importing_knows() -> None:
    assert HEADINGS == (
        "Given name", "Surname", "Job role", "Team", "Organisation", "E-mail", "Staff number",
    )  # fmt: skip
    hanna = Person(given="Hanna", surname="Kowalczyk", job_role="Nurse", staff_number="007")
    assert cells(hanna) == ["Hanna", "Kowalczyk", "Nurse", "", "", "", "007"]


def test_language_and_large_print_stand_at_the_end() -> None:
    table = people_table([Person(given="Hanna", language="pl", large_print=True)], 1)
    assert table.headings[7:] == ("Language", "Large print cards")
    assert [row[7:] for row in table.rows] == [["Polski", True]]
    assert (table.name, table.total) == ("People", 1)


def test_everyone_is_listed_once_by_surname_however_many_they_are(store: Store) -> None:
    with store.change("Add people") as change:
        change.save_all(Person(given="Sam", surname=f"{n:05}") for n in range(2_345, 0, -1))
    with store.read() as db:
        found = [person.surname for person in everyone(db)]
    assert found == [f"{n:05}" for n in range(1, 2_346)]


@FEWER
@given(st.lists(people(), min_size=1, max_size=8))
def test_any_people_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, folk: list[Person]
) -> None:
    table = people_table(folk, len(folk))
    found = understood(tmp_path_factory.mktemp("people"), table, people_kind())
    assert found == [{key: text_of(getattr(one, key)).strip() for key in TEXTS} for one in folk]


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_a_list_of_people_fills_another_laptop_with_the_same_people(
    store: Store, elsewhere: Store, tmp_path: Path, name: str
) -> None:
    meet(store)
    (sheet,) = read_sheets(save(store, tmp_path / name))
    columns = recognise(sheet.top, people_kind())
    with elsewhere.read() as db:
        found = look_up(db, columns.records(sheet.rows()))
    with elsewhere.change("Import people") as change:
        keep(change, found)
    assert found.refused == ()
    assert texts(elsewhere) == texts(store)


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_the_same_people_brought_in_again_change_nothing(
    store: Store, tmp_path: Path, name: str
) -> None:
    meet(store)
    (sheet,) = read_sheets(save(store, tmp_path / name))
    columns = recognise(sheet.top, people_kind())
    with store.read() as db:
        found = look_up(db, columns.records(sheet.rows()))
    assert (found.known, found.new, found.likely, found.refused) == (len(NAMED), (), (), ())


def test_no_name_is_run_by_excel(tmp_path: Path) -> None:
    folk = [Person(given=name, staff_number="00123") for name in SPECIAL]
    write_xlsx(tmp_path / "a.xlsx", [people_table(folk, len(folk))])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(min_row=2))
    assert {cell.data_type for row in rows for cell in row} <= {"s", "b", "n"}
    assert all(cell.value is None for row in rows for cell in row if cell.data_type == "n")
    assert rows[0][0].quotePrefix
    assert {row[6].value for row in rows} == {"00123"}
