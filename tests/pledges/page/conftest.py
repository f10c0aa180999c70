import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Theme, apply_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Theme:
    """The light look at 100 % text, whatever the test before left."""
    return apply_theme(qapp, "light", 100)
