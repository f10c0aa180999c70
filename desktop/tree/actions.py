"""What you can do with trees: choose their pledges, hang leaves, note what was printed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.attendance.model import Attendance
from desktop.errors import FieldError, UserError, about
from desktop.language import tr
from desktop.people.model import Person
from desktop.pledges.actions import Made, pledges
from desktop.pledges.model import Show
from desktop.pledges.wording import name_words, waits
from desktop.sessions.actions import sessions
from desktop.sessions.model import Session
from desktop.store import sa
from desktop.store.change import Change
from desktop.store.projection import table
from desktop.store.reader import Db
from desktop.text import one_line, search_key
from desktop.tree.growth.standing import Standing
from desktop.tree.model import Form, Hanging, Tree, Where

LONGEST_TITLE = 300
MOST_PLANNED = 5_000
NO_THEME = ""
"""Among a tree's themes: the pledges that have none."""


@dataclass(frozen=True)
class Chosen:
    """The pledges that a tree is for; those to show are in the order in which they were made.

    `private` ones stay off the tree by their makers' choice, those in `kept_off` by the
    facilitator's; both count. `waiting` ones are still to be read by a facilitator.
    """

    shown: tuple[Made, ...] = ()
    private: int = 0
    kept_off: tuple[Made, ...] = ()
    waiting: tuple[Made, ...] = ()

    @property
    def refused(self) -> int:
        """Return how many pledges the facilitator keeps off the tree."""
        return len(self.kept_off)

    @property
    def count(self) -> int:
        """Return how many pledges were made, shown or not."""
        return len(self.shown) + self.private + self.refused + len(self.waiting)


def chosen(db: Db, tree: Tree) -> Chosen:
    """Return the pledges that a tree's programme, place, period and themes choose."""
    held = _sessions(db, tree)
    names = _names(db, held)
    wanted = set(tree.themes)
    shown: list[Made] = []
    waiting: list[Made] = []
    kept_off: list[Made] = []
    private = 0
    for made in _in_order(pledges(db, [session.id for session in held])):
        pledge = made.pledge
        if wanted and not wanted & set(pledge.themes or (NO_THEME,)):
            continue
        if pledge.show is Show.NOT_ON_TREE:
            private += 1
        elif pledge.refused:
            kept_off.append(made)
        else:
            unread = waits(pledge, names.get(pledge.session, frozenset()))
            (waiting if unread else shown).append(made)
    return Chosen(tuple(shown), private, tuple(kept_off), tuple(waiting))


def _in_order(made: Iterable[Made]) -> list[Made]:
    return sorted(made, key=lambda one: (one.pledge.made, one.pledge.id))


def _sessions(db: Db, tree: Tree) -> list[Session]:
    found = sessions(db, programme=tree.programme, first=tree.first, last=tree.last)
    place = search_key(tree.place)
    return [one for one in found if not place or search_key(one.place) == place]


def _names(db: Db, held: Collection[Session]) -> dict[str, Collection[str]]:
    """Return by session the names on its register, by which a pledge could name somebody."""
    a, p = table(Attendance), table(Person)
    query = (
        sa.select(a.c.session, p.c.given, p.c.surname)
        .join(p, p.c.id == a.c.person)
        .where(a.c.session.in_([session.id for session in held]))
    )
    people: dict[str, list[Person]] = {}
    for row in db.rows(query):
        people.setdefault(row.session, []).append(Person(given=row.given, surname=row.surname))
    return {session: name_words(found) for session, found in people.items()}


@dataclass(frozen=True)
class Options:
    """What pledges of a programme can be chosen by: places and themes with their pledges."""

    places: Mapping[str, int]
    themes: Mapping[str, int]


