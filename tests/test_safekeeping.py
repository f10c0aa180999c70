from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.people.actions import save_person
from desktop.people.model import Person
from desktop.safekeeping import Safekeeping, back_up
from desktop.store.backup import list_backups, own_folder
from desktop.store.files import beside
from desktop.ui.strip import SafetyStrip
from desktop.ui.theme import apply_theme
from desktop.ui.window import Window

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")


def desk_of(tmp_path: Path) -> Desk:
    return Desk(open_store(tmp_path / "data.db", now=lambda: NOW), now=lambda: NOW)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """A window that lives until the test is over, so that nothing paints what is gone."""
    made = Window()
    qtbot.addWidget(made)
    return made


def words(window: Window) -> str:
    strip = window.findChild(SafetyStrip)
    assert strip is not None
    return " ".join(widget.accessibleName() for widget in strip.findChildren(QWidget))


def add_somebody(desk: Desk) -> None:
    with desk.store.change("Add a person") as change:
        save_person(change, Person(given="Hanna", surname="Kowalczyk"))


def test_a_backup_goes_to_both_places(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    (tmp_path / "stick").mkdir()
    desk.prefer(replace(desk.preferences, backup_folder=str(tmp_path / "stick")))
    add_somebody(desk)
    back_up(desk, NOW)
    assert len(list_backups(own_folder(desk.data_file))) == 1
    assert len(list_backups(tmp_path / "stick")) == 1
    desk.store.close()


def test_a_stick_that_was_taken_out_is_said_and_the_laptops_own_copy_is_made(
    tmp_path: Path,
) -> None:
    desk = desk_of(tmp_path)
    desk.prefer(replace(desk.preferences, backup_folder=str(tmp_path / "gone")))
    add_somebody(desk)
    with pytest.raises(UserError):
        back_up(desk, NOW)
    assert len(list_backups(own_folder(desk.data_file))) == 1
    desk.store.close()


def test_the_strip_says_when_it_was_saved_and_backed_up(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path)
    safe = Safekeeping(desk, window, lambda *_: None)
    assert "Nothing to save yet" in words(window)
    add_somebody(desk)
    safe.on_saved()
    assert "Saved 14:03" in words(window)
    safe.back_up_now()
    backed_up = f"Backed up {NOW.astimezone():%H:%M}"
    qtbot.waitUntil(lambda: backed_up in words(window), timeout=5_000)
    safe.finish()
    desk.store.close()


def test_what_a_crash_left_without_a_backup_is_backed_up_later(
    window: Window, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path)
    add_somebody(desk)
    safe = Safekeeping(desk, window, lambda *_: None)
    assert "Saved" in words(window)
    safe.finish()
    assert len(list_backups(own_folder(desk.data_file))) == 1
    desk.store.close()


def test_closing_makes_the_last_backup_only_when_there_is_something_new(
    window: Window, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path)
    Safekeeping(desk, window, lambda *_: None).finish()
    assert list_backups(own_folder(desk.data_file)) == []
    safe = Safekeeping(desk, window, lambda *_: None)
    add_somebody(desk)
    safe.on_saved()
    safe.finish()
    assert len(list_backups(own_folder(desk.data_file))) == 1
    desk.store.close()


def test_a_fault_in_one_backup_is_said_and_the_next_one_is_made(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    times: list[Any] = [NOW]
    desk = Desk(open_store(tmp_path / "data.db", now=lambda: NOW), now=lambda: times[-1])
    add_somebody(desk)
    safe = Safekeeping(desk, window, lambda *_: None)
    times.append("soon")  # which is no time
    with qtbot.captureExceptions() as raised:
        safe.back_up_now()
        qtbot.waitUntil(lambda: bool(raised))
    assert "The last backup could not be made." in words(window)
    times.append(NOW)
    safe.back_up_now()
    qtbot.waitUntil(lambda: "could not be made" not in words(window))
    assert len(list_backups(own_folder(desk.data_file))) == 1
    desk.store.close()


@pytest.mark.parametrize(("behind", "said"), [(1, False), (30, True)])
def test_a_clock_that_was_set_back_is_said(
    window: Window, qapp: QApplication, tmp_path: Path, behind: int, said: bool
) -> None:
    apply_theme(qapp, "light", 100)
    desk = desk_of(tmp_path)
    add_somebody(desk)
    desk.now = lambda: NOW - timedelta(hours=behind)
    window.resize(1366, 696)
    window.show()
    Safekeeping(desk, window, lambda *_: None)
    assert ("The clock is earlier than your last work." in words(window)) is said
    desk.store.close()


def test_an_older_copy_in_the_place_of_the_data_file_is_said_and_leads_to_the_backups(
    window: Window, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path)
    add_somebody(desk)
    desk.store.close()
    older = desk.data_file.read_bytes()
    desk, looked = desk_of(tmp_path), list[tuple[str, ...]]()
    safe = Safekeeping(desk, window, lambda *_: None)
    add_somebody(desk)
    desk.data_file.unlink()
    safe.finish()
    desk.store.close()
    for left in beside(desk.data_file):
        left.unlink(missing_ok=True)
    desk.data_file.write_bytes(older)
    again = desk_of(tmp_path)
    Safekeeping(again, window, lambda *way: looked.append(way))
    window.show()
    assert "A backup holds work that this data file does not." in words(window)
    button = next(b for b in window.findChildren(QAbstractButton) if b.text() == "Look at it")
    button.click()
    assert looked == [("backups", "")]
    again.store.close()
