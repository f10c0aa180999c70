"""What the tests of a page stand on: the usual look, and a data file of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.kinds import open_store
from desktop.store.store import Store
from desktop.ui.theme import Theme, apply_theme, theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Theme:
    found = theme()
    usual = (found.choice, found.percent) == ("light", 100)
    return found if usual else apply_theme(qapp, "light", 100)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(tmp_path / "data.db", "Siân Prosser")
    yield found
    found.close()
