import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.preferences import Preferences, write_preferences
from desktop.sample.build import build_file
from desktop.ui.theme import apply_theme
from tests.facilitator import NOW


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample programme, built once; to be copied."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build_file(path, lambda: NOW - timedelta(minutes=1))
    return path


@pytest.fixture
def sample_file(sample: Path, tmp_path: Path) -> Path:
    """A data file of one's own with the sample programme, and somebody's name on it."""
    path = tmp_path / "sample.db"
    shutil.copyfile(sample, path)
    write_preferences(path, Preferences(author="Siân Wyn"))
    return path


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """A data file that is not there yet."""
    return tmp_path / "own" / "data.db"


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Light and at the usual size, and so again afterwards; the cursor does not blink."""
    blinks = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    apply_theme(qapp, "light", 100)
    yield
    apply_theme(qapp, "light", 100)
    qapp.setCursorFlashTime(blinks)
