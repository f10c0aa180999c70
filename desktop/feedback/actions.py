"""What you can do with feedback: read its results and keep its forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.errors import UserError
from desktop.feedback import overlap
from desktop.feedback.box import CLOSED_BOX, OpenBox, tally
from desktop.feedback.form import DEFAULT_FORM, default_form, reworded
from desktop.feedback.model import ANSWERED, Ask, Choice, Comment, Form, Question
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.text import one_line

LIVE_STEP = 5
"""Live results appear at this many forms and are refreshed at each further so many."""


@dataclass(frozen=True)
class QuestionResult:
    """How often each choice of a question was chosen, by the choice's key.

    `base` is how many answered this question, `blank` how many left it out; who was not asked is
    in neither.
    """

    question: Question
    counts: Mapping[str, int]
    base: int
    blank: int


@dataclass(frozen=True)
class Results:
    """The results of some sessions: how many forms came back, and each question in order.

    Questions answered in words only are not among them; see `comments`.
    """

    forms: int
    questions: tuple[QuestionResult, ...]


def results(db: Db, box: OpenBox | None, sessions: Sequence[str], form: Form) -> Results:
    """Return the results of a form's questions over sessions, from closed and open boxes alike.

    An open box counts only where its session is among them. A question of the same key counts
    whichever version of the form it was answered on.
    """
    counts = _closed_counts(db, sessions)
    if box and box.session_id in sessions:
        counts.update({(row.question, row.choice): row.number for row in tally(box.body())})
    asked = (question for question in form.questions if question.ask is not Ask.TEXT)
    return Results(counts["", ""], tuple(_question_result(q, counts) for q in asked))


def _closed_counts(db: Db, sessions: Sequence[str]) -> Counter[tuple[str, str]]:
    t = CLOSED_BOX.table
    chosen = (
        sa.select(t.c.question, t.c.choice, sa.func.sum(t.c.number))
        .where(t.c.session.in_(sessions))
        .group_by(t.c.question, t.c.choice)
    )
    return Counter({(row[0], row[1]): int(row[2]) for row in db.rows(chosen)})


def _question_result(question: Question, counts: Mapping[tuple[str, str], int]) -> QuestionResult:
    return QuestionResult(
        question,
        {choice.key: counts.get((question.key, choice.key), 0) for choice in question.choices},
        counts.get((question.key, ANSWERED), 0),
        counts.get((question.key, ""), 0),
    )


def live(shown: Results | None, now: Results) -> Results | None:
    """Return which results a screen in the room may show while a box is open.

    `shown` is what it shows so far, None where that is nothing or not known. Results change only
    at 5, 10, 15 … forms: else watching the screen beside the kiosk would reveal each answer.
    """
    if shown and shown.forms == now.forms:
        return shown
    if now.forms >= LIVE_STEP and now.forms % LIVE_STEP == 0:
        return now
    return shown


def comments(db: Db, session: str, box: OpenBox | None = None) -> list[Comment]:
    """Return what was written in one session, sorted by random ids, over all boxes that count."""
    t = CLOSED_BOX.table
    chosen = sa.select(t.c.document).distinct().where(t.c.session == session, t.c.number > 0)
    hashes = [row.document for row in db.rows(chosen)]
    bodies = list(db.documents(CLOSED_BOX.name, *hashes).values()) if hashes else []
    if box and box.session_id == session:
        bodies.append(box.body())
    found = sorted((c["id"], c["question"], c["text"]) for b in bodies for c in b["comments"])
    return [Comment(question, text) for _, question, text in found]


def may_count_twice(db: Db, session: str, form: Form) -> bool:
    """Return whether two laptops seem to have brought in the same forms with other columns."""
    t = CLOSED_BOX.table
    chosen = sa.select(t.c.document).distinct().where(t.c.session == session, t.c.number > 0)
    hashes = [row.document for row in db.rows(chosen.where(t.c.form == form.id))]
    return len(hashes) > 1 and overlap.may_count_twice(db.documents(CLOSED_BOX.name, *hashes))


def form_of(db: Db, programme: Programme) -> Form:
    """Return the form of a programme, the latest default one where it has none."""
    return find_form(db, programme.form) or _latest_default(db) or default_form()


def _latest_default(db: Db) -> Form | None:
    latest = db.get(Form, DEFAULT_FORM)
    known = {form.replaces: form for form in db.find(Form, order=(table(Form).c.id,))}
    while latest and latest.id in known:
        latest = known.pop(latest.id)
    return latest


def find_form(db: Db, form_id: str) -> Form | None:
    """Return the form of that id; the default form is known even where it was never kept."""
    found = db.get(Form, form_id) if form_id else None
    return found or (default_form() if form_id == DEFAULT_FORM else None)


def forms_used(db: Db, sessions: Sequence[str], box: OpenBox | None = None) -> list[Form]:
    """Return the forms that were answered at sessions, the latest version first."""
    t = CLOSED_BOX.table
    chosen = sa.select(t.c.form).distinct().where(t.c.session.in_(sessions))
    ids = {row.form for row in db.rows(chosen)}
    if box and box.count and box.session_id in sessions:
        ids.add(box.form_id)
    found = (find_form(db, form_id) for form_id in ids)
    return sorted((form for form in found if form), key=lambda f: (-f.version, f.name, f.id))


def ensure_default_form(change: Change) -> Form:
    """Return the latest default form and keep the first one where none is kept yet."""
    return _latest_default(change) or change.save(default_form())


def save_form(change: Change, form: Form, *, collecting: bool = False) -> Form:
    """Keep a form, new or changed; returns the form to be used from now on.

    A form that has been answered, or is being answered now (`collecting`), stays as it is, and so
    does the default form that every laptop knows: a new version takes its place in every programme
    that uses it. Raises UserError when a question has no words, choices are missing or a text is
    too long.
    """
    cleaned = _cleaned(form)
    before = find_form(change, form.id)
    if before is None or cleaned.questions == before.questions:
        return change.save(cleaned)
    if collecting or form.id == DEFAULT_FORM or _answered(change, form.id):
        first = before if before.rev else change.save(before)
        return _replace_form(change, first, reworded(first, cleaned.questions, cleaned.name))
    return change.save(cleaned)


def ask_in_programme(
    change: Change, programme_id: str, questions: Sequence[Question], *, collecting: bool = False
) -> Form:
    """Have a programme ask these questions from now on; returns its form.

    Where they are those of the default form it is that one again. Otherwise the programme's form
    is saved as `save_form` does it, errors included; a question that changed gets another key even
    where this version was not answered yet, because the one before it may have been.
    """
    before = form_of(change, change.need(Programme, programme_id))
    default = default_form()
    kept = before
    if tuple(questions) == default.questions != before.questions:
        kept = change.get(Form, DEFAULT_FORM) or change.save(default)
    elif tuple(questions) != before.questions:
        cleaned = _cleaned(replace(before, questions=tuple(questions)))
        keyed = reworded(before, cleaned.questions).questions
        kept = save_form(change, replace(before, questions=keyed), collecting=collecting)
    programme = change.need(Programme, programme_id)
    if kept is not before and programme.form != kept.id:
        change.save(replace(programme, form=kept.id))
    return kept


def programmes_with(db: Db, form: Form) -> list[Programme]:
    """Return the programmes that use a form, also those that do because it is the default."""
    return [one for one in db.find(Programme) if form_of(db, one).id == form.id]


def _replace_form(change: Change, before: Form, new: Form) -> Form:
    kept = change.save(new)
    programmes = change.find(Programme, table(Programme).c.form == before.id)
    change.save_all(replace(programme, form=kept.id) for programme in programmes)
    return kept


def _answered(db: Db, form_id: str) -> bool:
    t = CLOSED_BOX.table
    return bool(db.rows(sa.select(t.c.document).where(t.c.form == form_id).limit(1)))


def _cleaned(form: Form) -> Form:
    name = one_line(form.name, tr("The name"))
    if not name:
        raise UserError(tr("Give the form a name."))
    if not form.questions:
        raise UserError(tr("Give the form at least one question."))
    return replace(form, name=name, questions=tuple(_cleaned_question(q) for q in form.questions))


def _cleaned_question(question: Question) -> Question:
    words = one_line(question.words, tr("The question"), 300)
    if not words:
        raise UserError(tr("Type the words of every question."))
    if question.ask is not Ask.TEXT and not 2 <= len(question.choices) <= 9:
        raise UserError(tr("Give “{question}” from 2 to 9 choices.").format(question=words))
    return replace(question, words=words, choices=_cleaned_choices(question.choices))


def _cleaned_choices(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    cleaned = tuple(replace(c, words=one_line(c.words, tr("A choice"), 100)) for c in choices)
    if not all(choice.words for choice in cleaned):
        raise UserError(tr("Type the words of every choice."))
    return cleaned
