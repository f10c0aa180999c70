"""The command line: the app without a window, and the way into the window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__
from desktop.errors import UserError
from desktop.paths import default_data_file

EXAMPLES = """\
examples:
  python3 -m desktop                                   open the window on your own data
  python3 -m desktop demo                              build the sample programme and print it
  python3 -m desktop sessions --json                   list the sessions
  python3 -m desktop import people staff.xlsx          bring in people from a list
  python3 -m desktop import register came.csv --session ID
  python3 -m desktop export pledges --out pledges.xlsx save a list
  python3 -m desktop print cards --session ID --out cards.pdf
  python3 -m desktop print summary --programme "Intelligent kindness" --out summary.pdf
  python3 -m desktop print tree --programme "Intelligent kindness" --paper A0 --grove --out tree.pdf
  python3 -m desktop --data other.db check             check another data file
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 with a sentence, 2 for usage."""
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments) or 0)
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Return the parser with every feature's commands."""
    from desktop.incoming import commands as incoming
    from desktop.outgoing import commands as outgoing
    from desktop.sample import commands as sample
    from desktop.sessions import commands as sessions
    from desktop.workspace import commands as workspace

    made = argparse.ArgumentParser(
        prog="python3 -m desktop",
        description="Pledge Tree: registers, pledges and feedback, from plan to printed paper.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=__version__)
    made.add_argument(
        "--data", type=Path, metavar="FILE", default=None, help="the data file (default: yours)"
    )
    made.set_defaults(run=_window)
    commands = made.add_subparsers(title="commands", metavar="COMMAND")
    sample.add_commands(commands)
    sessions.add_commands(commands)
    incoming.add_commands(commands)
    outgoing.add_commands(commands)
    workspace.add_commands(commands)
    return made


def _window(arguments: argparse.Namespace) -> int:
    from desktop.start import run

    return run(arguments.data or default_data_file())
