import pytest

from desktop.printing.fonts import Weight
from desktop.printing.operators import Operators
from tests.printing.reading import drawn, whole_text
from tests.printing.scripts import LEFT_TO_RIGHT, MIXED


@pytest.mark.parametrize(
    "text", [r"a (b) \ c", "Ŵyth tŷ", "Zażółć", *LEFT_TO_RIGHT.values(), *MIXED.values()]
)
def test_what_is_shown_can_be_read_back(text: str) -> None:
    def draw(canvas: object) -> None:
        shown = Operators(canvas).show(text, Weight.REGULAR, "9")  # type: ignore[arg-type]
        canvas.addLiteral(f"BT 30 700 Td {shown} ET")  # type: ignore[attr-defined]

    found = whole_text(drawn(draw))
    assert "".join(found.split()) == "".join(text.split())


def test_ascii_letters_stay_letters() -> None:
    def draw(canvas: object) -> None:
        operators = Operators(canvas)  # type: ignore[arg-type]
        assert operators.show("Ask (me)", Weight.ITALIC, "7.25").endswith(
            r" 7.25 Tf (Ask \(me\)) Tj"
        )

    drawn(draw)
