"""Bringing in the answers of an online form: what is new, and the closed box that it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.errors import UserError
from desktop.feedback.actions import find_form
from desktop.feedback.box import CLOSED_BOX
from desktop.feedback.disclosure import SESSION_THRESHOLD
from desktop.feedback.importing.pile import Pile, pile_in, pile_of
from desktop.feedback.importing.rows import RowReader
from desktop.feedback.model import Answers, Comment, Form
from desktop.language import count, tr
from desktop.progress import Progress
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.tables.columns import Record
from desktop.tables.rows import Refused


@dataclass(frozen=True)
class Found:
    """What an export says, before anything is kept; `known` forms were brought in before.

    `answers` are the new forms without their words and `comments` the new words, both sorted by
    what they say: who wrote what, and in which order they answered, is forgotten already.
    """

    answers: tuple[Answers, ...]
    comments: tuple[Comment, ...]
    known: int
    refused: tuple[Refused, ...]


def look_up(
    db: Db,
    session_id: str,
    form: Form,
    records: Iterable[Record],
    progress: Progress | None = None,
) -> Found:
    """Return what an export says about one session; nothing is kept.

    The records say themselves how far they are, then `progress` says how far comparing is. Raises
    UserError when only a few forms are new since an earlier export, and when they were brought in
    with other columns; Cancelled when it was stopped, and what reading the list raises.
    """
    reader = RowReader(form)
    answers: list[Answers] = []
    refused: list[Refused] = []
    for record in records:
        try:
            answers.append(reader.answers(record.values))
        except UserError as reason:
            refused.append(Refused(record.line, record.row.cells, str(reason)))
    words = (Comment(key, text) for one in answers for key, text in one.words.items())
    pile = pile_of(answers, words)
    new = _new(pile, _imported(db, session_id, form, progress))
    known = pile.number - new.number
    return Found(tuple(new.answers()), tuple(new.written()), known, tuple(refused))


def keep(change: Change, session_id: str, form: Form, found: Found) -> int:
    """Keep the new forms as one closed box, which nothing takes back; returns how many there are.

    A form that was never kept is kept too.
    """
    if not found.answers:
        return 0
    if find_form(change, form.id) is None:
        change.save(form)
    body = pile_of(found.answers, found.comments).body(session_id, form.id)
    return len(found.answers) if change.keep(CLOSED_BOX, body) else 0


def _imported(db: Db, session_id: str, form: Form, progress: Progress | None) -> list[Pile]:
    """Return what was imported for a session and form before, each box as a pile, largest first.

    An imported box has the very ids that its content gives; those of collected ones are random.
    """
    t = CLOSED_BOX.table
    chosen = sa.select(t.c.document).distinct()
    rows = db.rows(chosen.where(t.c.session == session_id, t.c.form == form.id))
    names = sorted(row.document for row in rows)
    found: list[Pile] = []
    for name in progress.over(names, len(names)) if progress else names:
        body = db.documents(CLOSED_BOX.name, name)[name]
        pile = pile_in(body)
        if pile.body(session_id, form.id) == body:
            found.append(pile)
    return sorted(found, key=lambda pile: -pile.number)


def _new(pile: Pile, imported: Sequence[Pile]) -> Pile:
    """Return which forms of an export are new.

    Raises UserError when they are so few that results before and after would show their answers.
    """
    everything = sum(imported, pile_of((), ()))
    if pile.number >= SESSION_THRESHOLD and everything.holds(pile):
        return pile - everything  # an export from before the latest one has nothing new
    new = pile
    for one in imported:
        if new.holds(one):
            new -= one
        elif _has_other_columns(new, one):
            raise _other_columns()
    if new.comments and not new.number:
        raise _other_columns()
    if 0 < new.number < min(SESSION_THRESHOLD, pile.number):
        raise UserError(
            count(
                "Only {n} form in this file is new. ",
                "Only {n} forms in this file are new. ",
                new.number,
            )
            + tr(
                "Bring it in when at least {least} are, so that nobody can be recognised by "
                "their answers."
            ).format(least=SESSION_THRESHOLD)
        )
    return new


def _has_other_columns(pile: Pile, there: Pile) -> bool:
    """Return whether the same forms were imported with a few columns more or less."""
    mine, theirs = pile.asked(), there.asked()
    common = mine & theirs
    if mine == theirs or 2 * len(common) <= len(mine | theirs):
        return False
    if min(pile.number, there.number) < SESSION_THRESHOLD:
        return False  # so few may be the same by chance
    ours, before = pile.scores_of(common), there.scores_of(common)
    return before <= ours or ours <= before


def _other_columns() -> UserError:
    return UserError(
        tr(
            "These answers were brought in before, with other columns. Feedback that is kept "
            "can’t be changed; choose the columns as they were then."
        )
    )
