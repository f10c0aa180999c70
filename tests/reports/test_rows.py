from desktop.feedback.model import Ask
from desktop.reports.rows import QuestionFigures, Turnout


def test_head_counts_are_among_those_who_came() -> None:
    assert Turnout(12, 12, 30, 15, 1, 2, (), ()).came == 42


def test_a_question_with_too_few_answers_is_not_shown() -> None:
    reason = "fewer than 11 answers"
    assert not QuestionFigures("rating", "How?", Ask.SCALE, (), 0, 0, reason).shown
