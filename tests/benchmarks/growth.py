"""How long the tree's layout takes: words fitted and leaves placed, without the drawing.

Run `python3 -m tests.benchmarks.growth`. Each figure is CPU seconds in a new process, after the
imports. Goals: 0.4, 1.5 and 3 s at 120, 1,000 and 2,000 leaves; one more leaf on a standing tree
within 5 ms at the 95th percentile; the time grows with less than the 1.2th power of the leaves.
"""

import math
import statistics
import subprocess
import sys
import time

COUNTS = (120, 250, 500, 1000, 2000)
TURNS = 3


def layout(form: str, count: int) -> float:
    """Return the CPU seconds to fit and place so many pledges."""
    from tests.tree.pledges import grown, rungs, texts

    texts()
    start = time.process_time()
    grown(form, rungs(count))
    return time.process_time() - start


def one_more(form: str) -> list[float]:
    """Return in order how many ms each of 300 leaves takes on a tree that has 700."""
    from tests.tree.pledges import grown, rungs

    sizes = rungs(1000)
    tree, times = grown(form, sizes[:700]), []
    for size in sizes[700:]:
        start = time.process_time()
        tree.add(size)
        times.append(1000 * (time.process_time() - start))
    return sorted(times)


def measured(form: str, count: int) -> float:
    script = f"from tests.benchmarks.growth import layout; print(layout({form!r}, {count}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return float(done.stdout)


def main() -> None:
    for form in ("portrait", "landscape"):
        times = {
            count: statistics.median(measured(form, count) for _ in range(TURNS))
            for count in COUNTS
        }
        power = math.log(times[2000] / times[250]) / math.log(2000 / 250)
        more = one_more(form)
        print(form, ", ".join(f"{count}: {taken:.2f} s" for count, taken in times.items()))
        print(
            f"  power {power:.2f}; one more leaf: median {statistics.median(more):.2f} ms,", end=""
        )
        print(f" 95th {more[int(len(more) * 0.95)]:.2f} ms, worst {more[-1]:.2f} ms")


if __name__ == "__main__":
    main()
