"""Sessions without a window."""

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.sessions.model import Session


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that lists sessions."""
    command = commands.add_parser("sessions", help="list the sessions")
    command.add_argument("--json", action="store_true", help="print JSON, one list")
    command.set_defaults(run=_list)


def _list(arguments: argparse.Namespace) -> None:
    from desktop.kinds import existing_store
    from desktop.programmes.actions import programmes
    from desktop.sessions.actions import sessions

    with existing_store(arguments.data) as store, store.read() as db:
        names = {programme.id: programme.name for programme in programmes(db)}
        rows = [_row(session, names) for session in sessions(db)]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        state = f" ({row['state']})" if row["state"] else ""
        what = ", ".join(part for part in (row["title"], row["place"]) if part)
        print(f"{row['date']}  {row['start']}  {row['id']}  {what}{state}")


def _row(session: "Session", programmes: dict[str, str]) -> dict[str, str]:
    state = "cancelled" if session.cancelled else "finished" if session.finished else ""
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "start": f"{session.start:%H:%M}",
        "end": f"{session.end:%H:%M}",
        "title": session.title,
        "place": session.place,
        "team": session.team,
        "programme": programmes.get(session.programme, ""),
        "state": state,
    }
