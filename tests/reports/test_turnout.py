from desktop.attendance.actions import walk_in
from desktop.attendance.model import Presence
from desktop.reports.rows import GroupFigures, Turnout
from desktop.reports.turnout import turnout
from desktop.sessions.model import Counting, Session
from tests.reports.hall import DAY, NOON, Hall, days_later


def who_came(hall: Hall, *sessions: Session) -> Turnout:
    with hall.store.read() as db:
        return turnout(db, [session.id for session in sessions])


def test_everybody_on_the_register_is_counted_where_they_are(hall: Hall) -> None:
    session = hall.session()
    hall.came(session, "Nurse", "Nurse", "Porter")
    hall.walked_in(session, "Porter")
    hall.expected(session, Presence.APOLOGIES, Presence.ABSENT, Presence.EXPECTED)
    found = who_came(hall, session)
    assert (found.came, found.by_name, found.head_count) == (4, 4, 0)
    assert (found.on_register, found.walk_ins, found.not_coming) == (6, 1, 1)
    assert found.by_role == (GroupFigures("Nurse", 2), GroupFigures("Porter", 2))


def test_roles_are_shown_plainly_the_largest_first(hall: Hall) -> None:
    session = hall.session()
    hall.came(session, "nurse", "Nurse", "Nurse", "Social worker", "", organisation="Fife")
    hall.came(session, "Porter")
    found = who_came(hall, session)
    assert [(group.name, group.number) for group in found.by_role] == [
        ("Nurse", 3),
        ("Porter", 1),
        ("Role not given", 1),
        ("Social worker", 1),
    ]
    assert found.by_organisation == (GroupFigures("Fife", 5), GroupFigures("Glasgow", 1))


def test_head_counts_and_names_add_up(hall: Hall) -> None:
    by_name, by_head = hall.session(), hall.head_count(30)
    hall.came(by_name, "Nurse", "Nurse")
    found = who_came(hall, by_name, by_head)
    assert (found.came, found.by_name, found.head_count) == (32, 2, 30)
    assert [(group.name, group.number) for group in found.by_role] == [
        ("Nurse", 2),
        ("Counted without names", 30),
    ]
    alone = who_came(hall, by_head)
    assert (alone.came, alone.by_role) == (30, ())


def test_a_register_does_not_count_beside_a_head_count(hall: Hall) -> None:
    session = hall.head_count(30)
    hall.came(session, "Nurse")
    assert who_came(hall, session).came == 30
    uncounted = hall.session(counting=Counting.HEAD_COUNT)
    hall.came(uncounted, "Nurse")
    assert who_came(hall, uncounted).came == 1


def test_somebody_who_comes_twice_is_one_person(hall: Hall) -> None:
    first, second = hall.session(DAY), hall.session(days_later(7))
    people = hall.came(first, "Nurse", "Porter")
    with hall.store.change("Check in again") as change:
        walk_in(change, second.id, people[0], NOON)
    found = who_came(hall, first, second)
    assert (found.came, found.people) == (3, 2)


def test_nobody_came_to_no_session(hall: Hall) -> None:
    assert who_came(hall) == Turnout(0, 0, 0, 0, 0, 0, (), ())
