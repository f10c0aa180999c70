from dataclasses import replace
from datetime import timedelta

from desktop.attendance.actions import expect
from desktop.home.leaves import Leaves, leaves
from desktop.people.model import Person
from desktop.pledges.model import Outcome, Pledge, Show, Source
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tree.actions import chosen
from desktop.tree.model import Tree
from tests.home.test_figures import TODAY, WEEK, asked, pledged, seen
from tests.sessions.planning import planned, programme


def held(store: Store) -> Session:
    return planned(store, day=TODAY - WEEK, programme=programme(store, "Kindness").id)


def changed(store: Store, pledge: Pledge, **fields: object) -> None:
    with store.change("Edit pledge") as change:
        change.save(replace(pledge, **fields))  # type: ignore[arg-type]


def test_leaves_are_the_pledges_that_may_be_shown(store: Store) -> None:
    session = held(store)
    first = pledged(store, session, "I will listen", Show.FIRST_NAME, session.date)
    second = pledged(store, session, "I will ask", Show.NO_NAME, session.date)
    hidden = pledged(store, session, "I will rest", Show.NOT_ON_TREE, session.date)
    elsewhere = planned(store, day=TODAY)
    pledged(store, elsewhere, "I will wait", Show.NO_NAME, TODAY)
    for pledge in (first, second, hidden):
        asked(store, pledge, Outcome.KEPT, TODAY - timedelta(days=2))
    asked(store, second, Outcome.NOT_YET, TODAY)
    assert leaves(store, session.programme) == Leaves(number=2, kept=1)


def test_a_blossom_goes_and_comes_with_undo_and_stays_after_a_rebuild(store: Store) -> None:
    session = held(store)
    pledge = pledged(store, session, "I will listen", Show.FIRST_NAME, session.date)
    asked(store, pledge, Outcome.NOT_YET, TODAY)
    asked(store, pledge, Outcome.KEPT, TODAY)

    def figures() -> tuple[Leaves, int]:
        since = seen(store).since
        assert since is not None
        return leaves(store, session.programme), since.kept

    assert figures() == (Leaves(1, 1), 1), "the later answer of one day counts"
    store.undo()
    assert figures() == (Leaves(1, 0), 0)
    store.redo()
    store.rebuild()
    assert figures() == (Leaves(1, 1), 1)


def test_they_are_the_very_pledges_that_a_tree_is_for(store: Store) -> None:
    session = held(store)
    with store.change("Expect") as change:
        expect(change, session.id, [change.save(Person(given="Nia", surname="Morgan"))])
    for text, fields in (
        ("I will listen", {}),
        ("Ask nia how she is", {}),
        ("Ask Nia how she is", {}),
        ("Thank Mrs Evans", {}),
        ("Thank Mrs Evans each week", {"checked": True}),
        ("Unread", {"source": Source.KIOSK}),
        ("Read", {"source": Source.KIOSK, "checked": True}),
        ("Rude words", {"refused": True}),
    ):
        changed(store, pledged(store, session, text, Show.NO_NAME, session.date), **fields)
    with store.read() as db:
        shown = chosen(db, Tree(programme=session.programme)).shown
    assert leaves(store, session.programme) == Leaves(number=len(shown), kept=0)
    assert len(shown) == 4
