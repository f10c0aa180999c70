import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing.charts import Answer, AnswerBar
from desktop.printing.document import Document
from desktop.printing.sheet import A4, A5
from desktop.printing.table import Column, Table
from tests.printing.inside import shown
from tests.printing.reading import page_texts, whole_text

LONG = " ".join(f"word{number}" for number in range(1200))


def session_paper(language: str = "en", subject: str = "", author: str = "") -> Document:
    return Document(
        "Good conversations at home",
        subtitle="Aberwen Community Hall · 8 October 2026",
        footer="Living Well Aberwen · 8 October 2026",
        language=language,
        subject=subject,
        author=author,
    )


def test_header_and_footer_say_what_the_paper_is() -> None:
    text = whole_text(session_paper().finish())
    assert text.startswith("Good conversations at home Aberwen Community Hall · 8 October 2026")
    assert "Living Well Aberwen · 8 October 2026" in text
    assert "Pledge Tree · Page 1 of 1" in text


def test_each_page_knows_how_many_there_are() -> None:
    document = session_paper()
    document.paragraph(LONG)
    pages = page_texts(document.finish())
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Good conversations at home" in page
    assert len(pages) > 1


def test_a_paragraph_runs_over_pages_without_losing_a_word() -> None:
    document = session_paper()
    document.paragraph(LONG)
    text = whole_text(document.finish())
    assert all(f"word{number}" in text for number in range(1200))


@pytest.mark.parametrize("filled", range(30, 60))
def test_no_line_of_a_paragraph_stands_alone(filled: int) -> None:
    document = Document("Comments")
    document.paragraph("\n".join(["filling"] * filled), after=0)
    document.paragraph("\n".join(["own"] * 4), after=0)
    counts = [page.split().count("own") for page in page_texts(document.finish())]
    assert sum(counts) == 4
    assert 1 not in counts


@pytest.mark.parametrize("filled", range(30, 60))
def test_a_heading_keeps_what_follows_beside_it(filled: int) -> None:
    document = Document("Comments")
    document.paragraph("\n".join(["filling"] * filled), after=0)
    document.heading("What they said")
    document.paragraph("own words")
    for page in page_texts(document.finish()):
        assert ("What they said" in page) == ("own words" in page)


def test_a_chart_is_kept_whole() -> None:
    document = Document("Summary")
    bar = AnswerBar("How was it?", [Answer("Good", 5, 5), Answer("Poor", 2, 1)])
    for _ in range(20):
        document.add(bar)
    pages = page_texts(document.finish())
    assert len(pages) > 1
    for page in pages:
        assert page.count("How was it?") == page.count("Good 5") == page.count("Poor 2")


def test_nothing_is_drawn_below_the_footer_or_beyond_the_margins() -> None:
    document = session_paper()
    document.paragraph("W" * 300)
    document.bullets(["x" * 200, LONG])
    document.quote(LONG)
    pdf = pypdfium2.PdfDocument(document.finish())
    try:
        for page in pdf:
            words = page.get_textpage()
            for number in range(words.count_rects()):
                left, bottom, right, top = words.get_rect(number)
                assert left >= document.left - 1
                assert right <= document.right + 1
                assert bottom > 20
                assert top < A4.height - 30
    finally:
        pdf.close()


def test_a_quote_and_a_list_are_written() -> None:
    document = session_paper()
    document.quote("Of 271 who answered (of 412 who came), 247 (91%) said very good.")
    document.bullets(["I will listen. – Eirlys", "Zapytam każdego. – Łukasz"])
    text = whole_text(document.finish())
    assert "Of 271 who answered" in text
    assert "247 (91%) said very good. I will listen. – Eirlys Zapytam każdego. – Łukasz" in text


def test_a_quote_longer_than_a_page_loses_nothing() -> None:
    document = session_paper()
    document.quote(LONG)
    text = whole_text(document.finish())
    assert all(f"word{number}" in text for number in range(1200))


def test_the_same_paper_gives_the_same_bytes() -> None:
    def paper() -> bytes:
        document = session_paper(subject="Session summary", author="Siân Prosser")
        document.heading("Who came")
        document.table(Table([Column("Role"), Column("Here")], [["Nurse 🎉", "3"]]))
        document.bullets(["Я буду слушать"])
        return document.finish()

    assert paper() == paper()


def test_a_paper_can_be_welsh() -> None:
    assert b"/Lang (cy-GB)" in session_paper(language="cy").finish()


def test_a_paper_can_have_another_size() -> None:
    document = Document("Register", paper=A5.landscape)
    assert document.width < A5.landscape.width
    pdf = pypdfium2.PdfDocument(document.finish())
    assert pdf[0].get_size() == pytest.approx((A5.height, A5.width), abs=0.01)
    pdf.close()


def test_a_very_long_title_and_footer_stay_on_the_page() -> None:
    document = Document("Good conversations " * 60, subtitle="Hall " * 100, footer="Aberwen " * 60)
    document.new_page()
    pages = page_texts(document.finish())
    assert "…" in pages[-1]
    assert f"Page 1 of {len(pages)}" in pages[0]


@settings(max_examples=20)
@given(st.text(st.characters(), max_size=200))
def test_any_text_may_stand_anywhere(text: str) -> None:
    document = Document(text, subtitle=text, footer=text, subject=text, author=text)
    document.heading(text)
    document.paragraph(text)
    document.quote(text)
    document.bullets([text])
    document.table(Table([Column(text)], [[text]]))
    assert page_texts(document.finish())


def test_what_people_wrote_in_arabic_begins_at_the_right() -> None:
    words = "سأسأل كل مريض"

    def end_of(document: Document) -> float:
        (run,) = shown(document.finish())
        return document.right - (run.x + run.size * sum(run.widths) / 1000)

    paragraph, quote, bullets = Document("One"), Document("Two"), Document("Three")
    paragraph.paragraph(words)
    quote.quote(words)
    bullets.bullets([words])
    assert end_of(paragraph) == pytest.approx(0, abs=0.01)
    assert end_of(quote) == pytest.approx(14, abs=0.01)
    assert end_of(bullets) == pytest.approx(14, abs=0.01)
