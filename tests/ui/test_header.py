from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.header import PageHeader
from desktop.ui.layout import column, panel
from desktop.ui.segments import Segments


def test_a_header_takes_less_room_in_a_low_window(qtbot: QtBot) -> None:
    sections = Segments("Sections", [("r", "Register", "leaf"), ("p", "Pledges", "leaf")])
    header = PageHeader("Good conversations at home", sections)
    header.set_facts([("map-pin", "Aberwen"), ("clock", "14:30 to 16:30")])
    header.set_counters([("23 of 25", "here"), ("18", "pledges")])
    page = panel(column(header, QWidget()))
    qtbot.addWidget(page)
    page.resize(1280, 660)
    page.show()
    QApplication.processEvents()
    assert not header.compact()
    high = header.height()
    page.resize(827, 400)
    QApplication.processEvents()
    assert header.compact()
    assert header.height() < high
    page.resize(1280, 660)
    QApplication.processEvents()
    assert not header.compact()
    assert header.counters.isVisible()


def test_parts_stand_at_the_right_end_of_its_first_line(qtbot: QtBot) -> None:
    header = PageHeader("Tree room")
    beside = QWidget()
    beside.setFixedSize(100, 30)
    header.put_beside(beside)
    qtbot.addWidget(header)
    header.resize(800, 60)
    header.show()
    QApplication.processEvents()
    assert beside.geometry().right() > 760
