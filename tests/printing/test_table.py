import pytest

from desktop.printing.document import Document
from desktop.printing.fonts import Weight
from desktop.printing.table import TICK, TICK_BOX, Column, Table
from tests.printing.reading import ink, page_texts, whole_text

PEOPLE = [[f"Person {number}", "Care worker", ""] for number in range(1, 101)]
COLUMNS = [Column("Name", 3), Column("Role", 2), Column("Signature", 3)]


def paper(table: Table) -> bytes:
    document = Document("Register")
    document.table(table)
    return document.finish()


def test_headings_stand_on_every_page_and_no_row_is_lost() -> None:
    pages = page_texts(paper(Table(COLUMNS, PEOPLE, row_height=26)))
    assert len(pages) > 3
    assert all(page.count("Signature") == 1 for page in pages)
    assert pages[0].count("Person ") > 20
    text = " ".join(pages)
    assert all(f"Person {number} " in text.replace("\n", " ") for number in range(1, 101))


def test_blank_rows_have_room_to_sign() -> None:
    blank = Table(COLUMNS, [["", "", ""]] * 20, row_height=26)
    assert blank.laid(500, 0).height == 26
    assert ink(paper(blank)) > ink(paper(Table(COLUMNS, [])))


def test_a_cell_longer_than_a_page_goes_on_over_the_next() -> None:
    words = [f"word{number}" for number in range(1000)]
    pages = page_texts(paper(Table(COLUMNS, [["Siân", " ".join(words), ""], PEOPLE[0]])))
    assert len(pages) > 2
    text = "".join("".join(pages).split())
    assert all(word in text for word in words)
    assert "Person 1" in pages[-1]


def test_the_last_row_can_be_the_total_in_bold() -> None:
    table = Table(COLUMNS, [["Nurse", "1", ""], ["Everyone", "23", ""]], total=True)
    assert table.style(0, 0).weight is Weight.REGULAR
    assert table.style(0, 1).weight is Weight.BOLD
    assert "Everyone 23" in whole_text(paper(table))


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_ticks_and_boxes_are_drawn_not_written(align: str) -> None:
    columns = [Column("Name"), Column("Here", 1, align)]  # type: ignore[arg-type]
    ticked = paper(Table(columns, [["Siân", TICK]]))
    box = paper(Table(columns, [["Siân", TICK_BOX]]))
    nothing = paper(Table(columns, [["Siân", ""]]))
    assert whole_text(ticked) == whole_text(box) == whole_text(nothing)
    assert ink(nothing) < ink(ticked)
    assert ink(nothing) < ink(box)


def test_a_table_may_be_narrower_than_the_page() -> None:
    narrow, full = Table(COLUMNS, PEOPLE[:1], part=0.5), Table(COLUMNS, PEOPLE[:1])
    assert ink(paper(narrow)) < ink(paper(full))
    assert sum(full.widths(400)) == pytest.approx(400)


def test_words_of_people_are_never_markup() -> None:
    cell = "<img src='file:///etc/passwd'> & <b>bold</b>"
    assert cell in whole_text(paper(Table([Column("Comment")], [[cell]])))
