import json

import pytest

from desktop.paths import resources
from desktop.printing import style
from desktop.printing.fonts import Weight


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in style.rgb(colour)
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("value", style.ANSWERS)
def test_every_count_on_a_bar_is_easy_to_read(value: int) -> None:
    assert contrast(*style.ANSWERS[value]) >= 4.5


def test_small_print_is_dark_enough_to_read() -> None:
    assert contrast(style.MUTED, style.WHITE) >= 7
    assert contrast(style.INK, style.WHITE) >= 7


def test_paper_has_the_colours_of_the_screen() -> None:
    light = json.loads(resources("tokens.json").read_text())["light"]
    assert (light["text"], light["muted"], light["brand"]) == (style.INK, style.MUTED, style.BRAND)
    assert tuple(light[f"leaf{n}"] for n in range(1, 6)) == style.LEAVES


def test_a_style_changes_without_changing_the_original() -> None:
    large = style.BODY.at(20).bold().coloured("#000000")
    assert (large.size, large.weight, large.colour) == (20, Weight.BOLD, "#000000")
    assert style.BODY.size == 10.5
