"""Feedback as a list that keeps the rules for small numbers, as a summary does.

Only closed boxes count: lists that are saved while forms come in would differ by single answers.
"""

from collections.abc import Sequence
from datetime import date

from desktop.feedback.disclosure import too_few
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.reports.figures import figures_of_programme, figures_of_session
from desktop.reports.rows import CommentFigures, QuestionFigures, SummaryFigures
from desktop.sessions.model import Session
from desktop.store.reader import Db
from desktop.tables.values import Value
from desktop.tables.writing import Table
from desktop.text import search_key

HEADINGS = (
    tr("Question"),
    tr("Answer"),
    tr("Number"),
    tr("Per cent"),
    tr("Of how many who answered"),
    tr("Left it blank"),
)
COMMENTS = (tr("Question"), tr("Comment"))


def feedback_of_session(db: Db, session_id: str) -> tuple[Table, ...]:
    """Return the figures of a session's feedback, and its comments apart where there may be any.

    Raises UserError when the session is gone.
    """
    session = db.need(Session, session_id)
    found = figures_of_session(db, session_id)
    about = (tr("Session"), tr("Date"))
    figures = _figures(found, about, [session.title, session.date])
    enough = found.forms >= found.threshold
    return (figures, _comments(found.comments)) if enough and found.comments else (figures,)


def feedback_of_programme(db: Db, programme: Programme) -> Table:
    """Return the figures of a programme's feedback.

    There are no comments: above a single session, each would have to be approved by a person.
    """
    found = figures_of_programme(db, programme.id, date.min, date.max)
    return _figures(found, (tr("Programme"),), [programme.name])


def _figures(found: SummaryFigures, about: Sequence[str], head: Sequence[Value]) -> Table:
    rows = [
        [*head, *row] for question in found.questions for row in _rows(question, found.threshold)
    ]
    return Table(str(head[0]), (*about, *HEADINGS), rows, len(rows))


def _rows(question: QuestionFigures, threshold: int) -> list[list[Value]]:
    if not question.shown:
        hidden = tr("Hidden: {reason}.").format(reason=too_few(threshold))
        return [[question.words, hidden]]
    base, blank = question.base, question.blank
    return [
        [question.words, one.choice.words, one.number, one.percent, base, blank]
        for one in question.choices
    ]


def _comments(written: Sequence[CommentFigures]) -> Table:
    """Return comments by question and alphabet, so that nothing tells when they came."""
    ordered = sorted(written, key=lambda one: (one.question, search_key(one.text), one.text))
    rows = [[one.question, one.text] for one in ordered]
    return Table(tr("Comments"), COMMENTS, rows, len(rows))
