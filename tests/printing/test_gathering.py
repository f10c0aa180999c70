from io import BytesIO
from itertools import pairwise

from fontTools.ttLib import TTFont

from desktop.printing.fonts import CHAINS, Face, Weight
from desktop.printing.gathering import gathered
from desktop.printing.shaping import Part, font

HOUSE, EMOJI = CHAINS[Weight.REGULAR][0], CHAINS[Weight.REGULAR][-2]


def glyph(face: Face, char: str) -> int:
    return int(font(face).get_nominal_glyph(ord(char)))


def test_glyphs_of_any_face_and_size_are_gathered_in_one_file() -> None:
    letter, smile = Part(glyph(HOUSE, "H")), Part(glyph(EMOJI, "🙂"))
    made = gathered([(HOUSE, (letter,)), (EMOJI, (smile,))])
    file = TTFont(BytesIO(made.file))
    outlines = [file["glyf"][file.getGlyphName(place)] for place in made.places]
    assert file["head"].unitsPerEm == 1000
    assert all(500 < outline.yMax < 1000 for outline in outlines)
    original = TTFont(HOUSE.path)
    assert outlines[0].coordinates == original["glyf"][original.getBestCmap()[ord("H")]].coordinates


def test_parts_stand_where_they_belong() -> None:
    stroke = glyph(HOUSE, "l")
    made = gathered([(HOUSE, (Part(stroke),)), (HOUSE, (Part(stroke), Part(stroke, 300, 100)))])
    file = TTFont(BytesIO(made.file))
    one, two = (file["glyf"][file.getGlyphName(place)] for place in made.places)
    assert (two.xMax - one.xMax, two.yMax - one.yMax) == (300, 100)
    assert two.numberOfContours == 2 * one.numberOfContours


def test_what_looks_alike_is_there_once_and_what_is_blank_stays_blank() -> None:
    letter = (HOUSE, (Part(glyph(HOUSE, "H")),))
    made = gathered([letter, (HOUSE, ()), letter])
    assert made.places[0] == made.places[2] != made.places[1]
    file = TTFont(BytesIO(made.file))
    assert file["glyf"][file.getGlyphName(made.places[1])].numberOfContours == 0
    assert 0 not in made.places  # that one would be the box of a missing character


def test_the_same_glyphs_give_the_same_bytes() -> None:
    files = [gathered([(HOUSE, (Part(glyph(HOUSE, "H")),))]).file for _ in range(2)]
    assert all(one == other for one, other in pairwise(files))
