from desktop.store.documents import document_hash, rows_of, text_hash
from desktop.store.store import Store
from tests.store.laptops import WORDS, contents


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
