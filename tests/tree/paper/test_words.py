"""Tests of how large a leaf words need."""

from desktop.tree.paper.words import rung


def test_more_words_and_a_name_need_a_larger_leaf() -> None:
    short, long = "Listen", "Listen to people, and never interrupt them too quickly again"
    assert rung(short) < rung(long)
    assert rung(short) <= rung(short, "Małgorzata")
