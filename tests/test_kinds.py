from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.kinds import DOCUMENTS, KINDS, existing_store, open_store


def test_every_kind_has_a_name_of_its_own() -> None:
    names = [cls.KIND.name for cls in KINDS] + [kind.name for kind in DOCUMENTS]
    assert len(names) == len(set(names))


def test_a_new_data_file_is_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data.db")
    assert store.check() == []
    store.close()


def test_a_command_makes_no_data_file(tmp_path: Path) -> None:
    with (
        pytest.raises(UserError, match="There is no data file at"),
        existing_store(tmp_path / "none.db"),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_command_leaves_a_data_file_in_the_cloud_alone(tmp_path: Path) -> None:
    (tmp_path / "OneDrive - NHS").mkdir()
    path = tmp_path / "OneDrive - NHS" / "data.db"
    open_store(path).close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="A cloud service copies"), existing_store(path):
        pass
    assert path.read_bytes() == before
