"""Makes the guide's pictures of trees: `python3 -m tests.gallery [--out DIR]`.

Trees of 1 to 2,000 of the sample's pledges on A4 to A0, upright and across, in every season and
in one colour, planned trees and a grove; saved small in `resources/guide/trees/`.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from desktop.language import count as counted
from desktop.paths import resources
from desktop.printing.picture import page_png
from desktop.tree.growth.grove import grow_grove
from desktop.tree.growth.standing import stand
from desktop.tree.making import kept_count
from desktop.tree.model import Season
from desktop.tree.paper.poster import poster
from desktop.tree.paper.rows import Leaf, Poster
from desktop.tree.paper.words import need
from tests.tree.paper.posters import KEPT, LOOK, NAMES, places, planned, poster_of, real, sheet_of
from tests.tree.pledges import texts

PORTRAIT, LANDSCAPE = "portrait", "landscape"
SPRING, SUMMER, AUTUMN, WINTER = Season
TREES = {
    "young": (
        (1, "A4", PORTRAIT, SPRING),
        (2, "A4", PORTRAIT, SPRING),
        (3, "A4", PORTRAIT, SPRING),
        (5, "A4", PORTRAIT, SPRING),
    ),
    "growing": ((7, "A4", LANDSCAPE, SUMMER), (12, "A4", PORTRAIT, SUMMER)),
    "grown": ((25, "A4", LANDSCAPE, AUTUMN), (60, "A3", PORTRAIT, SUMMER)),
    "tall": ((120, "A3", PORTRAIT, SUMMER), (120, "A3", PORTRAIT, AUTUMN)),
    "wide": ((120, "A3", LANDSCAPE, SPRING),),
    "old": ((400, "A1", PORTRAIT, SPRING), (400, "A1", LANDSCAPE, WINTER)),
    "older": ((1000, "A0", LANDSCAPE, SUMMER),),
    "oldest": ((2000, "A0", PORTRAIT, SUMMER),),
    "bare": ((0, "A4", LANDSCAPE, WINTER),),
}
"""By picture, the trees on it beside each other: leaves, paper, how it lies, season."""
PLANNED = ((0, 25), (80, 120))  # leaves of a tree that was planned for 120
GROVE, LEAST = 150, 9.0  # leaves on A4, and points
WIDE, COLOURS, GAP = 1080, 128, 6  # pixels of a picture; colours; pixels between two trees
WALL = "#CBD4CA"


def pictures() -> Iterator[tuple[str, Image.Image]]:
    """Yield each picture with its name."""
    for name, trees in TREES.items():
        posters = [
            titled(poster_of(real(form, count), paper, form), season)
            for count, paper, form, season in trees
        ]
        yield name, beside([page for made in posters for page in pages(made)])
    rows = [
        beside([page for n in row for page in pages(titled(planned(leaves[:n], 120), SUMMER))])
        for row in PLANNED
        for leaves in [real(LANDSCAPE, 120)]
    ]
    yield "planned", below(rows)
    yield "grove", beside(pages(titled(grove(), SUMMER)))
    one_colour = titled(poster_of(real(LANDSCAPE, 60), "A3", LANDSCAPE), SUMMER)
    look = replace(one_colour.look, plain=True)
    yield "plain", beside(pages(replace(one_colour, look=look)))


def titled(made: Poster, season: Season) -> Poster:
    """Return a poster with its count and its season."""
    leaves = [leaf for tree in made.trees for leaf in tree]
    kept = sum(leaf.kept for leaf in leaves)
    words = counted("{n} pledge", "{n} pledges", len(leaves))
    if kept:
        words += f" · {kept_count(season, kept)}"
    look = replace(LOOK, counted=words, season=season)
    return replace(made, look=look)


def grove() -> Poster:
    """Return trees that share pledges, so that their words can be read."""
    size = sheet_of("A4", PORTRAIT)
    rows = [(texts()[n], NAMES[n % len(NAMES)]) for n in range(GROVE)]
    found = grow_grove([need(*row) for row in rows], size.width, size.height, LEAST)
    assert found is not None
    trees: dict[int, list[Leaf]] = {}
    for n, (hung, (text, name)) in enumerate(zip(found, rows, strict=True)):
        leaf = Leaf(str(n), hung.place, text, name, n % KEPT == 3, n + 1)
        trees.setdefault(hung.tree, []).append(leaf)
    leaves = tuple(tuple(trees[number]) for number in sorted(trees))
    standings = [stand(size.width, size.height, places(tree)) for tree in leaves]
    return Poster(size, leaves, tuple(standings), LOOK)


def pages(made: Poster) -> list[Image.Image]:
    """Return a poster's pages, twice as large as the pictures: fine lines come out clearer."""
    file, dpi = poster(made), 72 * 2 * WIDE / max(made.sheet.width, made.sheet.height)
    found = [page_png(file, n, dpi) for n in range(len(made.trees))]
    return [Image.open(BytesIO(page)).convert("RGB") for page in found]


def beside(found: list[Image.Image]) -> Image.Image:
    """Return pages beside each other, equally high."""
    room = WIDE - GAP * (len(found) - 1)
    high = min(round(room / sum(page.width / page.height for page in found)), WIDE)
    small = [
        page.resize((round(high * page.width / page.height), high), Image.Resampling.LANCZOS)
        for page in found
    ]
    whole = Image.new("RGB", (sum(page.width + GAP for page in small) - GAP, high), WALL)
    x = 0
    for page in small:
        whole.paste(page, (x, 0))
        x += page.width + GAP
    return whole


def below(rows: list[Image.Image]) -> Image.Image:
    """Return pictures below each other."""
    high = sum(row.height + GAP for row in rows) - GAP
    whole = Image.new("RGB", (max(row.width for row in rows), high), WALL)
    y = 0
    for row in rows:
        whole.paste(row, (0, y))
        y += row.height + GAP
    return whole


def small_file(picture: Image.Image) -> bytes:
    """Return a PNG with few colours."""
    file = BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def main() -> int:
    arguments = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    folder = Path(arguments.get("--out", str(resources("guide", "trees"))))
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures():
        (folder / f"{name}.png").write_bytes(small_file(picture))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
