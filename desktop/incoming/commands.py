"""Bringing in lists without a window."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import count, tr

if TYPE_CHECKING:
    from desktop.incoming.importers import Findings, Importer
    from desktop.incoming.reading import Reading
    from desktop.store.reader import Db

EXAMPLES = """\
examples:
  python3 -m desktop import people staff.xlsx
  python3 -m desktop import people staff.csv --refused to-mend.csv
  python3 -m desktop import register signed-in.xlsx --session ID
  python3 -m desktop import feedback online-form.xlsx --session ID
"""
_SHOWN = 10
"""So many refused rows are told one by one."""

_KINDS = {
    "people": "people, on file for any register",
    "register": "who stands on a session's register, and who came",
    "pledges": "pledges of a session; without a column Show they are not on the tree",
    "feedback": "feedback of a session, from the export of an online form",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that brings in lists."""
    command = commands.add_parser(
        "import",
        help="bring in a list from a CSV or Excel file",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    lists = command.add_subparsers(title="lists", metavar="|".join(_KINDS), required=True)
    for key, words in _KINDS.items():
        one = lists.add_parser(
            key,
            help=words,
            description=f"Bring in {words}. The same list twice changes nothing.",
            epilog=EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.add_argument("file", type=Path, metavar="FILE", help="a .csv or .xlsx file")
        if key == "people":
            words = "they belong to its organisation where the list names none"
            one.add_argument("--programme", metavar="NAME", help=words)
        else:
            words = "of this session (see: sessions)"
            one.add_argument("--session", metavar="ID", required=True, help=words)
        words = "write the refused rows into a CSV file, to mend"
        one.add_argument("--refused", type=Path, metavar="FILE", help=words)
        one.add_argument("--json", action="store_true", help="print the counts as JSON")
        one.set_defaults(run=_import, key=key, programme=None, session=None)


def _import(arguments: argparse.Namespace) -> None:
    from desktop.incoming.importers import Decided
    from desktop.incoming.reading import need_columns, open_sheets, read_as
    from desktop.incoming.refusing import write_refused
    from desktop.kinds import existing_store
    from desktop.paths import default_data_file
    from desktop.store.locking import only_window

    data_file = arguments.data or default_data_file()
    with existing_store(arguments.data) as store, only_window(data_file):
        with store.read() as db:
            importer = _importer(db, arguments)
            reading = read_as(open_sheets(arguments.file), importer.table())
            need_columns(reading)
            findings = importer.look_up(db, reading)
        _refuse_nothing(reading, findings)
        kept = 0
        if findings.new:
            kept = importer.keep(store, findings, Decided()).number
    if arguments.refused and findings.refused:
        write_refused(arguments.refused, reading, findings.refused)
    _tell(importer, findings, kept, as_json=arguments.json)


def _importer(db: "Db", arguments: argparse.Namespace) -> "Importer":
    from desktop.incoming.choosing import importer_of
    from desktop.programmes.actions import programme_named
    from desktop.sessions.actions import session_of_id

    if arguments.key == "people":
        named = arguments.programme
        return importer_of(db, "people", programme=programme_named(db, named) if named else None)
    return importer_of(db, arguments.key, session_of_id(db, arguments.session))


def _refuse_nothing(reading: "Reading", findings: "Findings") -> None:
    if not (findings.new or findings.known or findings.likely):
        first = findings.refused[0].reason if findings.refused else tr("It has no rows.")
        raise UserError(
            tr("Nothing could be read from {name}. {reason}").format(
                name=reading.path.name, reason=first
            )
        )


def _tell(importer: "Importer", findings: "Findings", kept: int, *, as_json: bool) -> None:
    numbers = {
        "kept": kept,
        "known": findings.known,
        "likely": len(findings.likely),
        "refused": len(findings.refused),
    }
    if as_json:
        print(json.dumps(numbers))
    else:
        words = [
            tr("{what} kept").format(what=importer.words(kept)),
            tr("{n} known already").format(n=f"{findings.known:,}"),
            count("{n} row refused", "{n} rows refused", len(findings.refused)),
        ]
        print(", ".join(words))
    for note in findings.notes:
        print(note, file=sys.stderr)
    for one in findings.refused[:_SHOWN]:
        print(tr("Line {n}: {reason}").format(n=one.line, reason=one.reason), file=sys.stderr)
    for likely in findings.likely:
        said = tr("Line {n}: {name} may be {there}, who is on file. Left out.")
        names = {"name": likely.person.name, "there": likely.there.name}
        print(said.format(n=likely.line, **names), file=sys.stderr)
