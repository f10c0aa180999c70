from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.pledges.model import Show
from desktop.tree.page.work import Work
from desktop.tree.paper.rows import Poster
from desktop.tree.press import Press, press
from desktop.tree.ready import Ready
from desktop.tree.wishes import Wish
from tests.pledges.evening import Evening
from tests.tree.page.hands import PATIENCE_MS, wish_of
from tests.tree.pledges import texts


class Listener:
    """Hears what a piece of work tells."""

    def __init__(self, work: Work) -> None:
        self.made: list[Ready] = []
        self.failed: list[str] = []
        self.compared: list[int] = []
        work.made.connect(self.made.append)
        work.failed.connect(self.failed.append)
        work.compared.connect(lambda crowns, points: self.compared.append(crowns))


def work_of(evening: Evening, owner: QWidget, by: Press | None = None) -> tuple[Work, Listener]:
    work = Work(owner, evening.desk, by or press())
    work.hold(False)
    return work, Listener(work)


def test_only_the_latest_wish_is_made(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    evening.pledge("Listen more")
    work, heard = work_of(evening, owner)
    for paper in ("A4", "A2", "A1"):
        work.want(wish_of(evening, paper=paper))
    qtbot.waitUntil(lambda: bool(heard.made), timeout=PATIENCE_MS)
    assert [ready.facts.wish.tree.paper for ready in heard.made] == ["A1"]
    assert work.is_settled()


def test_a_change_while_it_works_begins_anew(
    evening: Evening, qtbot: QtBot, owner: QWidget
) -> None:
    for text in texts()[:40]:
        evening.pledge(text, Show.NO_NAME, checked=True)
    work, heard = work_of(evening, owner)
    with qtbot.waitSignal(work.started, timeout=PATIENCE_MS):
        work.want(wish_of(evening, paper="A4"))
    work.want(wish_of(evening, paper="A1"))
    qtbot.waitUntil(lambda: bool(heard.made), timeout=PATIENCE_MS)
    assert [ready.facts.wish.tree.paper for ready in heard.made] == ["A1"]


def test_what_is_stopped_is_not_told(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    for text in texts()[:40]:
        evening.pledge(text, Show.NO_NAME, checked=True)
    work, heard = work_of(evening, owner)
    with qtbot.waitSignal(work.started, timeout=PATIENCE_MS):
        work.want(wish_of(evening))
    work.stop()
    assert work.is_settled()
    with qtbot.waitSignal(work.made, timeout=PATIENCE_MS):
        work.want(wish_of(evening, paper="A1"))
    assert len(heard.made) == 1


def test_nothing_is_made_while_nobody_looks(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    work, heard = work_of(evening, owner)
    work.hold(True)
    work.want(wish_of(evening))
    assert work.is_settled()
    with qtbot.waitSignal(work.made, timeout=PATIENCE_MS):
        work.hold(False)
    assert len(heard.made) == 1


def test_then_another_grove_is_tried(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    evening.pledge("Listen more")
    evening.pledge("Ring home")
    work, heard = work_of(evening, owner)
    with qtbot.waitSignal(work.compared, timeout=PATIENCE_MS):
        work.want(wish_of(evening))
    assert heard.compared == [2]


def test_why_there_is_no_poster_is_said(evening: Evening, qtbot: QtBot, owner: QWidget) -> None:
    def broken(poster: Poster, **how: object) -> bytes:
        raise UserError("The logo could not be read. Choose a PNG or JPEG picture.")

    work, heard = work_of(evening, owner, replace(press(), poster=broken))
    with qtbot.waitSignal(work.failed, timeout=PATIENCE_MS):
        work.want(wish_of(evening))
    assert heard.failed == ["The logo could not be read. Choose a PNG or JPEG picture."]
    assert work.is_settled()


def test_after_a_fault_nobody_waits_for_the_poster(
    evening: Evening, qtbot: QtBot, owner: QWidget
) -> None:
    def faulty(poster: Poster, **how: object) -> bytes:
        raise ZeroDivisionError("a bug")

    work, heard = work_of(evening, owner, replace(press(), poster=faulty))
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(work.failed, timeout=PATIENCE_MS):
        work.want(wish_of(evening))
    assert heard.failed == ["Something went wrong inside Pledge Tree. Choose it again."]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert work.is_settled()


@pytest.mark.parametrize("programme", ["", "gone"])
def test_a_programme_that_is_gone_gives_a_bare_tree(
    evening: Evening, qtbot: QtBot, owner: QWidget, programme: str
) -> None:
    work, heard = work_of(evening, owner)
    wish = wish_of(evening)
    with qtbot.waitSignal(work.made, timeout=PATIENCE_MS):
        work.want(Wish(replace(wish.tree, programme=programme)))
    assert heard.made[0].leaves == 0
