"""The tree beside the word clouds wordcloud and d3-cloud, on the same 1,000 phrases in one run.

Run `pip install -r tests/benchmarks/requirements.txt` and `npm install --no-package-lock --prefix
DIR` with the package.json of this folder copied into DIR, then `python3 -m tests.benchmarks.clouds
DIR`; a program that is not there is left out. All lay the phrases out on A0; overlaps are counted
by the one checker of the tests, phrases without a place are dropped. Each figure is CPU seconds of
the layout alone. Goals: 20 times as fast as wordcloud, nothing dropped, no overlap.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.leaf import Point
from desktop.paths import resources
from tests.tree.checker import overlaps, rings
from tests.tree.pledges import A0, grown, rungs, sheet, texts

NUMBER = 1_000
SIZE = 8.0
"""Points, the size of the tree's words at this number on A0."""
FACE = resources("fonts", "AtkinsonHyperlegibleNext-Regular.ttf")


class Laid(NamedTuple):
    """What a program made of the phrases."""

    seconds: float
    shapes: Sequence[Sequence[Point]]


def tree() -> Laid:
    texts()
    start = time.process_time()
    growth = grown("portrait", rungs(NUMBER))
    return Laid(time.process_time() - start, rings(growth.places))


def wordcloud() -> Laid:
    from PIL import ImageFont
    from wordcloud import WordCloud

    width, height = (round(length) for length in sheet(A0, "portrait"))
    cloud = WordCloud(
        font_path=str(FACE),
        width=width,
        height=height,
        max_words=NUMBER,
        prefer_horizontal=1.0,
        min_font_size=round(SIZE),
        max_font_size=round(SIZE),
        relative_scaling=0,
        random_state=1,
    )
    start = time.process_time()
    cloud.generate_from_frequencies(dict.fromkeys(texts()[:NUMBER], 1.0))
    seconds = time.process_time() - start
    boxes = []
    for (text, _), size, (top, left), _, _ in cloud.layout_:
        ink = ImageFont.truetype(str(FACE), size).getbbox(text)
        boxes.append((left, top, ink[2] - ink[0], ink[3] - ink[1]))
    return Laid(seconds, [corners(*box) for box in boxes])


def d3_cloud() -> Laid:
    width, height = sheet(A0, "portrait")
    wanted = {
        "phrases": texts()[:NUMBER],
        "width": round(width),
        "height": round(height),
        "size": SIZE,
        "font": str(FACE),
    }
    script = Path(__file__).with_name("cloud.mjs")
    command = ["node", str(script), sys.argv[1]]
    done = subprocess.run(command, input=json.dumps(wanted), capture_output=True, text=True)
    if done.returncode:
        raise ImportError(done.stderr)
    found = json.loads(done.stdout)
    return Laid(found["cpu"], [corners(*box) for box in found["boxes"]])


def corners(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def main() -> None:
    """Print a line for each program."""
    programs: dict[str, Callable[[], Laid]] = {"tree": tree, "wordcloud": wordcloud}
    if len(sys.argv) > 1:
        programs["d3-cloud"] = d3_cloud
    ours = 0.0
    for name, lay_out in programs.items():
        try:
            laid = lay_out()
        except ImportError as missing:
            print(f"{name:10} left out: {missing}")
            continue
        ours = ours or laid.seconds
        print(
            f"{name:10} {laid.seconds:7.2f} s  {laid.seconds / ours:5.1f} x the tree  "
            f"{NUMBER - len(laid.shapes):4} dropped  {len(overlaps(laid.shapes)):4} overlaps"
        )


if __name__ == "__main__":
    main()
