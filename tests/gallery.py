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
from desktop.tree.model import Season
from desktop.tree.paper.poster import poster
from desktop.tree.paper.rows import Leaf, Look, Poster
from desktop.tree.paper.words import rung
from tests.tree.paper.posters import LOOK, NAMES, places, planned, poster_of, real, sheet_of
from tests.tree.pledges import texts

PORTRAIT, LANDSCAPE = "portrait", "landscape"
SPRING, SUMMER, AUTUMN, WINTER = Season
TREES = (
    (1, "A4", PORTRAIT, SPRING),
    (2, "A4", PORTRAIT, SUMMER),
    (3, "A4", LANDSCAPE, SPRING),
    (5, "A4", PORTRAIT, SPRING),
    (7, "A4", LANDSCAPE, SUMMER),
    (12, "A4", PORTRAIT, SUMMER),
    (25, "A4", LANDSCAPE, AUTUMN),
    (60, "A3", PORTRAIT, SUMMER),
    (120, "A3", LANDSCAPE, SUMMER),
    (120, "A3", PORTRAIT, AUTUMN),
    (400, "A1", PORTRAIT, SPRING),
    (400, "A1", LANDSCAPE, WINTER),
    (1000, "A0", LANDSCAPE, SUMMER),
    (2000, "A0", PORTRAIT, SUMMER),
)
PLANNED = (0, 25, 80, 120)  # leaves of a tree that was planned for 120
GROVE, LEAST = 150, 9.0  # leaves on A4, and points
LONGER, COLOURS = 900, 144  # pixels of a picture's longer side; colours


def posters() -> Iterator[tuple[str, Poster]]:
    """Yield each picture's name and the poster it shows."""
    for count, paper, form, season in TREES:
        made = poster_of(real(form, count), paper, form)
        yield f"{count:04}-{paper}-{form}-{season}", titled(made, season)
    plain = poster_of(real(PORTRAIT, 60), "A3", PORTRAIT)
    yield "0060-A3-portrait-plain", replace(plain, look=replace(looked(plain), plain=True))
    yield "0000-A4-landscape-winter", titled(poster_of([], "A4", LANDSCAPE), WINTER)
    for count in PLANNED:
        made = planned(real(LANDSCAPE, 120)[:count], 120)
        yield f"planned-{count:03}-of-120", titled(made, SUMMER)
    yield "grove", titled(grove(), SUMMER)


def titled(made: Poster, season: Season) -> Poster:
    return replace(made, look=replace(looked(made), season=season))


def looked(made: Poster) -> Look:
    leaves = [leaf for tree in made.trees for leaf in tree]
    kept = sum(leaf.kept for leaf in leaves)
    words = counted("{n} pledge", "{n} pledges", len(leaves))
    return replace(LOOK, counted=f"{words} · {kept} in blossom" if kept else words)


def grove() -> Poster:
    """Return trees that share pledges, so that their words can be read."""
    size = sheet_of("A4", PORTRAIT)
    rows = [(texts()[n], NAMES[n % len(NAMES)]) for n in range(GROVE)]
    found = grow_grove([rung(*row) for row in rows], size.width, size.height, LEAST)
    assert found is not None
    trees: list[list[Leaf]] = [[] for _ in found[0].trees]
    for n, (hung, (text, name)) in enumerate(zip(found[1], rows, strict=True)):
        trees[hung.tree].append(Leaf(str(n), hung.place, text, name, n % 7 == 3, n + 1))
    standings = [stand(size.width, size.height, places(tree)) for tree in trees]
    return Poster(size, tuple(map(tuple, trees)), tuple(standings), LOOK)


def picture(made: Poster) -> Image.Image:
    """Return a poster's pages beside each other."""
    file = poster(made)
    dpi = 72 * LONGER / max(made.sheet.width, made.sheet.height)
    # Drawn larger first: fine lines come out clearer.
    pages = [
        Image.open(BytesIO(page_png(file, n, 2 * dpi))).convert("RGB")
        for n in range(len(made.trees))
    ]
    wide, high = pages[0].size
    whole = Image.new("RGB", ((wide + 20) * len(pages) - 20, high), "#888888")
    for n, page in enumerate(pages):
        whole.paste(page, (n * (wide + 20), 0))
    scale = LONGER / max(whole.size)
    small = whole.resize(
        (round(whole.width * scale), round(whole.height * scale)), Image.Resampling.LANCZOS
    )
    return small.quantize(COLOURS, dither=Image.Dither.NONE)


def main() -> int:
    arguments = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    folder = Path(arguments.get("--out", str(resources("guide", "trees"))))
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in posters():
        picture(made).save(folder / f"{name}.png", optimize=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
