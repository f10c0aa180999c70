import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.sample.build import build_file


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "print cards --session" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["fly"], ["print"], ["--data"], ["sessions", "--xml"]])
def test_wrong_words_end_with_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("print tree --programme x --out y --paper A9", "--paper cannot be 'A9'. Choose one of A4"),
        (
            "print tree --programme x --out y --planned 0",
            "--planned: '0' is not a number of leaves",
        ),
        ("print tree --out", "Nothing stands after --out. Type what it is to be."),
        ("print tree", "This is missing: --programme, --out."),
        ("sessions --xml", "This is not known here: --xml."),
        ("fly", "COMMAND cannot be 'fly'. Choose one of demo, sessions,"),
    ],
)
def test_what_is_wrong_with_a_command_is_one_sentence_and_not_a_table(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(words.split())
    said, more = capsys.readouterr().err.splitlines()
    assert said.startswith(sentence)
    assert more.startswith("To see what can be typed: python3 -m desktop")
    assert more.endswith(" --help")


def test_a_data_file_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "none.db"), "sessions"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "There is no data file at" in said.err


def test_sessions_are_listed_for_people_and_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_file(tmp_path / "sample.db")
    assert main(["--data", str(tmp_path / "sample.db"), "sessions", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 40
    assert rows[0]["programme"] == "Intelligent kindness"
    assert main(["--data", str(tmp_path / "sample.db"), "sessions"]) == 0
    assert rows[0]["id"] in capsys.readouterr().out
