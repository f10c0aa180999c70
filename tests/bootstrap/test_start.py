import ast
import os
import sys
from pathlib import Path

import pytest

from desktop.bootstrap import start
from desktop.bootstrap.basics import SetUpError
from desktop.bootstrap.start import plain_endings, run_child

ROOT = Path(start.ROOT)


def test_the_apps_exit_code_is_passed_on() -> None:
    assert run_child([sys.executable, "-c", "raise SystemExit(3)"]) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_an_app_that_was_killed_ends_like_one() -> None:
    script = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert run_child([sys.executable, "-c", script]) == 128 + 9


def test_the_app_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").write_text("raise SystemExit(5)")
    monkeypatch.chdir(tmp_path)
    assert run_child([sys.executable, "-P", "-c", "import desktop.bootstrap"]) == 0


@pytest.mark.parametrize(
    ("problem", "code", "sentence"),
    [
        (SetUpError("Connect to the internet."), 1, "Connect to the internet.\n"),
        (PermissionError(13, "Permission denied", "/x"), 1, "Permission denied: '/x'"),
        (KeyboardInterrupt(), 130, "the next start begins it again"),
    ],
)
def test_a_set_up_that_stops_says_so_in_one_sentence(
    problem: BaseException, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended, plain_endings():
        raise problem
    said = capsys.readouterr()
    assert ended.value.code == code
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_an_old_python_can_read_the_set_up() -> None:
    files = [ROOT / "desktop/__init__.py", ROOT / "desktop/__main__.py", ROOT / "tests/__main__.py"]
    for path in [*files, *(ROOT / "desktop" / "bootstrap").glob("*.py")]:
        ast.parse(path.read_text("utf-8"), filename=os.fspath(path), feature_version=(3, 8))
