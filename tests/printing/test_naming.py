from desktop.printing.naming import file_name, safe


def test_a_file_is_named_by_when_what_and_its_ending() -> None:
    assert file_name("2026-10-08", "Aberwen", "pledge tree", "svg") == (
        "2026-10-08 Aberwen – pledge tree.svg"
    )
    assert file_name("", "", "pledge tree") == "Pledge tree.pdf"


def test_nothing_forbidden_is_left_in_a_name() -> None:
    assert safe('a/b\\c:d*e?"f<g>h|i.j') == "a b c d e f g h i j"
