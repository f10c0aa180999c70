"""The makers of a tree's papers, joined as one thing that can be handed over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.printing.sheet import MM, Box, Size
from desktop.progress import Progress
from desktop.tree.paper.poster import png, poster, svg
from desktop.tree.paper.rows import Poster


class DrawPoster(Protocol):
    """Returns the poster as a PDF, a page a tree; `bleed` is the print shop's variant."""

    def __call__(
        self,
        poster: Poster,
        *,
        bleed: bool = ...,
        author: str = ...,
        progress: Progress | None = ...,
    ) -> bytes: ...


class DrawTiles(Protocol):
    """Returns the poster as a PDF of sheets to tape together."""

    def __call__(
        self, poster: Poster, on: Size, *, author: str = ..., progress: Progress | None = ...
    ) -> bytes: ...


class DrawTopUp(Protocol):
    """Returns new leaves to cut out as a PDF; `on` is the paper that the poster was taped from."""

    def __call__(
        self,
        poster: Poster,
        *,
        on: Size | None = ...,
        author: str = ...,
        progress: Progress | None = ...,
    ) -> bytes: ...


@dataclass(frozen=True)
class Press:
    """Makes papers and pictures of posters.

    `tiling` returns which part of the poster, in points from its lower left, each sheet shows.
    `svg` and `png` draw one tree of a grove, named by its number from 0; `png` at some dpi.
    """

    poster: DrawPoster
    tiles: DrawTiles
    top_up: DrawTopUp
    svg: Callable[[Poster, int], bytes]
    png: Callable[[Poster, int, float], bytes]
    tiling: Callable[[Size, Size], Sequence[Box]]


def press() -> Press:
    """Return the makers of our own papers."""
    from desktop.tree.paper.cutouts import top_up
    from desktop.tree.paper.tiles import tiles

    return Press(poster, tiles, top_up, svg, _png, _parts)


def _png(poster: Poster, number: int, dpi: float) -> bytes:
    return png(poster, number, dpi=dpi)


def _parts(poster: Size, on: Size) -> list[Box]:
    from desktop.tree.paper.tiling import tiling

    seen = (tile.seen for tile in tiling(poster, on).tiles)
    return [Box(one.left * MM, one.low * MM, one.width * MM, one.height * MM) for one in seen]
