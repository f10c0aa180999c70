from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.buttons import Button
from desktop.ui.controls import LineEdit
from desktop.ui.fields import Field
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.stepper import Stepper
from desktop.ui.tabbing import tab_as_laid_out
from tests.ui.hands import focus, press_tab


def named(name: str) -> Button:
    return Button(name, lambda: None)


def test_what_is_made_last_has_its_turn_where_it_stands(qtbot: QtBot) -> None:
    late, field, people = row(), Field("Title", LineEdit()), Stepper("People")
    page = panel(
        column(
            field,
            Scroll(panel(late)),
            people,
            row(named("Print"), named("Save")),
        )
    )
    qtbot.addWidget(page)
    for name in ("Listening", "Time"):
        late.addWidget(named(name))
    focus(field)
    tab_as_laid_out(page)
    assert press_tab(page, 8) == [
        "Listening",
        "Time",
        "People",
        "Fewer: People",
        "More: People",
        "Print",
        "Save",
        "Title",
    ]


def test_a_part_without_controls_is_left_alone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tab_as_laid_out(page)
    assert page.nextInFocusChain() is page
