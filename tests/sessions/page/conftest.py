from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.sessions.page.sessions import SessionsPage
from desktop.sessions.status import Turnout
from desktop.store.reader import Db
from tests.ui.hands import show

Asked = list[tuple[str, str]]


def no_register(db: Db, ids: Sequence[str]) -> Mapping[str, Turnout]:
    return {}


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], SessionsPage]]:
    """Builds the page in a window as the app does: it hears of every change."""
    pages: list[SessionsPage] = []

    def build() -> SessionsPage:
        page = SessionsPage(desk, no_register)
        qtbot.addWidget(page)
        page.resize(1282, 660)
        show(page)
        desk.store.subscribe(lambda kinds: page.refresh() if kinds & page.SHOWS else None)
        page.arrive()
        pages.append(page)
        return page

    yield build
    for page in pages:
        page.planner.draft.end()
        page.close()


@pytest.fixture
def page(open_page: Callable[[], SessionsPage]) -> SessionsPage:
    return open_page()


@pytest.fixture
def told(page: SessionsPage) -> Asked:
    heard: Asked = []
    page.told.connect(lambda words, change: heard.append((words, change)))
    return heard


@pytest.fixture
def wanted(page: SessionsPage) -> Asked:
    heard: Asked = []
    page.wanted.connect(lambda where, about: heard.append((where, about)))
    return heard
