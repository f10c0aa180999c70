import subprocess
import sys
from pathlib import Path

import pytest

from desktop.bootstrap.basics import lock, one_at_a_time, read, run, write

HOLD = """
import sys
from desktop.bootstrap.basics import one_at_a_time
with one_at_a_time(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_set_up_waits_for_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lock"
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert first.stdin
    assert first.stdout
    assert first.stdout.readline().strip() == b"held"
    with path.open("a+b") as file:
        assert not lock(file.fileno())
    first.communicate()
    with one_at_a_time(str(path)), path.open("a+b") as file:
        assert not lock(file.fileno())
    assert capsys.readouterr() == ("", "")


def test_a_lock_goes_with_the_one_who_held_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("a+b") as file:
        assert lock(file.fileno())
    with path.open("a+b") as file:
        assert lock(file.fileno())


def test_a_program_is_heard_line_by_line_with_what_it_says_on_both_streams() -> None:
    heard: list[str] = []
    script = "import os, sys; print(os.environ['WORD'], flush=True); sys.exit('no')"
    code, said = run([sys.executable, "-c", script], {"WORD": "yes"}, heard.append)
    assert (code, said) == (1, "yes\nno\n")
    assert heard == ["yes\n", "no\n"]


def test_a_file_that_is_not_there_reads_as_nothing(tmp_path: Path) -> None:
    assert read(str(tmp_path / "none")) == ""
    write(str(tmp_path / "one"), "words")
    assert read(str(tmp_path / "one")) == "words"
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
