"""What you can do with pledges."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.errors import UserError
from desktop.language import tr
from desktop.people.model import Person
from desktop.people.names import split_name
from desktop.pledges.model import FollowUp, Outcome, Pledge, Show
from desktop.programmes.actions import lines
from desktop.sessions.model import Session
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.text import one_line, paragraphs, search_key

_SAYING = "LNS"  # letters, numbers and symbols such as an emoji, but not punctuation alone


@dataclass(frozen=True)
class Made:
    """A pledge with who made it, as far as that is known, and what became of it.

    `outcome` is what was said last, on the day `asked`.
    """

    pledge: Pledge
    person: Person | None = None
    outcome: Outcome | None = None
    asked: date | None = None

    @property
    def name(self) -> str:
        """The maker's whole name as far as it is known; for the facilitator only."""
        return self.person.name if self.person else self.pledge.maker

    @property
    def shown_name(self) -> str:
        """The first name to show to everyone, empty unless its maker chose so."""
        if self.pledge.show is not Show.FIRST_NAME:
            return ""
        if self.person:
            return self.person.given or self.person.name
        given, surname = split_name(self.pledge.maker)
        return given or surname


def make_pledge(change: Change, pledge: Pledge) -> Pledge:
    """Keep a pledge, new or changed; one that was to be reviewed is settled by that.

    Raises UserError as `cleaned` does.
    """
    kept = cleaned(pledge)
    return change.resolve(kept) if pledge.review else change.save(kept)


def cleaned(pledge: Pledge) -> Pledge:
    """Return the pledge as it is kept; a maker on file needs no typed name.

    Raises UserError when it has no words or is longer than 10,000 characters.
    """
    text = paragraphs(pledge.text, tr("The pledge"))
    if not any(unicodedata.category(letter)[0] in _SAYING for letter in text):
        raise UserError(tr("Type the words of the pledge first."))
    return replace(
        pledge,
        text=text,
        maker="" if pledge.person else one_line(pledge.maker, tr("The name")),
        themes=lines(pledge.themes, tr("A theme"), 60),
    )


def move_pledge(change: Change, pledge: Pledge, session: Session) -> Pledge:
    """Move a pledge to another session, where its slip belongs."""
    return change.save(replace(pledge, session=session.id))


def delete_pledge(change: Change, pledge: Pledge) -> None:
    """Take a pledge away; undo brings it back."""
    change.delete(pledge)


def let_through(change: Change, pledge: Pledge) -> Pledge:
    """Let a pledge be shown on the tree: a facilitator has read it."""
    return change.save(replace(pledge, checked=True, refused=False))


def refuse(change: Change, pledge: Pledge) -> Pledge:
    """Keep a pledge off the tree; it still counts, and its maker keeps the card."""
    return change.save(replace(pledge, checked=False, refused=True))


def follow_up(change: Change, pledge: Pledge, asked: date, outcome: Outcome, note: str) -> FollowUp:
    """Keep what somebody said when asked how a pledge went; the last word of a day counts.

    Raises UserError when the note is longer than 2,000 characters.
    """
    words = paragraphs(note, tr("The note"), 2_000)
    t = table(FollowUp)
    known = change.find(FollowUp, t.c.pledge == pledge.id, t.c.asked == asked.isoformat())
    before = known[0] if known else FollowUp(pledge=pledge.id, asked=asked, outcome=outcome)
    return change.save(replace(before, outcome=outcome, note=words))


def pledges(db: Db, sessions: Sequence[str], search: str = "") -> list[Made]:
    """Return the pledges of sessions, the latest first, whose words match all typed ones."""
    t = table(Pledge)
    where: list[sa.ColumnElement[bool]] = [t.c.session.in_(sessions)]
    where += [t.c.search.contains(word, autoescape=True) for word in search_key(search).split()]
    found = db.find(Pledge, *where, order=(t.c.id.desc(),))
    return _with_makers(db, found, latest_follow_ups(db, sessions))


def one_pledge(db: Db, pledge_id: str) -> Made:
    """Return one pledge with its maker.

    Raises UserError when it is gone.
    """
    pledge = db.need(Pledge, pledge_id)
    return _with_makers(db, [pledge], latest_follow_ups(db, [pledge.session]))[0]


def _with_makers(
    db: Db, found: Sequence[Pledge], follow_ups: Mapping[str, tuple[date, Outcome]]
) -> list[Made]:
    people = db.find_ids(Person, (pledge.person for pledge in found if pledge.person))
    made = []
    for pledge in found:
        asked, outcome = follow_ups.get(pledge.id, (None, None))
        made.append(Made(pledge, people.get(pledge.person), outcome, asked))
    return made


def pledges_of_programme(db: Db, programme: str) -> list[Made]:
    """Return all pledges of a programme's sessions, the latest first."""
    s = table(Session)
    chosen = sa.select(s.c.id).where(s.c.programme == programme)
    return pledges(db, [row.id for row in db.rows(chosen)])


def follow_ups(db: Db, pledge_id: str) -> list[FollowUp]:
    """Return all that was said about how a pledge went, the earliest first."""
    t = table(FollowUp)
    return db.find(FollowUp, t.c.pledge == pledge_id, order=(t.c.asked, t.c.id))


def latest_follow_ups(db: Db, sessions: Sequence[str]) -> dict[str, tuple[date, Outcome]]:
    """Return when each followed-up pledge was asked about last and what was said, by its id."""
    f, p = table(FollowUp), table(Pledge)
    chosen = (
        sa.select(f.c.pledge, f.c.asked, f.c.outcome)
        .join(p, p.c.id == f.c.pledge)
        .where(p.c.session.in_(sessions))
        .order_by(f.c.asked, f.c.id)
    )
    return {
        row.pledge: (date.fromisoformat(row.asked), Outcome(row.outcome)) for row in db.rows(chosen)
    }


def counts_by_session(db: Db, sessions: Sequence[str]) -> dict[str, int]:
    """Return how many pledges sessions have, by session id."""
    t = table(Pledge)
    chosen = sa.select(t.c.session, sa.func.count()).where(t.c.session.in_(sessions))
    found = dict.fromkeys(sessions, 0)
    return found | {row[0]: row[1] for row in db.rows(chosen.group_by(t.c.session))}
