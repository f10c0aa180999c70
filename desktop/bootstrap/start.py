"""The way from `python3 -m desktop` to the app in its own environment."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence

from desktop.bootstrap.basics import SetUpError, say
from desktop.bootstrap.environment import APP, prepare
from desktop.bootstrap.system import libraries_for, see_to_libraries

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def enter(arguments: Sequence[str]) -> None:
    """Return when this is the app's own interpreter; otherwise run the app in it and exit."""
    with plain_endings():
        python = prepare(ROOT, APP)
        if os.path.realpath(sys.prefix) != os.path.realpath(os.path.join(ROOT, ".venv")):
            raise SystemExit(run_child([python, "-P", "-m", "desktop", *arguments]))
        lacking = see_to_libraries(ROOT, libraries_for(os.environ))
    if lacking:
        say(lacking)


@contextlib.contextmanager
def plain_endings() -> Iterator[None]:
    """Turn whatever stops a set-up into one sentence and an exit code."""
    try:
        yield
    except SetUpError as problem:
        say(str(problem))
        raise SystemExit(1) from None
    except OSError as problem:
        say(f"Pledge Tree can't be set up in {ROOT} ({problem}); mend that and start it again.")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        say("The set-up was stopped; the next start begins it again.")
        raise SystemExit(130) from None


def run_child(command: Sequence[str]) -> int:
    """Run a command to its end and return its exit code, or 128 and the number of its signal."""
    paths = [ROOT, os.environ.get("PYTHONPATH", "")]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, paths)))
    child = subprocess.Popen(command, env=environment)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    while True:
        try:
            code = child.wait()
        except KeyboardInterrupt:
            continue  # the terminal has told the child too, and it may have work to finish
        return code if code >= 0 else 128 - code
