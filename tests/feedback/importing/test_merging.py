"""Laptops that bring in exports of one form, each its own, and then merge: every form once."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import hypothesis.strategies as st

from desktop.errors import UserError
from desktop.feedback.actions import comments, forms_used
from desktop.feedback.box import CLOSED_BOX
from desktop.kinds import open_store
from desktop.store.store import Store
from tests.feedback.importing.exports import (
    FORM,
    SESSION,
    bring_in,
    export,
    look,
    rated,
    said,
    shown,
)
from tests.store.laptops import contents

RATINGS = ("very good", "good", "good", "fair", "very good")
MONDAY = [f"{RATINGS[n % 5]},helpful,{f'Words {n}' if n % 4 == 0 else ''}" for n in range(20)]
FRIDAY = [*MONDAY, *["very good,,More tea"] * 3, *["good,relevant to my work,"] * 4]


@contextmanager
def laptops(number: int) -> Iterator[list[Store]]:
    with TemporaryDirectory() as folder, ExitStack() as closings:
        stores = []
        for n in range(number):
            Path(folder, str(n)).mkdir()
            store = open_store(Path(folder, str(n), "t.db"), "Siân")
            closings.callback(store.close)
            stores.append(store)
        yield stores


def everything(store: Store) -> object:
    return shown(store), rated(store), said(store)


def test_two_exports_of_one_form_on_two_laptops_are_one_after_a_merge() -> None:
    with laptops(3) as [hall, office, alone]:
        bring_in(alone, export(FRIDAY))
        bring_in(hall, export(MONDAY))
        bring_in(office, export(FRIDAY))
        hall.merge(office)
        office.merge(hall)
        assert shown(hall).forms == 27
        assert said(hall).count("More tea") == 3
        assert everything(hall) == everything(office) == everything(alone)
        assert hall.merge(office).kinds == frozenset()
        assert everything(hall) == everything(alone)
        assert contents(hall) == contents(office)


def test_a_merge_then_an_import_is_as_an_import_then_a_merge() -> None:
    with laptops(2) as [hall, office]:
        bring_in(hall, export(MONDAY))
        office.merge(hall)
        found = bring_in(office, export(FRIDAY))
        assert found.new == 7
        assert found.known == 20
        hall.merge(office)
        assert shown(hall).forms == 27
        assert look(hall, export(MONDAY)).known == 20
        assert look(hall, export(FRIDAY)).known == 27


def test_two_groups_on_two_laptops_both_count() -> None:
    evening = [f"poor,enjoyable,Evening {n}" for n in range(8)]
    with laptops(2) as [hall, office]:
        bring_in(hall, export(MONDAY))
        bring_in(office, export(evening))
        hall.merge(office)
        assert shown(hall).forms == 28
        bring_in(hall, export(FRIDAY))
        assert shown(hall).forms == 35


def test_a_group_that_was_brought_in_beside_another_is_not_lost_in_a_later_export() -> None:
    """With so few columns a large export says by chance all that a small group says."""
    first, second = ["good"] * 6 + ["poor"] * 2, ["good"] * 7
    later = ["good"] * 9 + ["poor"] * 4 + ["fair"] * 2
    with laptops(2) as [hall, office]:
        bring_in(hall, export(first, "Q1"))
        bring_in(hall, export(second, "Q1"))
        assert shown(hall).forms == 15
        assert bring_in(hall, export(later, "Q1")).new == 7
        office.merge(hall)
        assert shown(hall).forms == shown(office).forms == 22


def test_a_later_export_takes_the_place_of_its_own_group_only() -> None:
    first, second = ["good"] * 6 + ["poor"] * 4, ["good"] * 5 + ["fair"] * 2
    with laptops(2) as [hall, office]:
        bring_in(hall, export(first, "Q1"))
        bring_in(office, export(second, "Q1"))
        hall.merge(office)
        later = [*first, "good", "poor", "poor", "fair", "fair"]
        assert bring_in(hall, export(later, "Q1")).new == 5
        assert shown(hall).forms == 22


def test_a_small_first_export_is_in_the_later_one_of_another_laptop() -> None:
    with laptops(2) as [hall, office]:
        bring_in(hall, export(MONDAY[:3]))
        bring_in(office, export(MONDAY))
        office.merge(hall)
        assert shown(office).forms == 20
        with office.read() as db:
            assert len(comments(db, SESSION)) == 5
            assert [form.id for form in forms_used(db, [SESSION])] == [FORM.id]


def test_what_an_earlier_version_kept_of_two_exports_is_in_the_whole_one() -> None:
    with laptops(2) as [hall, office]:
        for rows in (MONDAY, FRIDAY[20:]):  # of Friday's export only what was new
            found = look(hall, export(rows))
            assert found.pile is not None
            hall.keep(CLOSED_BOX, found.pile.body(SESSION, FORM.id))
        assert shown(hall).forms == 27
        assert look(hall, export(FRIDAY)).known == 27
        for rows in (MONDAY, FRIDAY):
            bring_in(office, export(rows))
            office.merge(hall)
            assert shown(office).forms == 27
        bring_in(office, export([*FRIDAY, *["fair,helpful,Late"] * 5]))
        hall.merge(office)
        assert shown(hall).forms == shown(office).forms == 32


deeds = st.lists(
    st.tuples(st.integers(0, 2), st.one_of(st.integers(5, 24), st.sampled_from(["merge"]))),
    min_size=1,
    max_size=8,
)
examples = hypothesis.settings(
    max_examples=400 if hypothesis.settings().max_examples > 100 else 25, deadline=None
)


@examples
@hypothesis.given(
    st.lists(st.sampled_from(["good,", "fair,", "good,Thanks"]), min_size=24, max_size=24),
    deeds,
    st.permutations(range(3)),
)
def test_whatever_laptops_bring_in_and_merge_each_form_counts_once(
    rows: list[str], done: list[tuple[int, int | str]], order: list[int]
) -> None:
    """The form has so few columns that most people answer just as others did."""
    with laptops(3) as stores:
        kept = 0
        for which, what in done:
            if isinstance(what, str):
                stores[which].merge(stores[which - 1])
                continue
            with suppress(UserError):  # too few are new
                bring_in(stores[which], export(rows[:what], "Q1,Q6"))
                assert shown(stores[which]).forms >= what
                kept = max(kept, what)
        first, *others = (stores[which] for which in order)
        for other in others:
            first.merge(other)
        for other in others:
            other.merge(first)
        for store in stores:
            assert_once(store, rows[:kept])
            assert contents(store) == contents(first)


anything = st.lists(st.sampled_from(["good,", "fair,", "good,Thanks"]), min_size=1, max_size=12)


@examples
@hypothesis.given(
    st.lists(st.tuples(st.integers(0, 2), st.one_of(anything, st.none())), min_size=1, max_size=8)
)
def test_what_an_import_says_is_new_is_what_is_counted_more(
    done: list[tuple[int, list[str] | None]],
) -> None:
    """Any lists, of any groups: nothing is left out in silence, and laptops agree in the end."""
    with laptops(3) as stores:
        for which, rows in done:
            if rows is None:
                stores[which].merge(stores[which - 1])
                continue
            before = shown(stores[which]).forms
            with suppress(UserError):
                found = bring_in(stores[which], export(rows, "Q1,Q6"))
                assert found.new + found.known == len(rows)
                assert shown(stores[which]).forms == before + found.new
        for first in stores:
            for other in stores:
                first.merge(other)
        assert len({str(contents(store)) for store in stores}) == 1
        assert stores[0].check() == []


def assert_once(store: Store, rows: list[str]) -> None:
    """Look whether the results are those of these rows, also when they are computed anew."""
    before = contents(store)
    assert shown(store).forms == len(rows)
    assert said(store) == ["Thanks"] * rows.count("good,Thanks")
    assert rated(store).get("fair", 0) == rows.count("fair,")
    assert store.check() == []
    store.rebuild()
    assert contents(store) == before
