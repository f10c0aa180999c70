from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.workspace.paper_list import PaperList
from desktop.workspace.papers import PAPERS
from tests.ui.hands import click, focus, press


def paper_list(qtbot: QtBot) -> PaperList:
    made = PaperList()
    qtbot.addWidget(made)
    made.resize(264, 360)
    made.show_lines(dict.fromkeys(PAPERS, "2 on 1 sheet"), {"cards": "Printed 16:31"})
    made.show()
    return made


def test_a_paper_is_chosen_by_mouse_arrows_and_enter(qtbot: QtBot) -> None:
    made = paper_list(qtbot)
    heard: list[str] = []
    made.chosen.connect(heard.append)
    assert made.value() == ""
    click(made.rows["summary"])
    focus(made.rows["summary"])
    press(made.rows["summary"], Qt.Key.Key_Up)
    focus(made.rows["forms"])
    press(made.rows["forms"], Qt.Key.Key_Return)
    assert heard == ["summary", "leaves", "forms"]
    assert made.value() == "forms"


def test_a_row_is_read_aloud_with_what_was_done(qtbot: QtBot) -> None:
    made = paper_list(qtbot)
    assert made.rows["cards"].accessibleName() == "Pledge cards, 2 on 1 sheet, Printed 16:31"
    assert made.rows["leaves"].accessibleName() == "Leaves to cut out, 2 on 1 sheet"


def test_small_rows_still_paint_what_was_done(qtbot: QtBot) -> None:
    made = paper_list(qtbot)
    before = made.rows["cards"].sizeHint().height()
    made.be_small(True)
    assert made.rows["cards"].sizeHint().height() < before
    plain = made.rows["leaves"].grab().toImage()
    made.rows["leaves"].show_words("2 on 1 sheet", "Printed 16:31")
    assert made.rows["leaves"].grab().toImage() != plain


def test_what_was_done_stands_in_the_same_line_of_every_paper(qtbot: QtBot) -> None:
    made = paper_list(qtbot)
    made.show_lines(dict.fromkeys(PAPERS, "2 on 1 sheet"), dict.fromkeys(PAPERS, "Printed 16:31"))
    for small, narrow, beside in ((False, False, True), (True, False, False), (True, True, False)):
        made.be_small(small, narrow)
        made.adjustSize()
        QApplication.processEvents()
        assert {row.is_beside() for row in made.rows.values()} == {beside}
