"""Five hundred bad texts in every list that is brought in."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.kinds import open_store
from desktop.people.importing import keep, look_up
from desktop.people.pasting import read_pasted
from desktop.programmes.actions import default_programme, save_programme
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tables.writing import Table, write_csv, write_xlsx
from tests.facilitator import NOW
from tests.naughty import FIVE_HUNDRED
from tests.people.bringing_in import people_in

DAY = date(2026, 10, 8)
TIMES = {"date": DAY, "start": time(10), "end": time(12)}
HEADINGS = ("First name", "Surname", "Job role", "Team", "Organisation", "E-mail", "Staff number")


def write_list(path: Path) -> None:
    """Write a list in which each text stands in every column, and a row as it should be."""
    rows = [[text] * len(HEADINGS) for text in FIVE_HUNDRED]
    rows += [[text, "Jones", "", "", "", "", ""] for text in FIVE_HUNDRED]
    rows += [["Hanna", text, text, "", "", "", ""] for text in FIVE_HUNDRED]
    rows.append(["Aled", "Aaron", "Nurse", "North", "Gofal", "aled@example.org", "0417"])
    table = Table("People", HEADINGS, rows, len(rows))
    if path.suffix == ".xlsx":
        write_xlsx(path, [table])
    else:
        write_csv(path, table)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_list_of_people_brings_in_what_may_be_kept_and_names_the_rest(
    store: Store, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"staff.{ending}"
    write_list(path)
    sheet, columns = people_in(path)
    with store.read() as db:
        found = look_up(db, columns.records(sheet.rows()))
    assert all(one.reason.endswith(".") for one in found.refused)
    with store.change("Import people") as change:
        kept = keep(change, found, apart={one.line for one in found.likely})
    assert {"Aled", "O’Neil", "=cmd()", "van der Berg", "Ó Súilleabháin"} <= {p.given for p in kept}
    assert "a" * 200 in {person.given for person in kept}
    assert store.check() == []
    with store.read() as db:
        again = look_up(db, columns.records(sheet.rows()))
    assert again.new == ()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "hall.db", "Siân", lambda: NOW)) as store:
        yield store


LISTS = {
    "register": ("First name", "Surname", "Role", "Team"),
    "pledges": ("Pledge", "Name", "Theme"),
    "feedback": ("rating", "Anything else you would like to tell us?"),
}


@pytest.mark.parametrize("kind", LISTS)
def test_another_list_brings_in_what_may_be_kept_and_counts_the_rest(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    with store.change("Plan") as change:
        programme = save_programme(change, default_programme("Kindness"))
        planned = Session(programme=programme.id, title="Talk", **TIMES)  # type: ignore[arg-type]
        session = save_session(change, planned)
    path = tmp_path / f"{kind}.csv"
    headings = LISTS[kind]
    rows = [["very good" if h == "rating" else text for h in headings] for text in FIVE_HUNDRED]
    write_csv(path, Table(kind, headings, rows, len(rows)))
    command = ["--data", str(store.path), "import", kind, str(path), "--session", session.id]
    assert main([*command, "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)
    assert counted["kept"] > 200
    assert sum(counted.values()) >= len(FIVE_HUNDRED) - 1  # the empty text is no row
    assert store.check() == []
    assert main([*command, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kept"] == 0


def test_a_pasted_list_of_names_is_read_line_by_line(store: Store) -> None:
    pasted = read_pasted("\n".join(FIVE_HUNDRED))
    with store.change("Paste a list") as change:
        change.save_all(pasted.people)
    assert store.check() == []
    for text in FIVE_HUNDRED:
        read_pasted(text)
        read_pasted(f"Name\tTeam\n{text}\t{text}")
