import pytest
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from desktop.ui.theme import theme


@pytest.mark.parametrize(
    "words", ["سلام", "नमस्ते", "ਸਤਿ ਸ੍ਰੀ", "নমস্কার", "નમસ્તે", "你好", "שלום", "Ŵyn ŷ ł", "🌳"]
)
def test_names_in_any_script_have_their_letters_on_screen(qtbot: QtBot, words: str) -> None:
    layout = QTextLayout(words, theme().font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    signs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    assert signs
    assert 0 not in signs
