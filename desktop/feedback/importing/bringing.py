"""Bringing in the answers of an online form: what is new, and the closed box that it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.errors import UserError
from desktop.feedback.actions import find_form
from desktop.feedback.box import CLOSED_BOX
from desktop.feedback.disclosure import SESSION_THRESHOLD
from desktop.feedback.importing.rows import RowReader
from desktop.feedback.model import Answers, Comment, Form
from desktop.feedback.overlap import Imported, counted, imported
from desktop.feedback.pile import NOTHING, Pile, pile_of
from desktop.language import count, tr
from desktop.progress import Progress
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.reader import Db
from desktop.tables.columns import Record
from desktop.tables.rows import Refused


@dataclass(frozen=True)
class Found:
    """What an export says, before anything is kept: `new` forms, and `known` ones of before.

    `pile` is the whole export, without who wrote what and in which order they answered; None where
    nothing is new. `besides` names the boxes that hold other forms than this export.
    """

    new: int
    known: int
    refused: tuple[Refused, ...]
    pile: Pile | None = None
    besides: frozenset[str] = frozenset()


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
    boxes = imported(_closed(db, session_id, form, progress))
    if _is_known(pile, boxes):
        return Found(0, pile.number, tuple(refused))
    new, others = _apart(pile, boxes)
    _refuse_doubtful(pile, new, others)
    if not new.number:
        return Found(0, pile.number, tuple(refused))
    besides = frozenset(min(box.names) for box in others)
    return Found(new.number, pile.number - new.number, tuple(refused), pile, besides)


def keep(change: Change, session_id: str, form: Form, found: Found) -> int:
    """Keep the whole export as one closed box, which nothing takes back; returns how many are new.

    An earlier export in it counts no longer. A form that was never kept is kept too.
    """
    if found.pile is None:
        return 0
    if find_form(change, form.id) is None:
        change.save(form)
    body = found.pile.body(session_id, form.id, found.besides)
    return found.new if change.keep(CLOSED_BOX, body) else 0


def _closed(db: Db, session_id: str, form: Form, progress: Progress | None) -> dict[str, Any]:
    """Return the closed boxes of a session and form by name."""
    t = CLOSED_BOX.table
    chosen = sa.select(t.c.document).distinct()
    rows = db.rows(chosen.where(t.c.session == session_id, t.c.form == form.id))
    names = sorted(row.document for row in rows)
    return {
        name: db.documents(CLOSED_BOX.name, name)[name]
        for name in (progress.over(names, len(names)) if progress else names)
    }


def _is_known(pile: Pile, boxes: Sequence[Imported]) -> bool:
    """Return whether all forms of an export were brought in before."""
    if any(box.pile == pile for box in boxes):
        return True
    everything = sum((box.pile for box in counted(boxes)), NOTHING)
    return pile.number >= SESSION_THRESHOLD and everything.holds(pile)


def _apart(pile: Pile, boxes: Sequence[Imported]) -> tuple[Pile, list[Imported]]:
    """Return which forms of an export are new, and the boxes that count beside it.

    It takes the place of boxes that it holds, but of each form only once: what it says by chance as
    a smaller box does, when the larger ones are taken out of it, is not that box.
    """
    still = counted([*boxes, Imported(pile)])
    new, others = pile, []
    for box in counted(boxes):
        if box not in still and new.holds(box.pile):
            new -= box.pile
        else:
            others.append(box)
    return new, others


def _refuse_doubtful(pile: Pile, new: Pile, others: Sequence[Imported]) -> None:
    """Raise UserError where forms may be counted twice, or results would show a few people's."""
    if any(new.has_other_columns(box.pile) for box in others):
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


def _other_columns() -> UserError:
    return UserError(
        tr(
            "These answers were brought in before, with other columns. Feedback that is kept "
            "can’t be changed; choose the columns as they were then."
        )
    )
