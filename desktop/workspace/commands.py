"""Printing and checking without a window."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import count, tr
from desktop.tree.commands import add_paper as add_tree

if TYPE_CHECKING:
    from desktop.store.reader import Db
    from desktop.workspace.scope import Scope

_PAPERS = {
    "cards": "pledge cards, for everyone to take home",
    "leaves": "leaves to cut out",
    "summary": "the summary of a session or of a programme",
    "register": "the register of a session",
    "slips": "blank slips to write pledges on",
    "forms": "blank feedback forms",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that print papers and check the data."""
    command = commands.add_parser("print", help="print a paper into a file")
    papers = command.add_subparsers(title="papers", metavar="PAPER", required=True)
    of_what = _of_what()
    for key, words in _PAPERS.items():
        paper = papers.add_parser(key, help=words, parents=[of_what])
        paper.set_defaults(run=_print, key=key)
    add_tree(papers)
    check = commands.add_parser("check", help="check that the data is whole")
    check.set_defaults(run=_check)


def _of_what() -> argparse.ArgumentParser:
    """Return the arguments that say of what a paper is, and where it goes."""
    shared = argparse.ArgumentParser(add_help=False)
    of_what = shared.add_mutually_exclusive_group()
    of_what.add_argument("--session", metavar="ID", help="of this session (see: sessions)")
    of_what.add_argument("--programme", metavar="NAME", help="of all sessions of this programme")
    for option, which in (("--from", "first"), ("--to", "last")):
        shared.add_argument(
            option,
            dest=which,
            type=_day,
            metavar="DATE",
            help=f"the {which} day of the programme's period, such as 2026-09-01",
        )
    shared.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    return shared


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-09-01") from None


def _print(arguments: argparse.Namespace) -> None:
    from desktop.kinds import existing_store
    from desktop.workspace.facts import worries
    from desktop.workspace.making import Source
    from desktop.workspace.papers import PAPERS, make_paper
    from desktop.workspace.saving import write_paper
    from desktop.workspace.scope import Options

    key = arguments.key
    if (arguments.first or arguments.last) and not arguments.programme:
        raise UserError(tr("--from and --to go with --programme. Name a programme."))
    if not (PAPERS[key].blank or arguments.session or arguments.programme):
        raise UserError(tr("Name a session with --session or a programme with --programme."))
    with existing_store(arguments.data) as store:
        with store.read() as db:
            scope = _scope(db, arguments)
            pdf = make_paper(db, None, key, scope)
            worried = list(worries(Source(db, None, scope, Options()), key)) if scope else []
        write_paper(arguments.out, pdf)
        for worry in worried:
            print(worry.words, file=sys.stderr)
        if key == "summary" and arguments.session:
            _warn_of_open_feedback(store.path, arguments.session)
    print(arguments.out)


def _scope(db: "Db", arguments: argparse.Namespace) -> "Scope":
    from desktop.programmes.actions import programme_named
    from desktop.sessions.actions import session_of_id
    from desktop.workspace.scope import OfProgramme, OfSession

    if arguments.session:
        return OfSession(session_of_id(db, arguments.session).id)
    if arguments.programme:
        programme = programme_named(db, arguments.programme)
        return OfProgramme(programme.id, arguments.first, arguments.last)
    return None


def _warn_of_open_feedback(data_file: Path, session: str) -> None:
    # An open box belongs to the window that may be writing it at this moment.
    from desktop.feedback.box import open_boxes

    if session in open_boxes(data_file):
        words = tr("The feedback is still being collected and is not in the summary yet.")
        print(words, file=sys.stderr)


def _check(arguments: argparse.Namespace) -> int:
    from desktop.kinds import existing_store

    with existing_store(arguments.data) as store:
        problems = store.check()
        with store.read() as db:
            number = sum(db.count(cls) for cls in store.kinds.values())
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    records = count("{n} record", "{n} records", number)
    print(tr("{records}, everything is as it should be.").format(records=records))
    return 0
