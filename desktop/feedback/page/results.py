"""What came back: the response, the answers so far, and what is promised."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from desktop.feedback.actions import LIVE_STEP, QuestionResult, Results
from desktop.feedback.disclosure import percent, too_few
from desktop.feedback.keying import bar_places
from desktop.feedback.model import Comment, Form
from desktop.feedback.page.bars import AnswerBar, AnswerKey
from desktop.feedback.page.collecting import Response
from desktop.language import count, tr
from desktop.printing.charts import Answer
from desktop.ui.cards import Bar, Card, Line
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.notices import Notice
from desktop.ui.theme import theme

_TALL = 400


class ResponseCard(Card):
    """How many answered, with a bar where it is known how many came."""

    def __init__(self) -> None:
        super().__init__(padding=16, gap=7)
        self.heading_words = Text("", "section")
        self.share = Text("", "section")
        self.bar = Bar(0.0, tr("Response"), height=12)
        self.base = Text("", "caption", wrap=True)
        self.add(row(self.heading_words, None, self.share), self.bar, self.base)

    def show_response(self, response: Response) -> None:
        """Show the response."""
        forms, people = response.forms, response.people
        fits = people > 0 and forms <= people
        if fits:
            words = tr("{forms} of {people} have answered")
        else:
            words = count("{n} has answered", "{n} have answered", forms)
        self.heading_words.setText(words.format(forms=f"{forms:,}", people=f"{people:,}"))
        self.share.setText(f"{percent(forms, people)}%" if fits else "")
        self.bar.setVisible(fits)
        self.bar.set_share(forms / people if fits else 0.0)
        self.base.setText(_base(response))


def _base(response: Response) -> str:
    people = response.people
    if not people:
        return tr("Check people in, or count heads, to see what share that is.")
    if response.by_head:
        return tr("The head count is {n}.").format(n=f"{people:,}")
    return count("{n} is here on the register.", "{n} are here on the register.", people)


class ResultsPanel(QWidget):
    """The response, the answers of all questions, the promise."""

    def __init__(self) -> None:
        super().__init__()
        self.response = ResponseCard()
        self._results: tuple[Results | None, Sequence[Comment], str] | None = None
        self.card = Card(tr("So far"), padding=16)
        self._inside = QWidget()
        self.card.add(self._inside)
        self.promise = Notice(
            "info",
            tr("No names here."),
            tr(
                "Answers are never joined to the register or to a pledge. "
                "A comment may still give its writer away."
            ),
            icon="lock",
        )
        self._scrolled = column(self.response, self.card, None, gap=12)
        self._whole = column(Scroll(panel(self._scrolled)), self.promise, gap=10)
        self._whole.setStretch(0, 1)
        self.setLayout(self._whole)

    def add_foot(self, part: QLayout) -> None:
        """Add a place beneath that does not scroll."""
        self._whole.addLayout(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a low window the promise scrolls with the rest, at its end.
        pinned = self.height() >= theme().px(_TALL)
        if pinned != (self._whole.indexOf(self.promise) >= 0):
            if pinned:
                self._whole.insertWidget(1, self.promise)
            else:
                self._scrolled.insertWidget(2, self.promise)

    def show_results(
        self, results: Results | None, form: Form, comments: Sequence[Comment], waiting: str
    ) -> None:
        """Show results, or why there are none; comments are those of closed boxes."""
        if (results, comments, waiting) == self._results:
            return
        self._results = (results, comments, waiting)
        parts: list[QWidget] = []
        if results is not None:
            parts += [question_part(result) for result in results.questions]
            parts += comment_parts(form, comments)
        if waiting:
            parts.append(Text(waiting, "muted", wrap=True))
        fresh = QWidget()
        inside = column(gap=10)
        for number, part in enumerate(parts):
            if number:
                inside.addWidget(Line())
            inside.addWidget(part)
        fresh.setLayout(inside)
        self.card.body.replaceWidget(self._inside, fresh)
        self._inside.deleteLater()
        self._inside = fresh
        forms = results.forms if results else 0
        title = count("The answers of {n} form", "The answers of {n} forms", forms)
        self.card.heading.setText(title if forms else tr("The answers"))


def waiting_words(forms: int) -> str:
    """Return why a screen shows no newer results while a box is open."""
    following = (forms // LIVE_STEP + 1) * LIVE_STEP
    if forms and forms % LIVE_STEP == 0:
        return ""
    return tr(
        "Results show at {step} forms and at each further {step}, so that nobody can see what one "
        "person said. Next at {n}."
    ).format(step=LIVE_STEP, n=following)


def too_few_words(threshold: int) -> str:
    """Return why the results of a closed box are hidden."""
    return tr("Hidden: {reason}.").format(reason=too_few(threshold))


def question_part(result: QuestionResult) -> QWidget:
    """Return one question with its bars, counts and base."""
    base = count("{n} answered", "{n} answered", result.base)
    if result.blank:
        base += ", " + count("{n} left it blank", "{n} left it blank", result.blank)
    whole = column(Text(result.question.words, "strong", wrap=True), Text(base, "caption"), gap=2)
    whole.addSpacing(3)
    places = bar_places(result.question)
    if places is None:
        whole.addWidget(_tick_bars(result))
    else:
        answers = _answers(result, places)
        whole.addWidget(AnswerBar(answers))
        whole.addSpacing(3)
        whole.addWidget(AnswerKey(answers))
    return panel(whole)


def _answers(result: QuestionResult, places: dict[str, int]) -> list[Answer]:
    found = [
        Answer(f"{c.number} {c.words}", number, places[c.key], _share(number, result.base))
        for c in result.question.choices
        for number in [result.counts.get(c.key, 0)]
    ]
    return sorted(found, key=lambda answer: answer.value)


def _share(number: int, base: int) -> str:
    share = percent(number, base)
    return tr("under 1%") if number and not share else f"{share}%"


def _tick_bars(result: QuestionResult) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    for at, choice in enumerate(result.question.choices):
        number = result.counts.get(choice.key, 0)
        bar = Bar(number / result.base if result.base else 0.0, choice.words, height=12)
        grid.addWidget(Text(choice.words), at, 0)
        grid.addWidget(bar, at, 1)
        grid.addWidget(Text(f"{number:,} ({_share(number, result.base)})", "label"), at, 2)
    grid.setColumnStretch(1, 1)
    return panel(grid)


def comment_parts(form: Form, comments: Sequence[Comment]) -> list[QWidget]:
    """Return what people wrote, under the question where they wrote it."""
    words = {question.key: question.words for question in form.questions}
    parts: list[QWidget] = []
    order = dict.fromkeys([*words, *(comment.question for comment in comments)])
    for key in order:
        said = [Text(f"“{c.text}”", wrap=True) for c in comments if c.question == key]
        if not said:
            continue
        title = Text(words.get(key, tr("In their own words")), "strong", wrap=True)
        parts.append(panel(column(title, *said, gap=5)))
    return parts
