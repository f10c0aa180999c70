from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.preferences import (
    Preferences,
    preferences_file,
    read_preferences,
    write_preferences,
)


def test_choices_come_back_at_the_next_start(tmp_path: Path) -> None:
    chosen = Preferences(author="Siân Prosser", theme="dark", text_percent=130)
    write_preferences(tmp_path / "data.db", chosen)
    assert read_preferences(tmp_path / "data.db") == chosen


@pytest.mark.parametrize("found", ["", "{", "[1]", '{"theme": 3, "author": null}', "\x00\xff"])
def test_damaged_choices_are_the_usual_ones(tmp_path: Path, found: str) -> None:
    preferences_file(tmp_path / "data.db").write_text(found, encoding="utf-8")
    assert read_preferences(tmp_path / "data.db") == Preferences()


def test_choices_of_a_newer_version_are_passed_over(tmp_path: Path) -> None:
    preferences_file(tmp_path / "data.db").write_text('{"author": "Ann", "colour": "red"}')
    assert read_preferences(tmp_path / "data.db").author == "Ann"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be kept"):
        write_preferences(tmp_path / "gone" / "data.db", Preferences())
