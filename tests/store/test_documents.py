from contextlib import suppress

from desktop.people.model import Person
from desktop.store.documents import document_hash, rows_of, text_hash
from desktop.store.store import Store
from tests.store.laptops import WORDS, contents, names


def test_a_closed_document_is_kept_once_and_shown(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.subscribe(heard.append)
    name = store.keep(WORDS, ["kind", "kind", "calm"])
    assert name is not None
    assert store.keep(WORDS, ["kind", "kind", "calm"]) is None
    assert contents(store)["count"] == [(name, "calm", 1), (name, "kind", 2)]
    assert heard == [frozenset({"words"})]
    with store.read() as db:
        assert db.documents("words") == {name: ["kind", "kind", "calm"]}
    assert store.steps().undo == ()


def test_a_document_kept_in_a_change_is_told_and_leaves_no_trace_of_it(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.subscribe(heard.append)
    before = contents(store)
    with store.change("Bring in words") as change:
        name = change.keep(WORDS, ["calm"])
        assert change.keep(WORDS, ["calm"]) is None
    assert heard == [frozenset({"words"})]
    with store.read() as db:
        assert db.documents("words") == {name: ["calm"]}
    assert store.steps().undo == ()
    after = contents(store)
    assert {table for table in after if after[table] != before[table]} == {"count"}


def test_a_document_of_a_change_that_fails_was_never_there(store: Store) -> None:
    before = contents(store)
    with suppress(KeyError), store.change("Bring in words") as change:
        change.keep(WORDS, ["calm"])
        raise KeyError
    assert contents(store) == before


def test_undo_leaves_a_document_of_the_same_change(store: Store) -> None:
    with store.change("Bring in words") as change:
        change.keep(WORDS, ["calm"])
        change.save(Person(given="Siân"))
    store.undo()
    assert names(store) == []
    assert len(contents(store)["count"]) == 1
    assert store.check() == []


def test_a_document_is_named_by_what_it_says_and_not_by_the_order_of_its_keys() -> None:
    name = document_hash("box", {"a": 1, "b": [2]})
    assert name == document_hash("box", {"b": [2], "a": 1})
    assert name == text_hash("box", '{"a":1,"b":[2]}')
    assert name != document_hash("other", {"a": 1, "b": [2]})


def test_a_documents_rows_are_computed_from_its_body_alone() -> None:
    assert rows_of(WORDS, "x", '["calm"]') == [{"document": "x", "word": "calm", "number": 1}]


def test_two_laptops_that_close_the_same_document_have_it_once(store: Store, other: Store) -> None:
    assert store.keep(WORDS, ["calm"]) == other.keep(WORDS, ["calm"])
    store.merge(other)
    assert len(contents(store)["count"]) == 1
