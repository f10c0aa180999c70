"""A data file that can't be used: one sentence, the ways out, and not a byte changed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.store.locking import only_window
from tests.facilitator import NOW, Facilitator, app_on
from tests.journeys.disks import can_mount, read_only
from tests.journeys.walking import faults

WAYS_OUT = ("Try again", "Choose another data file", "Close Pledge Tree")


@contextmanager
def refused(qtbot: QtBot, data_file: Path) -> Iterator[Facilitator]:
    """Open the app on a data file that it refuses."""
    app = App(data_file, lambda: NOW)
    app.window.resize(QSize(1366, 696))
    app.window.show()
    app.window.activateWindow()
    app.open()
    qtbot.waitUntil(lambda: app.window.shown_page() == "refused", timeout=10_000)
    try:
        yield Facilitator(qtbot, app)
    finally:
        app.close()
        app.window.close()
        app.window.deleteLater()


def from_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = '9999' WHERE key = 'schema'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def a_letter(path: Path) -> None:
    path.write_bytes(b"Dear Si\xc3\xa2n, here is my pledge.\n" * 300)


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")


def with_flipped_bytes(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    for at in range(middle, middle + 20_000):
        whole[at] ^= 0xFF
    path.write_bytes(whole)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (from_a_newer_version, "from a newer Pledge Tree"),
        (a_letter, "is not a Pledge Tree data file"),
        (of_another_program, "belongs to another program"),
        (with_flipped_bytes, "is damaged"),
        (cut_short, "is damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_left_alone(
    qtbot: QtBot, sample_file: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(sample_file)
    before = sample_file.read_bytes()
    with refused(qtbot, sample_file) as me:
        me.reads(sentence)
        for way in WAYS_OUT:
            me.sees(way)
        assert faults(me.app.window) == []
        me.press("Try again")
        me.until(lambda: me.app.window.shown_page() == "refused")
        me.reads(sentence)
    assert sample_file.read_bytes() == before


def test_a_file_that_is_open_in_another_window_opens_once_that_is_closed(
    qtbot: QtBot, sample_file: Path
) -> None:
    with only_window(sample_file):
        before = sample_file.read_bytes()
        with refused(qtbot, sample_file) as me:
            me.reads("open in another window")
            assert sample_file.read_bytes() == before
    with app_on(qtbot, sample_file) as me:
        me.reads("This is the sample programme.")


@pytest.mark.skipif(not can_mount(), reason="may not mount a disk")
def test_a_file_that_may_only_be_read_is_told_and_opens_later(
    qtbot: QtBot, sample_file: Path
) -> None:
    before = sample_file.read_bytes()
    with refused_while_read_only(qtbot, sample_file) as me:
        assert sample_file.read_bytes() == before
        with qtbot.waitSignal(me.app.ready, timeout=10_000):
            me.press("Try again")
        me.reads("This is the sample programme.")


@contextmanager
def refused_while_read_only(qtbot: QtBot, data_file: Path) -> Iterator[Facilitator]:
    """Open the app on a file that nobody may write, and let it be written again."""
    with read_only(data_file.parent):
        opened = refused(qtbot, data_file)
        me = opened.__enter__()
        me.reads("can be written in")
    try:
        yield me
    finally:
        opened.__exit__(None, None, None)


def test_a_file_that_is_missing_is_a_first_start(qtbot: QtBot, own_file: Path) -> None:
    with app_on(qtbot, own_file) as me:
        me.reads("Welcome to Pledge Tree")
    assert own_file.is_file()


def test_no_new_file_takes_the_place_of_one_of_which_a_part_is_left(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "data.db-wal").write_bytes(b"what was saved last")
    with refused(qtbot, tmp_path / "data.db") as me:
        me.reads("is gone, but a part of it is left")
    assert not (tmp_path / "data.db").exists()