def options(db: Db, programme: str) -> Options:
    """Return by what the pledges of a programme can be chosen, the most frequent first.

    A place that is spelled in several ways is one, as it was spelled last.
    """
    held = {session.id: session for session in sessions(db, programme=programme)}
    places: dict[str, int] = {}
    spelled: dict[str, str] = {}
    themes: dict[str, int] = {}
    for made in pledges(db, list(held)):
        place = held[made.pledge.session].place
        if place:
            place = spelled.setdefault(search_key(place), place)
            places[place] = places.get(place, 0) + 1
        for theme in made.pledge.themes or (NO_THEME,):
            themes[theme] = themes.get(theme, 0) + 1
    return Options(_most_first(places), _most_first(themes))


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (one[0] == NO_THEME, -one[1], one[0])))


def trees(db: Db, programme: str, where: Where = Where.WALL) -> list[Tree]:
    """Return a programme's trees, the latest first."""
    t = table(Tree)
    return db.find(
        Tree, t.c.programme == programme, t.c.where == where.value, order=(t.c.id.desc(),)
    )


def hangings(db: Db, tree: str) -> list[Hanging]:
    """Return a tree's leaves by number."""
    t = table(Hanging)
    return db.find(Hanging, t.c.tree == tree, order=(t.c.number, t.c.id))


def screen_tree(db: Db, programme: str, form: Form, home: str) -> Tree:
    """Return the tree that this replica shows of a programme; a new one, not kept yet, if none."""
    found = [one for one in trees(db, programme, Where.SCREEN) if one.home == home]
    return next(
        (one for one in found if one.form is form),
        Tree(programme=programme, where=Where.SCREEN, form=form, home=home),
    )


def save_tree(change: Change, tree: Tree) -> Tree:
    """Keep a tree, new or changed.

    Raises FieldError when its title is too long or it is planned for too many leaves.
    """
    with about("title"):
        title = one_line(tree.title, tr("The title"), LONGEST_TITLE)
    with about("subtitle"):
        subtitle = one_line(tree.subtitle, tr("The line below the title"), LONGEST_TITLE)
    if not 0 <= tree.planned <= MOST_PLANNED:
        words = tr("Plan a tree for {most} leaves at most.").format(most=f"{MOST_PLANNED:,}")
        raise FieldError("planned", words)
    return change.save(replace(tree, title=title, subtitle=subtitle))


def may_grow(tree: Tree, replica: str) -> bool:
    """Return whether a tree grows on this replica; elsewhere it is only shown."""
    return tree.home in ("", replica)


def hang(
    change: Change, tree: Tree, kept: Iterable[Hanging], gone: Iterable[Hanging] = ()
) -> list[Hanging]:
    """Keep leaves of a tree and take others off; returns the kept ones as they are read.

    Raises UserError when the tree grows on another laptop.
    """
    if not may_grow(tree, change.stamp.device):
        raise UserError(tr("This tree grows on the laptop that made it. Start a new tree here."))
    change.delete(*(one for one in gone if one.rev))
    return change.save_all(kept)


def adopt(change: Change, tree: Tree) -> Tree:
    """Go on with a tree here that grew on another replica, such as this one before a restore.

    Its leaves stay where they hang. Where both go on, their leaves differ and wait for review.
    """
    return change.save(replace(tree, home=change.stamp.device))


def note_poster(change: Change, tree: Tree, standings: Iterable[Standing], day: date) -> Tree:
    """Note that the whole poster of a tree was printed on a day, and how its trees stood there."""
    stood = tuple((one.em, *one.fork, one.ground) for one in standings)
    home = tree.home or change.stamp.device
    return save_tree(change, replace(tree, home=home, printed=day, standings=stood))


def note_leaves(
    change: Change, tree: Tree, leaves: Iterable[Hanging], words: Mapping[str, str], day: date
) -> list[Hanging]:
    """Note that leaves were printed on a day; `words` names by pledge what stood on each."""
    printed = [replace(one, printed=day, said=words[one.pledge]) for one in leaves]
    return hang(change, tree, printed)


def delete_tree(change: Change, tree: Tree) -> None:
    """Take a tree away; undo brings it back with its leaves."""
    change.delete(tree)


def is_new(leaf: Hanging, said: str) -> bool:
    """Return whether a leaf is not on the wall yet, or hangs there with other words."""
    return leaf.printed is None or leaf.said != said
