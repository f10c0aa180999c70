"""Forms of which only is known what they say and how often."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.feedback.contents import tidied
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers, Ask, Comment, Question
from desktop.feedback.pile import Pile, pile_in, pile_of
from desktop.store.documents import document_hash

FORM = default_form()
GOOD, POOR = Answers({"rating": ("good",)}), Answers({"rating": ("poor",)})


def chosen(question: Question) -> st.SearchStrategy[tuple[str, ...]]:
    keys = st.sampled_from([choice.key for choice in question.choices])
    most = len(question.choices) if question.ask is Ask.TICKS else 1
    return st.lists(keys, max_size=most, unique=True).map(tuple)


def anyone() -> st.SearchStrategy[Answers]:
    """Return any answers to the default form, as they go into a box."""
    scores = {q.key: chosen(q) for q in FORM.questions if q.ask is not Ask.TEXT}
    words = st.dictionaries(st.sampled_from(["help", "else"]), st.text(max_size=30))
    return st.builds(Answers, given=st.fixed_dictionaries(scores), words=words).map(tidied)


def piled(*forms: Answers) -> Pile:
    return pile_of(forms, [Comment(k, text) for form in forms for k, text in form.words.items()])


@given(st.lists(anyone(), max_size=12), st.randoms(use_true_random=False))
def test_the_document_says_nothing_of_the_order(forms: list[Answers], rng: object) -> None:
    mixed = sorted(forms, key=lambda _: rng.random())  # type: ignore[attr-defined]
    one, other = (piled(*some).body("morning", FORM.id) for some in (forms, mixed))
    assert document_hash("box", one) == document_hash("box", other)
    assert [answer["id"] for answer in one["answers"]] == sorted(a["id"] for a in one["answers"])
    assert pile_in(one) == piled(*forms)


@given(st.lists(anyone(), max_size=6), st.lists(anyone(), max_size=6))
def test_what_is_left_of_two_piles_without_one_is_the_other(
    some: list[Answers], others: list[Answers]
) -> None:
    both = piled(*some, *others)
    assert both.holds(piled(*some))
    assert both - piled(*some) == piled(*others)
    assert piled(*some) + piled(*others) == both
    assert both.number == len(some) + len(others)


def test_the_ids_of_scores_do_not_depend_on_words_nor_those_of_words_on_scores() -> None:
    together = piled(Answers(GOOD.given, {"else": "a"}), Answers(POOR.given, {"else": "b"}))
    crossed = piled(Answers(GOOD.given, {"else": "b"}), Answers(POOR.given, {"else": "a"}))
    assert together == crossed
    assert together.body("m", "f") == crossed.body("m", "f")


def test_the_same_answers_twice_are_two_forms() -> None:
    body = piled(GOOD, POOR, GOOD).body("m", "f")
    assert len({answer["id"] for answer in body["answers"]}) == 3
    assert not piled(GOOD).holds(piled(GOOD, GOOD))


def test_a_pile_knows_what_was_asked() -> None:
    pile = piled(GOOD, Answers({"rating": ("good",), "was": ()}))
    assert pile.asked() == {"rating", "was"}
    assert pile.scores_of({"rating"}).total() == 2
    assert len(pile.scores_of({"rating"})) == 1


def test_most_of_the_columns_and_five_forms_make_the_same_answers() -> None:
    three = Answers({"rating": ("good",), "was": (), "recommend": ("yes",)})
    two = Answers({"rating": ("good",), "was": ()})
    assert piled(*[two] * 5).has_other_columns(piled(*[three] * 6))
    assert piled(*[three] * 6).has_other_columns(piled(*[two] * 5))
    assert not piled(*[two] * 4).has_other_columns(piled(*[three] * 6))
    assert not piled(*[GOOD] * 5).has_other_columns(piled(*[three] * 6))
    assert not piled(*[two] * 5).has_other_columns(piled(*[two] * 6))


def test_equal_piles_are_found_by_one_key() -> None:
    assert piled(GOOD, POOR).key == piled(POOR, GOOD).key
    assert piled(GOOD).key != piled(GOOD, GOOD).key


def test_a_box_may_name_those_it_was_brought_in_beside() -> None:
    assert "besides" not in piled(GOOD).body("m", "f")
    assert piled(GOOD).body("m", "f", ["y", "x"])["besides"] == ["x", "y"]
    assert pile_in(piled(GOOD).body("m", "f", ["x"])) == piled(GOOD)
