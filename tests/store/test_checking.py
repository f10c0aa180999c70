from contextlib import closing
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.store.store import Store
from tests.store.laptops import WORDS, add, check_in, contents, damage, remove, rename


@pytest.fixture
def used(store: Store) -> Store:
    """A data file with a history."""
    siân = add(store, "Sian")
    rename(store, siân, "Siân")
    check_in(store, siân)
    remove(store, add(store, "Anna"))
    store.keep(WORDS, ["calm", "kind"])
    return store


def test_a_whole_file_has_no_findings_and_the_check_changes_nothing(used: Store) -> None:
    before = contents(used)
    assert used.check() == []
    assert contents(used) == before


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "UPDATE revision SET body = replace(body, 'Sian', 'Sion')",
            "1 record was altered outside Pledge Tree",
        ),
        (
            "UPDATE revision SET body = 'no JSON' WHERE body LIKE '%Anna%'",
            "1 rec",
        ),
        ("UPDATE revision SET at = at + 1 WHERE body LIKE '%Anna%'", "altered outside"),
        ("DELETE FROM parent", "2 records were altered"),
        ("UPDATE document SET body = replace(body, 'calm', 'cold')", "1 closed feedback box"),
        ("DELETE FROM head", "latest versions of some records"),
        ("UPDATE head SET entity = 'x'", "latest versions of some records"),
        (
            "DELETE FROM revision WHERE body LIKE '%Sian%'",
            "2 earlier versions of records are missing",
        ),
        ("DELETE FROM change", "earlier versions of records are missing"),
        ("UPDATE person SET given = 'Sion'", "The list “person” differs from its history."),
        ("DELETE FROM person", "The list “person” differs"),
        ("UPDATE attendance SET review = 1", "The list “attendance” differs"),
        ("INSERT INTO count VALUES ('x', 'calm', 1)", "The list “count” differs"),
        ("UPDATE person SET sort = ''", "The list “person” differs"),
    ],
)
def test_what_was_altered_outside_is_found(used: Store, statement: str, finding: str) -> None:
    damage(used, statement)
    assert any(finding in found for found in used.check()), used.check()


def test_a_line_of_a_session_that_never_was_is_found(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "a.db")) as store:
        check_in(store, add(store, "Siân"))
        assert store.check() == ["In the list “attendance”, 1 belong to a session that is missing."]


def test_a_line_of_a_deleted_person_is_no_mistake(used: Store) -> None:
    bhavna = add(used, "Bhavna")
    check_in(used, bhavna)
    remove(used, bhavna)
    assert used.check() == []


def test_a_damaged_index_is_found(used: Store) -> None:
    damage(used, "PRAGMA writable_schema=ON")
    damage(used, "UPDATE sqlite_master SET sql = replace(sql, 'kind)', 'entity)')")
    path, kinds = used.path, tuple(used.kinds.values())
    used.close()
    with closing(Store(path, kinds, (WORDS,))) as again:
        assert again.check() == ["The data file is damaged. Restore the last backup."]
