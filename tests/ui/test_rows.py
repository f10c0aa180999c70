from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.rows import FactRow, RowButton
from tests.ui.hands import click, focus, press


def test_a_row_leads_somewhere(qtbot: QtBot) -> None:
    pressed: list[int] = []
    row = RowButton(
        "Carers’ coffee morning", "Penlan Library", lambda: pressed.append(1),
        lead=("Wed", "14 Oct"), chip=("Head count only", "neutral", "users"),
    )  # fmt: skip
    qtbot.addWidget(row)
    focus(row)
    press(row, Qt.Key.Key_Return)
    press(row, Qt.Key.Key_Space)
    click(row)
    assert pressed == [1, 1, 1]
    said = "Wed, 14 Oct, Carers’ coffee morning, Penlan Library, Head count only"
    assert row.accessibleName() == said


def test_a_fact_is_read_with_its_value(qtbot: QtBot) -> None:
    fact = FactRow("Card print", "Large print")
    qtbot.addWidget(fact)
    fact.show_value("Standard")
    assert fact.accessibleName() == "Card print: Standard"
