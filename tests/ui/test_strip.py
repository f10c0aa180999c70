from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.window import Window
from tests.ui.hands import click


def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_strip_tells_whether_the_work_is_safe(qtbot: QtBot) -> None:
    made = window(qtbot)
    chosen: list[str] = []
    made.set_saved("Nothing to save yet", "nothing")
    made.set_backup("No backup place chosen", "missing", "Choose where", lambda: chosen.append("x"))
    made.set_who("New laptop")
    said = [made.strip.saved.words.text(), made.strip.backup.words.text()]
    assert said == ["Nothing to save yet", "No backup place chosen"]
    click(made.strip.backup.link)
    assert chosen == ["x"]
    made.set_backup("Backed up 13:58 to USB stick", brief="Backed up 13:58")
    assert made.strip.backup.link.isHidden()


def test_a_narrow_strip_is_brief(qtbot: QtBot) -> None:
    made = window(qtbot)
    made.set_backup("Backed up 13:58 to USB stick “Pledge 3”", brief="Backed up 13:58")
    made.resize(911, 480)
    QApplication.processEvents()
    assert made.strip.backup.words.text() == "Backed up 13:58"
    made.resize(1366, 696)
    QApplication.processEvents()
    assert made.strip.backup.words.text() == "Backed up 13:58 to USB stick “Pledge 3”"
