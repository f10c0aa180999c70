from xml.etree import ElementTree

from desktop.printing.fonts import Weight
from desktop.tree.paper.steps import (
    Fill,
    Line,
    Outline,
    Sheet,
    Stroke,
    Symbol,
    Use,
    Words,
    polygon,
    smooth,
)
from desktop.tree.paper.svg import svg

HREF = "{http://www.w3.org/1999/xlink}href"
SQUARE = polygon([(0, 0), (1, 0), (1, 1), (0, 1)])


def made(*steps: object) -> ElementTree.Element:
    sheet = Sheet(200, 100, 0.0, steps)  # type: ignore[arg-type]
    return ElementTree.fromstring(svg(sheet, title="A & <b>"))


def all_of(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return root.findall(f".//{{http://www.w3.org/2000/svg}}{name}")


def test_a_glyph_is_written_once_and_used_for_each_letter() -> None:
    words = Words((1, 0, 0, 1, 5, 5), [Line("aa a", 0, 0, 10, Weight.REGULAR, "#16211B")], "aa a")
    root = made(words)
    assert len([one for one in all_of(root, "path") if one.get("id")]) == 1
    assert len(all_of(root, "use")) == 3


def test_titles_are_escaped_and_the_size_is_in_points() -> None:
    root = made(Fill([SQUARE], "#000000"))
    assert [one.text for one in all_of(root, "title")] == ["A & <b>"]
    assert root.get("width") == "200.00pt"


def test_what_no_xml_can_hold_is_left_out() -> None:
    root = made(Words((1, 0, 0, 1, 5, 5), [], "Listen\ufffe \uffffmore"))
    assert all_of(root, "title")[-1].text == "Listen more"


def test_curves_lines_and_symbols_are_written() -> None:
    curve = Outline(smooth(SQUARE.points), curved=True, closed=False)
    root = made(
        Symbol("dot", [Fill([SQUARE], "#FF0000")]),
        Use("dot", (2, 0, 0, 2, 10, 10)),
        Stroke([curve], "#00FF00", 0.5),
        Fill([], "#0000FF"),
    )
    paths = [one.get("d", "") for one in all_of(root, "path")]
    assert len(paths) == 2
    assert paths[0].endswith("Z")
    assert "C" in paths[1]
    assert not paths[1].endswith("Z")
    assert all_of(root, "use")[0].get(HREF) == "#dot"
