from desktop.printing.style import BODY
from desktop.printing.text import draw
from tests.printing.reading import drawn, whole_text


def test_emoji_can_be_copied_out_of_the_paper() -> None:
    pdf = drawn(lambda canvas: draw(canvas, 72, 700, "Celebrate small wins 🎉 on Friday 👍", BODY))
    text = whole_text(pdf)
    assert "🎉" in text
    assert "👍" in text
