from pathlib import Path

import pytest

from desktop.cli import main
from desktop.sample.commands import has_screen


def test_the_demo_without_a_window_says_where_everything_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--no-window", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert str(tmp_path / "pledge-tree.db") in said
    assert said.count(".pdf") == 4


def test_with_no_screen_the_demo_says_so_and_ends_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not has_screen()
    assert main(["demo", "--out", str(tmp_path)]) == 0
    assert "no screen" in capsys.readouterr().err
