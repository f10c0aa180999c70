"""Typing in a paper form by the numbers printed on it: what each key does, without a screen."""

from collections.abc import Collection

from desktop.feedback.model import Answers, Ask, Choice, Form, Question


class Keying:
    """One form while it is typed in; `at` is the place of the question that the keys are on.

    After the last question `at` is the number of questions and `question` None.
    """

    def __init__(self, form: Form, answers: Answers | None = None) -> None:
        self.form = form
        self.at = 0
        self._given = dict(answers.given) if answers else {}
        self._words = dict(answers.words) if answers else {}
        while self.at < len(form.questions) and self.is_touched(form.questions[self.at]):
            self.at += 1

    @property
    def question(self) -> Question | None:
        """The question that the keys are on."""
        questions = self.form.questions
        return questions[self.at] if self.at < len(questions) else None

    @property
    def touched(self) -> bool:
        """Whether anything was typed, be it that a question was left blank."""
        return any(self.is_touched(question) for question in self.form.questions)

    def is_touched(self, question: Question) -> bool:
        """Whether a question was answered or left blank on purpose."""
        return question.key in self._given or bool(self.words(question))

    def given(self, question: Question) -> tuple[str, ...]:
        """Return the keys of the chosen choices, in the form's order."""
        chosen = self._given.get(question.key, ())
        return tuple(choice.key for choice in question.choices if choice.key in chosen)

    def words(self, question: Question) -> str:
        """Return what was written at a question."""
        return self._words.get(question.key, "").strip()

    def press(self, digit: int) -> bool:
        """Answer the question by a number; a single choice moves on, ticks are switched.

        0 leaves it blank and moves on. Returns whether the number means anything there.
        """
        question = self.question
        if question is None or question.ask is Ask.TEXT:
            return False
        if digit == 0:
            self.leave_blank()
            return True
        choice = next((c for c in question.choices if c.number == digit), None)
        if choice is None:
            return False
        self.choose(question, choice)
        if question.ask is not Ask.TICKS:
            self.on()
        return True

    def choose(self, question: Question, choice: Choice) -> None:
        """Choose one choice, or switch it where several may be ticked; stays at its place."""
        if question.ask is Ask.TICKS:
            before: Collection[str] = self.given(question)
            wanted = {*before} ^ {choice.key}
        else:
            wanted = {choice.key}
        self._given[question.key] = tuple(c.key for c in question.choices if c.key in wanted)

    def write(self, question: Question, text: str) -> None:
        """Keep what is written at a question; beside a choice it ticks that choice."""
        before = self.words(question)
        self._words[question.key] = text
        beside = next((choice for choice in question.choices if choice.writes), None)
        written = self.words(question)
        if beside and written and not before and beside.key not in self.given(question):
            self.choose(question, beside)

    def leave_blank(self) -> None:
        """Take away the answer to the question, and move on."""
        if self.question is not None and self.question.ask is not Ask.TEXT:
            self._given[self.question.key] = ()
            self._words.pop(self.question.key, None)
        self.on()

    def on(self) -> None:
        """Go on to the next question, past the last one at most."""
        self.go_to(self.at + 1)

    def back(self) -> None:
        """Go back one question."""
        self.go_to(self.at - 1)

    def go_to(self, at: int) -> None:
        """Go to a question by its place."""
        self.at = max(0, min(at, len(self.form.questions)))

    def answers(self) -> Answers:
        """Return the whole form; what was not typed was left blank."""
        asked = [question for question in self.form.questions if question.ask is not Ask.TEXT]
        return Answers({question.key: self.given(question) for question in asked}, self._written())

    def draft(self) -> Answers | None:
        """Return what was typed so far, None where that is nothing."""
        if not self.touched:
            return None
        return Answers(dict(self._given), self._written())

    def _written(self) -> dict[str, str]:
        found = {question.key: self.words(question) for question in self.form.questions}
        for question in self.form.questions:
            beside = {choice.key for choice in question.choices if choice.writes}
            if beside and not beside & {*self.given(question)}:
                found[question.key] = ""
        return {key: text for key, text in found.items() if text}


def bar_places(question: Question) -> dict[str, int] | None:
    """Return each choice's place from 1 (worst) to 5 (best) by its key, as its bar is coloured.

    None where the choices have no order; yes, not sure and no have one.
    """
    if question.ask is not Ask.SCALE and question.ask is not Ask.CHOICE:
        return None
    agreeing = {"no": 1, "not_sure": 3, "yes": 5}
    values = {
        choice.key: agreeing.get(choice.key) if choice.value is None else choice.value
        for choice in question.choices
    }
    known = [value for value in values.values() if value is not None]
    if len(known) < max(len(values), 2) or min(known) == max(known):
        return None
    low, high = min(known), max(known)
    return {
        key: 1 + (8 * (value - low) + high - low) // (2 * (high - low))
        for key, value in values.items()
        if value is not None
    }
