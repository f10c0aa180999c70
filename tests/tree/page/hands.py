"""A tree room on the desk of an evening, and what the facilitator does there."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.progress import Progress
from desktop.tree.facts import Facts, read_facts
from desktop.tree.layouts import Layouts
from desktop.tree.model import Tree
from desktop.tree.page.acting import PDF
from desktop.tree.page.output import note_print
from desktop.tree.page.tree import TreePage
from desktop.tree.press import press
from desktop.tree.ready import Ready, make_ready
from desktop.tree.wishes import Wish
from tests.pledges.evening import DAY, Evening
from tests.tree.pledges import texts
from tests.ui.hands import show

PATIENCE_MS = 30_000


class Hears(QObject):
    """Tells a page what changed, in the window's thread, as the app does."""

    changed = Signal(object)

    def __init__(self, page: TreePage) -> None:
        super().__init__(page)
        self._page = page
        self.changed.connect(self._refresh, Qt.ConnectionType.QueuedConnection)

    def _refresh(self, kinds: frozenset[str]) -> None:
        if kinds & self._page.SHOWS:
            self._page.refresh()


def tree_page(qtbot: QtBot, evening: Evening, wide: int = 1282, high: int = 620) -> TreePage:
    """Return the room, shown in a window of its own with its first poster made."""
    page = TreePage(evening.desk, press())
    qtbot.addWidget(page)
    hears = Hears(page)
    evening.store.subscribe(hears.changed.emit)
    page.resize(wide, high)
    show(page)
    page.arrive()
    settled(qtbot, page)
    return page


def settled(qtbot: QtBot, page: TreePage) -> None:
    """Wait until the poster shown is the newest one and nothing is being written."""
    QApplication.processEvents()  # so that it has heard what changed
    qtbot.waitUntil(page.is_settled, timeout=PATIENCE_MS)


def poster(page: TreePage) -> Ready:
    """Return the poster that is shown."""
    ready = page.ready()
    assert ready is not None
    return ready


def words_on(page: TreePage) -> list[str]:
    """Return the words of the leaves on the poster, in the order they came."""
    return [leaf.text for leaves in poster(page).poster.trees for leaf in leaves]


def saved(qtbot: QtBot, page: TreePage, path: Path, kind: str = PDF) -> str:
    """Save what is shown and return what was said about it."""
    told: list[str] = []
    page.told.connect(lambda words, change: told.append(words))
    page.save_to(path, kind)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    settled(qtbot, page)
    return told[0]


def wish_of(evening: Evening, **fields: object) -> Wish:
    """Return a wish for a new tree of the evening's programme."""
    tree = replace(Tree(programme=evening.programme.id), **fields)  # type: ignore[arg-type]
    return Wish(tree)


def facts_of(evening: Evening, wish: Wish) -> Facts:
    """Return what is on file for a wish."""
    with evening.store.read() as db:
        return read_facts(db, wish, evening.store.device)


def ready_of(evening: Evening, wish: Wish) -> Ready:
    """Return a poster as it comes out."""
    return make_ready(facts_of(evening, wish), Layouts(), press(), DAY, Progress())


def many(evening: Evening, number: int) -> None:
    """Make so many pledges that may be shown."""
    for text in texts()[:number]:
        evening.pledge(text, Show.NO_NAME, checked=True)


def printed(evening: Evening, wish: Wish) -> Wish:
    """Print a tree and return the wish for it as it hangs."""
    ready = ready_of(evening, wish)
    _, tree = note_print(evening.store, ready, DAY)
    with evening.store.read() as db:
        return Wish(db.need(Tree, tree))
