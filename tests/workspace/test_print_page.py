from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.attendance.model import Presence
from desktop.pledges.model import Show
from desktop.sessions.model import Session
from desktop.ui.printer import print_pdf
from desktop.workspace.print_page import PrintPage
from tests.printing.reading import page_texts, whole_text
from tests.reports.hall import Hall, rated
from tests.ui.hands import click, focus, press
from tests.workspace.hands import answer, desk_of, finished, paper_text, print_page, settled


@pytest.fixture
def session(hall: Hall) -> Session:
    session = hall.session(title="Good talk")
    hall.came(session, "Nurse", "Care worker")
    hall.expected(session, Presence.EXPECTED)
    hall.pledge(session, "I will sing.", Show.FIRST_NAME, "Eirlys Vaughan")
    hall.pledge(session, "I will keep still.", Show.NOT_ON_TREE)
    return session


@pytest.fixture
def page(hall: Hall, session: Session, qtbot: QtBot, tmp_path: Path) -> PrintPage:
    return print_page(qtbot, desk_of(hall, tmp_path / "papers"), session)


def test_the_cards_are_shown_first_where_there_are_pledges(page: PrintPage) -> None:
    assert page.list.value() == "cards"
    assert page.list.rows["cards"].hasFocus()
    assert page.sheet.line.text() == "2 on 2 sheets"
    assert "I will sing. Eirlys, 4 March 2024" in paper_text(page)
    assert page.sheet.preview.paper.page_count() == 2


def test_slips_are_shown_first_where_there_is_nothing_yet(
    hall: Hall, qtbot: QtBot, tmp_path: Path
) -> None:
    page = print_page(qtbot, desk_of(hall, tmp_path), hall.session(title="Good talk"))
    assert page.list.value() == "slips"
    assert "My pledge" in paper_text(page)


def test_arrow_keys_walk_through_the_papers(page: PrintPage, qtbot: QtBot) -> None:
    titles = {}
    for key in ("leaves", "summary", "register", "slips", "forms"):
        focus(page.list.rows[page.list.value()])
        press(page.list.rows[page.list.value()], Qt.Key.Key_Down)
        settled(qtbot, page)
        assert page.list.value() == key
        titles[page.sheet.title.text()] = paper_text(page)
    assert "still" not in titles["Leaves to cut out"]
    assert "2 people came" in titles["Summary"]
    assert "2 here, 3 people on the list" in titles["Register"]
    assert "My pledge" in titles["Pledge slips"]
    assert "Good talk" in titles["Feedback forms"]


def test_the_paper_is_made_anew_when_something_changes(
    page: PrintPage, hall: Hall, session: Session, qtbot: QtBot
) -> None:
    for number in range(6):
        hall.pledge(session, f"I will call {number}.", Show.NO_NAME)
    page.refresh()
    settled(qtbot, page)
    assert "I will call 5." in paper_text(page)
    assert page.sheet.line.text() == "8 on 3 sheets"


def test_a_refresh_stays_at_the_page_that_was_read(
    page: PrintPage, hall: Hall, session: Session, qtbot: QtBot
) -> None:
    page.sheet.preview.paper.go_to(2)
    page.refresh()
    settled(qtbot, page)
    assert page.sheet.preview.paper.page() == 2
    hall.pledge(session, "I will rest.", Show.NO_NAME)
    page.refresh()
    settled(qtbot, page)
    assert page.sheet.preview.paper.page() == 2


def test_private_pledges_can_be_left_out(page: PrintPage, qtbot: QtBot) -> None:
    click(page.options.private)
    settled(qtbot, page)
    assert "still" not in paper_text(page)
    assert page.list.rows["cards"].line() == "1 on 1 sheet"
    assert page.bar.said()[0] == "1 pledge card"


def test_cards_begin_where_the_part_used_sheet_is_free(page: PrintPage, qtbot: QtBot) -> None:
    click(page.options.private)
    page.options.picker.stepper.set_value(4)
    settled(qtbot, page)
    once = page.sheet.ready().pdf
    page.options.picker.stepper.set_value(1)
    settled(qtbot, page)
    assert page.sheet.ready().pdf != once


def test_the_register_is_sorted_and_has_the_lines_that_were_chosen(
    page: PrintPage, qtbot: QtBot
) -> None:
    page.list.choose("register")
    settled(qtbot, page)
    assert page.options.blanks.value() == 8
    pages = len(page_texts(page.sheet.ready().pdf))
    page.options.blanks.set_value(60)
    settled(qtbot, page)
    assert len(page_texts(page.sheet.ready().pdf)) > pages


def test_the_very_pages_are_printed_and_it_says_when(page: PrintPage, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pdf(page.sheet.ready().pdf, printer)
    page.note_printed()
    assert len(page_texts((tmp_path / "printed.pdf").read_bytes())) == 2
    assert page.list.rows["cards"].done() == "Printed 16:00"
    assert "Printed 16:00" in page.list.rows["cards"].accessibleName()


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinters()), reason="there is a printer here")
def test_without_a_printer_a_pdf_is_offered(page: PrintPage) -> None:
    click(page.sheet.print_button)
    assert page.sheet.trouble.isVisible()
    assert page.sheet.trouble.text().startswith("No printer was found.")
    assert page.sheet.trouble.button is not None
    assert page.sheet.trouble.button.words() == "Save PDF"
    assert page.list.rows["cards"].done() == ""


