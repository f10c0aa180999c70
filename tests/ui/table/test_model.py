from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.ui.table import Group, Row
from desktop.ui.table.lines import Line, flatten, line_key
from desktop.ui.table.model import Lines
from tests.ui.table.people import here, shown, waiting

LISTS = st.lists(st.integers(0, 12), unique=True, max_size=12)


def test_a_row_is_read_aloud_in_full(qtbot: QtBot) -> None:
    made = shown(qtbot, [waiting("a"), here("b")])
    said = [made.view.lines.index(n).data() for n in range(4)]
    assert said == [
        "Not arrived yet, 2 people",
        "Hanna Kowalczyk, not arrived, Large print, Care worker, Tŷ Gwyn",
        "Here, 1 person",
        "Marged Puw, here, Carer, Network, Here 14:52",
    ]
    assert made.view.accessibleName() == "Register"


def test_words_from_people_are_never_markup(qtbot: QtBot) -> None:
    made = shown(qtbot, [waiting("a", "<b>Ann</b>")])
    tip = made.view.lines.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Ann" in tip


@given(LISTS, LISTS, st.sets(st.integers(0, 12)))
def test_any_list_becomes_any_other(before: list[int], after: list[int], changed: set[int]) -> None:
    def lines(keys: list[int], mark: set[int]) -> list[Line]:
        rows = [Row(str(key), ("x" if key in mark else "y",), str(key % 3)) for key in keys]
        return flatten([Group(str(n), str(n)) for n in range(3)], rows)

    model = Lines()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(lines(before, set()))
    wanted = lines(after, changed)
    model.show(wanted)
    assert model.lines == wanted
    for key in after:
        assert line_key(model.lines[model.place(str(key))]) == str(key)
