"""Two laptops with empty data files."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.store.store import Store
from tests.store.laptops import laptop


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(laptop(tmp_path / "pledge-tree.db")) as store:
        yield store


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with closing(laptop(tmp_path / "other.db", author="Ewan")) as store:
        yield store