def test_a_paper_is_saved_as_a_pdf(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[str] = []
    page.told.connect(lambda words, change: told.append(words))
    page.save_to(tmp_path / "Cards for Nan")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Saved as Cards for Nan.pdf"]
    assert "I will sing." in whole_text((tmp_path / "Cards for Nan.pdf").read_bytes())
    assert page.list.rows["cards"].done() == "Saved 16:00"


def test_a_folder_that_is_gone_is_said_and_another_can_be_chosen(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.save_to(tmp_path / "gone" / "cards.pdf")
    qtbot.waitUntil(page.sheet.trouble.isVisible)
    assert "is not there" in page.sheet.trouble.text()
    page.save_to(tmp_path / "cards.pdf")
    qtbot.waitUntil(lambda: not page.sheet.trouble.isVisible())
    assert (tmp_path / "cards.pdf").exists()


def test_what_is_pressed_too_early_is_done_with_the_newest_paper(
    page: PrintPage, hall: Hall, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    hall.pledge(session, "I will rest.", Show.NO_NAME)
    page.refresh()
    page.save_to(tmp_path / "cards.pdf")
    qtbot.waitUntil((tmp_path / "cards.pdf").exists)
    assert "I will rest." in whole_text((tmp_path / "cards.pdf").read_bytes())


def test_a_pledge_that_is_too_long_is_named_with_a_way_to_it(
    page: PrintPage, hall: Hall, session: Session, qtbot: QtBot
) -> None:
    wanted: list[tuple[str, str]] = []
    page.wanted.connect(lambda where, what: wanted.append((where, what)))
    hall.pledge(session, "I will listen and then listen again. " * 60, Show.NO_NAME)
    page.refresh()
    settled(qtbot, page)
    link = next(b for b in page.sheet.findChildren(QAbstractButton) if b.text() == "Shorten it")
    click(link)
    assert wanted == [("session", f"{session.id}/pledges")]


def test_open_feedback_is_not_in_the_summary_before_the_session_is_finished(
    page: PrintPage, hall: Hall, session: Session, qtbot: QtBot
) -> None:
    hall.collected(session, *rated("good", 7))
    page.list.choose("summary")
    page.arrive()
    settled(qtbot, page)
    assert page.list.rows["summary"].line() == "7 forms so far"
    assert "gave feedback" not in paper_text(page)
    answer("Mark as absent")
    click(page.bar.button)
    finished(qtbot, page)
    page.refresh()
    settled(qtbot, page)
    assert "7 gave feedback" in paper_text(page)


def test_where_there_is_nothing_to_print_it_says_so(
    hall: Hall, qtbot: QtBot, tmp_path: Path
) -> None:
    page = print_page(qtbot, desk_of(hall, tmp_path), hall.session())
    page.list.choose("cards")
    settled(qtbot, page)
    assert page.sheet.nothing.sentence.text() == "There are no pledges to print yet."
    assert page.sheet.nothing.isVisible()
    assert not page.sheet.print_button.isEnabled()
    assert page.list.rows["cards"].line() == "No pledges yet"


def test_the_page_is_calm_when_its_session_is_deleted(
    page: PrintPage, hall: Hall, session: Session
) -> None:
    with hall.store.change("Delete session") as change:
        change.delete(change.need(Session, session.id))
    page.refresh()
    assert page.list.value() == "cards"


def test_choices_of_one_session_are_not_those_of_the_next(
    page: PrintPage, hall: Hall, qtbot: QtBot
) -> None:
    page.options.picker.stepper.set_value(3)
    page.list.choose("register")
    page.options.blanks.set_value(2)
    other = hall.session(title="Next")
    hall.pledge(other, "I will rest.", Show.NO_NAME)
    page.show_session(other.id)
    settled(qtbot, page)
    assert page.list.value() == "cards"
    assert page.options.options("cards").start == 1
    assert page.options.options("register").blanks is None


def test_everything_has_a_name_and_can_be_reached_by_keys(page: PrintPage, qtbot: QtBot) -> None:
    for key in page.list.rows:
        page.list.choose(key)
        settled(qtbot, page)
        for part in page.findChildren(QWidget):
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert part.accessibleName(), part


def test_markup_and_odd_characters_are_shown_as_they_are(
    page: PrintPage, hall: Hall, session: Session, qtbot: QtBot
) -> None:
    hall.pledge(session, "<b>I will</b> bring 𓀀 <i>", Show.NO_NAME)
    page.refresh()
    settled(qtbot, page)
    assert [worry.words for worry in page.sheet.ready().worries] == [
        "These characters can’t be printed: 𓀀. In “<b>I will</b> bring 𓀀 <i>”."
    ]
    assert "<b>I will</b> bring" in paper_text(page)
