from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.store.store import Store
from tests.brought_in import session
from tests.own_data import store
from tests.pledges.evening import Evening

__all__ = ["evening", "other_laptop", "session", "store"]


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    store = open_store(tmp_path / "evening.db", "Siân")
    yield Evening(store)
    store.close()


@pytest.fixture
def other_laptop(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "other.db", "Ewan")
    yield store
    store.close()
