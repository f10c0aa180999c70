from desktop.incoming.reading import open_sheets, read_as
from desktop.incoming.remembering import MOST, remember, remembered
from desktop.preferences import Preferences
from tests.incoming.hall import Hall

ODD = "Who,Job\nHanna,Carer\n"


def test_a_correction_is_remembered_for_the_next_file_of_that_header(hall: Hall) -> None:
    hall.desk.prefer(remember(hall.desk.preferences, hall.read(ODD).choose("name", 0)))
    kind = hall.importers()["people"].table()
    known = remembered(hall.desk.preferences)
    again = read_as(open_sheets(hall.file("Who,Job\nMarged,Cook\n")), kind, known)
    assert again.lacks() == ""
    other = read_as(open_sheets(hall.file("Colleague,Job\nMarged,Cook\n")), kind, known)
    assert other.lacks()


def test_what_was_spoilt_by_hand_is_passed_over() -> None:
    spoilt = {"a": {"name": "x", "team": 2}, "b": 3}
    preferences = Preferences(columns=spoilt)  # type: ignore[arg-type]  # as a file may have it
    assert remembered(preferences) == {"a": {"team": 2}}


def test_only_the_latest_are_kept(hall: Hall) -> None:
    many = Preferences(columns={str(number): {} for number in range(MOST + 10)})
    kept = remember(many, hall.read(ODD)).columns
    assert len(kept) == MOST
    assert list(kept)[-1] == hall.read(ODD).columns.fingerprint
