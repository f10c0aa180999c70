from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.store.record import Record, kind
from desktop.store.store import Store
from tests.store.laptops import (
    NOON,
    WORDS,
    add,
    check_in,
    contents,
    get,
    laptop,
    names,
    remove,
    rename,
)


@kind("wish")
@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Record):
    """A kind as an old version knew it."""

    text: str = ""


@kind("wish", schema=2)
@dataclass(frozen=True, slots=True, kw_only=True)
class NewWish(Record):
    """The same kind in a newer version: the text has another name, and there is a size."""

    words: str = ""
    size: int = 1

    @classmethod
    def upgrade(cls, body: dict[str, Any], schema: int) -> dict[str, Any]:
        return {"words": body["text"]} if schema < 2 else body


def wish(store: Store, record: Record) -> Record:
    with store.change("Wish") as change:
        return change.save(record)


def test_what_two_laptops_did_apart_comes_together(store: Store, other: Store) -> None:
    add(store, "Anna")
    add(other, "Bhavna")
    other.keep(WORDS, ["calm"])
    heard: list[frozenset[str]] = []
    store.subscribe(heard.append)
    store.merge(other)
    other.merge(store)
    assert names(store) == names(other) == ["Anna", "Bhavna"]
    assert contents(store) == contents(other)
    assert heard == [frozenset({"person", "words"})]


def test_the_second_merge_brings_nothing(store: Store, other: Store) -> None:
    add(other, "Bhavna")
    store.merge(other)
    heard: list[frozenset[str]] = []
    store.subscribe(heard.append)
    before, size = contents(store), store.size()
    store.merge(other)
    assert (contents(store), store.size(), heard) == (before, size, [])


def test_both_laptops_check_the_same_person_in_and_nobody_has_to_look(
    store: Store, other: Store
) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    check_in(store, siân)
    check_in(other, siân, NOON + timedelta(minutes=1))
    store.merge(other)
    (line,) = contents(store)["attendance"]
    assert line[2] is False


def test_two_different_edits_are_kept_and_marked_on_both(store: Store, other: Store) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    rename(store, siân, "Sian")
    rename(other, siân, "Shân")
    store.merge(other)
    other.merge(store)
    assert contents(store) == contents(other)
    shown = get(store, siân)
    assert shown is not None
    assert shown.review
    with store.change("Resolve") as change:
        answer = change.resolve(replace(shown, given="Siân"))
    other.merge(store)
    assert get(other, siân) == answer


def test_an_edit_beside_a_delete_is_shown_to_review_on_both(store: Store, other: Store) -> None:
    siân = add(store, "Siân")
    other.merge(store)
    remove(store, siân)
    edited = rename(other, siân, "Sian")
    store.merge(other)
    other.merge(store)
    assert get(store, siân) == get(other, siân) == replace(edited, review=True)


def test_the_clock_does_not_follow_a_laptop_that_is_days_ahead(tmp_path: Path) -> None:
    with (
        closing(laptop(tmp_path / "a.db")) as store,
        closing(laptop(tmp_path / "b.db", ahead=48)) as wrong,
        closing(laptop(tmp_path / "c.db", ahead=1)) as near,
    ):
        add(wrong, "Anna")
        add(near, "Bhavna")
        store.merge(wrong)
        store.merge(near)
        add(store, "Catrin")
        assert near.clock.wall() < store.clock.last < wrong.clock.wall()
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Delyth")
        assert near.clock.wall() < store.clock.last < wrong.clock.wall()


def test_a_file_that_went_on_as_a_copy_becomes_a_laptop_of_its_own(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as one:
        add(one, "Anna")
    (tmp_path / "b.db").write_bytes((tmp_path / "a.db").read_bytes())
    with closing(laptop(tmp_path / "a.db")) as one, closing(laptop(tmp_path / "b.db")) as two:
        add(one, "Bhavna")
        add(two, "Catrin")
        assert one.device == two.device
        assert "was copied" in one.merge(two).warning()
        assert two.merge(one).copied
        assert len({one.device, two.device}) == 2
        assert contents(one) == contents(two)
        add(one, "Delyth")
        one.undo()
        assert names(one) == ["Anna", "Bhavna", "Catrin"]
        assert one.check() == []
    with closing(laptop(tmp_path / "a.db")) as again:
        assert again.device == one.device


@pytest.fixture
def wishing(tmp_path: Path) -> Callable[[str, type[Record]], Any]:
    return lambda name, cls: closing(laptop(tmp_path / name, kinds=(cls,)))


def test_what_a_newer_version_wrote_is_kept_hidden_and_passed_on(
    wishing: Callable[[str, type[Record]], Any],
) -> None:
    with (
        wishing("new.db", NewWish) as new,
        wishing("old.db", Wish) as old,
        wishing("third.db", NewWish) as third,
    ):
        wish(new, NewWish(words="Rest", size=3))
        old.merge(new)
        assert contents(old)["wish"] == []
        assert old.check() == []
        third.merge(old)
        assert contents(third) == contents(new)
    with wishing("old.db", NewWish) as updated:
        assert contents(updated) == contents(new)


def test_an_older_body_is_read_as_the_present_one_and_never_rewritten(
    wishing: Callable[[str, type[Record]], Any],
) -> None:
    with wishing("a.db", Wish) as store:
        old = wish(store, Wish(text="Rest"))
    with wishing("a.db", NewWish) as store:
        with store.read() as db:
            assert db.find(NewWish) == [NewWish(id=old.id, rev=old.rev, words="Rest")]
            assert [version.body for version in db.history(old.id)] == [{"text": "Rest"}]
        wish(store, NewWish(id=old.id, rev=old.rev, words="Rest"))
        assert store.size() == 1
        assert store.check() == []


def test_a_kind_that_is_not_known_yet_is_kept_and_shown_once_it_is(
    wishing: Callable[[str, type[Record]], Any],
) -> None:
    with wishing("new.db", NewWish) as new, closing(laptop(new.path.with_name("x.db"))) as old:
        wish(new, NewWish(words="Rest"))
        old.merge(new)
        assert old.size() == 1
    with wishing("x.db", NewWish) as updated:
        assert contents(updated) == contents(new)
