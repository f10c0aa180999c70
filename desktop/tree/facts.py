"""What is on file for a tree that somebody wishes for."""

from dataclasses import dataclass, field, replace
from datetime import date

from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome, Pledge
from desktop.programmes.actions import programmes
from desktop.programmes.model import Programme
from desktop.store.deleted import as_known
from desktop.store.history import past_of
from desktop.store.reader import Db
from desktop.store.record import new_id
from desktop.tree.actions import Options, is_new, options, trees
from desktop.tree.hanging import said
from desktop.tree.logo import had_logo, logo_of
from desktop.tree.making import Gathered, gather
from desktop.tree.model import Hanging, Tree
from desktop.tree.wishes import Wish, with_choices


@dataclass(frozen=True)
class Facts:
    """What is on file for a wish.

    Of the pledges shown `kept` were kept, and `new` are not on the wall yet or hang there with
    other words. `off` are the words of those that hang on the wall and are not shown any more.
    """

    wish: Wish
    gathered: Gathered
    programmes: tuple[Programme, ...] = ()
    options: Options = field(default_factory=lambda: Options({}, {}))
    hung: tuple[Tree, ...] = ()
    logo: bytes = b""
    had_logo: bool = False
    kept: int = 0
    new: int = 0
    off: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Made, ...]:
        """The pledges that may be on the tree."""
        return self.gathered.chosen.shown

    @property
    def since(self) -> date | None:
        """When the tree or leaves of it were printed last, None before."""
        days = [one.printed for one in self.gathered.hangings]
        return max((day for day in (*days, self.wish.tree.printed) if day), default=None)


def _is_new(made: Made, leaf: Hanging | None) -> bool:
    return leaf is None or is_new(leaf, said(made.pledge.text, made.shown_name))


def read_facts(db: Db, wish: Wish, device: str) -> Facts:
    """Read what is on file for a wish; a tree that is gone meanwhile is a new one again."""
    wish = _as_kept(db, wish)
    tree = wish.tree
    gathered = gather(db, tree, device)
    leaves = {one.pledge: one for one in gathered.hangings}
    shown = gathered.chosen.shown
    return Facts(
        wish,
        gathered,
        tuple(programmes(db)),
        options(db, tree.programme),
        tuple(one for one in trees(db, tree.programme) if one.printed),
        logo_of(db, tree.programme),
        had_logo(db, tree.programme),
        kept=sum(one.outcome is Outcome.KEPT for one in shown),
        new=sum(_is_new(one, leaves.get(one.pledge.id)) for one in shown),
        off=_off(db, gathered),
    )


def _off(db: Db, gathered: Gathered) -> tuple[str, ...]:
    """Return the words of leaves to take off the wall, also where their pledge was deleted."""
    shown = {one.pledge.id for one in gathered.chosen.shown}
    ids = [one.pledge for one in gathered.hangings if one.printed and one.pledge not in shown]
    known = as_known(db, Pledge, ids)
    return tuple(known[one].text for one in ids if one in known)


def _as_kept(db: Db, wish: Wish) -> Wish:
    """Return the wish for its tree as it is kept now, with what was chosen for it."""
    tree = wish.tree
    kept = db.get(Tree, tree.id) if tree.rev else None
    if kept is None and tree.rev:  # with the old id its leaves would differ from those on file
        tree = replace(
            tree, id=new_id(), rev=None, review=False, printed=None, standings=(), home=""
        )
    elif kept is not None:
        before = kept if kept.rev == tree.rev else past_of(db, Tree, tree.id, str(tree.rev))
        tree = with_choices(kept, tree, before or kept)
    return replace(wish, tree=tree, only_new=wish.only_new and tree.printed is not None)
