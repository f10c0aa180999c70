"""The calm question whether a pledge names a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.ui.buttons import LinkButton
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Text
from desktop.ui.layout import row
from desktop.ui.notices import announce


class NameQuestion(QWidget):
    """Asks about one word at a time and blocks nothing; `answered` tells that it may be shown."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._word, self._fine = "", ""
        self.words = Text(
            tr("Does this name a person? Everyone will read it."),
            "label",
            tone="warnink",
            wrap=True,
        )
        self.fine_button = LinkButton(tr("It is fine"), self._answer)
        icon = IconLabel("triangle-alert", "warn", 18)
        line = row(icon, self.words, self.fine_button, gap=8)
        line.setStretch(1, 1)
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setAccessibleName(self.words.text())
        self.hide()

    def ask(self, word: str) -> None:
        """Ask about a word, or nothing with ""; a word that was said to be fine is not asked."""
        wanted = bool(word) and word != self._fine
        if wanted and (word != self._word or self.isHidden()):
            self.fine_button.setAccessibleName(tr("It is fine: {word}").format(word=word))
            announce(self, self.words.text())
        self._word = word
        self.setVisible(wanted)

    def is_fine(self) -> bool:
        """Return whether somebody said that the words may be shown."""
        return bool(self._word) and self._word == self._fine

    def reset(self, *, fine: str = "") -> None:
        """Forget the answers; `fine` is a word that was said to be fine before."""
        self._word, self._fine = "", fine
        self.hide()

    def _answer(self) -> None:
        self._fine = self._word
        self.hide()
        self.answered.emit()
