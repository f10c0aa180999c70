"""The feedback of one session: forms typed in at the left, what came back at the right."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.feedback.disclosure import SESSION_THRESHOLD
from desktop.feedback.keying import Keying
from desktop.feedback.page.collecting import Collecting, Standing, closed_words, left_open
from desktop.feedback.page.form import FormCard
from desktop.feedback.page.results import ResultsPanel, too_few_words, waiting_words
from desktop.language import count, tr
from desktop.printing.dates import weekday_words
from desktop.ui.dialogs import Dialog, question
from desktop.ui.layout import Body, column
from desktop.ui.notices import Notice
from desktop.ui.page import Page
from desktop.ui.pair import Pair

DRAFT_MS = 400


class FeedbackPage(Page):
    """The feedback of the session that `show_session` names."""

    SHOWS = frozenset({"form", "programme", "session", "attendance", "box"})

    toast_moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._collecting = Collecting(desk)
        self._session = ""
        self._standing: Standing | None = None
        self._correcting = 0
        self.card, self.results = FormCard(), ResultsPanel()
        self.sheet = self.card.sheet
        self.question: Dialog | None = None
        self.toast_layout = column(gap=0)
        self.results.add_foot(self.toast_layout)
        words = (tr("Type in forms"), tr("Answers"))
        self.pair = Pair(
            tr("Forms or answers"),
            self.card,
            self.results,
            words,
            first_width=548,
            second_least=330,
        )
        self.setLayout(column(Body(self.pair), gap=0))
        self._new = self.sheet.keying
        self._draft_timer = QTimer(self, interval=DRAFT_MS, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self._draft_timer.timeout.connect(self._keep_draft)
        self.pair.arranged.connect(self.toast_moved)
        self.sheet.changed.connect(self._on_changed)
        self.sheet.saved.connect(self.save)
        self.sheet.finished.connect(self.card.save_button.setFocus)
        self.sheet.refused.connect(self._on_refused)
        self.card.older.connect(lambda: self._show_back(self._correcting + 1))
        self.card.newer.connect(lambda: self._show_back(self._correcting - 1))
        self.card.remove.connect(self._ask_to_remove)

    def show_session(self, session_id: str) -> None:
        """Show the feedback of another session, with the form that was being typed there."""
        if session_id != self._session:
            self._flush()
            self._session, self._standing = session_id, None
            self.pair.show_first()
        self.refresh()

    def refresh(self) -> None:
        if not self._session:
            return
        before, now = self._standing, self._collecting.read(self._session)
        if now is None:
            return
        self._standing = now
        same_form = before is not None and before.form.questions == now.form.questions
        if before is None or not same_form:
            self._new = Keying(now.form, now.box.draft())
        if before is None or not same_form or before.box is not now.box:
            self._show_back(0, focus=False)
        self._show_results(now)
        self._show_notices(now)

    def _show_results(self, now: Standing) -> None:
        self.results.response.show_response(now.response)
        waiting = ""
        if now.box.count and (now.shown is None or now.shown.forms != now.forms):
            waiting = waiting_words(now.forms)
        elif now.shown is None:
            too_few = too_few_words(SESSION_THRESHOLD)
            waiting = too_few if now.forms else tr("No forms yet. Type in the first one.")
        self.results.show_results(now.shown, now.form, now.comments, waiting)
        self.pair.set_words(tr("Type in forms"), tr("Answers: {n}").format(n=f"{now.forms:,}"))

    def _show_notices(self, now: Standing) -> None:
        notices: list[Notice] = []
        if self._collecting.problem:
            notices.append(Notice("danger", self._collecting.problem))
        if left_open(now, self._desk):
            day = weekday_words(now.session.date)
            first = tr("The box of {day} is still open.").format(day=day)
            rest = tr("Close it when all forms are in. Its answers are then kept for good.")
            words = tr("Close it now")
            notices.append(Notice("warn", first, rest, button=words, pressed=self.close_box))
        elif now.closed and not now.box.count:
            rest = tr("Late forms can be added: they go in a new box.")
            notices.append(Notice("info", closed_words(now.closed), rest, icon="lock"))
        if now.older:
            rest = tr("The new one is used once this box is closed.")
            notices.append(Notice("info", tr("These are forms of an earlier wording."), rest))
        if now.twice:
            rest = tr(
                "Two lists of an online form say the same here, in other columns. Kept feedback "
                "can’t be changed, so take care with these numbers."
            )
            notices.append(Notice("warn", tr("Some answers may count twice."), rest))
        self.card.show_notices(*notices)

    def arrive(self) -> None:
        self.sheet.take_focus()

    def toast_place(self) -> QVBoxLayout | None:
        """Return where messages stand: under the answers, None where those are folded away."""
        return self.toast_layout if not self.results.isHidden() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.card.isVisible() and self.sheet.take_key(event)):
            super().keyPressEvent(event)

    def save(self) -> None:
        """Put the form into the box, or the corrected one in its place, and go on."""
        standing, keying = self._standing, self.sheet.keying
        if standing is None:
            return
        if not keying.touched:
            self.card.tell(tr("Nothing is typed yet. Press 0 where a question was left blank."))
            self.sheet.take_focus()
            return
        correcting, number = self._correcting, standing.forms + 1 - self._correcting
        try:
            if correcting:
                standing.box.replace(standing.box.recent[correcting - 1], keying.answers())
            else:
                self._draft_timer.stop()
                standing.box.add(keying.answers())
                self._new = Keying(standing.form)
        except UserError as wrong:
            self.card.tell(str(wrong))
            return
        self.refresh()
        self._show_back(0)
        words = tr("Form {n} corrected") if correcting else tr("Form {n} saved")
        self.kept.emit()
        self.told.emit(words.format(n=f"{number:,}"), "")

    def close_box(self) -> None:
        """Close the box for good; an unfinished form has to be saved or emptied before."""
        if self._standing is None:
            return
        if self._new.touched:
            self.card.tell(tr("A form is not finished. Save it with Enter first."))
            self.sheet.take_focus()
            return
        forms = self._standing.box.count
        self._collecting.close(self._standing)
        self._new = Keying(self._standing.form)
        self.refresh()
        self._show_back(0)
        words = count("Feedback closed: {n} form", "Feedback closed: {n} forms", forms)
        self.kept.emit()
        self.told.emit(words, "")

    def _show_back(self, back: int, *, focus: bool = True) -> None:
        """Show the form so many back to correct it, 0 for the new one."""
        standing = self._standing
        if standing is None:
            return
        recent = standing.box.recent
        self._correcting = max(0, min(back, len(recent)))
        keying = self._new
        if self._correcting:
            answers = standing.box.given_by(recent[self._correcting - 1])
            keying = Keying(standing.form, answers)
            keying.go_to(0)
        number = standing.forms + 1 - self._correcting
        self.card.show_form(keying, number, self._correcting, len(recent))
        if focus:
            self.sheet.take_focus()

    def _ask_to_remove(self) -> None:
        if self._standing is None or not self._correcting:
            return
        number = self._standing.forms + 1 - self._correcting
        self.question = question(
            self.window(),
            tr("Take out form {n}?").format(n=f"{number:,}"),
            tr("Its answers are then gone for good."),
            [("keep", tr("Keep it")), ("remove", tr("Take it out"), "danger")],
        )
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_answered(self) -> None:
        dialog, standing = self.question, self._standing
        self.question = None
        if dialog is None or standing is None:
            return
        dialog.deleteLater()
        if dialog.property("answer") != "remove":
            self.sheet.take_focus()
            return
        number = standing.forms + 1 - self._correcting
        standing.box.remove(standing.box.recent[self._correcting - 1])
        self.refresh()
        self._show_back(0)
        self.kept.emit()
        self.told.emit(tr("Form {n} taken out").format(n=f"{number:,}"), "")

    def _on_changed(self) -> None:
        self.card.tell("")
        if self._correcting:
            return
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            if not self._draft_timer.isActive():  # whoever types on makes no pause
                self._draft_timer.start()
        else:
            self._keep_draft()

    def _on_refused(self) -> None:
        asked = self.sheet.keying.question
        if asked is not None and asked.choices:
            numbers = sorted(choice.number for choice in asked.choices)
            words = tr("This question has the numbers {first} to {last}.")
            self.card.tell(words.format(first=numbers[0], last=numbers[-1]))

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        if self._standing is None:
            return
        try:
            self._standing.box.keep_draft(self._new.draft())
        except UserError as wrong:
            self.card.tell(str(wrong))

    def _flush(self) -> None:
        if self._draft_timer.isActive():
            self._keep_draft()

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)
