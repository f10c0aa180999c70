"""Figures of a summary without a store."""

from dataclasses import replace
from datetime import date, time

from desktop.feedback import disclosure
from desktop.feedback.form import default_form, said
from desktop.feedback.model import Ask, Question
from desktop.pledges.model import Outcome, Show
from desktop.programmes.model import Programme
from desktop.reports.rows import (
    ChoiceFigures,
    CommentFigures,
    GroupFigures,
    PledgeFigures,
    QuestionFigures,
    ShownPledge,
    SummaryFigures,
    Turnout,
)
from desktop.sessions.model import Session

DAY = date(2026, 10, 8)
SESSION = Session(
    title="Good conversations at home",
    date=DAY,
    start=time(14, 30),
    end=time(16, 30),
    place="Aberwen Community Hall",
    facilitators=("Siân Prosser",),
)
PROGRAMME = Programme(name="Intelligent kindness", organisation="Glasgow HSCP")
TURNOUT = Turnout(
    by_name=412,
    people=398,
    head_count=0,
    on_register=431,
    walk_ins=14,
    not_coming=9,
    by_role=(GroupFigures("Home carer", 300), GroupFigures("Social worker", 112)),
    by_organisation=(),
)
PLEDGES = PledgeFigures(
    number=3,
    by_show={Show.FIRST_NAME: 1, Show.NO_NAME: 1, Show.NOT_ON_TREE: 1},
    followed_up=0,
    by_outcome=dict.fromkeys(Outcome, 0),
    shown=(
        ShownPledge("I will bring the photo album.", "Eirlys", False),
        ShownPledge("I will sing.", "", False),
    ),
)
COMMENTS = (
    CommentFigures("Anything else you would like to tell us?", "The hall was cold."),
    CommentFigures("What would help?", "Protected time"),
)


def question(asked: Question, *numbers: int, blank: int = 0, came: int = 412) -> QuestionFigures:
    base = max(numbers) if asked.ask is Ask.TICKS else sum(numbers)
    found = tuple(
        ChoiceFigures(choice, number, disclosure.percent(number, base))
        for choice, number in zip(asked.choices, numbers, strict=True)
    )
    first = found[0]
    words = disclosure.sentence(first.number, base, came, said(asked, first.choice))
    return QuestionFigures(asked.key, asked.words, asked.ask, found, base, blank, words)


def of_programme() -> SummaryFigures:
    """The first month in Glasgow."""
    rating, was, impact, recommend, *_ = default_form().questions
    return SummaryFigures(
        programme=PROGRAMME,
        session=None,
        first=date(2026, 9, 1),
        last=date(2026, 9, 30),
        sessions=17,
        turnout=TURNOUT,
        forms=271,
        response_rate=66,
        threshold=11,
        questions=(
            question(rating, 247, 18, 5, 0, 1),
            question(was, 271, 180, 77, 240, 0),
            question(impact, 228, 30, 10, 1, 2, blank=3),
            question(recommend, 230, 11, 30),
        ),
        pledges=PLEDGES,
    )


def of_session() -> SummaryFigures:
    return replace(
        of_programme(),
        session=SESSION,
        first=DAY,
        last=DAY,
        sessions=1,
        threshold=5,
        comments=COMMENTS,
    )


def too_few(figures: SummaryFigures) -> SummaryFigures:
    reason = disclosure.too_few(figures.threshold)
    hidden = (
        replace(one, choices=(), base=0, blank=0, sentence=reason) for one in figures.questions
    )
    return replace(figures, forms=3, response_rate=None, questions=tuple(hidden))
