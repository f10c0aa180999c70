from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.screen import Projector
from desktop.tree.projector.steps import first_step
from desktop.ui.tokens import tokens
from tests.pledges.evening import Evening
from tests.tree.projector.leaves import Clock, rows
from tests.ui.hands import press


@pytest.fixture
def projector(evening: Evening, qtbot: QtBot) -> Projector:
    made = Projector(evening.desk, Clock())
    qtbot.addWidget(made)
    made.resize(960, 540)
    made.show()
    made.show_session(evening.session)
    return made


def until_shown(qtbot: QtBot, projector: Projector, number: int) -> None:
    clock = projector.stage._clock
    assert isinstance(clock, Clock)

    def there() -> bool:
        clock.time += 0.5
        projector.director.tick()
        return projector.side.said.number == number and projector.director.at_rest

    qtbot.waitUntil(there, timeout=20_000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_esc_and_f11_close_it(qtbot: QtBot, projector: Projector, key: Qt.Key) -> None:
    with qtbot.waitSignal(projector.left):
        press(projector, key)
    assert not projector.isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (2560, 1080), (480, 270)])
def test_tree_and_words_stand_beside_each_other(
    projector: Projector, size: tuple[int, int]
) -> None:
    projector.resize(*size)
    stage, side = projector.stage.geometry(), projector.side.geometry()
    assert not stage.intersects(side)
    assert projector.rect().contains(side)
    assert stage.width() > size[0] / 2
    assert stage.height() == size[1]


def test_the_line_from_the_newest_leaf_reaches_its_words(
    qtbot: QtBot, projector: Projector
) -> None:
    until_shown(qtbot, projector, 0)
    step = replace(first_step(rows(200), projector.stage.canvas), newest=righthand())
    projector.stage.show_step(step, fades=False)
    image = projector.grab().toImage()
    ring = projector.stage.ring()
    assert ring is not None
    middle = round(ring.center().y())
    card = projector.side.x() + round(projector.side.card().left())
    across = range(round(ring.right()) + 2, card)
    assert all(image.pixelColor(x, middle).lightness() < 160 for x in across)


def righthand() -> Leaf:
    """Return the leaf that hangs farthest to the right at the height of the card."""
    return max(rows(200), key=lambda row: row.place.x if 0 < row.place.y < 60 else -1)


def test_it_hears_of_pledges_and_of_a_new_title(
    qtbot: QtBot, evening: Evening, projector: Projector
) -> None:
    until_shown(qtbot, projector, 0)
    evening.pledge("Listen more")
    with evening.store.change("Edit session") as change:
        change.save(replace(evening.session, title="Kind words"))
    projector.on_changed(frozenset({"pledge", "session"}))
    assert projector.side.said.title == "Kind words"
    until_shown(qtbot, projector, 1)


def test_pledges_of_a_deleted_session_leave_the_room_and_come_back_with_undo(
    qtbot: QtBot, evening: Evening, projector: Projector
) -> None:
    evening.pledge("Listen more")
    projector.on_changed(frozenset({"pledge"}))
    until_shown(qtbot, projector, 1)
    with evening.store.change("Delete session") as change:
        change.delete(evening.session)
    projector.on_changed(frozenset({"session"}))
    until_shown(qtbot, projector, 0)
    assert projector.side.said.title == ""
    assert projector.side.said.newest is None
    evening.store.undo()
    projector.on_changed(frozenset({"session"}))
    until_shown(qtbot, projector, 1)
    assert projector.side.said.title == evening.session.title


def test_what_it_does_not_show_is_no_work(qtbot: QtBot, projector: Projector) -> None:
    until_shown(qtbot, projector, 0)
    projector.on_changed(frozenset({"hanging", "tree", "box"}))
    assert projector.director.at_rest


def test_its_colours_are_chosen_apart_from_the_windows(
    qtbot: QtBot, evening: Evening, projector: Projector
) -> None:
    until_shown(qtbot, projector, 0)
    evening.desk.prefer(replace(evening.desk.preferences, projector="dark"))
    until_shown(qtbot, projector, 0)
    corner = projector.grab().toImage().pixelColor(4, 4)
    assert corner.name().upper() == tokens("dark")["bg"]


def test_tree_and_words_change_their_colours_together(
    qtbot: QtBot, evening: Evening, projector: Projector
) -> None:
    until_shown(qtbot, projector, 0)
    light, dark = (tokens(theme)["bg"] for theme in ("light", "dark"))
    assert grounds(projector) == {light}
    evening.desk.prefer(replace(evening.desk.preferences, projector="dark"))
    assert grounds(projector) == {light}
    qtbot.waitUntil(lambda: grounds(projector) == {dark}, timeout=20_000)


def grounds(projector: Projector) -> set[str]:
    """Return the colours of the ground beside the tree, about the words and between them."""
    image = projector.grab().toImage()
    between = projector.stage.width() + 3
    places = (4, between, projector.width() - 4)
    return {image.pixelColor(x, 4).name().upper() for x in places}


def test_nothing_moves_where_that_is_chosen(evening: Evening, projector: Projector) -> None:
    evening.desk.prefer(replace(evening.desk.preferences, still=True))
    assert projector.stage.still


def test_a_double_click_makes_it_a_window_that_can_be_moved(projector: Projector) -> None:
    screen = projector.screen()
    projector.fill(screen, beside=True)
    assert projector.isFullScreen()
    QTest.mouseDClick(projector, Qt.MouseButton.LeftButton)
    assert not projector.isFullScreen()
    assert screen.availableGeometry().contains(projector.geometry())
    assert projector.width() < screen.geometry().width()
    assert projector.height() < screen.geometry().height()
    QTest.mouseDClick(projector, Qt.MouseButton.LeftButton)
    assert projector.isFullScreen()


def refuses_keys(projector: Projector) -> bool:
    return bool(projector.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus)


def test_beside_the_facilitators_window_it_takes_keys_only_once_it_is_clicked_on(
    projector: Projector,
) -> None:
    projector.fill(projector.screen(), beside=True)
    assert refuses_keys(projector)
    QTest.mouseClick(projector, Qt.MouseButton.LeftButton)
    assert not refuses_keys(projector)
    press(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()
    projector.fill(projector.screen(), beside=True)
    assert refuses_keys(projector)
    projector.fill(projector.screen(), beside=False)
    assert not refuses_keys(projector)


def test_it_tells_of_typing_that_is_not_meant_for_it(qtbot: QtBot, projector: Projector) -> None:
    with qtbot.waitSignal(projector.typed):
        press(projector, Qt.Key.Key_A)
    assert projector.isVisible()


def test_the_pointer_is_seen_only_while_it_moves(qtbot: QtBot, projector: Projector) -> None:
    hidden = Qt.CursorShape.BlankCursor
    projector.fill(projector.screen(), beside=True)
    assert projector.cursor().shape() == hidden
    where = QPoint(projector.width() // 3, projector.height() // 2)
    assert projector.childAt(where) is None  # nothing keeps the pointer's moves from it
    QTest.mouseMove(projector, where)
    qtbot.waitUntil(lambda: projector.cursor().shape() != hidden)
    qtbot.waitUntil(lambda: projector.cursor().shape() == hidden)
