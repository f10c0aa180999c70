import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.tree.page.tree import TreePage
from desktop.ui.theme import Theme, apply_theme, theme
from tests.pledges.evening import Evening
from tests.tree.page.hands import tree_page


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Theme:
    found = theme()
    usual = (found.choice, found.percent) == ("light", 100)
    return found if usual else apply_theme(qapp, "light", 100)


@pytest.fixture
def owner(qapp: QApplication, qtbot: QtBot) -> QWidget:
    """Whoever waits for the outcome of work."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def page(evening: Evening, qtbot: QtBot) -> TreePage:
    """The room with three pledges: one of Eirlys, one without a name, one private."""
    evening.pledge("Listen more", person=evening.eirlys.id, themes=("Listening",))
    evening.pledge("Leave my phone in the drawer", Show.NO_NAME, themes=("Time",))
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    return tree_page(qtbot, evening)
