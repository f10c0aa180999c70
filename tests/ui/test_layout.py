from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.controls import LineEdit
from desktop.ui.labels import Text
from desktop.ui.layout import Body, Scroll, Split, Tall, Wrap, column, panel
from desktop.ui.window import Window
from tests.ui.hands import focus, press


def test_a_side_column_folds_under_a_button(qtbot: QtBot) -> None:
    side = QLabel("Details")
    page = Split(QLabel("Register"), side, "Details")
    qtbot.addWidget(page)
    page.resize(1200, 500)
    page.show()
    assert side.isVisible()
    assert page.button.isHidden()
    page.resize(800, 500)
    QApplication.processEvents()
    assert side.isHidden()
    page.button.click()
    assert side.isVisible()


def test_parts_go_on_in_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    wrap = Wrap(holder, 8, 8)
    for _ in range(6):
        part = QWidget()
        part.setFixedSize(90, 20)
        wrap.addWidget(part)
    qtbot.addWidget(holder)
    assert wrap.heightForWidth(1000) == 20
    assert wrap.heightForWidth(200) == 3 * 20 + 2 * 8
    assert wrap.count() == 6


def test_what_is_tall_scrolls(qtbot: QtBot) -> None:
    tall = QWidget()
    tall.setMinimumHeight(2000)
    page = Body(panel(column(tall)), scrolls=True)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    QApplication.processEvents()
    assert page.height() == 400
    scroll = page.findChild(Scroll)
    assert isinstance(scroll, Scroll)
    assert scroll.verticalScrollBar().maximum() > 1000


def test_what_tab_comes_to_is_scrolled_into_view_whole(qtbot: QtBot) -> None:
    first, last = LineEdit(), LineEdit()
    tall = Body(panel(column(first, 2000, last)), scrolls=True)
    window = Window()
    qtbot.addWidget(window)
    window.add_page("tall", "house", "Tall", tall)
    window.show()
    window.show_page("tall")
    focus(first)
    press(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_words_that_wrap_are_not_squeezed_where_it_scrolls(qtbot: QtBot) -> None:
    words = Text("One small thing would make someone’s day. " * 6, wrap=True)
    scroll = Scroll(Tall(column(words, panel(column(Text("below"))))))
    qtbot.addWidget(scroll)
    scroll.resize(160, 60)
    scroll.show()
    QApplication.processEvents()
    assert words.height() >= words.heightForWidth(words.width())
