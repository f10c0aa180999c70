from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.feedback.box import CLOSED_BOX, OpenBox, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
from desktop.feedback.page import FeedbackPage
from desktop.feedback.pile import pile_of
from desktop.ui.window import Window
from tests.pledges.evening import DAY, NOW, Evening
from tests.ui.hands import press, show, type_text

KEY = Qt.Key


@pytest.fixture
def page(evening: Evening, qtbot: QtBot) -> FeedbackPage:
    return opened(evening, qtbot)


def opened(evening: Evening, qtbot: QtBot) -> FeedbackPage:
    page = FeedbackPage(evening.desk)
    window = Window()
    qtbot.addWidget(window)
    window.add_page("feedback", "message-square", "Feedback", page)
    window.show_page("feedback")
    window.resize(1366, 696)
    evening.store.subscribe(lambda _kinds: page.refresh())
    page.show_session(evening.session.id)
    show(window)
    page.arrive()
    return page


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def keys(text: str) -> None:
    for letter in text:
        type_text(focused(), letter)


def enter() -> None:
    press(focused(), KEY.Key_Return)


def box(evening: Evening) -> OpenBox:
    return evening.desk.boxes[evening.session.id]


def notices(page: FeedbackPage) -> list[str]:
    return [notice.text() for notice in page.card.shown]


def restarted(evening: Evening) -> None:
    evening.desk = Desk(evening.store, now=lambda: NOW)


def test_forms_are_typed_one_after_the_other(evening: Evening, page: FeedbackPage) -> None:
    told: list[str] = []
    page.told.connect(lambda words, _: told.append(words))
    assert page.card.number.text() == "Form 1"
    keys("5")
    enter()
    keys("4")
    enter()
    assert told == ["Form 1 saved", "Form 2 saved"]
    assert page.card.number.text() == "Form 3"
    assert focused() is page.sheet.rows[0]
    ratings = sorted(answers.given["rating"] for answers in box(evening).answers())
    assert ratings == [("good",), ("very_good",)]
    assert page.results.response.heading_words.text() == "2 of 2 have answered"


