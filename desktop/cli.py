"""The command line: the app without a window, and the way into the window."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.errors import UserError
from desktop.language import tr
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


_NOT_A_CHOICE = re.compile(r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)")
_NOTHING_AFTER = re.compile(r"argument (.*?): expected .*")
_MISSING = re.compile(r"the following arguments are required: (.*)")
_UNKNOWN = re.compile(r"unrecognized arguments: (.*)")


class Parser(argparse.ArgumentParser):
    """Reads a command line; what is wrong with it is one sentence, and how to see more."""

    def error(self, message: str) -> NoReturn:
        """End with 2 and say what is wrong, without the table of all that could be typed."""
        more = tr("To see what can be typed: {command} --help").format(command=self.prog)
        self.exit(2, f"{wrong_words(message)}\n{more}\n")


def wrong_words(message: str) -> str:
    """Return in plain words what argparse says is wrong with a command line."""
    if found := _NOT_A_CHOICE.fullmatch(message):
        what, given, choices = found.groups()
        words = tr("{what} cannot be {given}. Choose one of {choices}.")
        return words.format(what=what, given=given, choices=choices.replace("'", ""))
    if found := _NOTHING_AFTER.fullmatch(message):
        return tr("Nothing stands after {what}. Type what it is to be.").format(what=found[1])
    if found := _MISSING.fullmatch(message):
        return tr("This is missing: {what}.").format(what=found[1])
    if found := _UNKNOWN.fullmatch(message):
        return tr("This is not known here: {what}.").format(what=found[1])
    words = message.removeprefix("argument ")
    return words if words.endswith(".") else f"{words}."


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

    made: argparse.ArgumentParser = Parser(
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
