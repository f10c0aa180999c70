from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.feedback.page.editor import FormEditor
from desktop.kinds import open_store
from desktop.programmes.actions import default_programme, save_programme
from desktop.settings.page import SettingsPage
from desktop.ui.buttons import Button
from desktop.ui.rows import RowButton
from desktop.ui.theme import theme
from tests.ui.hands import focus, press, type_text


def page_of(qtbot: QtBot, tmp_path: Path) -> SettingsPage:
    page = SettingsPage(Desk(open_store(tmp_path / "data.db")))
    qtbot.addWidget(page)
    page.resize(1280, 660)
    page.show()
    return page


def test_a_name_is_kept_when_its_field_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    focus(page.name)
    type_text(page.name, "Siân Prosser")
    press(page.name, Qt.Key.Key_Tab)
    assert page.desk.store.author == "Siân Prosser"


def test_colours_change_at_once_and_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    try:
        page.theme.choose("dark")
        page.theme.chosen.emit("dark")
        assert theme().name == "dark"
        assert Desk(page.desk.store).preferences.theme == "dark"
    finally:
        page.theme.chosen.emit("light")


def test_text_grows_for_the_whole_app(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    usual = QApplication.font().pointSizeF()
    try:
        page.text_size.chosen.emit("130")
        assert QApplication.font().pointSizeF() > usual
    finally:
        page.text_size.chosen.emit("100")


def test_programmes_are_listed_as_they_come(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    with page.desk.store.change("Add a programme") as change:
        save_programme(change, default_programme("Resilience", "Kingston Council"))
    page.refresh()
    names = [button.accessibleName() for button in page.findChildren(RowButton)]
    assert any("Resilience" in name and "Kingston Council" in name for name in names)


def test_each_programme_has_its_feedback_form(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, tmp_path)
    with page.desk.store.change("Add a programme") as change:
        save_programme(change, default_programme("Intelligent kindness"))
    page.refresh()
    (button,) = [b for b in page.findChildren(Button) if b.words() == "Feedback form"]
    assert button.accessibleName() == "Feedback form of Intelligent kindness"
    focus(button)
    press(button, Qt.Key.Key_Return)
    (editor,) = page.findChildren(FormEditor)
    assert editor.isVisible()
    assert "Intelligent kindness" in editor.note.text()
    press(editor, Qt.Key.Key_Escape)
    page.refresh()
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Feedback form of Intelligent kindness"


def test_a_name_that_is_too_long_is_said_beneath_its_field_until_it_is_right(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(qtbot, tmp_path)
    focus(page.laptop)
    page.laptop.setText("x" * 101)
    press(page.laptop, Qt.Key.Key_Tab)
    assert page.names["laptop"].error().startswith("The name has 101 characters")
    assert page.desk.preferences.laptop == ""
    page.laptop.setText("Hall")
    focus(page.laptop)
    press(page.laptop, Qt.Key.Key_Tab)
    assert page.names["laptop"].error() == ""
    assert page.desk.preferences.laptop == "Hall"


def test_the_projector_has_colours_of_its_own_and_may_keep_still(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(qtbot, tmp_path)
    page.projector.chosen.emit("dark")
    page.still.setChecked(True)
    kept = Desk(page.desk.store).preferences
    assert (kept.projector, kept.still) == ("dark", True)
    assert theme().name == "light"
