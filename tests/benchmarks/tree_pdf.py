"""How long the poster's PDF takes, how large it is, and how much memory layout and PDF need.

Run `python3 -m tests.benchmarks.tree_pdf`. Each figure comes from a new process that lays out so
many pledges and makes the PDF of an A0 sheet; CPU seconds of the PDF alone, imports included. The
words are fitted while the leaves are laid out, as in the app; “words anew” is a PDF of a tree
that was laid out before, such as the first one after a start. Goals at 2,000: 1 s, 1.2 MB, and
250 MB for the whole run.
"""

import json
import resource
import statistics
import subprocess
import sys
import time

COUNTS = (120, 1000, 2000)
TURNS = 3


def run(form: str, count: int) -> dict[str, float]:
    """Return one process's figures."""
    from tests.tree.paper.posters import poster_of, real

    leaves = real(form, count)
    laid_out = peak()
    start = time.process_time()
    from desktop.tree.paper import words
    from desktop.tree.paper.poster import poster

    made = poster(poster_of(leaves, "A0", form))
    taken, whole = time.process_time() - start, peak()
    words._grown.cache_clear()
    start = time.process_time()
    poster(poster_of(leaves, "A0", form))
    return {
        "s": taken,
        "anew": time.process_time() - start,
        "kB": len(made) / 1000,
        "layout MB": laid_out,
        "peak MB": whole,
    }


def peak() -> float:
    """Return the most memory the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(form: str, count: int) -> dict[str, float]:
    script = (
        "import json; from tests.benchmarks.tree_pdf import run;"
        f"print(json.dumps(run({form!r}, {count})))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    for form in ("portrait", "landscape"):
        for count in COUNTS:
            runs = [measured(form, count) for _ in range(TURNS)]
            figures = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            print(
                f"{form} {count:5,}: PDF {figures['s']:.2f} s (words anew {figures['anew']:.2f} s),"
                f" {figures['kB']:,.0f} kB, peak {figures['peak MB']:.0f} MB"
                f" (layout alone {figures['layout MB']:.0f} MB)"
            )


if __name__ == "__main__":
    main()
