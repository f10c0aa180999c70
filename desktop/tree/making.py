"""How a tree's poster is made from what is on file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from desktop.errors import UserError
from desktop.language import count, tr
from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome
from desktop.printing.dates import day_words
from desktop.printing.direction import joined
from desktop.programmes.model import Programme
from desktop.progress import Progress
from desktop.store.reader import Db
from desktop.tree.actions import Chosen, chosen, hangings, is_new, may_grow
from desktop.tree.growth.shape import Need
from desktop.tree.growth.standing import Standing, beyond
from desktop.tree.hanging import Arrangement, Changes, place_of, said
from desktop.tree.model import Hanging, Season, Tree
from desktop.tree.paper.palette import Sign, palette
from desktop.tree.paper.rows import Leaf, Look, Poster
from desktop.tree.paper.words import need
from desktop.tree.sheets import SHEETS, mean_area, sheet_of, standing_of


@dataclass(frozen=True)
class Gathered:
    """What is on file about a tree: its programme, the pledges it is for, its leaves."""

    tree: Tree
    programme: Programme | None
    chosen: Chosen
    hangings: tuple[Hanging, ...]
    grows: bool = True


def gather(db: Db, tree: Tree, replica: str = "") -> Gathered:
    """Read what a tree is made from; on another replica than its own it does not grow."""
    programme = db.get(Programme, tree.programme)
    found = tuple(hangings(db, tree.id)) if tree.rev else ()
    return Gathered(tree, programme, chosen(db, tree), found, may_grow(tree, replica))


@dataclass(frozen=True)
class Arranged:
    """A tree with its pledges in place, and what of that is not kept yet."""

    gathered: Gathered
    arrangement: Arrangement
    changes: Changes

    @property
    def tree(self) -> Tree:
        """The tree, with the number of crowns that it came to."""
        return self.arrangement.tree

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each tree of the grove stands on its sheet; as it hangs, once it was printed."""
        tree = self.tree
        if tree.printed:
            return tuple(Standing(em, (x, y), ground) for em, x, y, ground in tree.standings)
        places = self.arrangement.places
        return tuple(standing_of(tree, places(crown)) for crown in range(tree.crowns))

    @property
    def smallest(self) -> float:
        """The size in points of the smallest words of any pledge on the poster."""
        return min(standing.em for standing in self.standings)

    @cached_property
    def leaves(self) -> tuple[tuple[Leaf, ...], ...]:
        """The leaves by tree of the grove, in the order in which they came."""
        made = {one.pledge.id: one for one in self.gathered.chosen.shown}
        found: list[list[Leaf]] = [[] for _ in range(self.tree.crowns)]
        for hanging in self.arrangement.leaves.values():
            if hanging.pledge in made:
                leaf = _leaf(hanging, made[hanging.pledge], self.tree.blossoms)
                found[hanging.crown].append(leaf)
        return tuple(tuple(leaves) for leaves in found)

    @property
    def new(self) -> tuple[Leaf, ...]:
        """The leaves that are not on the wall yet, or hang there with other words."""
        return tuple(leaf for leaves in self.leaves for leaf in leaves if leaf.new)

    @property
    def outgrown(self) -> bool:
        """Whether leaves go beyond the edge of the poster that hangs."""
        sheet = sheet_of(self.tree)
        return any(
            any(beyond(standing, sheet.width, sheet.height, self.arrangement.places(crown)))
            for crown, standing in enumerate(self.standings)
        )

    def afresh(self) -> "Arranged":
        """Return the tree as a new poster of it stands: its leaves stay where they hang on it."""
        anew = Arrangement(replace(self.tree, printed=None, standings=()))
        anew.leaves = self.arrangement.leaves
        return replace(self, arrangement=anew)

    def whole(self) -> "Arranged":
        """Return the tree as its whole poster is printed: as it hangs, if every leaf has room."""
        return self.afresh() if self.tree.printed and self.outgrown else self

    def poster(self, today: date, *, plain: bool = False, logo: bytes = b"") -> Poster:
        """Return the rows of the poster."""
        tree = self.tree
        look = replace(self._look(today), season=tree.season, plain=plain, logo=logo)
        return Poster(sheet_of(tree), self.leaves, self.standings, look, tree.planned, tree.each)

    @property
    def subtitle(self) -> str:
        """What stands below the title: the programme and its organisation, if nothing was typed."""
        programme = self.gathered.programme
        under = [programme.name, programme.organisation] if programme else []
        return self.tree.subtitle or joined(*under)

    def _look(self, today: date) -> Look:
        hung = [leaf for leaves in self.leaves for leaf in leaves]
        kept, number = sum(leaf.kept for leaf in hung), self.gathered.chosen.count
        words = [count("{n} pledge", "{n} pledges", number)]
        if len(hung) < number:  # who counts the leaves on the wall finds fewer
            shown = f"{len(hung):,}" if hung else tr("none")
            words = [tr("{pledges}, {n} shown").format(pledges=words[0], n=shown)]
        words += [kept_count(self.tree.season, kept)] if kept else []
        return Look(
            title=self.tree.title or tr("What matters to us"),
            subtitle=self.subtitle,
            counted=joined(*words),
            when=day_words(today),
        )


