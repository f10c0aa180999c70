"""An online form's answers, brought in as one closed box."""

import random
from dataclasses import replace

import pytest

from desktop.errors import UserError
from desktop.feedback.actions import find_form
from desktop.feedback.box import CLOSED_BOX, close_box, open_box
from desktop.feedback.form import numbered
from desktop.feedback.importing import keep, look_up
from desktop.feedback.importing.bringing import Found
from desktop.feedback.model import Answers, Ask, Form, Question
from desktop.progress import Cancelled, Progress
from desktop.store.store import Store
from tests.feedback.importing.exports import (
    FORM,
    MS_FORMS,
    SESSION,
    bring_in,
    documents,
    export,
    look,
    said,
    shown,
)

ROWS = [
    "very good,informative;helpful,Thank you",
    "good,helpful,",
    "good,helpful,",
    "fair,,More tea",
    "poor,enjoyable,",
    "very good,,Thank you",
]
LATER = [f"{rating},relevant to my work,Later {rating}" for rating in range(1, 6)]


def test_the_same_export_again_changes_nothing(store: Store) -> None:
    bring_in(store, MS_FORMS)
    before = documents(store)
    again = bring_in(store, MS_FORMS)
    assert (again.new, again.pile, again.known) == (0, None, 5)
    assert documents(store) == before


def test_the_order_of_the_rows_leaves_no_trace(store: Store, other: Store) -> None:
    bring_in(store, export(ROWS))
    for seed in range(5):
        mixed = random.Random(seed).sample(ROWS, len(ROWS))
        assert look(store, export(mixed)).known == len(ROWS)
        assert look(other, export(mixed)) == look(other, export(ROWS))
    bring_in(other, export(reversed(ROWS)))
    assert documents(store) == documents(other)


def test_words_cannot_be_joined_to_scores(store: Store, other: Store) -> None:
    bring_in(store, export(ROWS))
    scores = [row.rpartition(",")[0] for row in ROWS]
    words = [row.rpartition(",")[2] for row in ROWS]
    crossed = [f"{one},{word}" for one, word in zip(scores, reversed(words), strict=True)]
    bring_in(other, export(crossed))
    assert documents(store) == documents(other)
    with store.read() as db:
        (body,) = db.documents(CLOSED_BOX.name).values()
    assert not {one["id"] for one in body["answers"]} & {one["id"] for one in body["comments"]}


def test_two_laptops_that_bring_in_one_export_have_it_once(store: Store, other: Store) -> None:
    for each in (store, other):
        bring_in(each, export(ROWS))
    store.merge(other)
    assert len(documents(store)) == 1
    assert shown(store).forms == len(ROWS)


def test_a_later_export_adds_what_is_new(store: Store) -> None:
    bring_in(store, export(ROWS))
    found = bring_in(store, export([*LATER, *ROWS]))
    assert (found.new, found.known) == (5, 6)
    assert shown(store).forms == 11
    assert said(store).count("Thank you") == 2
    assert bring_in(store, export([*ROWS, *LATER])).known == 11
    assert look(store, export(ROWS)).known == 6
    assert len(documents(store)) == 2


def test_a_few_new_ones_wait_until_nobody_can_be_recognised(store: Store) -> None:
    bring_in(store, export(ROWS))
    for few, words in ((LATER[:1], "Only 1 form in"), (LATER[:4], "Only 4 forms in")):
        with pytest.raises(UserError, match=rf"^{words} this file .* when at least 5 are"):
            look(store, export([*ROWS, *few]))
    assert look(store, export([*ROWS, *LATER])).new == 5


def test_an_earlier_export_after_a_later_one_has_nothing_new(store: Store) -> None:
    bring_in(store, export([*ROWS, *LATER]))
    assert look(store, export(ROWS)) == Found(0, 6, ())


