from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from desktop.incoming.dialog import ListDialog
from desktop.incoming.importers import Decided, PeopleImporter
from desktop.pledges.actions import pledges
from tests.incoming.hall import STAFF, Hall

Open = Callable[..., ListDialog]


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def open_dialog(hall: Hall, told: list[tuple[str, str]], qtbot: QtBot) -> Iterator[Open]:
    made: list[ListDialog] = []

    def opened(key: str = "", session: str = "") -> ListDialog:
        keep = lambda words, change: told.append((words, change))  # noqa: E731
        made.append(ListDialog(None, hall.desk, keep, key, session))
        qtbot.addWidget(made[-1])
        made[-1].show()
        return made[-1]

    yield opened
    for dialog in made:
        dialog.close()


def read(dialog: ListDialog, qtbot: QtBot, hall: Hall, text: str) -> None:
    dialog.take_file(hall.file(text))
    settle(dialog, qtbot)


def settle(dialog: ListDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.work.runs and not dialog.is_waiting(), timeout=10_000)


def test_a_list_is_shown_and_comes_in_by_one_button(
    open_dialog: Open, qtbot: QtBot, hall: Hall, told: list[tuple[str, str]]
) -> None:
    dialog = open_dialog()
    assert not dialog.keep_button.isEnabled()
    read(dialog, qtbot, hall, STAFF)
    assert dialog.keep_button.words() == "Bring in 2 people"
    assert dialog.mend_button.isVisible()
    assert hall.people() == []
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] == "Brought in: 2 people"
    hall.store.undo(told[0][1])
    assert hall.people() == []


def test_what_a_list_is_shows_in_its_headings_and_a_session_is_asked_for(
    open_dialog: Open, qtbot: QtBot, hall: Hall, told: list[tuple[str, str]]
) -> None:
    dialog = open_dialog()
    read(dialog, qtbot, hall, "Name,My pledge\nA Bee,Smile\n")
    assert dialog.source.key() == "pledges"
    assert dialog.outcome.empty.title.text() == "Which session?"
    dialog.source.session_combo.set_value(hall.session.id)
    dialog.source.session_combo.chosen.emit(hall.session.id)
    settle(dialog, qtbot)
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: bool(told))
    with hall.store.read() as db:
        assert [made.pledge.text for made in pledges(db, [hall.session.id])] == ["Smile"]


def test_enter_after_the_file_brings_in_what_is_clear(
    open_dialog: Open, qtbot: QtBot, hall: Hall
) -> None:
    dialog = open_dialog("people")
    dialog.source.file_button.setFocus()
    read(dialog, qtbot, hall, STAFF)
    assert dialog.focusWidget() is dialog.keep_button


@pytest.mark.parametrize("text", ["Hanna\nMarged\n", "Who,Job\nHanna,Carer\n"])
def test_a_doubtful_column_is_looked_at_before_enter_brings_it_in(
    open_dialog: Open, qtbot: QtBot, hall: Hall, text: str
) -> None:
    dialog = open_dialog("people")
    dialog.source.file_button.setFocus()
    read(dialog, qtbot, hall, text)
    assert dialog.focusWidget() is dialog.columns.combos["name"]


def test_the_buttons_stay_where_they_are_when_columns_fold_away(
    open_dialog: Open, qtbot: QtBot, hall: Hall
) -> None:
    dialog = open_dialog("people")
    assert dialog.height() >= 640
    read(dialog, qtbot, hall, "Who,Job\nHanna,Carer\n")
    high = dialog.height()
    dialog.columns.toggle.setChecked(False)
    read(dialog, qtbot, hall, STAFF)
    assert dialog.height() == high


def test_a_column_put_right_is_remembered(open_dialog: Open, qtbot: QtBot, hall: Hall) -> None:
    dialog = open_dialog("people")
    read(dialog, qtbot, hall, "Who,Job\nHanna,Carer\n")
    assert dialog.outcome.empty.title.text() == "One column is missing"
    dialog.columns.corrected.emit("name", 0)
    settle(dialog, qtbot)
    assert dialog.keep_button.words() == "Bring in 1 person"
    again = open_dialog("people")
    read(again, qtbot, hall, "Who,Job\nMarged,Cook\n")
    assert again.keep_button.words() == "Bring in 1 person"


def test_a_first_row_of_unknown_headings_is_no_person_once_that_is_said(
    open_dialog: Open, qtbot: QtBot, hall: Hall
) -> None:
    text = "Colleague,Shoe size\nHanna,4\nMarged,5\n"
    dialog = open_dialog("people")
    read(dialog, qtbot, hall, text)
    dialog.columns.corrected.emit("name", 0)
    settle(dialog, qtbot)
    assert dialog.keep_button.words() == "Bring in 3 people"
    dialog.columns.head_button.click()
    settle(dialog, qtbot)
    assert dialog.keep_button.words() == "Bring in 2 people"
    assert not dialog.columns.head_button.isVisible()
    again = open_dialog("people")
    read(again, qtbot, hall, text.replace("Marged", "Owen"))
    assert again.keep_button.words() == "Bring in 2 people"


