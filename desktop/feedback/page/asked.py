"""One question of a feedback form in the editor: its words, its kind and its choices."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.errors import FieldError
from desktop.feedback.model import Question
from desktop.feedback.wording import WRITES, Draft, Kind, question_of
from desktop.language import tr
from desktop.ui.buttons import IconButton
from desktop.ui.cards import Line
from desktop.ui.controls import Combo, LineEdit, TextEdit
from desktop.ui.fields import Field
from desktop.ui.layout import column, panel, row

KINDS = (
    (Kind.RATING, tr("Very good to very poor")),
    (Kind.AGREEMENT, tr("Strongly agree to strongly disagree")),
    (Kind.YES_NO, tr("Yes, no or not sure")),
    (Kind.TICKS, tr("Tick all that apply")),
    (Kind.TEXT, tr("Text")),
)


class AskedCard(QWidget):
    """The fields of one question with buttons that move it and take it out.

    `move` is called with the card and -1 or 1, `remove` with the card, `resized` when the fields
    need another height.
    """

    def __init__(
        self,
        draft: Draft,
        move: Callable[["AskedCard", int], object],
        remove: Callable[["AskedCard"], object],
        resized: Callable[[], object],
    ) -> None:
        super().__init__()
        self._before: Question | None = None
        self._resized = resized
        self.words, self.kind = LineEdit(), Combo(KINDS)
        self.kind.setMinimumContentsLength(30)
        self.choices = TextEdit(lines=6)
        self.up = IconButton("chevron-up", "", lambda: move(self, -1), kind="quiet")
        self.down = IconButton("chevron-down", "", lambda: move(self, 1), kind="quiet")
        self.remove = IconButton("trash-2", "", lambda: remove(self), kind="quiet")
        self.words_field = Field(tr("Question"), self.words)
        self.kind_field = Field(tr("Answer"), self.kind)
        hint = tr("One a line, from 2 to 9. End a line with {dots} where people write beside it.")
        self.choices_field = Field(tr("Choices"), self.choices, hint=hint.format(dots=WRITES))
        self.choices_field.hide()
        tools = row(self.up, self.down, self.remove, gap=2)
        second = row(self.kind_field, None, panel(column(None, tools, gap=0)), gap=12)
        self.setLayout(column(self.words_field, second, self.choices_field, Line(), gap=10))
        self.kind.chosen.connect(self._on_kind)
        self.show_draft(draft)

    def show_draft(self, draft: Draft) -> None:
        """Show another question in these fields."""
        self._before = draft.before
        own = [(Kind.OWN, tr("Choices of its own, as they are"))] if draft.kind is Kind.OWN else []
        self.kind.set_options([*KINDS, *own])
        self.words.setText(draft.words)
        self.kind.set_value(draft.kind)
        self.choices.set_text(draft.choices)
        self.words_field.set_error("")
        self._show_choices()

    def draft(self) -> Draft:
        """Return what stands in the fields."""
        kind = Kind(str(self.kind.value()))
        return Draft(self.words.text(), kind, self.choices.text(), self._before)

    def show_place(self, number: int, of: int) -> None:
        """Say which question this is; the ends can't go on, the only one must stay."""
        self.words_field.set_label(tr("Question {n}").format(n=number))
        self.kind.setAccessibleName(tr("Answer to question {n}").format(n=number))
        self.choices.setAccessibleName(tr("Choices of question {n}").format(n=number))
        named = (
            (self.up, tr("Move question {n} up")),
            (self.down, tr("Move question {n} down")),
            (self.remove, tr("Take out question {n}")),
        )
        for button, words in named:
            button.setAccessibleName(words.format(n=number))
            button.setToolTip(words.format(n=number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < of)
        self.remove.setEnabled(of > 1)

    def controls(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.words, self.kind, self.up, self.down, self.remove, self.choices]

    def question(self) -> Question | None:
        """Return the question typed; None where something is wrong, which then stands beneath."""
        self.words_field.set_error("")
        self.choices_field.set_error("")
        try:
            return question_of(self.draft())
        except FieldError as error:
            wrong = self.choices_field if error.field == "choices" else self.words_field
            wrong.set_error(str(error))
            return None

    def first_wrong(self) -> Field | None:
        """Return the first field with an error beneath."""
        fields = (self.words_field, self.choices_field)
        return next((field for field in fields if field.error()), None)

    def _on_kind(self) -> None:
        self._show_choices()
        self._resized()

    def _show_choices(self) -> None:
        self.choices_field.set_error("")
        self.choices_field.setVisible(self.kind.value() is Kind.TICKS)
