"""Tests of pieces laid out on sheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tree.paper.packing import Piece, Spot, pack

WIDE, HIGH, GAP = 200.0, 280.0, 3.0
PIECES = st.lists(st.builds(Piece, st.floats(5, WIDE), st.floats(5, HIGH)), max_size=40)


@given(PIECES)
def test_pieces_lie_on_their_sheets_and_apart(pieces: list[Piece]) -> None:
    laid = list(zip(pieces, pack(pieces, WIDE, HIGH, GAP), strict=True))
    for piece, spot in laid:
        assert -1e-6 <= spot.x <= WIDE - piece.width + 1e-6
        assert -1e-6 <= spot.y <= HIGH - piece.height + 1e-6
    for n, (piece, spot) in enumerate(laid):
        for other, there in laid[:n]:
            if spot.sheet != there.sheet:
                continue
            assert (
                spot.x + piece.width + GAP <= there.x + 1e-6
                or there.x + other.width + GAP <= spot.x + 1e-6
                or spot.y + piece.height + GAP <= there.y + 1e-6
                or there.y + other.height + GAP <= spot.y + 1e-6
            )


@given(st.lists(st.builds(Piece, st.floats(40, 60), st.floats(20, 30)), min_size=20, max_size=60))
def test_little_paper_is_wasted(pieces: list[Piece]) -> None:
    sheets = max(spot.sheet for spot in pack(pieces, WIDE, HIGH, 0)) + 1
    area = sum(piece.width * piece.height for piece in pieces)
    assert sheets <= area / (WIDE * HIGH) / 0.6 + 1


def test_high_pieces_come_first_and_small_ones_fill_the_gaps() -> None:
    spots = pack([Piece(10, 20), Piece(150, 60), Piece(150, 50)], WIDE, HIGH, GAP)
    assert spots == [Spot(0, 153, 240), Spot(0, 0, 220), Spot(0, 0, 167)]


def test_a_piece_larger_than_the_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="201"):
        pack([Piece(201, 20)], WIDE, HIGH, GAP)


def test_nothing_takes_no_sheet() -> None:
    assert pack([], WIDE, HIGH, GAP) == []
