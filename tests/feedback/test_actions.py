from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.feedback.actions import (
    Results,
    comments,
    ensure_default_form,
    find_form,
    form_of,
    forms_used,
    live,
    may_count_twice,
    results,
    save_form,
)
from desktop.feedback.box import CLOSED_BOX, OpenBox, close_box, open_box
from desktop.feedback.form import DEFAULT_FORM, default_form, numbered
from desktop.feedback.model import Answers, Ask, Comment, Form, Question
from desktop.feedback.pile import pile_of
from desktop.kinds import open_store
from desktop.programmes.model import Programme
from desktop.store.store import Store

FORM = default_form()
TEAMS = Form(
    name="Team day",
    questions=(
        Question("lunch", "How was lunch?", Ask.CHOICE, numbered(("ok", "ok"), ("no", "no"))),
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "hall.db")
    yield store
    store.close()


def collected(store: Store, session: str, *answers: Answers, form: Form = FORM) -> OpenBox:
    box = open_box(store.path, session, form)
    for one in answers:
        box.add(one)
    return box


def rated(*choices: str, text: str = "") -> Answers:
    return Answers(given={"rating": choices}, words={"else": text} if text else {})


def found(store: Store, box: OpenBox | None, *sessions: str, form: Form = FORM) -> Results:
    with store.read() as db:
        return results(db, box, sessions, form)


def saved(store: Store, form: Form, collecting: bool = False) -> Form:
    with store.change("Save form") as change:
        return save_form(change, form, collecting=collecting)


def programme(store: Store, form: str = "") -> Programme:
    with store.change("Save programme") as change:
        return change.save(Programme(name="Leading with care", form=form))


def chosen_form(store: Store, entity: str) -> Form:
    with store.read() as db:
        return form_of(db, db.need(Programme, entity))


def test_open_and_closed_boxes_count_alike(store: Store) -> None:
    close_box(store, collected(store, "morning", rated("very_good"), rated("good"), rated()))
    box = collected(store, "morning", rated("very_good"), Answers())
    both = found(store, box, "morning")
    rating = both.questions[0]
    assert both.forms == 5
    assert (rating.base, rating.blank) == (3, 1)
    assert rating.counts == {"very_good": 2, "good": 1, "fair": 0, "poor": 0, "very_poor": 0}
    close_box(store, box)
    assert found(store, None, "morning") == both


def test_results_are_of_the_sessions_asked_for_only(store: Store) -> None:
    close_box(store, collected(store, "morning", rated("good")))
    close_box(store, collected(store, "evening", rated("poor"), rated("poor")))
    other = collected(store, "night", rated("fair"))
    assert found(store, other, "morning").forms == 1
    assert found(store, other, "morning", "evening").questions[0].base == 3
    assert found(store, other).forms == 0


def test_tick_questions_have_a_base_of_who_ticked_anything(store: Store) -> None:
    ticks = [("helpful", "enjoyable"), ("helpful",), ()]
    box = collected(store, "morning", *(Answers(given={"was": ticked}) for ticked in ticks))
    was = found(store, box, "morning").questions[1]
    assert (was.base, was.blank) == (2, 1)
    assert (was.counts["helpful"], was.counts["enjoyable"]) == (2, 1)


def test_written_questions_are_not_among_the_results(store: Store) -> None:
    keys = [result.question.key for result in found(store, None, "morning").questions]
    assert keys == ["rating", "was", "impact", "recommend", "help"]


def test_comments_of_all_boxes_come_without_an_order(store: Store) -> None:
    close_box(store, collected(store, "morning", rated(text="one"), rated(text="two")))
    close_box(store, collected(store, "evening", rated(text="elsewhere")))
    box = collected(store, "morning", rated(text="three"), rated("good"))
    with store.read() as db:
        read = comments(db, "morning", box)
        assert comments(db, "night", box) == []
    assert {comment.text for comment in read} == {"one", "two", "three"}
    assert read[0] == Comment("else", read[0].text)


def counted(forms: int) -> Results:
    return Results(forms, ())


def test_live_results_appear_at_five_and_change_at_each_further_five() -> None:
    shown: Results | None = None
    seen = []
    for forms in range(1, 17):
        shown = live(shown, counted(forms))
        seen.append(shown.forms if shown else 0)
    assert seen == [0] * 4 + [5] * 5 + [10] * 5 + [15] * 2


def test_a_correction_does_not_show_on_the_live_screen() -> None:
    before = live(None, counted(10))
    assert live(before, counted(9)) is before
    assert live(before, Results(10, ())) is before


def test_after_a_restart_live_results_wait_for_the_next_five() -> None:
    assert live(None, counted(7)) is None
    assert live(None, counted(10)) == counted(10)


def test_a_programme_has_the_default_form_unless_it_has_its_own(store: Store) -> None:
    plain = programme(store)
    assert chosen_form(store, plain.id) == default_form()
    own = saved(store, TEAMS)
    assert chosen_form(store, programme(store, own.id).id) == own
    assert chosen_form(store, programme(store, "gone").id).id == DEFAULT_FORM


def test_the_default_form_is_kept_once(store: Store) -> None:
    with store.change("Keep form") as change:
        first = ensure_default_form(change)
        assert ensure_default_form(change) == first
    assert first.id == DEFAULT_FORM
    assert first.rev


def test_an_office_that_changes_the_default_form_gets_it_everywhere(store: Store) -> None:
    plain = programme(store)
    reworded = replace(FORM.questions[0], words="How was it?")
    new = saved(store, replace(FORM, questions=(reworded, *FORM.questions[1:])))
    assert (new.version, new.replaces) == (2, DEFAULT_FORM)
    assert chosen_form(store, plain.id) == new
    with store.read() as db:
        first = find_form(db, DEFAULT_FORM)
    assert first
    assert first.questions == FORM.questions


def test_a_form_that_nobody_answered_is_changed_in_place(store: Store) -> None:
    form = saved(store, TEAMS)
    question = replace(TEAMS.questions[0], words="How was the lunch?")
    changed = saved(store, replace(form, questions=(question,)))
    assert (changed.id, changed.version) == (form.id, 1)
    assert changed.questions[0].key == "lunch"


@pytest.mark.parametrize("closed", [True, False])
def test_a_form_in_use_is_replaced_in_its_programmes(store: Store, closed: bool) -> None:
    form = saved(store, TEAMS)
    own, other = programme(store, form.id), programme(store)
    box = collected(store, "morning", Answers(given={"lunch": ("ok",)}), form=form)
    if closed:
        close_box(store, box)
    question = replace(TEAMS.questions[0], words="How was the lunch?")
    new = saved(store, replace(form, questions=(question,)), collecting=not closed)
    assert (new.version, new.replaces) == (2, form.id)
    assert chosen_form(store, own.id) == new
    assert chosen_form(store, other.id).id == DEFAULT_FORM
    assert found(store, None if closed else box, "morning", form=form).questions[0].base == 1
    assert found(store, None if closed else box, "morning", form=new).questions[0].base == 0


def test_another_name_is_no_new_version(store: Store) -> None:
    form = saved(store, TEAMS)
    close_box(store, collected(store, "m", Answers(given={"lunch": ("ok",)}), form=form))
    assert saved(store, replace(form, name="  Team  days ")).name == "Team days"
    assert saved(store, replace(form, name="Team days", rev=form.rev)).version == 1


def test_the_forms_used_are_known_the_latest_version_first(store: Store) -> None:
    form = saved(store, replace(TEAMS, version=3))
    close_box(store, collected(store, "morning", Answers(given={"lunch": ("ok",)}), form=form))
    close_box(store, collected(store, "evening", rated("good")))
    with store.read() as db:
        assert forms_used(db, ["morning", "evening"]) == [form, FORM]
        box = collected(store, "night", rated("good"))
        assert forms_used(db, ["night"]) == []
        assert forms_used(db, ["night"], box) == [FORM]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (replace(TEAMS, name=" "), "Give the form a name"),
        (replace(TEAMS, questions=()), "at least one question"),
        (replace(TEAMS, questions=(Question("a", "\x00", Ask.TEXT),)), "words of every question"),
        (replace(TEAMS, questions=(Question("a", "A?", Ask.SCALE),)), "from 2 to 9 choices"),
        (
            replace(
                TEAMS,
                questions=(Question("a", "A?", Ask.TICKS, numbered(("b", "b"), ("c", ""))),),
            ),
            "words of every choice",
        ),
    ],
)
def test_an_incomplete_form_is_refused_with_one_sentence(
    store: Store, form: Form, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        saved(store, form)


def test_the_same_answers_brought_in_with_other_columns_are_noticed(store: Store) -> None:
    short = [Answers({"rating": ("good",), "was": ()})] * 5
    for forms in (short, [Answers({**one.given, "recommend": ("yes",)}) for one in short]):
        with store.read() as db:
            assert not may_count_twice(db, "morning", FORM)
        store.keep(CLOSED_BOX, pile_of(forms, []).body("morning", FORM.id, ()))
    with store.read() as db:
        assert may_count_twice(db, "morning", FORM)
        assert not may_count_twice(db, "evening", FORM)
        assert not may_count_twice(db, "morning", TEAMS)
