"""Runs every check: lint, format, types, then all tests.

python3 -m tests                        everything, as on the build machine
python3 -m tests --long                 the long tests as well
python3 -m tests tests/people -k walk   these tests alone, in one process

Other arguments go to pytest. Every check runs even if one before it fails; the last line says
which failed, and the exit code is the first failure's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from desktop import bootstrap

CHECKS = {
    "lint": ["ruff", "check"],
    "format": ["ruff", "format", "--check"],
    "types": ["mypy"],
}
# A file stays in one process, so that what a test finds doesn't hang on how many there are. If a
# process crashes the tests end: those that were handed to another would be waited for in vain.
SPREAD = ("-n", "auto", "--dist", "loadfile", "--max-worker-restart", "0")
SELECTING = ("-k", "-m", "--lf", "--last-failed", "--sw", "--stepwise", "--collect-only", "--co")


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    python = ready()
    commands = {} if selects(arguments) else dict(CHECKS)
    spread = SPREAD if commands and "-n" not in arguments else []
    commands["tests"] = ["pytest", *spread, *arguments]
    codes = {name: run(python, name, command) for name, command in commands.items()}
    failed = [name for name, code in codes.items() if code]
    print(f"Failed: {', '.join(failed)}." if failed else f"Passed: {', '.join(codes)}.")
    return codes[failed[0]] if failed else 0


def ready() -> str:
    with bootstrap.plain_endings():
        python = bootstrap.prepare(bootstrap.ROOT, bootstrap.TESTS)
        needed = bootstrap.libraries_for({})
        lacking = bootstrap.see_to_libraries(bootstrap.ROOT, needed)
    if lacking:
        raise SystemExit(lacking)
    return python


def selects(arguments: Sequence[str]) -> bool:
    return any(
        argument.startswith(SELECTING) or os.path.exists(argument.split("::")[0])
        for argument in arguments
    )


def run(python: str, name: str, command: Sequence[str]) -> int:
    print(f"{name}: {' '.join(command)}", flush=True)
    return subprocess.call([python, "-m", *command], cwd=bootstrap.ROOT)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
