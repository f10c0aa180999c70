from contextlib import closing
from pathlib import Path

from desktop.store.copies import Merged
from desktop.store.store import Store
from tests.store.laptops import add, check_in, laptop, names


def test_a_third_laptop_notices_the_copies_of_a_file_and_says_so_once(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as one:
        add(one, "Anna")
    (tmp_path / "b.db").write_bytes((tmp_path / "a.db").read_bytes())
    with (
        closing(laptop(tmp_path / "a.db")) as one,
        closing(laptop(tmp_path / "b.db")) as two,
        closing(laptop(tmp_path / "c.db")) as third,
    ):
        add(one, "Bhavna")
        add(two, "Catrin")
        mine = third.device
        assert third.merge(one).warning() == ""
        assert third.merge(two).copied
        assert not third.merge(two).copied
        assert third.device == mine
        assert names(third) == ["Anna", "Bhavna", "Catrin"]
        assert third.check() == []


def test_a_merge_says_what_it_brought(store: Store, other: Store) -> None:
    check_in(other, add(other, "Siân"))
    assert store.merge(other).kinds == {"person", "attendance"}
    assert store.merge(other) == Merged(frozenset())
