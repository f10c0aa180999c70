import pytest

from desktop.ui.tokens import ANSWER_BARS, EDGE_PAIRS, TEXT_PAIRS, THEMES, contrast, tokens


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_all_text_is_readable(theme: str, ink: str, ground: str) -> None:
    assert contrast(tokens(theme)[ink], tokens(theme)[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), EDGE_PAIRS)
def test_edges_and_focus_are_visible(theme: str, mark: str, ground: str) -> None:
    assert contrast(tokens(theme)[mark], tokens(theme)[ground]) >= 3.0


@pytest.mark.parametrize(("fill", "ink"), ANSWER_BARS)
def test_the_number_on_an_answer_bar_is_readable(fill: str, ink: str) -> None:
    assert contrast(ink, fill) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_every_token(theme: str) -> None:
    assert tokens(theme).keys() == tokens("light").keys()


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == 21.0
    assert round(contrast("#0F5A3D", "#FFFFFF"), 1) == 8.2
