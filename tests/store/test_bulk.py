import gc
from collections import Counter

import pytest
import sqlalchemy as sa

from desktop.people.model import Person
from desktop.store.bulk import MANY, insert_rows, let_go, nothing_is_garbage
from desktop.store.store import Store
from tests.store.laptops import names

TABLE = sa.Table("wish", sa.MetaData(), sa.Column("id", sa.Text), sa.Column("size", sa.Integer))
ROWS = [("a", 1), ("b", None), ("c", 3)]


@pytest.mark.parametrize("paramstyle", ["qmark", "named"])
def test_rows_are_written_by_position_or_by_name(paramstyle: str) -> None:
    engine = sa.create_engine("sqlite://", paramstyle=paramstyle)
    with engine.begin() as connection:
        TABLE.create(connection)
        insert_rows(connection, TABLE, ROWS)
        insert_rows(connection, TABLE, [])
        assert [tuple(row) for row in connection.execute(sa.select(TABLE))] == ROWS
    engine.dispose()


def test_very_many_people_come_in_as_one_step(store: Store) -> None:
    people = [Person(given=f"Person {number:05}") for number in range(MANY + 1)]
    with store.change("Import") as change:
        kept = change.save_all(people)
    assert names(store) == [person.given for person in kept]
    assert store.check() == []
    assert gc.isenabled()
    store.undo()
    assert names(store) == []


def test_garbage_is_looked_for_again_after_an_error() -> None:
    def fail() -> None:
        with nothing_is_garbage(MANY):
            assert not gc.isenabled()
            raise ValueError("odd")

    with pytest.raises(ValueError, match="odd"):
        fail()
    assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_walked_through_afterwards() -> None:
    with nothing_is_garbage():
        made: list[object] = [[] for _ in range(MANY)]
    assert any(one is made for one in gc.get_objects(generation=2))


def test_whoever_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with nothing_is_garbage(MANY):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_very_many_records_go_some_at_a_time() -> None:
    left: list[int] = []

    class Noting:
        def __del__(self) -> None:
            left.append(len(records))

    records = [Noting() for _ in range(2 * MANY + 1)]
    let_go(records)
    assert Counter(left) == {MANY + 1: MANY, 1: MANY, 0: 1}
