"""The head of a session in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from desktop.attendance.actions import check_in, expect
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.pledges.model import Pledge, Show
from desktop.printing.direction import LRM
from desktop.sessions.model import Counting, Session
from desktop.store.store import Store
from desktop.workspace.heading import counters, day_words, facts, state

TODAY = date(2026, 10, 8)
NOW = datetime(2026, 10, 8, 14, 52, tzinfo=UTC)
SESSION = Session(
    title="Good conversations",
    date=TODAY,
    start=time(14, 30),
    end=time(16, 30),
    place="Main hall",
    facilitators=("Siân Prosser", "Huw Morgan"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "t.db", "Siân")
    with store.change("Plan") as change:
        people = change.save_all([Person(given=name) for name in ("Hanna", "Llŷr")])
        lines = expect(change, change.save(SESSION).id, people)
        check_in(change, lines[0], NOW)
        change.save(Pledge(session=SESSION.id, text="Listen", show=Show.NO_NAME, made=TODAY))
    yield store
    store.close()


def test_where_when_and_who() -> None:
    assert facts(SESSION, TODAY) == [
        ("map-pin", "Main hall"),
        ("clock", "Today, 14:30 to 16:30"),
        ("user", "Siân Prosser, Huw Morgan"),
    ]
    assert len(facts(replace(SESSION, place="", facilitators=()), TODAY)) == 1


def test_facilitators_with_names_in_arabic_keep_their_order() -> None:
    led = replace(SESSION, facilitators=("ليلى", "محمد"))
    assert facts(led, TODAY)[-1] == ("user", f"{LRM}ليلى{LRM}, {LRM}محمد{LRM}")


DAYS = {
    TODAY: "Today",
    date(2026, 10, 9): "Tomorrow",
    date(2026, 10, 7): "Yesterday",
    date(2026, 10, 15): "Thursday 15 October",
    date(2025, 10, 8): "Wednesday 8 October 2025",
}


@pytest.mark.parametrize(("day", "words"), DAYS.items(), ids=map(str, DAYS))
def test_a_day_is_said_as_people_say_it(day: date, words: str) -> None:
    assert day_words(day, TODAY) == words


def test_how_it_stands() -> None:
    assert state(SESSION) is None
    assert (state(replace(SESSION, cancelled=True)) or "")[0] == "Cancelled"
    assert (state(replace(SESSION, finished=NOW)) or "")[0] == "Finished"


def test_its_numbers(store: Store) -> None:
    with store.read() as db:
        assert counters(db, SESSION, None) == [
            ("1 of 2", "here"),
            ("1", "pledge"),
            ("0", "feedback"),
        ]
        heads = replace(SESSION, counting=Counting.HEAD_COUNT)
        assert counters(db, heads, None)[0] == ("–", "here")
        assert counters(db, replace(heads, head_count=1_200), None)[0] == ("1,200", "here")
