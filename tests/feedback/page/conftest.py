from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.kinds import open_store
from desktop.ui.theme import Theme, apply_theme
from tests.pledges.evening import Evening


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Theme:
    """The light look at 100 % text, whatever the test before left."""
    return apply_theme(qapp, "light", 100)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    store = open_store(tmp_path / "evening.db", "Siân")
    yield Evening(store)
    store.close()
