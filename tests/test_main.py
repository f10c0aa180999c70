import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.__main__ import SPREAD, selects


@pytest.mark.parametrize("arguments", [[], ["--long"], ["-x", "-n", "4"], ["--maxfail=1"]])
def test_every_check_runs_unless_tests_are_chosen(arguments: Sequence[str]) -> None:
    assert not selects(arguments)


@pytest.mark.parametrize("option", [["-k", "walk_in"], ["-kwalk_in"], ["-m", "long"], ["--lf"]])
def test_an_option_chooses_tests(option: Sequence[str]) -> None:
    assert selects(option)


def test_a_path_chooses_tests() -> None:
    assert selects([__file__])
    assert selects([f"{Path(__file__).parent}::test_a_path_chooses_tests"])


def test_a_crash_ends_the_tests_and_says_where(tmp_path: Path) -> None:
    """pytest-xdist would go on and wait for ever for tests that it handed to a new process."""
    for name in "abc":
        crash = "import os\ndef test_it(): os._exit(3)\n" if name == "a" else "def test_it(): ...\n"
        (tmp_path / f"test_{name}.py").write_text(f"{crash}def test_that(): ...\n")
    command = [sys.executable, "-m", "pytest", *SPREAD, "-p", "no:cacheprovider", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "crashed while running 'test_a.py::test_it'" in done.stdout
