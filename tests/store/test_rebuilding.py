from contextlib import closing
from pathlib import Path

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
