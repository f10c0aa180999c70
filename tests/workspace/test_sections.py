import pytest
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.ui.page import Page
from desktop.workspace.sections import SECTIONS
from tests.reports.hall import Hall


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_is_a_page_of_a_session(qtbot: QtBot, hall: Hall, section: str) -> None:
    page = SECTIONS[section](Desk(hall.store))
    qtbot.addWidget(page)
    assert isinstance(page, Page)
    assert hasattr(page, "show_session")
