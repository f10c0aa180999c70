from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.help.page import HelpPage
from desktop.kinds import open_store
from tests.ui.hands import focus, press


def page_of(qtbot: QtBot, tmp_path: Path) -> HelpPage:
    page = HelpPage(Desk(open_store(tmp_path / "data.db")))
    qtbot.addWidget(page)
    page.resize(1280, 660)
    page.show()
    return page


def test_help_opens_on_the_first_session(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    assert "Press Plan a session on Home" in page.text.toPlainText()


def test_a_topic_is_chosen_with_the_arrow_keys(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    focus(page.buttons["first-session"])
    press(page.buttons["first-session"], Qt.Key.Key_Down)
    assert page.text.toPlainText().startswith("The register")


def test_another_page_can_ask_for_a_topic(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    page.go_to("keys")
    assert "Ctrl Enter" in page.text.toPlainText()


def test_nothing_is_wider_than_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    for width in (1280, 560, 900):
        page.resize(width, 400)
        for topic in page.buttons:
            page.go_to(topic)
            assert page.text.horizontalScrollBar().maximum() == 0
