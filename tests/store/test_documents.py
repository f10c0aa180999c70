from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import Any

from desktop.people.model import Person
from desktop.store.documents import DocumentKind, Overlap, document_hash, rows_of, text_hash
from desktop.store.store import Store
from tests.store.laptops import KINDS, NOON, WORDS, contents, names


@dataclass(frozen=True)
class Page:
    """How many lines a page of a notebook has."""

    book: str
    lines: int


def shorter(bodies: Mapping[str, Any]) -> set[str]:
    """Return all pages of a book but the longest."""
    return set(bodies) - {max(bodies, key=lambda name: len(bodies[name]["lines"]))}


PAGES = DocumentKind(
    "page",
    Page,
    lambda body: [Page(body["book"], len(body["lines"]))],
    Overlap(("book",), shorter, lambda body: [Page(body["book"], 0)]),
)


@contextmanager
def notebook(path: Path, kind: DocumentKind = PAGES) -> Iterator[Store]:
    with closing(Store(path, KINDS, (kind,), author="Morag", now=lambda: NOON)) as store:
        yield store


def lines(store: Store) -> list[tuple[str, int]]:
    return sorted((book, number) for _, book, number in contents(store)["page"])


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


def test_what_another_document_says_is_shown_once_in_whatever_order_they_came(
    tmp_path: Path,
) -> None:
    pages = [{"book": "red", "lines": ["a"] * n} for n in (1, 3, 2)]
    for number, order in enumerate(permutations(pages)):
        with notebook(tmp_path / f"{number}.db") as store:
            store.keep(PAGES, {"book": "blue", "lines": ["a"]})
            for page in order:
                store.keep(PAGES, page)
            assert lines(store) == [("blue", 1), ("red", 0), ("red", 0), ("red", 3)]
            assert store.check() == []
            store.rebuild()
            assert lines(store) == [("blue", 1), ("red", 0), ("red", 0), ("red", 3)]


def test_what_two_laptops_say_both_is_shown_once_after_a_merge(tmp_path: Path) -> None:
    with notebook(tmp_path / "a.db") as here, notebook(tmp_path / "b.db") as there:
        here.keep(PAGES, {"book": "red", "lines": ["a"] * 3})
        here.keep(PAGES, {"book": "blue", "lines": ["a"]})
        there.keep(PAGES, {"book": "red", "lines": ["a"] * 5})
        there.keep(PAGES, {"book": "red", "lines": ["a"] * 4})
        for one, other in ((here, there), (there, here), (here, there)):
            one.merge(other)
            assert lines(one) == [("blue", 1), ("red", 0), ("red", 0), ("red", 5)]
            assert one.check() == []
        assert contents(here) == contents(there)


def test_rows_are_made_again_when_they_mean_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with notebook(path, replace(PAGES, overlap=None)) as store:
        for number in (1, 2):
            store.keep(store.document_kinds["page"], {"book": "red", "lines": ["a"] * number})
        assert lines(store) == [("red", 1), ("red", 2)]
    with notebook(path, replace(PAGES, schema=2)) as store:
        assert lines(store) == [("red", 0), ("red", 2)]
        assert store.check() == []
