import sys
from pathlib import Path

import pytest

from desktop.bootstrap.basics import SetUpError
from desktop.bootstrap.pythons import Python, candidates, describe, find_python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands in for pythons by scripts")


def pretend(folder: Path, name: str, answer: str) -> str:
    """Put a program of this name there that answers like a Python."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o755)
    return str(program)


def python(folder: Path, major: int, minor: int, complete: int = 1) -> str:
    path = folder / f"python{major}.{minor}"
    return pretend(folder, path.name, f"echo {path}; echo {major} {minor} {complete}")


def test_the_python_that_runs_this_will_do() -> None:
    found = describe([sys.executable], "venv", "ensurepip")
    assert found == Python(sys.executable, sys.version_info[:2], True)
    assert found.supported
    assert candidates()[-1] == ["python3.11"]


def test_the_first_that_pledge_tree_runs_on_is_taken(tmp_path: Path) -> None:
    old, new = python(tmp_path, 3, 9), python(tmp_path, 3, 14)
    good, other = python(tmp_path, 3, 13), python(tmp_path, 3, 12)
    assert find_python([[old], [new], [good], [other]]) == good


def test_a_python_that_lacks_its_venv_module_comes_second(tmp_path: Path) -> None:
    lacking, whole = python(tmp_path, 3, 13, complete=0), python(tmp_path, 3, 11)
    assert find_python([[lacking], [whole]]) == whole


def test_without_a_right_python_one_sentence_says_which_to_install(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match=r"runs on Python 3.11, 3.12 or 3.13, .* install Python"):
        find_python([[python(tmp_path, 3, 9)], ["no-such-python"]])


def test_a_name_that_starts_nothing_is_passed_over(tmp_path: Path) -> None:
    broken = pretend(tmp_path, "python3.12", "echo no such version >&2; exit 127")
    chatty = pretend(tmp_path, "python3.13", "echo hello; echo from a wrapper")
    assert describe([broken]) is None
    assert describe([chatty]) is None
    assert describe(["no-such-python"]) is None


def test_a_missing_venv_module_is_named_with_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    lacking = python(tmp_path, 3, 12, complete=0)
    with pytest.raises(SetUpError, match=r"lacks its module venv; install python3.12-venv"):
        find_python([[lacking]])
