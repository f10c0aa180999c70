import sys
from pathlib import Path

import pytest

from desktop.bootstrap.system import (
    WITH_WINDOW,
    WITHOUT_SCREEN,
    apt_install,
    is_root,
    libraries_for,
    see_to_libraries,
    what_lacks,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="about Linux's libraries")
NONE_SUCH = {"libnonesuch.so.9": "libnonesuch9"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".venv").mkdir()
    return tmp_path


def pretend_apt(folder: Path, answer: str) -> Path:
    """Put an apt-get there that keeps what it was asked; return where."""
    asked = folder / "asked"
    program = folder / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$@" >> {asked}\n{answer}\n')
    program.chmod(0o755)
    return asked


def test_a_window_needs_more_than_drawing_without_a_screen() -> None:
    assert libraries_for({}) == WITHOUT_SCREEN
    assert libraries_for({"DISPLAY": ":0"}) == WITH_WINDOW
    assert libraries_for({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}) == WITH_WINDOW
    assert libraries_for({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == WITHOUT_SCREEN
    assert set(WITHOUT_SCREEN) < set(WITH_WINDOW)


def test_only_what_can_not_be_loaded_is_missing() -> None:
    assert what_lacks(["libc.so.6", "libnonesuch.so.9"]) == ["libnonesuch.so.9"]


def test_what_was_found_once_is_not_looked_for_again(root: Path) -> None:
    assert see_to_libraries(str(root), {"libc.so.6": "libc6"}) == ""
    (stamp,) = (root / ".venv").iterdir()
    assert stamp.read_text() == "libc.so.6"


def test_a_missing_library_is_named_with_what_installs_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))
    said = see_to_libraries(str(root), NONE_SUCH)
    assert "without libnonesuch.so.9; install libnonesuch9 with your system's" in said
    assert list((root / ".venv").iterdir()) == []


def test_on_debian_the_exact_command_is_said_or_run(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = pretend_apt(root, "exit 0")
    monkeypatch.setenv("PATH", str(root))
    said = see_to_libraries(str(root), NONE_SUCH)
    assert "apt-get install --yes libnonesuch9”" in said
    assert asked.exists() == is_root()


@pytest.mark.skipif(not is_root(), reason="only root installs")
def test_old_package_lists_are_renewed_before_a_second_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = pretend_apt(tmp_path, f"[ $3 = update ] && : > {tmp_path}/new; [ -e {tmp_path}/new ]")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert apt_install(["libgl1"])
    assert [line.split()[2] for line in asked.read_text().splitlines()] == [
        "install",
        "update",
        "install",
    ]
