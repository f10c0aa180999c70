from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.ui import workers
from tests.pledges.evening import Evening


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    store = open_store(tmp_path / "evening.db", "Siân")
    yield Evening(store)
    workers.stop_all()
    store.close()
