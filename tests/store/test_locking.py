import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.store.locking import only_window

HOLD = (
    "import sys; from pathlib import Path; from desktop.store.locking import only_window\n"
    "with only_window(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
)


def test_a_data_file_opens_in_one_window_only(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with (
        only_window(path),
        pytest.raises(UserError, match="is open in another window"),
        only_window(path),
    ):
        pass
    with only_window(path), only_window(tmp_path / "b.db"):
        pass


def test_another_way_to_the_same_file_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    round_about = tmp_path / "folder" / ".." / "a.db"
    with (
        only_window(tmp_path / "a.db"),
        pytest.raises(UserError),
        only_window(round_about),
    ):
        pass


def test_the_file_is_free_again_when_the_other_program_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(UserError, match="is open in another window"), only_window(path):
            pass
        other.kill()
    with only_window(path):
        pass


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not there"), only_window(tmp_path / "gone" / "a.db"):
        pass
