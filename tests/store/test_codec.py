import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any

import hypothesis
import hypothesis.strategies as st

from desktop.store.codec import body_of, body_text, canonical, clean, fields_of, record_of
from desktop.store.record import Record, kind

LETTERS = st.characters(exclude_categories=["Cs"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.text(LETTERS),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(LETTERS), inner),
)


class Mood(StrEnum):
    """How somebody feels."""

    CALM = "calm"


@kind("everything")
@dataclass(frozen=True, slots=True, kw_only=True)
class Everything(Record):
    """A record with a field of every type."""

    text: str = ""
    number: int = 0
    share: float = 0.0
    yes: bool = False
    maybe: bool | None = None
    mood: Mood = Mood.CALM
    day: date = date(2026, 3, 2)
    hour: time | None = None
    moment: datetime | None = None
    words: tuple[str, ...] = ()
    counts: dict[str, int] | None = None


RECORDS = st.builds(
    Everything,
    text=st.text(),
    number=st.integers(-(2**62), 2**62),
    share=st.floats(allow_nan=False, allow_infinity=False),
    yes=st.booleans(),
    maybe=st.none() | st.booleans(),
    day=st.dates(),
    hour=st.none() | st.times(),
    moment=st.none() | st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=1))])),
    words=st.lists(st.text()).map(tuple),
    counts=st.none() | st.dictionaries(st.text(), st.integers(0, 9), max_size=3),
)


@hypothesis.given(PLAIN)
def test_the_canonical_text_is_sorted_json_without_spaces(value: Any) -> None:
    expected = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == expected


@hypothesis.given(RECORDS)
def test_a_record_that_was_kept_is_read_back_the_same(record: Everything) -> None:
    text = body_text(record)
    read = record_of(Everything, record.id, text, 1)
    assert body_text(read) == text
    assert record_of(Everything, record.id, body_text(read), 1) == read
    assert text == canonical(clean(body_of(record)))
    kept = {"number", "share", "yes", "maybe", "mood", "day", "hour", "moment"}
    assert all(getattr(read, name) == getattr(record, name) for name in kept)


def test_several_fields_come_in_their_order_and_one_comes_alone() -> None:
    record = Everything(text="Siân", number=7)
    assert tuple(fields_of(["number", "text"])(record)) == (7, "Siân")
    assert tuple(fields_of(["text"])(record)) == ("Siân",)
