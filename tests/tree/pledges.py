"""Real pledges, fitted into leaves as the poster does it."""

from functools import cache

from desktop import leaf, paths
from desktop.printing.graphemes import graphemes
from desktop.printing.style import Style
from desktop.printing.text import width
from desktop.tree.growth.growing import Growth
from desktop.tree.growth.shape import Need, Place, rung_of

TYPE = Style(size=1)
LETTERING = leaf.Lettering(
    lambda text: width(text, TYPE), lambda text: width(text, TYPE), graphemes
)
FORMS = ("portrait", "landscape")
A4, A3, A2, A1, A0 = ((595.3 * 2 ** (n / 2), 841.9 * 2 ** (n / 2)) for n in range(5))


def sheet(paper: tuple[float, float], form: str) -> tuple[float, float]:
    """Return a paper's width and height as it lies."""
    return paper if form == "portrait" else (paper[1], paper[0])


@cache
def texts() -> tuple[str, ...]:
    file = paths.resources("samples", "pledges.txt")
    return tuple(line.split("\t")[0] for line in file.read_text("utf-8").splitlines())


@cache
def rung(text: str) -> int:
    return rung_of(leaf.grow(text, LETTERING).width)


@cache
def rungs(count: int) -> tuple[int, ...]:
    """Return the leaf sizes of so many pledges; they begin anew after the last."""
    return tuple(rung(texts()[n % len(texts())]) for n in range(count))


def needs(count: int) -> list[Need]:
    """Return what so many pledges need."""
    return [Need(rung) for rung in rungs(count)]


def grown(form: str, sizes: tuple[int, ...]) -> Growth:
    """Return a tree with a leaf of each size."""
    growth = Growth(form)
    for size in sizes:
        assert growth.add(size) is not None
    return growth


@cache
def places(form: str, count: int) -> tuple[Place, ...]:
    """Return the places of so many real pledges."""
    return tuple(grown(form, rungs(count)).places)
