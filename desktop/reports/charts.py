"""From a question's figures to the bars that show them on paper."""

from collections.abc import Sequence

from desktop.feedback.disclosure import percent
from desktop.feedback.model import Ask, Choice
from desktop.language import count, tr
from desktop.printing.charts import Answer, AnswerBar, Tick, TickBars
from desktop.reports.rows import ChoiceFigures, QuestionFigures

_AGREEING = {"no": 1, "not_sure": 3, "yes": 5}


def chart(question: QuestionFigures, language: str = "en") -> AnswerBar | TickBars:
    """Return one stacked bar where the choices have an order, worst to best, else a bar each.

    The sentence to quote stands above it, with the base and how many left the question blank.
    """
    note = question.sentence
    if question.blank:
        blank = count("{n} left it blank.", "{n} left it blank.", question.blank, language)
        note = f"{note} {blank}"
    values = _values(question.choices, question.ask)
    if values is None:
        ticks = [
            Tick(c.choice.words, c.number, share(c.number, question.base, language))
            for c in question.choices
        ]
        return TickBars(question.words, ticks, question.base, note)
    ordered = sorted(zip(values, question.choices, strict=True), key=lambda pair: pair[0])
    bars = [
        Answer(c.choice.words, c.number, value, share(c.number, question.base, language))
        for value, c in ordered
    ]
    return AnswerBar(question.words, bars, note)


def share(number: int, base: int, language: str = "en") -> str:
    """Return `91%`; a number that rounds to nothing is `under 1%`."""
    rounded = percent(number, base)
    return tr("under 1%", language) if number and not rounded else f"{rounded}%"


def _values(choices: Sequence[ChoiceFigures], ask: Ask) -> list[int] | None:
    """Return each choice's place from 1 (worst) to 5 (best), None where they have no order."""
    if ask is Ask.TICKS:
        return None
    known = [value for c in choices if (value := _value(c.choice)) is not None]
    if len(known) < max(len(choices), 2) or min(known) == max(known):
        return None
    low, span = min(known), max(known) - min(known)
    return [1 + (8 * (value - low) + span) // (2 * span) for value in known]


def _value(choice: Choice) -> int | None:
    return _AGREEING.get(choice.key) if choice.value is None else choice.value
