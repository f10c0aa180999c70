"""Exports of the usual online forms, brought in."""

from datetime import datetime
from pathlib import Path

import openpyxl

from desktop.feedback.importing import feedback_kind, keep, look_up
from desktop.store.store import Store
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise
from tests.feedback.importing.exports import (
    FORM,
    GOOGLE,
    MS_FORMS,
    SESSION,
    bring_in,
    export,
    rated,
    said,
    shown,
)
from tests.naughty import NAUGHTY


def test_an_export_of_microsoft_forms_comes_in(store: Store) -> None:
    found = bring_in(store, MS_FORMS)
    none_such, empty = found.refused
    assert (none_such.line, empty.line) == (7, 8)
    assert none_such.reason.startswith("“splendid” is none of the answers to “How would you rate")
    assert empty.reason == "There is no answer in this row."
    assert rated(store) == {"very_good": 3, "good": 1, "fair": 1}
    _, was, impact, recommend, helps = shown(store).questions
    assert (was.base, was.blank, was.counts["relevant"]) == (4, 1, 1)
    assert (impact.base, impact.blank, impact.counts["agree"]) == (4, 1, 2)
    assert recommend.counts == {"yes": 3, "no": 1, "not_sure": 1}
    assert (helps.base, helps.counts["something_else"]) == (3, 2)
    assert said(store) == ["=cmd()", "A quieter room", "Thank you, it was\ngrand"]


def test_an_export_of_google_forms_comes_in(store: Store) -> None:
    found = bring_in(store, GOOGLE)
    assert found.refused == ()
    assert rated(store) == {"very_good": 1, "good": 1}
    _, was, impact, _, helps = shown(store).questions
    assert (was.base, was.blank) == (1, 1)
    assert (impact.base, impact.blank) == (0, 0)
    assert {key for key, number in helps.counts.items() if number} == {
        "more_time", "training", "something_else", "staff_support",
    }  # fmt: skip
    assert said(store) == ["a room, quiet"]


def test_a_workbook_with_choices_below_their_question_comes_in(
    store: Store, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    page = book.create_sheet()
    book.remove(book.worksheets[0])
    rating, was = (question.words for question in FORM.questions[:2])
    for row in (
        ("Feedback of the spring", None, None, None, None),
        ("Respondent ID", "End Date", rating, was, None),
        (None, None, "Response", "informative", "helpful"),
        (118, datetime(2026, 6, 7, 12, 5), 5, "informative", None),
        (119, datetime(2026, 6, 7, 12, 6), 4.0, None, True),
    ):
        page.append(row)
    page.merge_cells("D2:E2")
    book.save(tmp_path / "export.xlsx")
    (sheet,) = read_sheets(tmp_path / "export.xlsx")
    with store.change("Import feedback") as change:
        records = recognise(sheet.top, feedback_kind(FORM)).records(sheet.rows())
        found = look_up(change, SESSION, FORM, records)
        assert keep(change, SESSION, FORM, found) == 2
    assert rated(store) == {"very_good": 1, "good": 1}
    ticks = shown(store).questions[1].counts
    assert (ticks["informative"], ticks["helpful"]) == (1, 1)


def test_nothing_of_who_answered_or_when_gets_in_not_even_with_a_refused_row(store: Store) -> None:
    found = bring_in(store, MS_FORMS)
    store.fold_log()
    data = store.path.read_bytes()
    for trace in ("x.org", "Kowalczyk", "Prosser", "Ann Jones", "12:0", "anonymous"):
        assert trace not in repr(found)
        assert trace.encode() not in data
    assert found.refused[0].cells[5] == "splendid"


def test_naughty_comments_come_in_once(store: Store) -> None:
    texts = ['"' + text.replace('"', '""') + '"' for text in NAUGHTY.values()]
    listed = export([f"good,,{text}" for text in texts])
    found = bring_in(store, listed)
    assert found.refused == ()
    assert found.new == len(NAUGHTY)
    assert found.pile is not None
    assert found.pile.comments.total() == len(NAUGHTY) - 2
    assert {one.question for one in found.pile.comments} == {"else"}
    assert bring_in(store, listed).known == len(NAUGHTY)
    assert store.check() == []
