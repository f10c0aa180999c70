"""The words of a slip, with the programme's prompts and the language they are in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QMenu, QWidget

from desktop.language import tr
from desktop.people.languages import language_name, languages
from desktop.pledges.wording import likely_language
from desktop.ui.buttons import Button
from desktop.ui.controls import TextEdit
from desktop.ui.fields import Field
from desktop.ui.menus import MenuButton


class SlipText(Field):
    """Where the words are typed; while it is empty it offers one prompt of the programme."""

    def __init__(self, lines: int = 3) -> None:
        self.edit = TextEdit(lines=lines, leaf=True)
        super().__init__(tr("Their pledge"), self.edit)
        self._prompts: tuple[str, ...] = ()
        self._at = 0
        self.prompt_button = Button(
            tr("Another question"), self.next_prompt, kind="quiet", size="small"
        )
        self.prompt_button.hide()
        self.add_aside(self.prompt_button)
        self.edit.textChanged.connect(self._show_prompt)

    def add_aside(self, part: QWidget) -> None:
        """Add something at the right of the label."""
        whole = self.layout()
        top = whole.itemAt(0) if whole else None
        line = top.layout() if top else None
        assert isinstance(line, QLayout)
        line.addWidget(part)

    def text(self) -> str:
        return self.edit.text()

    def set_prompts(self, prompts: Sequence[str]) -> None:
        """Offer other prompts."""
        if tuple(prompts) != self._prompts:
            self._prompts, self._at = tuple(prompts), 0
            self._show_prompt()

    def asks(self) -> bool:
        """Return whether there is another question to offer to somebody with no words yet."""
        return len(self._prompts) > 1 and not self.text()

    def next_prompt(self) -> None:
        """Offer the next prompt."""
        self._at += 1
        self._show_prompt()
        self.edit.setFocus()

    def _show_prompt(self) -> None:
        prompt = self._prompts[self._at % len(self._prompts)] if self._prompts else ""
        if prompt != self.edit.placeholderText():
            self.edit.setPlaceholderText(prompt)
        self.prompt_button.setVisible(self.asks())


class LanguageButton(MenuButton):
    """The language of a pledge: the one that its words seem to be in until one is chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Language"), size="small")
        self._likely = ""
        self._chosen: str | None = None
        self._show()

    def value(self) -> str:
        """Return the code of the language, empty where it is not known."""
        return self._likely if self._chosen is None else self._chosen

    def chosen_value(self) -> str | None:
        """Return the code that somebody chose, None where nobody did."""
        return self._chosen

    def read(self, text: str) -> None:
        """Propose the language of these words."""
        self._likely = likely_language(text)
        self._show()

    def choose(self, code: str | None) -> None:
        """Choose a language, or leave it to the words with None."""
        self._chosen = code
        self._show()

    def menu_for(self) -> QMenu:
        menu = QMenu(self)
        for code, name in [("", tr("Not said")), *languages()]:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(code == self.value())
            action.triggered.connect(lambda _=False, code=code: self._on_chosen(code))
            menu.addAction(action)
        return menu

    def _on_chosen(self, code: str) -> None:
        self.choose(code)
        self.chosen.emit()

    def _show(self) -> None:
        name = language_name(self.value())
        self.set_text(name or tr("Language"))
        self.setAccessibleName(tr("Language: {name}").format(name=name or tr("not said")))
