from datetime import date

from desktop.attendance.actions import register
from desktop.incoming.importers import Decided, PeopleImporter, show_words
from desktop.pledges.model import Show
from tests.incoming.hall import STAFF, Hall


def test_what_is_found_is_counted_and_shown_before_it_is_kept(hall: Hall) -> None:
    found = hall.look(STAFF)
    assert (found.new, found.known, len(found.refused)) == (2, 0, 1)
    assert found.shown[0].cells[:2] == ("Hanna Kowalczyk", "Carer")
    assert hall.people() == []


def test_one_import_is_one_change_to_undo(hall: Hall) -> None:
    kept = PeopleImporter().keep(hall.store, hall.look(STAFF), Decided())
    assert (kept.number, hall.people()) == (2, ["Hanna Kowalczyk", "Marged Puw"])
    assert hall.store.steps().undo[-1].label == "Bring in people"
    hall.store.undo(kept.change)
    assert hall.people() == []


def test_nothing_new_is_nothing_to_undo(hall: Hall) -> None:
    importer = PeopleImporter()
    importer.keep(hall.store, hall.look(STAFF), Decided())
    assert importer.keep(hall.store, hall.look(STAFF), Decided()) == (0, "")


def test_a_register_shows_what_it_says_of_each(hall: Hall) -> None:
    importer = hall.importers()["register"]
    found = hall.look("Name,Attended\nA Bee,yes\nC Dee,\n", "register")
    assert [one.cells[:2] for one in found.shown] == [("A Bee", "here"), ("C Dee", "not arrived")]
    assert importer.keep(hall.store, found, Decided()).number == 2
    with hall.store.read() as db:
        assert len(register(db, hall.session.id)) == 2


def test_pledges_say_how_a_date_is_read_and_how_many_stay_off_the_tree(hall: Hall) -> None:
    text = "Pledge,Show,Date\nSmile,yes,06/07/2026\nListen,perhaps,2026-07-07\n"
    found = hall.look(text, "pledges")
    assert found.notes == (
        "1 is not on the tree: its row gives no clear leave to show it.",
        "“perhaps” is not understood: write with first name, without name or not on the tree.",
        "The date 06/07/2026 is read as 6 July 2026.",
    )
    assert [pledge.made for pledge in found.what.new.values()] == [
        date(2026, 7, 6),
        date(2026, 7, 7),
    ]


def test_feedback_has_no_undo_and_says_so(hall: Hall) -> None:
    found = hall.look("rating\nvery good\ngood\n", "feedback")
    assert found.new == 2
    assert found.shown == ()
    assert "cannot be taken back" in found.notes[0]
    importer = hall.importers()["feedback"]
    assert importer.keep(hall.store, found, Decided()) == (2, "")


def test_feedback_that_is_there_already_says_what_to_do_with_another_groups(hall: Hall) -> None:
    listed = "rating\nvery good\ngood\n"
    importer = hall.importers()["feedback"]
    importer.keep(hall.store, hall.look(listed, "feedback"), Decided())
    found = hall.look("rating\ngood\nvery good\n", "feedback")
    assert (found.new, found.known) == (0, 2)
    (note,) = found.notes
    assert "another group" in note
    assert "a session of its own" in note
    assert hall.look("rating\nfair\n", "feedback").notes != (note,)


def test_an_organisation_fills_the_gap_only(hall: Hall) -> None:
    with hall.store.read() as db:
        reading = hall.read("Name,Employer\nA Bee,\nC Dee,Own Care\n")
        found = PeopleImporter("Glasgow").look_up(db, reading)
    assert [person.organisation for person in found.what.new] == ["Glasgow", "Own Care"]


def test_words_count_what_there_is(hall: Hall) -> None:
    said = {key: importer.words(2) for key, importer in hall.importers().items()}
    assert said == {
        "people": "2 people",
        "register": "2 people",
        "pledges": "2 pledges",
        "feedback": "2 forms",
    }
    assert all(map(show_words, Show))
