import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.table import Group, Pill, Row, TallList
from desktop.ui.theme import theme
from tests.ui.hands import press, show

ROWS = [
    Row(
        key=key,
        cells=(heading, "Tŷ Gwyn · 20:00 to 21:00", "Mon", date),
        group="2026-10",
        pill=Pill("Register ready, 14 people", "ok", "check"),
        status="Kindness",
    )
    for key, heading, date in (
        ("a", "Night staff", "12 Oct"),
        ("b", "Coffee morning", "14 Oct"),
        ("c", "Good conversations", "20 Oct"),
    )
]
GROUPS = [Group("2026-10", "October 2026", "3 sessions")]


@pytest.fixture
def tall(qtbot: QtBot) -> TallList:
    made = TallList("Sessions")
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show_rows(ROWS, GROUPS)
    show(made)
    return made


def middle_of(tall: TallList, key: str) -> QPoint:
    index = tall.view.lines.index(tall.view.lines.place(key))
    return tall.view.visualRect(index).center()


def dots_of(tall: TallList, key: str) -> QPoint:
    at = tall.view.lines.place(key)
    rect = QRectF(tall.view.visualRect(tall.view.lines.index(at)))
    (dots,) = tall.view.painter_.action_rects(rect, ROWS[0], False)
    return dots.center().toPoint()


def clicked(tall: TallList, at: QPoint) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tall.view.viewport(), Qt.MouseButton.LeftButton, none, at)


def test_one_click_opens_a_row(tall: TallList) -> None:
    opened: list[str] = []
    tall.opened.connect(opened.append)
    clicked(tall, middle_of(tall, "b"))
    assert opened == ["b"]
    assert tall.marked_key() == "b"


def test_a_press_that_ends_elsewhere_opens_nothing(tall: TallList) -> None:
    opened: list[str] = []
    tall.opened.connect(opened.append)
    view, left = tall.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, middle_of(tall, "a"))
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, middle_of(tall, "c"))
    assert opened == []


def test_enter_opens_the_marked_row(tall: TallList) -> None:
    opened: list[str] = []
    tall.opened.connect(opened.append)
    tall.view.setFocus()
    press(tall.view, Qt.Key.Key_Down)
    press(tall.view, Qt.Key.Key_Return)
    tall.act()
    assert opened == ["b", "b"]


def test_the_menu_opens_by_its_dots_the_right_arrow_and_the_menu_key(tall: TallList) -> None:
    asked: list[str] = []
    opened: list[str] = []
    tall.menu_asked.connect(lambda key, place: asked.append(key))
    tall.opened.connect(opened.append)
    clicked(tall, dots_of(tall, "c"))
    press(tall.view, Qt.Key.Key_Right)
    reasons = QContextMenuEvent.Reason
    QApplication.sendEvent(
        tall.view, QContextMenuEvent(reasons.Keyboard, QPoint(0, 0), QPoint(0, 0))
    )
    place = middle_of(tall, "a")
    by_mouse = QContextMenuEvent(reasons.Mouse, place, tall.view.mapToGlobal(place))
    QApplication.sendEvent(tall.view.viewport(), by_mouse)
    assert asked == ["c", "c", "c", "a"]
    assert opened == []


def test_a_row_is_read_with_its_day_and_status(tall: TallList) -> None:
    index = tall.view.lines.index(1)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Night staff, Register ready, 14 people, Tŷ Gwyn · 20:00 to 21:00, Mon, 12 Oct, Kindness"
    )


def test_the_status_of_the_marked_row_can_be_told_from_its_ground(tall: TallList) -> None:
    tall.mark("a")
    image = tall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    white, soft = theme().colour("surface").rgb(), theme().colour("soft").rgb()
    middle = middle_of(tall, "a")
    line = [image.pixel(x, middle.y() - 10) for x in range(image.width())]
    assert soft in line
    assert white in line[600:-80]


def test_a_narrow_list_leaves_out_the_quiet_status(tall: TallList) -> None:
    tall.resize(500, 400)
    assert not tall.grab().isNull()
    assert tall.view.rowHeight(1) == theme().px(60)
