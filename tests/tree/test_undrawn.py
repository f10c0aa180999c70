from desktop.tree.growth.shape import Place
from desktop.tree.paper.rows import Leaf
from desktop.tree.undrawn import undrawn_words


def leaf(text: str, name: str = "") -> Leaf:
    return Leaf("one", Place(10, 0, 0, 1, 0, 0), text, name)


def test_what_can_be_drawn_needs_no_word() -> None:
    assert undrawn_words([leaf("Gwrando’n fwy", "Siân"), leaf("我会倾听")], "Gofal") == ("", "")


def test_characters_that_no_face_draws_are_named_and_their_leaves_counted() -> None:
    leaves = [leaf("Listen more", "ᏣᎳ"), leaf("ᏣᎳᎩ"), leaf("Ring home")]
    first, rest = undrawn_words(leaves)
    assert first == "These characters can’t be printed: Ꮳ Ꮃ Ꭹ (Cherokee)."
    assert rest.startswith("2 leaves stay empty or have gaps.")
    assert undrawn_words([], "ᏣᎳᎩ")[1].startswith("They are left out at the foot.")
    many = "".join(chr(0x13A0 + n) for n in range(20))
    assert undrawn_words([leaf(many)])[0].endswith(" … (Cherokee).")


def test_signs_of_no_script_are_named_alone() -> None:
    assert undrawn_words([leaf("\U0001f02b ᏣᎳᎩ தமிழ்")])[0].endswith("(Cherokee, Tamil).")
    assert undrawn_words([leaf("\U0001f02b")])[0].endswith(": \U0001f02b.")
