"""Bringing in people from a list without a window."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.language import count, tr

if TYPE_CHECKING:
    from desktop.people.importing import Found
    from desktop.tables.columns import Columns
    from desktop.tables.rows import Refused
    from desktop.tables.values import Value

EXAMPLES = """\
examples:
  python3 -m desktop import people staff.xlsx
  python3 -m desktop import people staff.csv --refused to-mend.csv
"""
_SHOWN = 10
"""So many refused rows are told one by one."""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that brings in lists."""
    command = commands.add_parser(
        "import",
        help="bring in a list",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = command.add_subparsers(title="lists", metavar="people", required=True)
    people = kinds.add_parser(
        "people",
        help="people from a CSV or Excel file",
        description="Bring in people. One import is one step that undo takes back.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    people.add_argument("file", type=Path, metavar="FILE", help="a .csv or .xlsx file")
    people.add_argument(
        "--refused", type=Path, metavar="FILE", help="write the refused rows into a CSV file"
    )
    people.add_argument("--json", action="store_true", help="print the counts as JSON")
    people.set_defaults(run=_import)


def _import(arguments: argparse.Namespace) -> None:
    from desktop.kinds import existing_store
    from desktop.paths import default_data_file
    from desktop.people.importing import keep, look_up
    from desktop.people.listing import people_in
    from desktop.store.locking import only_window

    sheet, columns = people_in(arguments.file)
    data_file = arguments.data or default_data_file()
    with existing_store(arguments.data) as store, only_window(data_file):
        with store.read() as db:
            found = look_up(db, columns.records(sheet.rows()))
        _refuse_nothing(arguments.file, found)
        kept = 0
        if found.new:
            with store.change(tr("Import people")) as change:
                kept = len(keep(change, found))
    if arguments.refused and found.refused:
        _write_refused(arguments.refused, columns, found.refused)
    _tell(found, kept, as_json=arguments.json)


def _refuse_nothing(path: Path, found: "Found") -> None:
    if not (found.new or found.known or found.likely):
        first = found.refused[0].reason if found.refused else tr("It has no rows.")
        raise UserError(
            tr("Nobody could be read from {name}. {reason}").format(name=path.name, reason=first)
        )


def _write_refused(path: Path, columns: "Columns", refused: tuple["Refused", ...]) -> None:
    from desktop.tables.writing import Table, write_csv

    headings = [tr("Line"), tr("Why it was left out"), *columns.headings]
    rows: list[list[Value]] = [[one.line, one.reason, *one.cells] for one in refused]
    write_csv(path, Table(tr("Refused rows"), headings, rows, len(rows)))


def _tell(found: "Found", kept: int, *, as_json: bool) -> None:
    numbers = {
        "kept": kept,
        "known": found.known,
        "likely": len(found.likely),
        "refused": len(found.refused),
    }
    if as_json:
        print(json.dumps(numbers))
    else:
        words = [
            count("{n} person kept", "{n} people kept", kept),
            tr("{n} known already").format(n=f"{found.known:,}"),
            count("{n} row refused", "{n} rows refused", len(found.refused)),
        ]
        print(", ".join(words))
    for one in found.refused[:_SHOWN]:
        print(tr("Line {n}: {reason}").format(n=one.line, reason=one.reason), file=sys.stderr)
    for likely in found.likely:
        said = tr("Line {n}: {name} may be {there}, who is on file. Left out.")
        names = {"name": likely.person.name, "there": likely.there.name}
        print(said.format(n=likely.line, **names), file=sys.stderr)
