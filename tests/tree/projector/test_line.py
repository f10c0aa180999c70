from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.projector.line import Line


def test_it_goes_on_where_the_line_from_the_leaf_ends_and_fades_with_it(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.setStyleSheet("background: white")
    line = Line(room)
    line.resize(28, 100)
    assert drawn(line) == set()
    line.lead(40.0, 1.0, QColor("black"), 4.0)
    assert drawn(line) == {38, 39, 40, 41}
    dark = lightness(line)
    line.lead(40.0, 0.5, QColor("black"), 4.0)
    assert lightness(line) > dark
    line.lead(40.0, 0.0, QColor("black"), 4.0)
    assert drawn(line) == set()


def test_clicks_go_through_it(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    assert Line(room).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def picture(line: Line) -> QImage:
    room = line.parentWidget()
    assert room is not None
    return room.grab(line.geometry()).toImage()


def drawn(line: Line) -> set[int]:
    """Return the rows that are dark from one side to the other."""
    image = picture(line)
    across = range(image.width())
    return {
        y
        for y in range(image.height())
        if all(image.pixelColor(x, y).lightness() < 240 for x in across)
    }


def lightness(line: Line) -> int:
    return picture(line).pixelColor(14, 40).lightness()
