from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.table import Action
from desktop.ui.theme import apply_theme, theme
from tests.ui.table.people import CHECK_IN, here, shown, waiting


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
def test_a_list_paints_in_every_theme(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    made = shown(qtbot, [waiting("a"), replace(here("b"), ticked=True)])
    apply_theme(qapp, name)
    made.mark_first()
    picture = made.grab().toImage()
    assert picture.pixelColor(400, 10) != picture.pixelColor(400, 60) or name == "hc"


def test_the_marked_row_has_a_tint_and_a_bar(qtbot: QtBot) -> None:
    made = shown(qtbot, [waiting("a"), waiting("b")])
    made.mark("b")
    rect = made.view.visualRect(made.view.lines.index(2))
    picture = made.view.viewport().grab().toImage()
    assert picture.pixelColor(1, rect.center().y()) == theme().colour("brand")
    assert picture.pixelColor(40, rect.top() + 4) == theme().colour("soft")


def test_buttons_stand_beside_each_other(qtbot: QtBot) -> None:
    row = replace(waiting("a"), actions=(CHECK_IN, Action("no", "Not coming")))
    made = shown(qtbot, [row])
    first, second = made.view.painter_.action_rects(QRectF(0, 0, 700, 44), row, False)
    assert second.right() < first.left()
    assert first.right() < 700
    marked = made.view.painter_.action_rects(QRectF(0, 0, 700, 44), row, True)
    assert marked == [first, second], "marking a row moves nothing"


def test_a_cell_takes_the_room_of_the_empty_ones_beside_it(qtbot: QtBot) -> None:
    full = waiting("a")
    made = shown(qtbot, [full])
    painter, rect = made.view.painter_, QRectF(0, 0, 760, 44)
    name, role, team = [place for *_, place in painter.cell_places(rect, full, 600)]
    assert name.right() < role.left() < role.right() < team.left() < team.right() == 600
    walk_in = replace(full, cells=("Anneliese von Hohenlohe", "", "Tŷ Gwyn"))
    long, beside = [place for *_, place in painter.cell_places(rect, walk_in, 600)]
    assert (long.left(), long.right()) == (name.left(), role.right())
    assert beside == team
    ((*_, alone),) = painter.cell_places(rect, replace(full, cells=("Anneliese", "", "")), 600)
    assert (alone.left(), alone.right()) == (name.left(), 600)
