from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Theme, apply_theme
from tests.attendance.page.hall import Hall


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Theme:
    """The light look at 100 % text, whatever the test before left."""
    return apply_theme(qapp, "light", 100)


@pytest.fixture
def hall(look: Theme, tmp_path: Path) -> Iterator[Hall]:
    """A session in a hall: five people on the register, one more on file."""
    hall = Hall(tmp_path / "t.db")
    yield hall
    hall.close()
