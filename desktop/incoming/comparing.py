"""Two who may be one person, side by side; only a person decides."""

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.language import tr
from desktop.people.duplicates import Why
from desktop.people.importing import Likely
from desktop.people.labels import LABELS
from desktop.people.model import Person
from desktop.ui.buttons import Button
from desktop.ui.dialogs import Dialog
from desktop.ui.labels import Text

SAME, APART = "same", "apart"
_FIELDS = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")


def why_words(why: Why) -> str:
    """Return why two may be the same person."""
    return {
        Why.NUMBER: tr("same staff number"),
        Why.EMAIL: tr("same e-mail address"),
        Why.NAME: tr("same name"),
        Why.SPELLING: tr("nearly the same name"),
    }[why]


class Compare(Dialog):
    """Shows both; its `answer` is SAME, APART, or empty when it was left."""

    def __init__(self, parent: QWidget, likely: Likely) -> None:
        super().__init__(parent, tr("Is this the same person?"), width=640)
        self.answer = ""
        on_file = tr("On file") if likely.there.rev else tr("Earlier in this list")
        heads = (tr("In the list, line {n}").format(n=likely.line), on_file)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for at, head in enumerate(heads, 1):
            grid.addWidget(Text(head, "label"), 0, at)
            grid.setColumnStretch(at, 1)
        for number, field in enumerate(_FIELDS, 1):
            self._add(grid, number, field, likely.person, likely.there)
        self.add(Text(why_words(likely.why).capitalize() + ".", "muted"))
        self.body.addLayout(grid)
        words = tr(
            "Of the same person what stands at the right is kept, and its blanks are filled in. "
            "Somebody else comes in as new."
        )
        self.add(Text(words, "muted", wrap=True))
        self.apart_button = self.add_button(Button(tr("Somebody else"), self._apart))
        self.same_button = self.add_button(Button(tr("Same person"), self._same, kind="primary"))
        self.same_button.setFocus()

    def _add(self, grid: QGridLayout, number: int, field: str, one: Person, other: Person) -> None:
        texts = getattr(one, field), getattr(other, field)
        if not any(texts):
            return
        grid.addWidget(Text(LABELS[field], "muted"), number, 0)
        for at, text in enumerate(texts, 1):
            role = "body" if texts[0] == texts[1] else "strong"
            shown = Text(text or "–", role, wrap=True)
            if not text:
                shown.setAccessibleName(tr("nothing"))
            grid.addWidget(shown, number, at)

    def _same(self) -> None:
        self.answer = SAME
        self.accept()

    def _apart(self) -> None:
        self.answer = APART
        self.accept()
