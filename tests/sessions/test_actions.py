from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FieldError, UserError
from desktop.sessions.actions import (
    cancel,
    checked,
    days_taken,
    delete_session,
    duplicate,
    finish,
    known_facilitators,
    known_values,
    latest_session,
    next_week,
    plan_series,
    session_of_id,
    sessions,
    set_counting,
    set_head_count,
    weekly,
)
from desktop.sessions.model import Counting, Session
from desktop.store.store import Store
from tests.naughty import NAUGHTY
from tests.sessions.planning import THURSDAY, on_file, planned, programme

WEEK = timedelta(weeks=1)
TOO_LONG = {"long word", "long text", "combining"}


def titles(found: list[Session]) -> list[str]:
    return [session.title for session in found]


def test_a_title_and_a_date_are_enough(store: Store) -> None:
    made = planned(store, "  Carers’\tcoffee morning ")
    assert made.title == "Carers’ coffee morning"
    assert on_file(store) == [made]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", " \t ", "Give the session a title."),
        ("title", "x" * 201, "The title has 201 characters."),
        ("place", "x" * 201, "The place has 201 characters."),
        ("team", "x" * 201, "The team has 201 characters."),
        ("facilitators", ("x" * 101,), "A facilitator’s name has 101 characters."),
        ("outcomes", ("x" * 301,), "An outcome has 301 characters."),
        ("notes", "x" * 10_001, "The notes has 10,001 characters."),
        ("date", date(1999, 12, 31), "Choose a date between 2000 and 2099."),
        ("date", date(2100, 1, 1), "Choose a date between 2000 and 2099."),
        ("end", time(10, 0), "The session ends before it starts."),
        ("capacity", -1, "Type a number of people from 0 to 100,000."),
        ("head_count", 100_001, "Type a number of people from 0 to 100,000."),
    ],
)
def test_what_is_wrong_names_its_field(field: str, value: object, sentence: str) -> None:
    session = replace(Session(title="Talk", date=THURSDAY), **{field: value})  # type: ignore[arg-type]
    with pytest.raises(FieldError) as wrong:
        checked(session)
    assert wrong.value.field == field
    assert str(wrong.value).startswith(sentence)


@pytest.mark.parametrize("what", sorted(NAUGHTY.keys() - TOO_LONG - {"nothing", "spaces"}))
def test_any_text_is_kept_as_it_is_shown(store: Store, what: str) -> None:
    text = NAUGHTY[what]
    made = planned(store, text, place=text, team=text, facilitators=(text[:100],), notes=text)
    assert on_file(store) == [made]


@pytest.mark.parametrize("what", sorted(TOO_LONG))
def test_too_long_a_title_loses_nothing_and_keeps_nothing(store: Store, what: str) -> None:
    with pytest.raises(FieldError, match="Shorten it to 200 or fewer"):
        planned(store, NAUGHTY[what])
    assert on_file(store) == []


def test_a_copy_has_nothing_of_what_happened(store: Store) -> None:
    held = planned(
        store, head_count=12, counting=Counting.HEAD_COUNT, cancelled=True, series="s",
        finished=datetime(2026, 10, 8, 16, 30),
    )  # fmt: skip
    copy = duplicate(held, THURSDAY + WEEK)
    assert copy.id != held.id
    assert copy == Session(
        id=copy.id, title="Talk", date=THURSDAY + WEEK, counting=Counting.HEAD_COUNT
    )


@pytest.mark.parametrize(
    ("held", "proposed"),
    [
        (date(2026, 10, 8), date(2026, 10, 15)),
        (date(2026, 10, 12), date(2026, 10, 19)),
        (date(2026, 10, 1), date(2026, 10, 8)),
        (date(2026, 9, 30), date(2026, 10, 14)),
        (date(2020, 2, 29), date(2026, 10, 10)),
    ],
)
def test_a_copy_is_proposed_for_the_same_weekday(held: date, proposed: date) -> None:
    assert next_week(Session(date=held), THURSDAY) == proposed


def test_a_series_is_one_step_to_undo(store: Store) -> None:
    first = Session(title="Talk", date=THURSDAY, place="Tŷ Gwyn")
    days = weekly(THURSDAY, date(2026, 11, 5), 2)
    with store.change("Plan a series") as change:
        kept = plan_series(change, first, days)
    assert [session.date for session in kept] == [THURSDAY, THURSDAY + 2 * WEEK, date(2026, 11, 5)]
    assert kept[0].series
    assert {session.series for session in kept} == {kept[0].series}
    assert {session.place for session in kept} == {"Tŷ Gwyn"}
    assert on_file(store) == kept
    store.undo()
    assert on_file(store) == []


