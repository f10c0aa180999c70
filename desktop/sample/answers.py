"""The feedback of the sample programme: Glasgow's published figures, exactly."""

import random
from collections.abc import Sequence

from desktop.feedback.model import Answers, Choice, Comment, Form
from desktop.sample.texts import sections

ANSWERED = 271
SCALES = {
    "rating": (247, 20, 4),
    "impact": (228, 36, 6, 1),
    "recommend": (230, 6, 35),
}
"""How many chose the first, second … choice: 247 very good, 228 strongly agree, 230 yes
(Glasgow City HSCP, home care, March 2019)."""
TICKS = {
    "words": (0.71, 0.66, 0.63, 0.52, 0.41),
    "helps": (0.58, 0.34, 0.29, 0.41, 0.08),
}
"""The share that ticked each choice; a majority said informative, helpful, well presented."""
COMMENT_SHARE = 0.42


def answers(rng: random.Random, form: Form) -> list[Answers]:
    """Return the 271 forms in random order, without any words."""
    columns: dict[str, list[tuple[str, ...]]] = {}
    scales, ticks = iter(SCALES.values()), iter(TICKS.values())
    for question in form.questions:
        if question.ask in ("scale", "choice"):
            columns[question.key] = _drawn(rng, question.choices, next(scales))
        elif question.ask == "ticks":
            columns[question.key] = _ticked(rng, question.choices, next(ticks))
    return [
        Answers(given={key: column[number] for key, column in columns.items()})
        for number in range(ANSWERED)
    ]


def _drawn(
    rng: random.Random, choices: Sequence[Choice], numbers: Sequence[int]
) -> list[tuple[str, ...]]:
    drawn: list[tuple[str, ...]] = [
        (choice.key,) for choice, n in zip(choices, numbers, strict=False) for _ in range(n)
    ]
    rng.shuffle(drawn)
    return drawn


def _ticked(
    rng: random.Random, choices: Sequence[Choice], shares: Sequence[float]
) -> list[tuple[str, ...]]:
    return [
        tuple(sorted(c.key for c, s in zip(choices, shares, strict=True) if rng.random() < s))
        for _ in range(ANSWERED)
    ]


def comments(rng: random.Random, form: Form, given: Sequence[Answers]) -> list[list[Comment]]:
    """Return what stands on each of the forms in words."""
    found = sections("comments.txt")
    free = [cells[0] for cells in found["comments"]]
    rng.shuffle(free)
    else_texts = [cells[0] for cells in found["else"]]
    rng.shuffle(else_texts)
    text_key = next(question.key for question in form.questions if question.ask == "text")
    writing = _writing_choices(form)
    written: list[list[Comment]] = []
    for answer in given:
        mine = []
        if free and rng.random() < COMMENT_SHARE:
            mine.append(Comment(text_key, free.pop()))
        for question, choice in writing:
            if choice in answer.given[question] and else_texts:
                mine.append(Comment(question, else_texts.pop()))
        written.append(mine)
    return written


def _writing_choices(form: Form) -> list[tuple[str, str]]:
    return [(q.key, choice.key) for q in form.questions for choice in q.choices if choice.writes]
