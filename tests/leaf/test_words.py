from desktop.leaf.words import Lettering, joined, measured, name_lines


def measure(text: str) -> float:
    return 0.5 * len(text)


LETTERS = Lettering(measure, measure, tuple)


def test_words_are_measured_with_the_space_before_them() -> None:
    words = measured("listen  more", measure, LETTERS, 11)
    assert [(word.text, word.width, word.space) for word in words] == [
        ("listen", 3.0, 0.5),
        ("more", 2.0, 0.5),
    ]
    assert joined(words) == "listen more"


def test_a_long_word_comes_in_pieces_that_join_without_a_space() -> None:
    words = measured("x" * 50, measure, LETTERS, 11)
    assert [len(word.text) for word in words] == [17, 16, 17]
    assert joined(words) == "x" * 50


def test_a_long_name_takes_several_lines() -> None:
    words = measured("Siân Angharad Prosser-Llewellyn of Aberwen", measure, LETTERS, 11)
    lines = name_lines(words)
    assert len(lines) > 1
    assert " ".join(text for text, _ in lines) == "Siân Angharad Prosser-Llewellyn of Aberwen"
    assert name_lines([]) == []


def test_a_word_breaks_between_its_parts_without_a_space() -> None:
    lettering = Lettering(
        lambda text: float(len(text)),
        lambda text: float(len(text)),
        list,
        lambda word: word.split("|"),
    )
    words = measured("ab|cd e", lettering.measure, lettering, 10)
    assert [(word.text, word.space) for word in words] == [("ab", 1), ("cd", 0), ("e", 1)]