def test_a_few_rows_that_were_mended_come_in_even_if_they_say_what_others_said(
    store: Store,
) -> None:
    bring_in(store, export(ROWS))
    assert bring_in(store, export(["good,helpful,"])).new == 1
    assert shown(store).forms == 7
    assert bring_in(store, export(["good,helpful,"])).known == 1


def test_the_same_answers_with_other_columns_are_not_counted_twice(store: Store) -> None:
    bring_in(store, export(ROWS))
    more = [f"{row},yes" for row in ROWS]
    no_words = [row.rpartition(",")[0] for row in ROWS]
    with pytest.raises(UserError, match="with other columns"):
        look(store, export([*more, "good,helpful,,no"], "Q1,Q2,Q6,Q4"))
    assert look(store, export(no_words, "Q1,Q2")).known == 6


def test_words_alone_that_were_left_out_at_first_cannot_be_added(store: Store) -> None:
    bring_in(store, export([row.rpartition(",")[0] for row in ROWS], "Q1,Q2"))
    with pytest.raises(UserError, match="with other columns"):
        look(store, export(ROWS))


def test_other_sessions_and_other_forms_have_answers_of_their_own(store: Store) -> None:
    bring_in(store, export(ROWS))
    assert bring_in(store, export(ROWS), session="evening").new == 6
    renewed = replace(FORM, id="another")
    assert bring_in(store, export(ROWS), form=renewed).new == 6


def test_collected_answers_are_never_taken_for_imported_ones(store: Store) -> None:
    box = open_box(store.path, SESSION, FORM)
    for rating in ("very_good", "good", "good", "fair", "poor", "very_good"):
        box.add(Answers({"rating": (rating,), "was": ()}))
    close_box(store, box)
    rows = ["5", "4", "4", "3", "2", "5"]
    assert bring_in(store, export([f"{row}," for row in rows], "Q1,Q2")).new == 6
    assert shown(store).forms == 12


def test_the_open_box_of_the_session_goes_on_collecting(store: Store) -> None:
    box = open_box(store.path, SESSION, FORM)
    box.add(Answers({"rating": ("good",)}, {"else": "on paper"}))
    bring_in(store, export(ROWS))
    box.add(Answers({"rating": ("good",)}))
    assert shown(store, box).forms == 8
    close_box(store, box)
    assert shown(store).forms == 8
    assert bring_in(store, export(ROWS)).known == 6


def test_an_import_of_feedback_is_never_undone(store: Store) -> None:
    bring_in(store, export(ROWS))
    assert store.undo() is None
    assert shown(store).forms == 6
    assert store.check() == []


def test_fewer_than_five_are_kept_though_results_do_not_show_them(store: Store) -> None:
    assert bring_in(store, export(ROWS[:2])).new == 2
    assert shown(store).forms == 2


def test_a_form_that_was_never_kept_is_kept_with_its_answers(store: Store) -> None:
    lunch = Question("lunch", "How was lunch?", Ask.CHOICE, numbered(("ok", "ok"), ("no", "no")))
    form = Form(name="Team day", questions=(lunch,))
    bring_in(store, export(["ok", "no"], "How was lunch?"), form=form)
    bring_in(store, export(["ok"] * 3, "How was lunch?"), form=form)
    with store.read() as db:
        kept = find_form(db, form.id)
    assert kept is not None
    assert kept.questions == form.questions
    assert shown(store, form=form).questions[0].counts == {"ok": 4, "no": 1}


def test_looking_up_says_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    bring_in(store, export(ROWS))
    heard: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: heard.append((done, total)))
    with store.read() as db:
        look_up(db, SESSION, FORM, [], progress)
        assert heard == [(0, 1), (1, 1)]
        progress.stop()
        with pytest.raises(Cancelled):
            look_up(db, SESSION, FORM, [], progress)


def test_nothing_new_writes_nothing(store: Store) -> None:
    with store.change("Import feedback") as change:
        assert keep(change, SESSION, FORM, Found(0, 3, ())) == 0
    assert documents(store) == set()
