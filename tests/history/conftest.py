from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.kinds import open_store
from desktop.store.backup import make_backup, own_folder
from tests.pledges.evening import NOW, Evening


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    store = open_store(tmp_path / "hall.db", "Siân")
    yield Evening(store)
    store.close()


@pytest.fixture
def backups(evening: Evening, tmp_path: Path) -> list[Path]:
    """Two backups on this laptop and one on a stick, with a pledge made after each."""
    folders = [own_folder(evening.store.path), own_folder(evening.store.path), tmp_path / "stick"]
    made = []
    for number, folder in enumerate(folders):
        folder.mkdir(exist_ok=True)
        made.append(make_backup(evening.store, folder, NOW + timedelta(hours=number)).path)
        evening.pledge(f"pledge {number}")
    return made