def kept_count(season: Season, kept: int) -> str:
    """Return how kept pledges are counted: beside an apple or berries nothing is in blossom."""
    in_blossom = palette(season).sign is Sign.BLOSSOM
    words = tr("{n} in blossom") if in_blossom else tr("{n} kept")
    return words.format(n=f"{kept:,}")


def arrange(
    gathered: Gathered,
    *,
    least: float = 0.0,
    grove: bool = False,
    progress: Progress | None = None,
) -> Arranged:
    """Return a tree with every pledge in its place.

    Leaves on file stay where they are. A new `grove` is as many trees as keep the type from
    falling below `least` points; without it the tree is one, whatever its type becomes, and
    `refuse_small_type` judges it. Raises UserError when no grove would do, Cancelled when
    `progress` was stopped.
    """
    wanted = {one.pledge.id: need(one.pledge.text, one.shown_name) for one in gathered.chosen.shown}
    tree = gathered.tree
    if tree.planned and not tree.each:
        tree = replace(tree, each=mean_area(one.rung for one in wanted.values()))
    arrangement = Arrangement(tree, gathered.hangings)
    if not gathered.grows:
        return Arranged(gathered, arrangement, Changes(left=_missing(arrangement, wanted)))
    if grove and not arrangement.leaves and wanted and not tree.planned:
        return Arranged(gathered, arrangement, _shared(arrangement, wanted, least))
    return Arranged(gathered, arrangement, arrangement.bring_up(wanted, progress))


def _missing(arrangement: Arrangement, wanted: dict[str, Need]) -> tuple[str, ...]:
    return tuple(pledge for pledge in wanted if pledge not in arrangement.leaves)


def _shared(arrangement: Arrangement, wanted: dict[str, Need], least: float) -> Changes:
    size = sheet_of(arrangement.tree)
    changes = arrangement.share(wanted, size.width, size.height, least)
    if changes is None:
        words = tr("No sheet of {paper} is large enough for {points} pt.").format(
            paper=arrangement.tree.paper, points=f"{least:g}"
        )
        papers = list(SHEETS)
        larger = papers[papers.index(arrangement.tree.paper) + 1 :]
        fits = next((one for one in larger if _can_share(arrangement, wanted, least, one)), "")
        way = tr("Print on {paper}.") if fits else tr("Choose a smaller type.")
        raise UserError(f"{words} {way.format(paper=fits)}")
    return changes


def _can_share(
    arrangement: Arrangement, wanted: Mapping[str, Need], least: float, paper: str
) -> bool:
    """Return whether leaves can be shared among trees on a paper, without doing so."""
    tree = replace(arrangement.tree, paper=paper, printed=None, standings=(), crowns=1)
    size = sheet_of(tree)
    return Arrangement(tree).share(wanted, size.width, size.height, least) is not None


def refuse_small_type(arranged: Arranged, least: float) -> None:
    """Raise UserError when words are smaller than `least` points, with the paper that would do.

    So are those that will stand on the leaves of a planned tree.
    """
    smallest, tree = arranged.smallest, arranged.tree
    if smallest >= least or not (any(arranged.leaves) or tree.planned):
        return
    words = tr("On {paper} the words would be {points} pt, smaller than {least} pt.").format(
        paper=tree.paper, points=_down(smallest), least=f"{least:g}"
    )
    way = _way_out(arranged, least).format(paper=large_enough(arranged, least))
    raise UserError(f"{words} {way}")


def _way_out(arranged: Arranged, least: float) -> str:
    fits, planned = large_enough(arranged, least), arranged.tree.planned
    if planned:
        return (
            tr("Print on {paper}.") if fits else tr("No paper is large enough: plan fewer leaves.")
        )
    leaves = arranged.arrangement.leaves
    wanted = {pledge: Need(leaf.rung) for pledge, leaf in leaves.items()}
    shares = _can_share(arranged.arrangement, wanted, least, arranged.tree.paper)
    if fits and shares:
        return tr("Print on {paper}, or share the leaves among several trees with --grove.")
    if fits:
        return tr("Print on {paper}.")
    if shares:
        return tr("No paper is large enough: share the leaves among several trees with --grove.")
    return tr("No paper is large enough: choose a smaller type.")


def _down(points: float) -> str:
    return f"{int(points * 10) / 10:.1f}"


def large_enough(arranged: Arranged, least: float) -> str:
    """Return the smallest paper on which no words are below `least` points; empty if none is."""
    tree = arranged.tree
    for paper in SHEETS:
        on_it = replace(tree, paper=paper)
        crowns: Sequence[int] = range(tree.crowns)
        if all(standing_of(on_it, arranged.arrangement.places(n)).em >= least for n in crowns):
            return paper
    return ""


def _leaf(hanging: Hanging, made: Made, blossoms: bool) -> Leaf:
    text, name = made.pledge.text, made.shown_name
    return Leaf(
        pledge=hanging.pledge,
        place=place_of(hanging),
        text=text,
        name=name,
        kept=blossoms and made.outcome is Outcome.KEPT,
        number=hanging.number,
        new=is_new(hanging, said(text, name)),
    )
