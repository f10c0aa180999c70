"""Any answers, written as a list in any of the usual ways, are counted the same when read back."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.feedback.box import tally
from desktop.feedback.form import default_form
from desktop.feedback.importing import feedback_kind
from desktop.feedback.importing.rows import RowReader
from desktop.feedback.model import Answers, Ask, Choice, Tally
from desktop.feedback.pile import pile_of
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from desktop.tables.writing import Table, write_csv
from tests.feedback.test_pile import anyone

FORM = default_form()
MARKS = [";", "; ", ", ", ",", " | ", "\n"]
WAYS: list[Callable[[Choice], str]] = [
    lambda choice: choice.words,
    lambda choice: choice.words.upper(),
    lambda choice: choice.key,
    lambda choice: f"{choice.number} - {choice.words}",
    lambda choice: f"{choice.words} ({choice.number})",
    lambda choice: str(choice.number),
]
HEADINGS = ["Start time", "Name", *(q.words for q in FORM.questions)]
BESIDE = f"{FORM.questions[4].words} [Other]"


def somebody() -> st.SearchStrategy[Answers]:
    """Return answers of people who chose anything at all; who wrote beside a choice ticked it."""
    return anyone().filter(lambda answers: any(answers.given.values())).map(ticked_beside)


def ticked_beside(answers: Answers) -> Answers:
    if "help" not in answers.words:
        return answers
    ticked = tuple(sorted({*answers.given["help"], "something_else"}))
    return Answers({**answers.given, "help": ticked}, answers.words)


def row(answers: Answers, mark: str, way: Callable[[Choice], str]) -> list[str]:
    cells = ["12:05", "Hanna"]
    for question in FORM.questions:
        if question.ask is Ask.TEXT:
            cells.append(answers.words.get(question.key, ""))
            continue
        chosen = answers.given[question.key]
        cells.append(mark.join(way(c) for c in question.choices if c.key in chosen))
    return [*cells, answers.words.get("help", "")]


def tallied(forms: Sequence[Answers]) -> Mapping[tuple[str, str], int]:
    rows: list[Tally] = list(tally(pile_of(forms, []).body("morning", FORM.id)))
    return {(one.question, one.choice): one.number for one in rows}


@given(st.lists(somebody(), min_size=1, max_size=8), st.sampled_from(MARKS), st.sampled_from(WAYS))
def test_any_answers_are_counted_the_same_when_they_come_back(
    forms: list[Answers], mark: str, way: Callable[[Choice], str]
) -> None:
    rows = [row(answers, mark, way) for answers in forms]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        write_csv(path, Table("", [*HEADINGS, BESIDE], rows))
        (sheet,) = read_sheets(path)
        records = recognise(sheet.top, feedback_kind(FORM)).records(sheet.rows())
        reader = RowReader(FORM)
        read = [reader.answers(record.values) for record in records]
    assert tallied(read) == tallied(forms)
