from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.preferences import Preferences, write_preferences
from desktop.store.store import Store
from desktop.ui.theme import Theme, apply_theme, theme

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")


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


@pytest.fixture
def desk(store: Store) -> Desk:
    write_preferences(store.path, Preferences(author="Siân Prosser"))
    return Desk(store, lambda: NOW)
