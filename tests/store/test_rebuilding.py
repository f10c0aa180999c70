from contextlib import closing
from pathlib import Path

from desktop.people.model import Person
from desktop.store.projection import table
from desktop.store.store import Store
from tests.store.laptops import WORDS, add, contents, damage, laptop, rename


def test_a_rebuild_repairs_the_lists(store: Store) -> None:
    rename(store, add(store, "Sian"), "Siân")
    store.keep(WORDS, ["calm"])
    before = contents(store)
    damage(store, "UPDATE person SET given = 'Sion'")
    damage(store, "DELETE FROM count")
    store.rebuild()
    assert contents(store) == before
    assert store.check() == []


def test_lists_of_changed_columns_are_made_again(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Siân")
        before = contents(store)
        damage(store, "UPDATE meta SET value = 'older' WHERE key LIKE 'projection %'")
        damage(store, "ALTER TABLE person ADD COLUMN shoe_size")
        damage(store, "DELETE FROM person")
    with closing(laptop(tmp_path / "a.db")) as store:
        assert contents(store) == before
        assert store.check() == []


BY_THE_FIRST_RULES = "7c19a5b79a25e92948c35e4007c7acaf46d6ff1732ccdea9cd7215c7e30ff62d"
"""How the list of people was signed while `search_key` made other keys of letters such as ™."""


def test_keys_by_former_rules_are_made_again(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Teams™")
        before = contents(store)
        damage(store, "UPDATE person SET search = 'teamsTM', sort = 'teamsTM'")
        signed = "UPDATE meta SET value = ? WHERE key = 'projection person'"
        damage(store, signed, BY_THE_FIRST_RULES)
    with closing(laptop(tmp_path / "a.db")) as store:
        assert contents(store) == before
        assert store.check() == []
        with store.read() as db:
            assert db.count(Person, table(Person).c.search == "teamstm") == 1
