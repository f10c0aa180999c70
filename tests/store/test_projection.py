import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import hypothesis
import pytest
import sqlalchemy as sa

from desktop.feedback.model import Tally
from desktop.kinds import KINDS
from desktop.people.model import Person
from desktop.store.codec import body_text, digest, record_of
from desktop.store.projection import (
    needs_review,
    read_records,
    row_of,
    shown,
    signature,
    table,
    tally_signature,
    tally_table,
)
from desktop.store.record import Record, kind
from desktop.store.revisions import Revision, new_revision
from desktop.text import KEY_RULES
from tests.store.test_codec import RECORDS, Everything


def head(given: str | None, at: int, schema: int = 1) -> Revision:
    body = None if given is None else f'{{"given":"{given}"}}'
    return new_revision("siân", "person", "c", at, schema, body, ())


def test_the_latest_of_several_live_heads_is_shown_to_review() -> None:
    person = shown(Person, [head("Siân", 1), head("Shân", 3), head(None, 9)])
    assert person is not None
    assert (person.given, person.review) == ("Shân", True)


def test_heads_that_say_the_same_need_no_review() -> None:
    same = [head("Siân", 1), head("Siân", 2)]
    assert not needs_review(Person, same)
    assert not needs_review(Person, [*same, head("Newer", 3, schema=2)])
    assert needs_review(Person, [*same, head(None, 3)])


def test_what_is_deleted_newer_or_odd_is_not_shown() -> None:
    odd = new_revision("siân", "person", "c", 1, 1, '{"given":7}', ())
    assert shown(Person, [head(None, 1), head(None, 2)]) is None
    assert shown(Person, [head("Siân", 1, schema=2)]) is None
    assert shown(Person, [odd]) is None


def described(target: sa.Table, schema: int, quiet: tuple[str, ...], *, keyed: bool = False) -> str:
    """Return the signature of a table as SQLAlchemy makes it."""
    name = f"{target.name}, keys {KEY_RULES}" if keyed else target.name
    shape = [[column.name, str(column.type)] for column in target.columns]
    indexes = sorted(str(index.name) for index in target.indexes)
    return digest(json.dumps([name, schema, shape, indexes, sorted(quiet)]))


@pytest.mark.parametrize("cls", KINDS)
def test_a_kind_is_signed_as_its_table_is_made(cls: type[Record]) -> None:
    assert signature(cls) == described(
        table(cls), cls.KIND.schema, cls.KIND.quiet, keyed=bool(cls.KIND.keys)
    )


def test_a_kind_of_document_is_signed_as_its_table_is_made() -> None:
    assert tally_signature(Tally) == described(tally_table(Tally), 1, ())
    assert tally_signature(Tally, 2) == described(tally_table(Tally), 2, ())


@pytest.mark.parametrize("other", [{"schema": 2}, {"quiet": ("given",)}, {"index": ("team",)}])
def test_a_list_is_made_again_when_its_kind_changes(other: dict[str, Any]) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Guest(Record):
        given: str = ""
        team: str = ""

    before = signature(kind("guest")(Guest))
    assert signature(kind("guest")(Guest)) == before
    assert signature(kind("guest", **other)(Guest)) != before


@hypothesis.given(RECORDS)
def test_the_row_of_a_record_is_read_back_as_the_record(record: Everything) -> None:
    text = body_text(record)
    kept = record_of(Everything, record.id, text, 1, "rev", review=True)
    assert read_records(Everything, [row_of(kept)]) == [kept]


def test_the_keys_of_a_record_stand_at_the_end_of_its_row() -> None:
    row = row_of(Person(given="Siân", surname="Ó Bróin", rev="r"))
    assert row[-2:] == ("o broin sian", "sian o broin")
    assert len(row) == len(table(Person).columns)


def test_threads_that_ask_at_once_are_given_the_same_table() -> None:
    @kind("guest")
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Guest(Record):
        given: str = ""

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: table(Guest), range(200)))
    assert len({id(one) for one in made}) == 1
