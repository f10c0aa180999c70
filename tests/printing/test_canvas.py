from concurrent.futures import ThreadPoolExecutor

import pypdfium2

from desktop.printing.style import BODY, HEADING
from desktop.printing.text import draw
from tests.printing.reading import drawn, whole_text


def greeting(number: int = 0) -> bytes:
    return drawn(
        lambda canvas: draw(canvas, 72, 700, f"Croeso {number} Ŵŷ Слушать 🎉", HEADING),
        title=f"Croeso {number}",
    )


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert greeting() == greeting()


def test_the_paper_carries_its_title_and_its_maker() -> None:
    document = pypdfium2.PdfDocument(greeting(7))
    try:
        about = document.get_metadata_dict()
    finally:
        document.close()
    assert about["Title"] == "Croeso 7"
    assert about["Creator"] == "Pledge Tree"


def test_the_paper_names_its_language() -> None:
    assert b"/Lang (en-GB)" in greeting()


def test_every_font_is_embedded() -> None:
    pdf = drawn(lambda canvas: draw(canvas, 72, 700, "Croeso", BODY))
    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") > 0


def test_several_workers_may_print_at_once() -> None:
    with ThreadPoolExecutor(4) as workers:
        papers = list(workers.map(greeting, range(12)))
    assert papers == [greeting(number) for number in range(12)]
    assert whole_text(papers[11]) == "Croeso 11 Ŵŷ Слушать 🎉"
