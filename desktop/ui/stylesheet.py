"""The style sheet of what Qt draws itself: fields, labels, menus, scroll bars."""

import re
from typing import Protocol

_TEMPLATE = """
* { outline: 0; }
QMainWindow, QDialog, QWidget[paper="bg"] { background: @bg; }
QWidget[paper="surface"] { background: @surface; }
QWidget[paper="sunken"] { background: @sunken; }
QLabel { color: @text; background: transparent; }
QLabel[tone="muted"], QLabel[role="caption"], QLabel[role="muted"] { color: @muted; }
QLabel[tone="softink"] { color: @softink; }
QLabel[tone="warnink"] { color: @warnink; }
QLabel[tone="dangerink"] { color: @dangerink; }
QLabel[tone="infoink"] { color: @infoink; }
QLabel[tone="keptink"] { color: @keptink; }
QLabel[tone="ontoast"] { color: @ontoast; }
QLabel[tone="text"] { color: @text; }
QLabel[role="caption"] { font-size: 10pt; }
QLabel[role="label"], QLabel[role="strong"] { $semibold }
QLabel[role="error"] { font-size: 10pt; color: @dangerink; $semibold }
QLabel[role="section"] { font-size: 13pt; $bold }
QLabel[role="title"] { font-size: 16pt; $bold }
QLabel[role="number"] { font-size: 16pt; $bold }
QLabel[role="today"] { font-size: 26pt; $bold }

QScrollArea, QAbstractScrollArea { border: 0; background: transparent; }
QTextBrowser { border: $focuswidth solid transparent; border-radius: 8px; }
QTextBrowser:focus { border: $focuswidth solid @focus; }
QLineEdit, QPlainTextEdit, QComboBox {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 8px;
    selection-background-color: @brand; selection-color: @onbrand;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: @muted; }
QLineEdit { padding: 0 12px; min-height: #36; }
QPlainTextEdit { padding: 5px 8px; }
QComboBox { padding: 0 30px 0 12px; min-height: #36; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on {
    border: $focuswidth solid @focus;
}
QLineEdit:focus { padding: 0 $focuspad12; }
QPlainTextEdit:focus { padding: $focuspad5 $focuspad8; }
QComboBox:focus, QComboBox:on { padding: 0 29px 0 $focuspad12; }
QLineEdit:focus, QComboBox:focus, QComboBox:on { min-height: $focusheight; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid @danger;
}
QLineEdit[wrong="true"] { padding: 0 11px; min-height: #34; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus {
    border: 3px solid @focus;
}
QLineEdit[wrong="true"]:focus { padding: 0 10px; min-height: #30; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: @bg; color: @muted; border: 1px $deadline @line;
}
QPlainTextEdit[holds="pledge"] { font-size: 12pt; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
    border: 0; background: transparent; padding: 0; min-height: 0; font-size: 12pt;
}
QComboBox::drop-down { border: 0; width: 0; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView[offers="true"] {
    background: @surface; color: @text; border: 1px solid @edge; padding: 4px;
    selection-background-color: @soft; selection-color: @softink;
}
QListView[offers="true"] { padding: 0; }
QComboBox QAbstractItemView::item, QListView[offers="true"]::item {
    min-height: #32; padding: 0 8px; border-radius: 6px;
}
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected,
QListView[offers="true"]::item:hover, QListView[offers="true"]::item:selected {
    background: @soft; color: @softink; $marked
}

QMenu { background: @surface; color: @text; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: #7 #22 #7 #12; border-radius: 6px; border: 2px solid transparent; }
QMenu::item:selected { background: @soft; color: @softink; border: 2px solid @focus; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::icon { padding-left: 10px; }
QToolTip { background: @toast; color: @ontoast; border: 0; padding: 5px 8px; font-size: 10pt; }

QHeaderView, QHeaderView::section { background: @sunken; color: @text; border: 0; }
QHeaderView::section { padding: 4px 8px; }

QScrollBar:vertical { background: @sunken; width: 12px; margin: 0; border-radius: 4px; }
QScrollBar:horizontal { background: @sunken; height: 12px; margin: 0; border-radius: 4px; }
QScrollBar::handle { background: @edge; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:vertical { margin: 2px; }
QScrollBar::handle:horizontal { margin: 2px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


class Look(Protocol):
    """What the style sheet needs to know of a theme."""

    @property
    def high_contrast(self) -> bool: ...
    def hex(self, token: str) -> str: ...
    def points(self, points: float) -> float: ...
    def px(self, length: float) -> int: ...


def style_sheet(look: Look) -> str:
    """Return the style sheet with a theme's colours and sizes put in.

    In the template `@token` is a colour, `#n` a length that grows with the text, `npt` a type size.
    """
    width = 3 if look.high_contrast else 2
    words = {
        "semibold": 'font-family: "Atkinson Hyperlegible Next SemiBold", '
        '"Atkinson Hyperlegible Next", "Noto Sans", "Noto Emoji"; font-weight: 600;',
        "bold": "font-weight: 700;",
        "focuswidth": f"{width}px",
        "focuspad12": f"{13 - width}px",
        "focuspad8": f"{9 - width}px",
        "focuspad5": f"{6 - width}px",
        "focusheight": f"{look.px(36) + 2 - 2 * width}px",
        "deadline": "dashed" if look.high_contrast else "solid",
        "marked": f"border: 2px solid {look.hex('brand')};" if look.high_contrast else "",
    }
    text = re.sub(r"\$(\w+)", lambda found: words[found[1]], _TEMPLATE)
    text = re.sub(r"(\d+)pt\b", lambda found: f"{look.points(float(found[1])):.3f}pt", text)
    text = re.sub(r"#(\d+)\b", lambda found: f"{look.px(float(found[1]))}px", text)
    return re.sub(r"@(\w+)", lambda found: look.hex(found[1]), text)
