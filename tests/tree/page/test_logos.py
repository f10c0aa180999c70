from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.page.logos import Logos
from tests.pledges.evening import Evening


def test_a_file_that_is_gone_is_said(
    evening: Evening, qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    logos = Logos(owner, evening.desk)
    with qtbot.waitSignal(logos.troubled) as said:
        logos.take(evening.programme.id, tmp_path / "gone" / "logo.png")
    assert "is not there" in said.args[0]


def test_to_remove_it_is_one_step(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    logos = Logos(owner, evening.desk)
    with qtbot.waitSignal(logos.told) as told:
        logos.remove(evening.programme.id)
    assert told.args[0] == "Logo removed"