def test_a_bad_file_is_said_and_another_may_follow(
    open_dialog: Open, qtbot: QtBot, hall: Hall
) -> None:
    dialog = open_dialog()
    (hall.folder / "film.xlsx").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    dialog.take_file(hall.folder / "film.xlsx")
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=10_000)
    assert "film.xlsx" in dialog.wrong.text()
    read(dialog, qtbot, hall, STAFF)
    assert not dialog.wrong.isVisible()
    assert dialog.keep_button.isEnabled()


def test_a_bad_file_leaves_nothing_of_the_one_before(
    open_dialog: Open, qtbot: QtBot, hall: Hall
) -> None:
    dialog = open_dialog()
    read(dialog, qtbot, hall, STAFF)
    (hall.folder / "empty.csv").write_bytes(b"")
    dialog.take_file(hall.folder / "empty.csv")
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=10_000)
    dialog.source.kinds.choose("register")
    dialog.source.kinds.choose("people")
    settle(dialog, qtbot)
    assert not dialog.outcome.list.rows()
    assert not dialog.columns.isVisible()
    assert not dialog.keep_button.isEnabled()


def test_a_dropped_file_is_read(open_dialog: Open, qtbot: QtBot, hall: Hall) -> None:
    dialog = open_dialog()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(hall.file(STAFF)))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    settle(dialog, qtbot)
    assert dialog.keep_button.words() == "Bring in 2 people"


def test_leaving_keeps_nothing(open_dialog: Open, qtbot: QtBot, hall: Hall) -> None:
    dialog = open_dialog()
    read(dialog, qtbot, hall, STAFF)
    dialog.reject()
    assert hall.people() == []


def test_leaving_while_a_list_is_kept_is_stopping_it(
    open_dialog: Open, qtbot: QtBot, hall: Hall, told: list[tuple[str, str]]
) -> None:
    dialog = open_dialog("people")
    read(dialog, qtbot, hall, "Name\n" + "".join(f"Ann Lee{n}\n" for n in range(3_000)))
    dialog.keep()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.work.runs, timeout=10_000)
    assert bool(hall.people()) == bool(told)  # all of it or nothing, and it is said
    assert dialog.isVisible() == (not told)


def test_who_is_the_same_is_said_by_a_person(
    open_dialog: Open, qtbot: QtBot, hall: Hall, told: list[tuple[str, str]]
) -> None:
    PeopleImporter().keep(hall.store, hall.look(STAFF), Decided())
    dialog = open_dialog("people")
    read(dialog, qtbot, hall, "Name,Team,Staff no\nHanna Kowalczyk,Hub,7\n")
    assert not dialog.keep_button.isEnabled()
    dialog.outcome.decide(2, "same")
    assert dialog.keep_button.words() == "Bring in 1 person"
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert hall.people() == ["Hanna Kowalczyk", "Marged Puw"]


def test_a_list_of_another_kind_goes_on_as_that_by_one_button(
    open_dialog: Open, qtbot: QtBot, hall: Hall
) -> None:
    dialog = open_dialog("feedback", hall.session.id)
    read(dialog, qtbot, hall, "Name,My pledge\nA Bee,Smile\n")
    assert dialog.outcome.empty.title.text() == "Is it another kind of list?"
    assert dialog.source.other.isVisible()
    dialog.source.other_button.click()
    settle(dialog, qtbot)
    assert not dialog.source.other.isVisible()
    assert dialog.keep_button.words() == "Bring in 1 pledge"


def bars(dialog: ListDialog) -> list[QScrollBar]:
    """Return the scroll bars that are seen."""
    return [bar for bar in dialog.findChildren(QScrollBar) if bar.isVisible()]


def test_a_long_list_scrolls_with_all_the_rest(open_dialog: Open, qtbot: QtBot, hall: Hall) -> None:
    dialog = open_dialog("people")
    read(dialog, qtbot, hall, "Name\n" + "".join(f"{a}nn {b}ee\n" for a in "ABCDEF" for b in "ABC"))
    view = dialog.outcome.list.view
    qtbot.waitUntil(lambda: view.height() >= view.verticalHeader().length())
    qtbot.waitUntil(lambda: len(bars(dialog)) == 1)  # laid out anew once the list is so tall
    (bar,) = bars(dialog)
    dialog.outcome.list.mark(dialog.outcome.list.rows()[-1].key)
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() - 40)
