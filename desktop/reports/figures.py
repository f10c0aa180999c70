"""The figures of one session, or of a programme's period, that a summary shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.feedback import disclosure
from desktop.feedback.actions import QuestionResult, comments, form_of, forms_used, results
from desktop.feedback.box import CLOSED_BOX, OpenBox
from desktop.feedback.form import default_form, said
from desktop.feedback.model import Ask, Form, Question
from desktop.pledges.actions import Made, pledges
from desktop.pledges.model import Outcome, Show
from desktop.programmes.model import Programme
from desktop.reports.rows import (
    ChoiceFigures,
    CommentFigures,
    PledgeFigures,
    QuestionFigures,
    ShownPledge,
    SummaryFigures,
)
from desktop.reports.turnout import came_to, turnout
from desktop.sessions.model import Session
from desktop.store import sa
from desktop.store.projection import table
from desktop.store.reader import Db


def figures_of_session(db: Db, session_id: str, box: OpenBox | None = None) -> SummaryFigures:
    """Return the figures of one session; `box` is its feedback that is still being collected.

    Raises UserError when the session is gone.
    """
    session = db.need(Session, session_id)
    programme = db.get(Programme, session.programme)
    forms = _forms(db, programme, [session_id], box)
    period = _Period([session_id], session.date, session.date, disclosure.SESSION_THRESHOLD)
    found = _figures(db, programme, period, forms, box)
    return replace(found, session=session, comments=_comments(db, session_id, box, forms))


def figures_of_programme(db: Db, programme_id: str, first: date, last: date) -> SummaryFigures:
    """Return the figures of a programme's sessions from a first to a last day that took place.

    Feedback that is still being collected is not in it. Raises UserError when the programme is
    gone.
    """
    programme = db.need(Programme, programme_id)
    sessions = held_sessions(db, programme_id, first, last)
    period = _Period(sessions, first, last, disclosure.THRESHOLD)
    return _figures(db, programme, period, _forms(db, programme, sessions, None), None)


def held_sessions(db: Db, programme_id: str, first: date, last: date) -> list[str]:
    """Return the ids of the sessions of a period that took place, by date.

    A session took place when it was finished, or when people or feedback came to it.
    """
    s, tally = table(Session), CLOSED_BOX.table
    happened = sa.or_(
        s.c.finished.is_not(None),
        s.c.head_count > 0,
        came_to(s.c.id),
        s.c.id.in_(sa.select(tally.c.session)),
    )
    chosen = (
        sa.select(s.c.id)
        .where(s.c.programme == programme_id, ~s.c.cancelled, happened)
        .where(s.c.date.between(first.isoformat(), last.isoformat()))
        .order_by(s.c.date, s.c.start, s.c.id)
    )
    return [row.id for row in db.rows(chosen)]


@dataclass(frozen=True)
class _Period:
    sessions: Sequence[str]
    first: date
    last: date
    threshold: int


def _figures(
    db: Db,
    programme: Programme | None,
    period: _Period,
    forms: Sequence[Form],
    box: OpenBox | None,
) -> SummaryFigures:
    who = turnout(db, period.sessions)
    found = results(db, box, period.sessions, _joined(forms))
    known = who.came > 0 and found.forms <= who.came
    return SummaryFigures(
        programme=programme,
        session=None,
        first=period.first,
        last=period.last,
        sessions=len(period.sessions),
        turnout=who,
        forms=found.forms,
        response_rate=disclosure.percent(found.forms, who.came) if known else None,
        threshold=period.threshold,
        questions=tuple(_question(q, who.came, period.threshold) for q in found.questions),
        pledges=_pledges(pledges(db, period.sessions)),
    )


def _forms(
    db: Db, programme: Programme | None, sessions: Sequence[str], box: OpenBox | None
) -> list[Form]:
    used = forms_used(db, sessions, box)
    return used or [form_of(db, programme) if programme else default_form()]


def _joined(forms: Sequence[Form]) -> Form:
    questions: dict[str, Question] = {}
    for form in forms:
        for question in form.questions:
            questions.setdefault(question.key, question)
    return Form(questions=tuple(questions.values()))


def _question(result: QuestionResult, came: int, threshold: int) -> QuestionFigures:
    question = result.question
    if result.base < threshold:
        reason = disclosure.too_few(threshold)
        return QuestionFigures(question.key, question.words, question.ask, (), 0, 0, reason)
    choices = tuple(
        ChoiceFigures(choice, number, disclosure.percent(number, result.base))
        for choice in question.choices
        for number in (result.counts[choice.key],)
    )
    told = _told(question.ask, choices)
    sentence = disclosure.sentence(told.number, result.base, came, said(question, told.choice))
    return QuestionFigures(
        question.key, question.words, question.ask, choices, result.base, result.blank, sentence
    )


def _told(ask: Ask, choices: Sequence[ChoiceFigures]) -> ChoiceFigures:
    """Return what the sentence tells: the best of a scale, the first of a choice, the most ticked.

    Always the same choice of a question with an order, so that nobody picks what looks best.
    """
    if ask is Ask.TICKS:
        return max(choices, key=lambda c: (c.number, -c.choice.number))
    return max(choices, key=lambda c: (c.choice.value or 0, -c.choice.number))


def _pledges(made: Iterable[Made]) -> PledgeFigures:
    found = list(made)
    outcomes = [one.outcome for one in found if one.outcome]
    return PledgeFigures(
        number=len(found),
        by_show={show: sum(one.pledge.show is show for one in found) for show in Show},
        followed_up=len(outcomes),
        by_outcome={outcome: outcomes.count(outcome) for outcome in Outcome},
        shown=tuple(
            ShownPledge(one.pledge.text, one.shown_name, one.outcome is Outcome.KEPT)
            for one in found
            if one.pledge.show is not Show.NOT_ON_TREE
        ),
    )


def _comments(
    db: Db, session_id: str, box: OpenBox | None, forms: Sequence[Form]
) -> tuple[CommentFigures, ...]:
    words = {q.key: q.words for form in forms for q in form.questions}
    found = comments(db, session_id, box)
    return tuple(CommentFigures(words.get(c.question, ""), c.text) for c in found)
