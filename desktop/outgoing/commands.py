"""Saving lists without a window."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import tr
from desktop.outgoing.wish import OF_A_PROGRAMME, OF_A_SESSION, What, Wish

if TYPE_CHECKING:
    from desktop.store.reader import Db

EXAMPLES = """\
examples:
  python3 -m desktop export people --out people.xlsx
  python3 -m desktop export register --session ID --out register.csv
  python3 -m desktop export pledges --programme "Intelligent kindness" --out pledges.xlsx
  python3 -m desktop export feedback --session ID --format csv --out feedback.csv
"""
_HELP = {
    What.PEOPLE: "everyone on file",
    What.REGISTER: "who was expected at a session, and who came",
    What.PLEDGES: "pledges with their makers",
    What.FEEDBACK: "how often each answer was given, and what may be shown of it",
    What.SESSIONS: "the sessions with their places, times and numbers",
}
_FORMATS = ("csv", "xlsx")


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that saves lists."""
    command = commands.add_parser(
        "export",
        help="save a list as a CSV or Excel file",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    lists = command.add_subparsers(title="lists", metavar="LIST", required=True)
    for what, words in _HELP.items():
        _add_options(lists.add_parser(what.value, help=words, description=f"Save {words}."), what)


def _add_options(one: argparse.ArgumentParser, what: What) -> None:
    about = one.add_mutually_exclusive_group(required=what is What.REGISTER)
    if what in OF_A_SESSION:
        about.add_argument("--session", metavar="ID", help="of this session (see: sessions)")
    if what in OF_A_PROGRAMME:
        about.add_argument("--programme", metavar="NAME", help="of this programme")
    one.add_argument("--format", choices=_FORMATS, help="default: as FILE ends")
    one.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    one.set_defaults(run=_export, what=what, session=None, programme=None)


def _export(arguments: argparse.Namespace) -> None:
    from desktop.kinds import existing_store
    from desktop.outgoing.exporting import save_list
    from desktop.outgoing.words import warning

    excel = _is_for_excel(arguments)
    with existing_store(arguments.data) as store:
        with store.read() as db:
            wish = _wish(db, arguments)
        print(*warning(wish), file=sys.stderr)
        _tell_of_open_feedback(store.path, wish)
        for path in save_list(store, wish, arguments.out, excel=excel):
            print(path)


def _is_for_excel(arguments: argparse.Namespace) -> bool:
    named = arguments.format or arguments.out.suffix.lower().removeprefix(".")
    if named not in _FORMATS:
        words = tr("Say with --format whether {name} is to be csv or xlsx.")
        raise UserError(words.format(name=arguments.out.name))
    return bool(named == "xlsx")


def _wish(db: "Db", arguments: argparse.Namespace) -> Wish:
    from desktop.programmes.actions import programme_named
    from desktop.sessions.actions import session_of_id

    session = session_of_id(db, arguments.session).id if arguments.session else ""
    programme = programme_named(db, arguments.programme).id if arguments.programme else ""
    return Wish(arguments.what, session, programme)


def _tell_of_open_feedback(data_file: Path, wish: Wish) -> None:
    from desktop.feedback.box import open_boxes
    from desktop.outgoing.words import still_open

    if wish.what is What.FEEDBACK and wish.session in open_boxes(data_file):
        print(still_open(), file=sys.stderr)
