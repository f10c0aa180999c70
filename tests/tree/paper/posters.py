"""Posters of real and of hard pledges, laid out as the tree room does it."""

from collections.abc import Sequence
from functools import cache

from desktop.printing import sheet as papers
from desktop.tree.growth.growing import Growth
from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import stand, stand_planned
from desktop.tree.paper.rows import Leaf, Look, Poster
from desktop.tree.paper.words import need
from desktop.tree.sheets import TYPICAL
from tests.tree.pledges import texts

NAMES = ("Siân", "Małgorzata", "Yusuf", "", "Priya", "Ben", "محمد", "Zoë", "", "Hannah", "Ifeoma")
KEPT = 7  # every seventh pledge was kept
LOOK = Look(
    title="What matters to you?",
    subtitle="Good conversations at home · Gwent Care",
    counted="120 pledges · 17 in blossom",
    when="8 October 2026",
)


def sheet_of(paper: str, form: str) -> papers.Size:
    size: papers.Size = getattr(papers, paper)
    return size if form == "portrait" else size.landscape


@cache
def real(form: str, count: int) -> tuple[Leaf, ...]:
    """Return the leaves of so many of the sample's pledges."""
    words = tuple(texts()[n % len(texts())] for n in range(count))
    return hung(form, words, NAMES)


def hung(form: str, words: Sequence[str], names: Sequence[str] = ("",)) -> tuple[Leaf, ...]:
    """Return leaves with these words where they hang."""
    growth = Growth(form)
    found = []
    for n, text in enumerate(words):
        name = names[n % len(names)]
        wants = need(text, name)
        place = growth.add(wants.rung, level=wants.level)
        assert place is not None
        found.append(Leaf(str(n), place, text, name, kept=n % KEPT == 3, number=n + 1))
    return tuple(found)


def poster_of(
    leaves: Sequence[Leaf], paper: str = "A3", form: str = "portrait", look: Look = LOOK
) -> Poster:
    """Return the poster of a growing tree."""
    size = sheet_of(paper, form)
    standing = stand(size.width, size.height, places(leaves))
    return Poster(size, (tuple(leaves),), (standing,), look)


def planned(
    leaves: Sequence[Leaf], count: int, paper: str = "A3", form: str = "landscape"
) -> Poster:
    """Return the poster of a tree that was planned for so many leaves."""
    size = sheet_of(paper, form)
    standing = stand_planned(size.width, size.height, count, TYPICAL, places(leaves))
    return Poster(size, (tuple(leaves),), (standing,), LOOK, count, TYPICAL)


def places(leaves: Sequence[Leaf]) -> list[Place]:
    return [leaf.place for leaf in leaves]