def test_a_series_ends_somewhere(store: Store) -> None:
    first = Session(title="Talk", date=THURSDAY)
    with pytest.raises(FieldError, match="100 sessions"), store.change("Plan a series") as change:
        plan_series(change, first, weekly(THURSDAY, THURSDAY + 100 * WEEK, 1))
    assert on_file(store) == []


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(0, 2_000),
    st.integers(1, 52),
)
def test_weeks_apart_up_to_and_with_the_last(first: date, length: int, weeks: int) -> None:
    last = first + timedelta(days=length)
    days = weekly(first, last, weeks)
    assert all((day - first).days % (7 * weeks) == 0 and first < day <= last for day in days)
    assert len(days) == length // (7 * weeks)


def test_a_last_date_before_the_first_gives_no_days() -> None:
    assert weekly(THURSDAY, THURSDAY - WEEK, 1) == []


def test_cancelling_and_taking_place_after_all(store: Store) -> None:
    made = planned(store)
    with store.change("Cancel session") as change:
        made = cancel(change, made)
    assert on_file(store)[0].cancelled
    with store.change("Take place after all") as change:
        cancel(change, made, False)
    assert not on_file(store)[0].cancelled


def test_a_deleted_session_comes_back_with_undo(store: Store) -> None:
    made = planned(store)
    with store.change("Delete session") as change:
        delete_session(change, made)
    assert on_file(store) == []
    store.undo()
    assert titles(on_file(store)) == ["Talk"]


def test_a_session_is_finished_and_counted(store: Store) -> None:
    made = planned(store)
    when = datetime.fromisoformat("2026-10-08T16:40:00+01:00")
    with store.change("Finish session") as change:
        made = finish(change, made, when)
        made = set_counting(change, made, Counting.HEAD_COUNT)
        set_head_count(change, made, 23)
    (found,) = on_file(store)
    assert (found.finished, found.counting, found.head_count) == (when, Counting.HEAD_COUNT, 23)
    with pytest.raises(FieldError), store.change("Count") as change:
        set_head_count(change, found, -1)


def test_sessions_are_found_by_every_word_in_order_of_time(store: Store) -> None:
    mine = programme(store, "Kindness")
    planned(store, "Evening", start=time(18, 0), end=time(20, 0))
    planned(store, "Morning", place="Penlan Library", programme=mine.id)
    planned(store, "Café", THURSDAY + WEEK, place="Tŷ Gwyn care home")
    with store.read() as db:
        assert titles(sessions(db)) == ["Morning", "Evening", "Café"]
        assert titles(sessions(db, search="gwyn cafe")) == ["Café"]
        assert titles(sessions(db, search="gwyn 50%")) == []
        assert titles(sessions(db, programme=mine.id)) == ["Morning"]
        assert titles(sessions(db, last=THURSDAY)) == ["Morning", "Evening"]
        assert titles(sessions(db, first=THURSDAY + WEEK)) == ["Café"]
        assert titles(sessions(db, limit=1)) == ["Morning"]


def test_the_last_session_that_took_place(store: Store) -> None:
    planned(store, "Long ago", THURSDAY - 2 * WEEK)
    planned(store, "Cancelled", THURSDAY - WEEK, cancelled=True)
    planned(store, "Today")
    with store.read() as db:
        last = latest_session(db, THURSDAY)
        assert last is not None
        assert last.title == "Long ago"
        assert latest_session(db, date(2020, 1, 1)) is None


def test_days_that_have_a_session_already(store: Store) -> None:
    planned(store)
    planned(store, day=THURSDAY + WEEK, cancelled=True)
    with store.read() as db:
        assert days_taken(db, [THURSDAY, THURSDAY + WEEK, THURSDAY + 2 * WEEK]) == [THURSDAY]
        assert days_taken(db, []) == []


def test_what_was_typed_before_is_offered_latest_first(store: Store) -> None:
    planned(store, place="Old hall", day=THURSDAY - WEEK, facilitators=("Nia", "Huw"))
    planned(store, place="Penlan Library", facilitators=("Siân", "Nia"))
    planned(store, place="Old hall", day=THURSDAY - 2 * WEEK)
    with store.read() as db:
        assert known_values(db, "place") == ["Penlan Library", "Old hall"]
        assert known_values(db, "team") == []
        assert known_facilitators(db) == ["Siân", "Nia", "Huw"]


def test_a_command_names_a_session_by_its_id(store: Store) -> None:
    made = planned(store)
    with store.read() as db:
        assert session_of_id(db, made.id) == made
        with pytest.raises(UserError, match="There is no session nobody"):
            session_of_id(db, "nobody")
