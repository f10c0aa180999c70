import pytest
from pytestqt.qtbot import QtBot

from desktop.feedback.actions import QuestionResult, Results
from desktop.feedback.form import default_form
from desktop.feedback.model import Comment
from desktop.feedback.page.collecting import Response
from desktop.feedback.page.results import (
    ResponseCard,
    ResultsPanel,
    too_few_words,
    waiting_words,
)
from desktop.ui.labels import Text

FORM = default_form()
COUNTS = {"very_good": 10, "good": 4, "fair": 1, "poor": 0, "very_poor": 0}
RATED = QuestionResult(FORM.questions[0], COUNTS, 15, 1)
TICKED = QuestionResult(FORM.questions[1], {"informative": 9}, 12, 0)
RESULTS = Results(16, (RATED, TICKED))


def words(panel: ResultsPanel) -> list[str]:
    return [text.text() for text in panel.card.findChildren(Text)]


@pytest.mark.parametrize(
    ("response", "heading", "share", "base"),
    [
        (Response(15, 23), "15 of 23 have answered", "65%", "23 are here on the register."),
        (Response(1, 1), "1 of 1 have answered", "100%", "1 is here on the register."),
        (Response(15, 40, by_head=True), "15 of 40 have answered", "38%", "The head count is 40."),
        (Response(26, 23), "26 have answered", "", "23 are here on the register."),
        (
            Response(1, 0),
            "1 has answered",
            "",
            "Check people in, or count heads, to see what share that is.",
        ),
    ],
)
def test_the_response_stands_with_its_base(
    qtbot: QtBot, response: Response, heading: str, share: str, base: str
) -> None:
    card = ResponseCard()
    qtbot.addWidget(card)
    card.show_response(response)
    assert (card.heading_words.text(), card.share.text(), card.base.text()) == (
        heading,
        share,
        base,
    )
    assert card.bar.isHidden() == (share == "")


def test_every_question_shows_counts_shares_and_base(qtbot: QtBot) -> None:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    panel.show_results(RESULTS, FORM, (), "")
    found = words(panel)
    assert "The answers of 16 forms" in found
    assert "15 answered, 1 left it blank" in found
    assert "5 very good: 10 (67%)" in found
    assert "12 answered" in found
    assert "9 (75%)" in found
    assert found.index("1 very poor: 0 (0%)") < found.index("5 very good: 10 (67%)")


def test_comments_stand_under_their_question_in_the_forms_order(qtbot: QtBot) -> None:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    said = [Comment("else", "<b>Thanks</b>"), Comment("help", "tea"), Comment("gone", "old")]
    panel.show_results(RESULTS, FORM, said, "")
    found = words(panel)
    places = [found.index(part) for part in ("“tea”", "“<b>Thanks</b>”", "“old”")]
    assert places == sorted(places)
    assert "In their own words" in found


def test_nothing_is_shown_before_it_may_be(qtbot: QtBot) -> None:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    panel.show_results(None, FORM, (), waiting_words(3))
    title, waiting = words(panel)
    assert title == "The answers"
    assert waiting.startswith("Results show at 5 forms and at each further 5, so that nobody")
    assert waiting.endswith("Next at 5.")


def test_the_next_results_are_announced() -> None:
    assert waiting_words(17).endswith("Next at 20.")
    assert waiting_words(15) == ""
    assert too_few_words(5) == "Hidden: fewer than 5 answers."


def test_the_promise_scrolls_along_in_a_low_window(qtbot: QtBot) -> None:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.resize(500, 600)
    pinned = panel.promise.parentWidget()
    panel.resize(500, 300)
    assert panel.promise.parentWidget() is not pinned
    assert panel.promise.text().startswith("No names here.")
    panel.resize(500, 600)
    assert panel.promise.parentWidget() is pinned
