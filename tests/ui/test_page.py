from pytestqt.qtbot import QtBot

from desktop.ui.page import Page


def test_a_page_says_what_it_did_and_where_it_wants_to_go(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    heard: list[tuple[str, ...]] = []
    page.told.connect(lambda *said: heard.append(said))
    page.wanted.connect(lambda *said: heard.append(said))
    page.told.emit("Marged Puw is here", "change-1")
    page.wanted.emit("session", "id/pledges")
    assert heard == [("Marged Puw is here", "change-1"), ("session", "id/pledges")]


def test_a_page_that_shows_nothing_is_quiet(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.go_to("anything")
    page.refresh()
    page.arrive()
    assert frozenset() == page.SHOWS
    assert page.toast is None
