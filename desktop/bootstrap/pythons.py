"""Which Python on this machine can run Pledge Tree."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import NamedTuple

from desktop.bootstrap.basics import SetUpError, run
from desktop.bootstrap.system import apt_install, how_to_install

SUPPORTED = ((3, 11), (3, 12), (3, 13))

QUESTION = """
import importlib.util as u, sys
print(sys.executable)
print(sys.version_info[0], sys.version_info[1], int(all(map(u.find_spec, sys.argv[1:]))))
"""


class Python(NamedTuple):
    """An interpreter, its version and whether it has the modules that were asked for."""

    path: str
    version: tuple[int, int]
    complete: bool

    @property
    def supported(self) -> bool:
        """Tell whether Pledge Tree runs on this version."""
        return self.version in SUPPORTED


def find_python(commands: Sequence[Sequence[str]]) -> str:
    """Return the first of these that can make the environment, with its venv module installed.

    Raises SetUpError, which says what to install.
    """
    found = []
    for command in commands:
        python = describe(command, "venv", "ensurepip")
        if python and python.supported:
            if python.complete:
                return python.path
            found.append(python)
    if not found:
        here = ".".join(map(str, sys.version_info[:2]))
        raise SetUpError(
            "Pledge Tree runs on Python 3.11, 3.12 or 3.13, and here is only "
            f"Python {here}: install Python 3.13 and start it again."
        )
    python = found[0]
    package = "python{}.{}-venv".format(*python.version)
    if not apt_install([package]):
        raise SetUpError(
            f"{python.path} lacks its module venv; {how_to_install([package])} "
            "and start Pledge Tree again."
        )
    return python.path


def candidates() -> list[list[str]]:
    """Return the commands to try: this interpreter first, then the newest that has a name."""
    here = getattr(sys, "_base_executable", None) or sys.executable
    names = [f"{major}.{minor}" for major, minor in reversed(SUPPORTED)]
    if sys.platform == "win32":
        return [[here], *(["py", "-" + name] for name in names)]
    return [[here], *(["python" + name] for name in names)]


def describe(command: Sequence[str], *modules: str) -> Python | None:
    """Return what this command starts, None when it is not there or doesn't work."""
    program = shutil.which(command[0])
    if not program:
        return None
    code, answer = run([program, *command[1:], "-I", "-c", QUESTION, *modules])
    try:
        path, numbers = answer.splitlines()[-2:]
        major, minor, complete = map(int, numbers.split())
    except ValueError:
        return None
    return None if code else Python(path, (major, minor), bool(complete))
