from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.page.logos import MOST_BYTES, Logos
from tests.pledges.evening import Evening


def test_a_file_that_is_gone_is_said(
    evening: Evening, qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    logos = Logos(owner, evening.desk)
    with qtbot.waitSignal(logos.troubled) as said:
        logos.take(evening.programme.id, tmp_path / "gone" / "logo.png")
    assert "is not there" in said.args[0]


def test_a_picture_that_is_too_large_is_said(
    evening: Evening, qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    logos = Logos(owner, evening.desk)
    with (tmp_path / "wall.png").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with qtbot.waitSignal(logos.troubled) as said:
        logos.take(evening.programme.id, tmp_path / "wall.png")
    assert said.args[0] == "This picture is larger than 40 MB. Choose a smaller one."


def test_to_remove_it_is_one_step(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    logos = Logos(owner, evening.desk)
    with qtbot.waitSignal(logos.told) as told:
        logos.remove(evening.programme.id)
    assert told.args[0] == "Logo removed"
