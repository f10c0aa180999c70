import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.chance import chance


def test_chance_has_80_bits() -> None:
    made = [chance() for _ in range(2000)]
    assert {len(digits) for digits in made} == {20}
    ones = sum(int(digits, 16).bit_count() for digits in made)
    assert abs(ones - 80_000) < 1_500  # seven standard deviations


def test_threads_that_draw_at_once_draw_nothing_twice() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [*pool.map(lambda _: [chance() for _ in range(3000)], range(4))]
    assert len({digits for part in made for digits in part}) == 12_000


FORKED = """
import os
from desktop.chance import chance
chance()
child = os.fork()
if child:
    os.waitpid(child, 0)
print(chance(), flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts a process anew")
def test_a_process_that_is_forked_draws_other_bits() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, check=True)
    one, other = done.stdout.split()
    assert one != other
