from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui import workers
from desktop.ui.theme import apply_theme
from tests.incoming.hall import Hall


@pytest.fixture
def hall(qapp: QApplication, tmp_path: Path) -> Iterator[Hall]:
    apply_theme(qapp, "light", 100)
    hall = Hall(tmp_path)
    yield hall
    workers.stop_all()
    hall.close()
