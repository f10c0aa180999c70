"""Programs that are killed at work, at a moment nobody chose."""

import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
READY = 2
"""How many programs wait for their turn: most of their life is Python starting."""


def started(path: Path, what: list[str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", *what, str(path)]
    # Unbuffered, for communicate() reads past what readline() has taken ahead of its lines.
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, bufsize=0)


def in_turn(paths: list[Path], what: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program for each path, a little before it is wanted."""
    waiting: deque[subprocess.Popen[bytes]] = deque()
    try:
        for path in paths:
            waiting.append(started(path, what))
            if len(waiting) > READY:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()
    finally:
        for left in waiting:
            left.kill()
            left.communicate()


def killed_at_work(program: subprocess.Popen[bytes], after: int, seconds: float) -> list[int]:
    """Let a program work, kill it some time after a step; returns the steps it said were saved."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(b"go\n")
    program.stdin.flush()
    said = [program.stdout.readline() for _ in range(after)]
    with suppress(subprocess.TimeoutExpired):
        program.wait(timeout=seconds)
    program.kill()
    rest, _ = program.communicate()
    lines = b"".join([*said, rest]).splitlines(keepends=True)
    return [int(line) for line in lines if line.endswith(b"\n")]
