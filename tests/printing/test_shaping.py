import pytest

from desktop.printing.fonts import CHAINS, Face, Weight, coverage
from desktop.printing.shaping import shaped

FACES = {face.name: face for face in CHAINS[Weight.REGULAR] if face.shaped}
ARABIC, INDIAN = FACES["NotoSansArabic-Regular"], FACES["NotoSans-Regular"]
EMOJI = FACES["NotoEmoji-Regular"]


def texts(face: Face, text: str, *, left: bool = False) -> list[str]:
    return [glyph.text for glyph in shaped(face, text, left=left)]


def test_arabic_letters_join_and_stand_from_right_to_left() -> None:
    assert texts(ARABIC, "سلام", left=True) == ["م", "ا", "ل", "س"]
    joined = sum(glyph.advance for glyph in shaped(ARABIC, "سلام", left=True))
    assert joined < sum(shaped(ARABIC, letter, left=True)[0].advance for letter in "سلام")


def test_a_syllable_is_one_sign_with_all_its_text() -> None:
    assert texts(INDIAN, "क्षत्रिय") == ["क्ष", "त्रि", "य"]
    assert len(shaped(INDIAN, "त्रि")[0].parts) == 2


def test_joined_emoji_are_one_picture() -> None:
    for sign in [
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "🇬🇧",
        "1\ufe0f\u20e3",
        "❤\ufe0f",
        "👩🏿\u200d⚕\ufe0f",
    ]:
        assert texts(EMOJI, sign) == [sign]


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_no_character_of_a_face_turns_into_a_box(face: Face) -> None:
    for char in coverage(face):
        for left in (False, True):
            glyphs = shaped.__wrapped__(face, char, left=left)
            assert all(part.id for glyph in glyphs for part in glyph.parts)
            assert "".join(glyph.text for glyph in glyphs) == char
