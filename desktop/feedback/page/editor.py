"""The feedback form of a programme: its questions seen and changed, opened from Settings."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.feedback.actions import ask_in_programme, form_of, programmes_with
from desktop.feedback.box import open_boxes
from desktop.feedback.form import default_form
from desktop.feedback.page.asked import AskedCard
from desktop.feedback.page.history import LABELS, words_for
from desktop.feedback.past import FormHistory
from desktop.feedback.wording import Draft, draft_of
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.ui.buttons import Button
from desktop.ui.dialogs import Form
from desktop.ui.history import HistoryDialog
from desktop.ui.labels import Text
from desktop.ui.layout import column, follow_focus, panel
from desktop.ui.page import Page

Tell = Callable[[str, str], object]
"""Called with what was done and the id of the change that undoes it."""


class FormEditor(Form):
    """Changes the questions a programme asks; `told` is called when they were kept."""

    def __init__(self, parent: QWidget | None, desk: Desk, programme_id: str, told: Tell) -> None:
        super().__init__(parent, tr("Feedback form"), self._keep, width=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._programme, self._told = desk, programme_id, told
        with desk.store.read() as db:
            programme = db.need(Programme, programme_id)
            form = form_of(db, programme)
            others = [one for one in programmes_with(db, form) if one.id != programme_id]
        self._shown = self._typed = form.questions
        self.cards: list[AskedCard] = []
        self._list = column(gap=14)
        self.note = Text(_note(programme, others), "muted", wrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.add_question_button = Button(tr("Add a question"), self.add_question, icon="plus")
        self.default_button = Button(
            tr("Go back to the default form"), self.show_default, kind="quiet", icon="undo-2"
        )
        self.add(self.note, panel(self._list))
        self._show(draft_of(question) for question in form.questions)
        self.body.addWidget(self.add_question_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.insertWidget(0, self.default_button)
        self.history_button = Button(tr("History"), self.show_history, icon="history")
        self.buttons.insertWidget(1, self.history_button)

    def show_history(self) -> None:
        """Show who changed the questions and when; this form closes."""
        self.reject()
        past = FormHistory(self._desk.store, self._programme, self._collecting)
        dialog = HistoryDialog(self.parentWidget(), past, LABELS, self._told, words_for)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, drafts: Iterable[Draft]) -> None:
        wanted = list(drafts)
        for card, draft in zip(self.cards, wanted, strict=False):
            card.show_draft(draft)
        for draft in wanted[len(self.cards) :]:
            self._append(draft)
        for card in self.cards[len(wanted) :]:
            self._drop(card)
        self._arrange()

    def _drop(self, card: AskedCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()

    def _append(self, draft: Draft) -> AskedCard:
        card = AskedCard(draft, self._move, self._remove, self.fit)
        self._list.addWidget(card)
        card.show()  # the layout shows it later only, too late for the focus
        self.cards.append(card)
        return card

    def _arrange(self) -> None:
        for number, card in enumerate(self.cards, 1):
            card.show_place(number, len(self.cards))

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt's own order loses the buttons below once questions were added.
        order = [control for card in self.cards for control in card.controls()]
        order += [self.add_question_button, self.default_button, self.history_button]
        order += [self.cancel_button, self.save_button]
        now = self.focusWidget()
        order = [one for one in order if one is now or (one.isVisible() and one.isEnabled())]
        if now not in order:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        order[(order.index(now) + (1 if forward else -1)) % len(order)].setFocus(reason)
        follow_focus(self)
        return True

    def add_question(self) -> None:
        """Add an empty question at the end and go to it."""
        card = self._append(Draft())
        self._arrange()
        self.fit()
        self._go_to(card.words)

    def show_default(self) -> None:
        """Show the questions of the default form; they are kept when the form is saved."""
        self._show(draft_of(question) for question in default_form().questions)
        self.fit()
        self._go_to(self.cards[0].words)

    def _move(self, card: AskedCard, by: int) -> None:
        # The two cards stay and swap what they show, so Tab goes on from top to bottom.
        other = self.cards[self.cards.index(card) + by]
        mine, its = card.draft(), other.draft()
        card.show_draft(its)
        other.show_draft(mine)
        wanted, instead = (other.up, other.down) if by < 0 else (other.down, other.up)
        self._go_to(wanted if wanted.isEnabled() else instead)

    def _remove(self, card: AskedCard) -> None:
        at = self.cards.index(card)
        self._drop(card)
        self._arrange()
        self.fit()
        following = (self.cards[at:] or self.cards[-1:])[0]
        self._go_to(following.remove if following.remove.isEnabled() else following.words)

    def _go_to(self, control: QWidget) -> None:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        follow_focus(self)

    def save(self) -> None:
        """Save, and close if it went well; what is wrong stands beneath its field."""
        questions = [card.question() for card in self.cards]
        self._mark_doubles()
        wrong = next((field for card in self.cards if (field := card.first_wrong())), None)
        self.wrong.hide()
        if wrong is not None:
            self.fit()
            self._go_to(wrong.control)
            return
        self._typed = tuple(question for question in questions if question is not None)
        super().save()

    def _mark_doubles(self) -> None:
        seen: set[str] = set()
        for card in self.cards:
            words = " ".join(card.words.text().split()).casefold()
            if words in seen and words:
                card.words_field.set_error(tr("This question is on the form already."))
            seen.add(words)

    def _keep(self) -> None:
        if self._typed == self._shown:
            self._told(tr("The feedback form stays as it is."), "")
            return
        collecting = self._collecting()
        with self._desk.store.change(tr("Change feedback form")) as change:
            ask_in_programme(change, self._programme, self._typed, collecting=collecting)
            name = change.need(Programme, self._programme).name
        self._told(tr("Feedback form changed: {name}").format(name=name), change.id)

    def _collecting(self) -> bool:
        return bool(open_boxes(self._desk.data_file))


def edit_form(page: Page, desk: Desk, programme_id: str) -> None:
    """Open the editor over a page; the page tells what was done."""
    FormEditor(page, desk, programme_id, page.told.emit).open()


def _note(programme: Programme, others: list[Programme]) -> str:
    words = tr("{name}. Answers given so far stay with the old wording.")
    if others:
        words = tr(
            "{name}. Answers given so far stay with the old wording. "
            "Other programmes with this form change with it: {others}."
        )
    return words.format(name=programme.name, others=", ".join(one.name for one in others))
