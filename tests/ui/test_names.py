from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.buttons import Button, IconButton, LinkButton, ToggleButton
from desktop.ui.choices import Radios, Tick, Ticks
from desktop.ui.controls import Combo, LineEdit, SearchBox, TextEdit
from desktop.ui.fields import DateField, Field, TimeField
from desktop.ui.layout import column, panel
from desktop.ui.leafcard import Leaf, LeafCard
from desktop.ui.leafgrid import LeafGrid
from desktop.ui.menus import FilterButton, MenuButton
from desktop.ui.preview import Preview
from desktop.ui.segments import Segments
from desktop.ui.stepper import Stepper
from desktop.ui.table import Column, Row, RowList
from desktop.ui.theme import apply_theme
from desktop.ui.window import Window

VIEWS = [("a", "All"), ("c", "1 to check")]


def everything() -> QWidget:
    people = RowList("Register", [Column()])
    people.show_rows([Row("a", ("Ann",))])
    pledges = LeafGrid("Pledges")
    pledges.show_leaves([Leaf("p", "I will ask first.", "Ann")])
    return panel(
        column(
            Button("Save", kind="primary"), IconButton("plus", "More copies"), LinkButton("Send"),
            ToggleButton("Not arrived only"), MenuButton(), FilterButton("Role", [(1, "Nurse")]),
            SearchBox("Find a person"), Field("Title", LineEdit()), Field("Notes", TextEdit()),
            Field("Paper", Combo([(1, "A4")])), DateField("Date", date(2026, 10, 8)),
            TimeField("Start", time(14, 30)), Stepper("Seats", 25), Tick("Large print"),
            Ticks("Themes", [(1, "Listening")]), Radios("Show", [(1, "Without a name", "Alt 2")]),
            Segments("Which", VIEWS), LeafCard(Leaf("p", "I will ask.", "Ann")), people, pledges,
            Preview(),
        )
    )  # fmt: skip


@pytest.mark.parametrize("name", ["light", "dark", "hc"])
@pytest.mark.parametrize("percent", [100, 130])
def test_whatever_takes_the_focus_has_a_name(
    qtbot: QtBot, qapp: QApplication, name: str, percent: int
) -> None:
    apply_theme(qapp, name, percent)
    window = Window()
    qtbot.addWidget(window)
    window.add_page("all", "house", "Everything", everything)
    window.show()
    window.show_page("all")
    window.tell("Pledge removed", lambda: None)
    stops = [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible()
    ]
    assert len(stops) > 20
    nameless = [part for part in stops if not part.accessibleName() and part.focusProxy() is None]
    assert nameless == []
    assert not window.grab().isNull()


def test_tab_goes_everywhere_and_comes_back(qtbot: QtBot) -> None:
    page = everything()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    seen: list[QWidget] = []
    for _ in range(80):
        page.focusNextChild()
        at = page.focusWidget()
        if at in seen:
            break
        seen.append(at)
    assert len({part.accessibleName() for part in seen}) > 18
    assert seen[0] is page.focusWidget()
