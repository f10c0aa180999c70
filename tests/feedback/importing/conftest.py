from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    yield from laptop(tmp_path / "hall")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    yield from laptop(tmp_path / "office")


def laptop(folder: Path) -> Iterator[Store]:
    folder.mkdir()
    store = open_store(folder / "t.db", "Siân")
    yield store
    store.close()
