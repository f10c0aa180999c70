import pytest

from desktop.store import schema, tables


def test_each_table_of_the_store_is_found_by_its_name() -> None:
    for name, table in tables.metadata.tables.items():
        assert getattr(schema, name) is table


def test_there_are_no_others() -> None:
    with pytest.raises(AttributeError):
        getattr(schema, "no_such_table")  # noqa: B009  not a name that is known
