from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from desktop.attendance.actions import check_in, expect, set_presence
from desktop.attendance.model import Presence
from desktop.feedback.box import open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
from desktop.home.figures import (
    Overview,
    left_open,
    next_session,
    overview,
)
from desktop.people.model import Person
from desktop.pledges.actions import follow_up, make_pledge, refuse
from desktop.pledges.model import Outcome, Pledge, Show, Source
from desktop.sessions.model import Session
from desktop.sessions.status import Turnout
from desktop.store.store import Store
from tests.home.conftest import NOW
from tests.sessions.planning import planned, programme

TODAY = NOW.date()
WEEK = timedelta(weeks=1)


def seen(store: Store, now: datetime = NOW) -> Overview:
    with store.glance() as db:
        return overview(db, now)


def pledged(store: Store, session: Session, text: str, show: Show, day: date) -> Pledge:
    with store.change("Make pledge") as change:
        person = change.save(Person(given="Eirlys", surname="Vaughan"))
        made = Pledge(session=session.id, text=text, show=show, person=person.id, made=day)
        return make_pledge(change, made)


def asked(store: Store, pledge: Pledge, outcome: Outcome, day: date) -> None:
    with store.change("Follow up") as change:
        follow_up(change, pledge, day, outcome, "")


def expected(store: Store, session: Session, large_print: int, others: int) -> None:
    people = [
        Person(given=f"P{n}", large_print=n < large_print) for n in range(large_print + others)
    ]
    with store.change("Expect") as change:
        expect(change, session.id, change.save_all(people))


def test_before_anything_is_planned_home_is_empty(store: Store) -> None:
    found = seen(store)
    assert not found.any_session
    assert (found.next, found.coming, found.since) == (None, (), None)
    assert not found.has_leaf


def test_the_next_session_and_what_comes_after(store: Store) -> None:
    titles = ("Today", "Soon", "Later", "Much later", "Last")
    for at, title in enumerate(titles):
        planned(store, title, TODAY + at * WEEK, start=time(14, 30), end=time(16, 30))
    planned(store, "Off", TODAY + timedelta(days=1), cancelled=True)
    found = seen(store)
    assert found.next is not None
    assert found.next.session.title == "Today"
    assert [one.session.title for one in found.coming] == ["Soon", "Later", "Much later"]


def test_only_cancelled_sessions_leave_nothing_to_open(store: Store) -> None:
    planned(store, day=TODAY, cancelled=True)
    found = seen(store)
    assert (found.any_session, found.next) == (True, None)


@pytest.mark.parametrize(
    ("clock", "title"),
    [("08:00", "Morning"), ("11:59", "Morning"), ("12:00", "Evening"), ("23:00", "Evening")],
)
def test_todays_session_is_the_one_on_or_to_come(clock: str, title: str) -> None:
    day = [
        Session(title="Morning", date=TODAY),
        Session(title="Evening", date=TODAY, start=time(18), end=time(20)),
        Session(title="Tomorrow", date=TODAY + timedelta(days=1)),
    ]
    now = datetime.fromisoformat(f"2026-10-08T{clock}:00+01:00")
    found = next_session(day, now)
    assert found is not None
    assert found.title == title


def test_a_finished_session_gives_way_to_the_next() -> None:
    done = Session(title="Morning", date=TODAY, finished=NOW)
    later = Session(title="Next week", date=TODAY + WEEK)
    assert next_session([done, later], NOW) is later
    assert next_session([done], NOW) is None


def test_the_register_and_its_large_print_are_counted(store: Store) -> None:
    today, later = planned(store, day=TODAY), planned(store, day=TODAY + WEEK)
    expected(store, today, large_print=3, others=5)
    expected(store, later, large_print=0, others=14)
    with store.change("Register") as change:
        lines = expect(change, today.id, change.find(Person))[:8]
        large = [line for line in lines if change.need(Person, line.person).large_print]
        set_presence(change, large[0], Presence.APOLOGIES)
        check_in(change, large[1], NOW)
    found = seen(store)
    assert found.next is not None
    assert found.next.turnout.here == 1
    assert found.large_print == 2, "who is not coming needs no paper"
    assert found.coming[0].turnout == Turnout(14, 0)


def test_what_is_refused_or_unread_is_no_leaf_and_is_not_told(store: Store) -> None:
    session = planned(store, day=TODAY - WEEK, programme=programme(store, "Kindness").id)
    pledge = pledged(store, session, "Rude words", Show.NO_NAME, TODAY - WEEK)
    kiosk = pledged(store, session, "Unread", Show.NO_NAME, TODAY - WEEK)
    with store.change("Edit pledges") as change:
        refuse(change, pledge)
        change.save(replace(kiosk, source=Source.KIOSK))
    assert not seen(store).has_leaf
    since = seen(store).since
    assert since is not None
    assert since.told is None


def test_since_last_time_tells_the_last_kept_pledge_that_may_be_shown(store: Store) -> None:
    old = planned(store, day=TODAY - 3 * WEEK)
    last = planned(store, day=TODAY - WEEK)
    early = pledged(store, old, "I will ask Mam", Show.FIRST_NAME, old.date)
    hidden = pledged(store, old, "I will rest", Show.NOT_ON_TREE, old.date)
    pledged(store, last, "I will listen", Show.NO_NAME, last.date)
    asked(store, early, Outcome.KEPT, TODAY - timedelta(days=3))
    asked(store, hidden, Outcome.KEPT, TODAY - timedelta(days=1))
    since = seen(store).since
    assert since is not None
    assert (since.day, since.made, since.kept) == (last.date, 1, 2)
    assert since.told is not None
    assert (since.told.pledge.text, since.told.shown_name) == ("I will ask Mam", "Eirlys")
    assert since.told_on == TODAY - timedelta(days=3)


def test_without_a_kept_one_the_latest_pledge_is_told(store: Store) -> None:
    last = planned(store, day=TODAY - WEEK)
    pledged(store, last, "I will listen", Show.NO_NAME, last.date)
    pledged(store, last, "Private", Show.NOT_ON_TREE, last.date)
    since = seen(store).since
    assert since is not None
    assert (since.made, since.kept) == (2, 0)
    assert since.told is not None
    assert (since.told.pledge.text, since.told.outcome) == ("I will listen", None)


def test_feedback_left_open_before_today_is_found(store: Store) -> None:
    yesterday = planned(store, "Yesterday", TODAY - timedelta(days=1))
    before = planned(store, "Before", TODAY - WEEK)
    today = planned(store, "Today", TODAY)
    planned(store, "Closed", TODAY - WEEK)
    for session in (before, today, yesterday):
        open_box(store.path, session.id, default_form()).add(Answers(given={"rating": ("good",)}))
    with store.glance() as db:
        found = left_open(db, store.path, TODAY)
    assert [session.title for session in found] == ["Yesterday", "Before"]


def test_pledges_of_a_deleted_session_are_hidden(store: Store) -> None:
    last = planned(store, day=TODAY - WEEK)
    gone = planned(store, day=TODAY - WEEK)
    pledged(store, gone, "I will listen", Show.NO_NAME, last.date)
    with store.change("Delete session") as change:
        change.delete(gone)
    since = seen(store).since
    assert since is not None
    assert (since.made, since.told) == (0, None)
    assert replace(since, day=TODAY).kept == 0
