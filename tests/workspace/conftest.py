from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.kinds import open_store
from tests.reports.hall import Hall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    store = open_store(tmp_path / "hall.db")
    yield Hall(store)
    store.close()
