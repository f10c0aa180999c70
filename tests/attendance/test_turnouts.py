from desktop.attendance.actions import check_in, expect
from desktop.attendance.turnouts import turnouts
from desktop.people.model import Person
from desktop.sessions.status import Turnout
from desktop.store.store import Store
from tests.home.conftest import NOW
from tests.sessions.planning import planned


def test_a_register_counts_who_is_on_it_and_who_is_here(store: Store) -> None:
    full, empty = planned(store, "Full"), planned(store, "Empty")
    with store.change("Expect") as change:
        people = change.save_all([Person(given="Eirlys"), Person(given="Ewan")])
        here, _ = expect(change, full.id, people)
        check_in(change, here, NOW)
    with store.read() as db:
        found = turnouts(db, [full.id, empty.id])
    assert found == {full.id: Turnout(2, 1), empty.id: Turnout(0, 0)}
