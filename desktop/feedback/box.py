"""The box: one session's anonymous answers, open while collecting, then closed for good.

An open box is a small encrypted file beside the data file. Nothing in it says who answered, when
or in which order: answers lie sorted by a random id, comments apart from them likewise.
"""

import re
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.errors import UserError
from desktop.feedback.contents import Contents, read_contents, tidied, written
from desktop.feedback.model import ANSWERED, Answers, Comment, Form, Tally
from desktop.feedback.overlap import held
from desktop.feedback.sealed import SealedFile, UnreadableError, names_in
from desktop.language import tr
from desktop.store.documents import DocumentKind, Overlap, document_hash
from desktop.store.store import Store

MOST_RECENT = 10
"""How many of the last forms can be corrected."""
_SAFE_NAME = re.compile(r"[0-9A-Za-z-]{1,64}")


def tally(body: Mapping[str, Any]) -> Iterator[Tally]:
    """Count the answers of one closed box; see Tally."""
    counts: Counter[tuple[str, str]] = Counter({("", ""): len(body["answers"])})
    for answer in body["answers"]:
        for question, choices in answer["given"].items():
            counts[question, ANSWERED if choices else ""] += 1
            counts.update((question, choice) for choice in choices)
    for (question, choice), number in sorted(counts.items()):
        yield Tally(
            session=body["session"],
            form=body["form"],
            question=question,
            choice=choice,
            number=number,
        )


def no_tally(body: Mapping[str, Any]) -> Iterator[Tally]:
    """Count no answers of a box, because another one counts them; it is known by this row only."""
    yield Tally(session=body["session"], form=body["form"], question="", choice="", number=0)


CLOSED_BOX = DocumentKind(
    "box", Tally, tally, Overlap(("session", "form"), held, no_tally), schema=2
)


class OpenBox:
    """A box that collects; each method has what it changed on the disk when it returns.

    Methods that write raise UserError when the disk is full or can't be written; the box is as
    before then. The order of the last few forms is known to this object only.
    """

    def __init__(self, file: SealedFile, kept: Contents) -> None:
        self._file = file
        self._kept = kept
        self._recent: dict[str, tuple[str, ...]] = {}
        self._closed = False

    @property
    def session_id(self) -> str:
        """The session whose answers these are."""
        return self._kept.session

    @property
    def form_id(self) -> str:
        """The form that was answered."""
        return self._kept.form

    @property
    def count(self) -> int:
        """How many forms are in the box."""
        return len(self._kept.scores)

    def answers(self) -> list[Answers]:
        """Return the scores, sorted by random id and without any words."""
        return [Answers(given=given) for _, given in sorted(self._kept.scores.items())]

    def comments(self) -> list[Comment]:
        """Return the comments, sorted by a random id of their own."""
        return [comment for _, comment in sorted(self._kept.comments.items())]

    def body(self) -> dict[str, Any]:
        """Return the document that this box becomes when it is closed."""
        return self._kept.body()

    @property
    def recent(self) -> tuple[str, ...]:
        """The tokens of the last forms of this sitting that can be corrected, the latest first."""
        return tuple(reversed(self._recent))

    def given_by(self, token: str) -> Answers:
        """Return one of the recent forms with its words, to be corrected."""
        comments = [self._kept.comments[key] for key in self._recent[token]]
        words = {comment.question: comment.text for comment in comments}
        return Answers(given=self._kept.scores[token], words=words)

    def add(self, answers: Answers) -> str:
        """Put one form in and forget the unfinished one; returns its token."""
        token = _random_id()
        keys = self._put(token, answers, self._kept.comments, draft=None)
        self._recent[token] = keys
        if len(self._recent) > MOST_RECENT:
            del self._recent[next(iter(self._recent))]
        return token

    def replace(self, token: str, answers: Answers) -> None:
        """Correct one of the recent forms."""
        others = self._comments_without(token)
        self._recent[token] = self._put(token, answers, others, draft=self._kept.draft)

    def remove(self, token: str) -> None:
        """Take one of the recent forms out again."""
        others = self._comments_without(token)
        scores = {key: given for key, given in self._kept.scores.items() if key != token}
        self._write(replace(self._kept, scores=scores, comments=others))
        del self._recent[token]

    def _comments_without(self, token: str) -> dict[str, Comment]:
        gone = self._recent[token]
        return {key: text for key, text in self._kept.comments.items() if key not in gone}

    def _put(
        self, token: str, answers: Answers, comments: Mapping[str, Comment], draft: Answers | None
    ) -> tuple[str, ...]:
        tidy = tidied(answers)
        new = {_random_id(): Comment(key, text) for key, text in tidy.words.items()}
        scores = {**self._kept.scores, token: tidy.given}
        self._write(replace(self._kept, scores=scores, comments={**comments, **new}, draft=draft))
        return tuple(new)

    def draft(self) -> Answers | None:
        """Return the unfinished form, None where there is none."""
        return self._kept.draft

    def keep_draft(self, answers: Answers | None) -> None:
        """Remember the unfinished form in place of what was remembered."""
        if answers != self._kept.draft:
            self._write(replace(self._kept, draft=answers))

    def _write(self, kept: Contents) -> None:
        if self._closed:
            raise UserError(tr("This feedback was closed. Open the session again to add more."))
        self._file.write(written(kept))
        self._kept = kept

    def _discard(self) -> None:
        # Should removing fail halfway, what remains must not be counted a second time.
        self._write(Contents(self._kept.session, self._kept.form, {}, {}))
        self._closed = True
        self._recent.clear()
        self._file.destroy()


