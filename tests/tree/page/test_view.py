import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.tree.page.view import CLOSEST, PosterView
from tests.tree.page.papers import leaf_at, paper
from tests.ui.hands import press, show


def drawn(qtbot: QtBot, view: PosterView) -> None:
    qtbot.waitUntil(view.is_drawn, timeout=10_000)


@pytest.fixture
def view(qtbot: QtBot) -> PosterView:
    view = PosterView()
    qtbot.addWidget(view)
    view.resize(628, 428)
    show(view)
    with qtbot.waitSignal(view.opened):
        view.show_pdf(paper(2), "A3 poster")
    drawn(qtbot, view)
    return view


def colour(view: PosterView, x: float, y: float) -> str:
    return QColor(view.viewport().grab().toImage().pixel(QPoint(round(x), round(y)))).name()


def test_at_first_the_whole_sheet_is_seen(view: PosterView) -> None:
    assert view.fits()
    assert view.visible_rect().getRect() == (14, 14, 600, 400)
    assert colour(view, 100, 200) == "#ff0000"
    assert colour(view, 560, 200) == "#0000ff"
    assert view.accessibleName() == "A3 poster, page 1 of 2"


@pytest.mark.parametrize("way", ["keys", "wheel"])
def test_it_comes_closer_and_goes_back(view: PosterView, qtbot: QtBot, way: str) -> None:
    def step(by: int) -> None:
        if way == "keys":
            press(view, Qt.Key.Key_Plus if by > 0 else Qt.Key.Key_Minus)
        else:
            turn_wheel(view, by)

    for _ in range(4):
        step(1)
    assert view.scale() == pytest.approx(1.25**4)
    drawn(qtbot, view)
    for _ in range(9):
        step(-1)
    assert view.fits()
    assert view.scale() == pytest.approx(1)


def turn_wheel(view: PosterView, by: int) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_it_comes_no_closer_than_makes_sense(view: PosterView) -> None:
    for _ in range(40):
        view.step_zoom(1)
    assert view.scale() == pytest.approx(CLOSEST)
    press(view, Qt.Key.Key_0)
    assert view.fits()


def test_the_place_under_the_pointer_stays_there(view: PosterView, qtbot: QtBot) -> None:
    view.step_zoom(6, QPointF(314, 200))
    drawn(qtbot, view)
    assert colour(view, 304, 200) == "#ff0000"
    assert colour(view, 324, 200) == "#0000ff"


def test_arrows_and_dragging_move_over_the_sheet(view: PosterView, qtbot: QtBot) -> None:
    view.step_zoom(6)
    drawn(qtbot, view)
    assert colour(view, 300, 210) == "#ff0000"
    press(view, Qt.Key.Key_Right)
    assert colour(view, 300, 210) == "#0000ff"
    press(view, Qt.Key.Key_Left)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    QTest.mouseMove(port, QPoint(300, 200))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert colour(view, 290, 210) == "#0000ff"


def test_pages_are_turned(view: PosterView, qtbot: QtBot) -> None:
    press(view, Qt.Key.Key_PageDown)
    assert view.page() == 1
    assert view.accessibleName() == "A3 poster, page 2 of 2"
    view.go_to(7)
    assert view.page() == 1
    press(view, Qt.Key.Key_PageUp)
    assert view.page() == 0
    drawn(qtbot, view)


def test_a_leaf_is_brought_to_the_middle_and_ringed(view: PosterView, qtbot: QtBot) -> None:
    view.bring(leaf_at(150, 100))
    drawn(qtbot, view)
    middle = view.viewport().rect().center()
    half = 10 * view.scale()
    assert view.scale() > 5
    assert colour(view, middle.x() + half, middle.y()) == "#1a4fd6"
    assert colour(view, middle.x(), middle.y()) == "#ff0000"


def test_the_sheets_it_is_cut_into_are_drawn(view: PosterView) -> None:
    plain = view.viewport().grab().toImage()
    view.show_parts([QRectF(0, 0, 300, 400), QRectF(300, 0, 300, 400)])
    assert view.viewport().grab().toImage() != plain
    view.show_parts([QRectF(0, 0, 600, 400)])
    assert view.viewport().grab().toImage() == plain


def test_a_paper_of_the_same_size_stays_where_it_was_looked_at(
    view: PosterView, qtbot: QtBot
) -> None:
    view.step_zoom(6)
    scale = view.scale()
    with qtbot.waitSignal(view.opened):
        view.show_pdf(paper(1), "again")
    assert view.scale() == scale
    with qtbot.waitSignal(view.opened):
        view.show_pdf(paper(1, 400, 600), "another")
    assert view.fits()
    drawn(qtbot, view)


def test_the_last_of_several_papers_is_shown(view: PosterView, qtbot: QtBot) -> None:
    for number in range(2, 7):
        view.show_pdf(paper(number), "many")
    qtbot.waitUntil(lambda: view.page_count() == 6)
    drawn(qtbot, view)
