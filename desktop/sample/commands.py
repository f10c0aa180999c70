"""The sample programme without a window: build it, print it, show where it is."""

import argparse
import os
import sys
from pathlib import Path

from desktop.language import tr


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that shows what the app does."""
    command = commands.add_parser(
        "demo", help="build the sample programme, print its papers, open the window on it"
    )
    command.add_argument("--no-window", action="store_true", help="do not open the window")
    command.add_argument("--out", type=Path, default=Path("demo"), metavar="DIR")
    command.set_defaults(run=_demo)


def _demo(arguments: argparse.Namespace) -> int:
    from desktop.sample.demo import make

    data_file, papers = make(arguments.out)
    print(tr("The sample programme is in {path}").format(path=data_file))
    for paper in papers:
        print(tr("Printed {path}").format(path=paper))
    sys.stdout.flush()
    if arguments.no_window:
        return 0
    if not has_screen():
        print(tr("There is no screen here, so no window opens."), file=sys.stderr)
        return 0
    from desktop.start import run

    return run(data_file)


def has_screen() -> bool:
    """Return whether a window could open here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