def open_box(data_file: Path, session_id: str, form: Form) -> OpenBox:
    """Open the session's box, a new one where there is none; the first answer makes its file.

    Raises UserError when answers to another form are in it, and when it is damaged; a damaged box
    is kept aside under another name and the next call opens a new one.
    """
    file = _file(data_file, session_id)
    if not file.exists:
        return OpenBox(file, Contents(session_id, form.id, {}, {}))
    box = OpenBox(file, _read(file))
    if box.form_id != form.id:
        if box.count:
            raise UserError(
                tr("This session’s feedback was begun with another form. Close it first.")
            )
        file.destroy()
        return OpenBox(file, Contents(session_id, form.id, {}, {}))
    return box


def reopen_box(data_file: Path, session_id: str) -> OpenBox | None:
    """Open a box that was left open, with whatever form it has; None where there is none.

    Raises UserError when it is damaged, as `open_box` does.
    """
    file = _file(data_file, session_id)
    return OpenBox(file, _read(file)) if file.exists else None


def open_boxes(data_file: Path) -> list[str]:
    """Return the ids of the sessions whose box was left open."""
    return names_in(folder_of(data_file))


def close_box(store: Store, box: OpenBox) -> None:
    """Put the box into the data file for good and remove its file; an empty one is just removed.

    Raises UserError when that can't be written; the box is still open then.
    """
    if box.count:
        store.keep(CLOSED_BOX, box.body())
    box._discard()


def tidy_boxes(store: Store, data_file: Path) -> None:
    """Remove the files of boxes that are in the data file already and of empty ones.

    To be called at the start, before any box is opened. A damaged box is left as it is.
    """
    for session_id in open_boxes(data_file):
        file = _file(data_file, session_id)
        try:
            box = OpenBox(file, read_contents(file.read()))
        except (UnreadableError, ValueError, KeyError, TypeError):
            continue
        if _is_inside(store, box) or not (box.count or box.draft()):
            file.destroy()


def folder_of(data_file: Path) -> Path:
    """Return the folder of a data file's open boxes."""
    return data_file.with_name(f"{data_file.stem}-boxes")


def _is_inside(store: Store, box: OpenBox) -> bool:
    name = document_hash(CLOSED_BOX.name, box.body())
    with store.read() as db:
        return bool(db.documents(CLOSED_BOX.name, name))


def _file(data_file: Path, session_id: str) -> SealedFile:
    if not _SAFE_NAME.fullmatch(session_id):
        raise ValueError(session_id)
    return SealedFile(folder_of(data_file), session_id)


def _read(file: SealedFile) -> Contents:
    try:
        return read_contents(file.read())
    except (UnreadableError, ValueError, KeyError, TypeError) as error:
        aside = file.put_aside()
        raise UserError(
            tr(
                "The answers collected so far for this session can’t be read. "
                "They are kept in {path}. Open the feedback again to go on with a new box."
            ).format(path=aside)
        ) from error


def _random_id() -> str:
    return secrets.token_hex(16)
