import csv

from desktop.incoming.refusing import write_refused
from tests.incoming.hall import STAFF, Hall


def test_rows_left_out_come_in_once_they_are_mended(hall: Hall) -> None:
    path = hall.folder / "mend.csv"
    write_refused(path, hall.read(STAFF), hall.look(STAFF).refused)
    text = path.read_text("utf-8-sig")
    assert list(csv.reader(text.splitlines())) == [
        ["Name", "Job title", "Team", "Line", "Why it was left out"],
        ["", "Driver", "Hub", "3", "There is no name in this row."],
    ]
    mended = hall.look(text.replace('"","Driver"', '"Owen","Driver"'))
    assert [person.given for person in mended.what.new] == ["Owen"]


def test_rows_longer_than_the_header_lose_nothing(hall: Hall) -> None:
    text = "Name\n,stray,cells\n"
    path = hall.folder / "mend.csv"
    write_refused(path, hall.read(text), hall.look(text).refused)
    assert '"stray","cells",2' in path.read_text("utf-8-sig")
