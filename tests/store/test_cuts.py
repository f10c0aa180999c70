"""What is left when the power fails: nothing acknowledged is lost, and the file opens."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def cut(folder: Path, cuts: int, seed: int, *how: str) -> dict[str, Any]:
    """Let the power fail so many times in a program of its own, whose SQLite is recorded."""
    command = [sys.executable, "-m", "tests.store.cutting", str(folder), str(cuts), str(seed)]
    done = subprocess.run([*command, *how], cwd=ROOT, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["steps"] > 1_000
    return found


def test_nothing_acknowledged_is_lost_when_the_power_fails(tmp_path: Path) -> None:
    assert cut(tmp_path, 25, seed=1)["wrong"] == []


def test_a_store_that_does_not_wait_for_the_disk_would_be_caught(tmp_path: Path) -> None:
    assert len(cut(tmp_path, 10, 1, "careless")["wrong"]) > 5


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 12))
def test_nothing_acknowledged_is_lost_in_a_thousand_power_cuts(tmp_path: Path, seed: int) -> None:
    assert cut(tmp_path, 100, seed)["wrong"] == []
