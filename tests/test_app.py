from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.errors import UserError
from desktop.help.page import HelpPage
from desktop.history.refused import RefusedPage
from desktop.kinds import open_store
from desktop.people.actions import save_person
from desktop.people.model import Person
from tests.facilitator import NOW, app_on
from tests.ui.hands import click


def add_somebody(app: App) -> None:
    assert app.desk is not None
    with app.desk.store.change("Add a person") as change:
        save_person(change, Person(given="Hanna", surname="Kowalczyk"))


def people(app: App) -> int:
    assert app.desk is not None
    with app.desk.store.read() as db:
        return db.count(Person)


def test_the_window_is_there_before_the_data(qtbot: QtBot, tmp_path: Path) -> None:
    app = App(tmp_path / "data.db", lambda: NOW)
    app.window.show()
    qtbot.waitExposed(app.window)
    assert app.desk is None
    app.close()
    app.window.close()


def test_what_is_written_is_announced_and_said_in_the_strip(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        add_somebody(facilitator.app)
        facilitator.reads("Saved 14:03")


def test_undo_and_redo_of_this_sitting_act_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        add_somebody(facilitator.app)
        facilitator.app.undo()
        facilitator.reads("Undone: Add a person")
        assert people(facilitator.app) == 0
        facilitator.app.redo()
        assert people(facilitator.app) == 1


def test_after_a_restart_undo_names_the_step_before_it_acts(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        add_somebody(facilitator.app)
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        facilitator.app.undo()
        facilitator.reads("Last time: Add a person, 08/10/2026 14:03. Undo it?")
        assert people(facilitator.app) == 1
        facilitator.app.undo()
        assert people(facilitator.app) == 0


def test_f1_opens_the_guide_where_it_tells_of_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        app = facilitator.app
        app.want("tree")
        QTest.keySequence(app.window, "F1")
        facilitator.until(lambda: app.window.shown_page() == "help")
        guide = app.pages["help"]
        assert isinstance(guide, HelpPage)
        assert guide.buttons["tree-room"].isChecked()
        app.want("home")
        QTest.keySequence(app.window, "F1")
        facilitator.until(lambda: app.window.shown_page() == "help")


def test_a_file_that_cannot_be_opened_is_told_with_ways_out(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data.db").write_bytes(b"hello, I am a letter")
    app = App(tmp_path / "data.db", lambda: NOW)
    app.window.show()
    app.open()
    qtbot.waitUntil(lambda: app.window.shown_page() == "refused", timeout=5_000)
    assert (tmp_path / "data.db").read_bytes() == b"hello, I am a letter"
    app.close()
    app.window.close()


def test_the_sample_opens_beside_the_own_data_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        app = facilitator.app
        with qtbot.waitSignal(app.ready, timeout=20_000):
            app.want("sample", "")
        assert people(app) == 1_000
        with qtbot.waitSignal(app.ready, timeout=20_000):
            app.want("own", "")
        assert people(app) == 0


def test_an_expected_error_is_shown_as_its_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        error = UserError("The disk is full. Free some space and try again.")
        facilitator.app.on_exception(UserError, error, None)
        facilitator.reads("The disk is full.")


def test_a_backup_of_another_laptop_is_brought_across(qtbot: QtBot, tmp_path: Path) -> None:
    from desktop.store.backup import make_backup

    other = open_store(tmp_path / "other.db")
    with other.change("Add a person") as change:
        save_person(change, Person(given="Llŷr", surname="ap Dafydd"))
    (tmp_path / "stick").mkdir()
    backup = make_backup(other, tmp_path / "stick", NOW)
    other.close()
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        app = facilitator.app
        with qtbot.waitSignal(app.ready, timeout=20_000):
            app.want("restore", str(backup.path))
        assert people(app) == 1


def test_going_back_to_a_backup_can_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    from desktop.store.backup import make_backup

    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        app = facilitator.app
        assert app.desk is not None
        backup = make_backup(app.desk.store, tmp_path, NOW)
        with app.desk.store.change("Add a person") as change:
            save_person(change, Person(given="Llŷr", surname="ap Dafydd"))
        with qtbot.waitSignal(app.ready, timeout=20_000):
            app.want("restore", str(backup.path))
        assert people(app) == 0
        facilitator.reads("This is the backup you went back to.")
        with qtbot.waitSignal(app.ready, timeout=20_000):
            facilitator.press("Undo")
        assert people(app) == 1


def test_a_file_that_is_gone_is_never_replaced_by_an_empty_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    data_file = tmp_path / "data.db"
    with app_on(qtbot, data_file) as facilitator:
        assert facilitator.app.desk is not None
        with facilitator.app.desk.store.change("Add a person") as change:
            save_person(change, Person(given="Llŷr", surname="ap Dafydd"))
    data_file.unlink()
    app = App(data_file, lambda: NOW)
    app.window.show()
    app.open()
    qtbot.waitUntil(lambda: app.window.shown_page() == "refused", timeout=5_000)
    assert not data_file.exists()
    (page,) = app.window.findChildren(RefusedPage)
    qtbot.waitUntil(lambda: bool(page.cards.buttons), timeout=5_000)
    with qtbot.waitSignal(app.ready, timeout=20_000):
        click(page.cards.buttons[0])
    assert people(app) == 1
    app.close()
    app.window.close()
