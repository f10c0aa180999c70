"""A small register for the tests of the list."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.table import Action, Column, Group, Pill, Row, RowList
from tests.ui.hands import click

CHECK_IN, UNDO = Action("in", "Check in"), Action("undo", "Undo", "quiet")
GROUPS = [Group("wait", "Not arrived yet", "2 people"), Group("here", "Here", "1 person")]
COLUMNS = [Column(2, 600), Column(), Column(1, tone="muted", hide_below=500)]


def waiting(key: str, name: str = "Hanna Kowalczyk") -> Row:
    pill = Pill("Large print", "info")
    cells = (name, "Care worker", "Tŷ Gwyn")
    return Row(key, cells, "wait", icon="circle", spoken="not arrived", pill=pill,
               actions=(CHECK_IN,))  # fmt: skip


def here(key: str) -> Row:
    return Row(key, ("Marged Puw", "Carer", "Network"), "here", icon="circle-check",
               spoken="here", status="Here 14:52", actions=(UNDO,))  # fmt: skip


def shown(qtbot: QtBot, rows: Sequence[Row], groups: Sequence[Group] = GROUPS) -> RowList:
    made = RowList("Register", COLUMNS, enter="Enter")
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_rows(rows, groups)
    made.show()
    return made


def click_at(made: RowList, at: QPoint) -> None:
    """Click at a place of the list's rows."""
    click(made.view.viewport(), at)
