from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.home.page import HomePage
from desktop.preferences import Preferences, write_preferences
from desktop.store.store import Store
from desktop.ui import workers
from tests.own_data import look, store
from tests.ui.hands import show

__all__ = ["look", "store"]

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")
Heard = list[tuple[str, str]]


class Clock:
    """A wall clock that a test can set."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Iterator[Desk]:
    write_preferences(store.path, Preferences(author="Siân Prosser"))
    yield Desk(store, clock)
    workers.stop_all()


@pytest.fixture
def open_home(qtbot: QtBot, desk: Desk) -> Callable[[], HomePage]:
    """Builds the page in a window as the app does: it hears of every change."""

    def build() -> HomePage:
        page = HomePage(desk)
        qtbot.addWidget(page)
        page.resize(1282, 660)
        desk.store.subscribe(lambda kinds: page.refresh() if kinds & page.SHOWS else None)
        show(page)
        page.arrive()
        return page

    return build


@pytest.fixture
def wanted() -> Heard:
    return []