def test_enter_saves_from_the_text_field_too(evening: Evening, page: FeedbackPage) -> None:
    keys("50000")
    keys("A warm welcome, 10/10")
    press(focused(), KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert [comment.text for comment in box(evening).comments()] == ["A warm welcome, 10/10"]


def test_enter_on_an_untouched_form_saves_nothing(evening: Evening, page: FeedbackPage) -> None:
    enter()
    assert box(evening).count == 0
    assert page.card.wrong.text().startswith("Nothing is typed yet.")
    keys("0")
    assert page.card.wrong.isHidden()
    enter()
    assert box(evening).count == 1


def test_the_last_forms_can_be_corrected(evening: Evening, page: FeedbackPage) -> None:
    for rating in "54":
        keys(rating)
        enter()
    keys("3")
    page.card.older_button.click()
    assert page.card.number.text() == "Form 2, to correct"
    page.card.older_button.click()
    assert page.card.number.text() == "Form 1, to correct"
    keys("1")
    enter()
    assert page.card.number.text() == "Form 3"
    assert page.sheet.keying.given(default_form().questions[0]) == ("fair",)
    ratings = sorted(answers.given["rating"] for answers in box(evening).answers())
    assert ratings == [("good",), ("very_poor",)]


def test_a_form_can_be_taken_out_again(evening: Evening, page: FeedbackPage) -> None:
    keys("5")
    enter()
    page.card.older_button.click()
    page.card.remove_button.click()
    assert page.question is not None
    page.question.reject()
    assert box(evening).count == 1
    page.card.remove_button.click()
    assert page.question is not None
    page.question.setProperty("answer", "remove")
    page.question.accept()
    assert box(evening).count == 0
    assert page.card.number.text() == "Form 1"


def test_an_unfinished_form_is_there_after_a_crash(
    evening: Evening, page: FeedbackPage, qtbot: QtBot
) -> None:
    keys("5")
    keys("13")
    restarted(evening)
    again = opened(evening, qtbot)
    draft = Answers({"rating": ("very_good",), "was": ("informative", "well_presented")})
    assert again.sheet.keying.draft() == draft
    again.sheet.keying.go_to(5)
    again.sheet.take_focus()
    keys("Thank")
    qtbot.waitUntil(lambda: box(evening).draft() == replace(draft, words={"else": "Thank"}))


def test_correcting_does_not_touch_the_unfinished_form(
    evening: Evening, page: FeedbackPage
) -> None:
    keys("5")
    enter()
    keys("2")
    page.card.older_button.click()
    keys("4")
    page.card.newer_button.click()
    assert box(evening).draft() == Answers({"rating": ("poor",)})
    assert box(evening).answers()[0].given["rating"] == ("very_good",)


def test_a_number_that_is_not_on_paper_is_told(page: FeedbackPage) -> None:
    keys("7")
    assert page.card.wrong.text() == "This question has the numbers 1 to 5."
    keys("5")
    assert page.card.wrong.isHidden()


def test_results_wait_for_the_fifth_form(evening: Evening, page: FeedbackPage) -> None:
    for number in range(1, 7):
        keys("5")
        enter()
        shown = page.results.card.heading.text()
        assert shown == ("The answers" if number < 5 else "The answers of 5 forms")


def test_a_closed_box_says_so_and_takes_late_forms(evening: Evening, page: FeedbackPage) -> None:
    for _ in range(5):
        keys("5")
        enter()
    page.close_box()
    assert notices(page) == [
        "This session’s feedback is closed. 5 forms. Late forms can be added: they go in a new box."
    ]
    assert page.card.older_button.isHidden()
    assert page.results.card.heading.text() == "The answers of 5 forms"
    keys("4")
    enter()
    assert notices(page) == []
    assert (box(evening).count, page.card.number.text()) == (1, "Form 7")


def test_a_box_left_open_by_an_earlier_day_is_offered_to_be_closed(
    evening: Evening, qtbot: QtBot
) -> None:
    left = open_box(evening.store.path, evening.session.id, default_form())
    left.add(Answers({"rating": ("good",)}))
    with evening.store.change("Edit session") as change:
        change.save(replace(evening.session, date=DAY.replace(day=7)))
    page = opened(evening, qtbot)
    (notice,) = page.card.shown
    assert notice.text().startswith("The box of Wednesday 7 October 2026 is still open.")
    assert notice.button is not None
    notice.button.click()
    assert notices(page)[0].startswith("This session’s feedback is closed. 1 form.")


def test_an_unfinished_form_is_not_lost_when_the_box_is_closed(
    evening: Evening, page: FeedbackPage
) -> None:
    keys("5")
    enter()
    keys("4")
    page.close_box()
    assert page.card.wrong.text() == "A form is not finished. Save it with Enter first."
    assert box(evening).count == 1


def test_a_box_that_was_closed_elsewhere_keeps_what_is_being_typed(
    evening: Evening, page: FeedbackPage
) -> None:
    from desktop.feedback.box import close_box

    keys("5")
    enter()
    keys("4")
    close_box(evening.store, evening.desk.boxes.pop(evening.session.id))
    page.refresh()
    assert page.sheet.keying.given(default_form().questions[0]) == ("good",)
    enter()
    assert box(evening).count == 1


def test_words_without_end_are_refused_and_stay(evening: Evening, page: FeedbackPage) -> None:
    keys("00000")
    edit = page.sheet.rows[5].edit
    assert edit is not None
    edit.set_text("x" * 10_001)  # type: ignore[union-attr]
    enter()
    assert "The comment has 10,001 characters" in page.card.wrong.text()
    assert box(evening).count == 0
    assert len(edit.text()) == 10_001


def test_digits_work_from_the_save_button_and_backspace_goes_back(page: FeedbackPage) -> None:
    keys("5")
    page.card.save_button.setFocus()
    press(focused(), KEY.Key_Backspace)
    assert focused() is page.sheet.rows[0]
    page.card.save_button.setFocus()
    keys("3")
    assert page.sheet.keying.given(default_form().questions[0]) == ("fair",)


def test_people_checked_in_meanwhile_change_the_response_only(
    evening: Evening, page: FeedbackPage
) -> None:
    from desktop.attendance.actions import check_in, expect

    keys("5")
    with evening.store.change("Check in") as change:
        (line,) = expect(change, evening.session.id, [evening.grace])
        check_in(change, line, NOW)
    assert page.results.response.base.text() == "3 are here on the register."
    assert page.sheet.keying.at == 1


def test_each_session_has_its_own_unfinished_form(evening: Evening, page: FeedbackPage) -> None:
    other = evening.another("Night staff")
    keys("5")
    page.show_session(other.id)
    assert not page.sheet.keying.touched
    page.show_session(evening.session.id)
    assert page.sheet.keying.touched


def test_a_merge_of_the_same_answers_in_other_columns_is_said(
    evening: Evening, page: FeedbackPage
) -> None:
    short = [Answers({"rating": ("good",), "was": ()})] * 5
    form = default_form().id
    for forms in (short, [Answers({**one.given, "recommend": ("yes",)}) for one in short]):
        evening.store.keep(CLOSED_BOX, pile_of(forms, []).body(evening.session.id, form, ()))
    assert notices(page)[-1].startswith("Some answers may count twice.")
