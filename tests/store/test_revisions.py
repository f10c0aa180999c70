from desktop.store.revisions import follow, heads_of, new_revision, revision_hash
from desktop.store.store import Store
from tests.store.laptops import add, followed_by_nobody, heads, remove, rename


def test_the_name_of_a_revision_is_the_hash_of_all_it_holds() -> None:
    made = new_revision("e", "k", "c", 7, 1, '{"a":1}', ("q", "p"))
    fields_of = ("e", "k", "c", 7, 1, made.nonce)
    assert made.rev == revision_hash(fields_of, '{"a":1}', ("p", "q"))
    assert made.rev != new_revision("e", "k", "c", 7, 1, '{"a":1}', ("q", "p")).rev
    assert made.rev != revision_hash(fields_of, '{"a":1}', ("p",))
    assert made.rev != revision_hash(fields_of, None, ("p", "q"))


def test_heads_are_the_revisions_that_nobody_follows(store: Store) -> None:
    siân = add(store, "Siân")
    remove(store, rename(store, siân, "Sian"))
    rename(store, siân, "Shân")
    add(store, "Anna")
    assert heads(store) == followed_by_nobody(store)
    with store.read() as db:
        found = heads_of(db.connection, [siân.id, "nobody"])
    assert list(found) == [siân.id]
    assert len(found[siân.id]) == 2


def test_heads_move_in_memory_as_in_the_file() -> None:
    first = new_revision("e", "k", "c", 1, 1, "{}", ())
    left = new_revision("e", "k", "c", 2, 1, "{}", (first.rev,))
    right = new_revision("e", "k", "c", 3, 1, None, (first.rev,))
    known = {"e": [first]}
    follow(known, [left, right])
    assert known == {"e": [left, right]}


def test_a_live_revision_is_shown_before_a_later_tombstone() -> None:
    live = new_revision("e", "k", "c", 1, 1, "{}", ())
    gone = new_revision("e", "k", "c", 2, 1, None, ())
    assert max([gone, live], key=lambda head: head.rank) == live
