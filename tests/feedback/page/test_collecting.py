from dataclasses import replace

from desktop.feedback.actions import ensure_default_form, save_form
from desktop.feedback.box import folder_of, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
from desktop.feedback.page.collecting import Collecting, Standing, closed_words, left_open
from desktop.sessions.model import Counting
from tests.pledges.evening import DAY, Evening

GOOD = Answers({"rating": ("very_good",)}, {"else": "Thanks"})


def standing(evening: Evening, collecting: Collecting) -> Standing:
    found = collecting.read(evening.session.id)
    assert found is not None
    return found


def answered(evening: Evening, number: int, collecting: Collecting | None = None) -> Collecting:
    used = collecting or Collecting(evening.desk)
    for _ in range(number):
        standing(evening, used).box.add(GOOD)
    return used


def shown_forms(evening: Evening, collecting: Collecting) -> int:
    shown = standing(evening, collecting).shown
    return shown.forms if shown else 0


def test_results_show_at_five_forms_and_at_each_further_five(evening: Evening) -> None:
    collecting = Collecting(evening.desk)
    seen = []
    for _ in range(11):
        answered(evening, 1, collecting)
        seen.append(shown_forms(evening, collecting))
    assert seen == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]


def test_the_response_counts_those_here_or_heads(evening: Evening) -> None:
    collecting = answered(evening, 1)
    assert standing(evening, collecting).response.people == 2
    with evening.store.change("Count heads") as change:
        session = replace(evening.session, counting=Counting.HEAD_COUNT, head_count=30)
        change.save(session)
    response = standing(evening, collecting).response
    assert (response.forms, response.people, response.by_head) == (1, 30, True)


def test_a_closed_box_counts_and_late_forms_go_into_a_new_one(evening: Evening) -> None:
    collecting = answered(evening, 6)
    collecting.close(standing(evening, collecting))
    closed = standing(evening, collecting)
    assert (closed.closed, closed.box.count, closed.forms) == (6, 0, 6)
    assert closed.shown is not None
    assert closed.shown.forms == 6
    assert len(closed.comments) == 6
    answered(evening, 1, collecting)
    late = standing(evening, collecting)
    assert (late.closed, late.box.count, late.forms) == (6, 1, 7)
    assert late.shown is not None
    assert late.shown.forms == 6
    assert shown_forms(evening, Collecting(evening.desk)) == 6


def test_few_closed_answers_are_hidden_with_their_comments(evening: Evening) -> None:
    collecting = answered(evening, 4)
    collecting.close(standing(evening, collecting))
    found = standing(evening, collecting)
    assert (found.closed, found.shown, found.comments) == (4, None, ())


def test_a_box_of_an_earlier_wording_goes_on_with_its_own_form(evening: Evening) -> None:
    collecting = answered(evening, 1)
    with evening.store.change("Reword") as change:
        form = ensure_default_form(change)
        first = replace(form.questions[0], words="How was it?")
        save_form(change, replace(form, questions=(first, *form.questions[1:])), collecting=True)
    found = standing(evening, collecting)
    assert found.older
    assert found.form.questions[0].words == default_form().questions[0].words
    collecting.close(found)
    after = standing(evening, collecting)
    assert not after.older
    assert after.form.questions[0].words == "How was it?"


def test_an_empty_box_takes_the_new_wording_at_once(evening: Evening) -> None:
    collecting = Collecting(evening.desk)
    standing(evening, collecting)
    with evening.store.change("Reword") as change:
        form = ensure_default_form(change)
        first = replace(form.questions[0], words="How was it?")
        save_form(change, replace(form, questions=(first,)))
    found = standing(evening, collecting)
    assert (found.older, found.form.questions[0].words) == (False, "How was it?")
    assert found.box.form_id == found.form.id


def test_a_damaged_box_is_told_and_collecting_goes_on(evening: Evening) -> None:
    open_box(evening.store.path, evening.session.id, default_form()).add(GOOD)
    for file in folder_of(evening.store.path).iterdir():
        file.write_bytes(b"damaged")
    collecting = Collecting(evening.desk)
    assert standing(evening, collecting).box.count == 0
    assert "can’t be read" in collecting.problem
    answered(evening, 1, collecting)
    assert standing(evening, collecting).box.count == 1


def test_a_box_of_an_earlier_day_is_left_open(evening: Evening) -> None:
    collecting = answered(evening, 1)
    assert not left_open(standing(evening, collecting), evening.desk)
    with evening.store.change("Edit session") as change:
        change.save(replace(evening.session, date=DAY.replace(day=7)))
    assert left_open(standing(evening, collecting), evening.desk)


def test_a_deleted_session_has_no_standing(evening: Evening) -> None:
    with evening.store.change("Delete session") as change:
        change.delete(evening.session)
    assert Collecting(evening.desk).read(evening.session.id) is None


def test_closed_feedback_says_so() -> None:
    assert closed_words(1_234) == "This session’s feedback is closed. 1,234 forms."
