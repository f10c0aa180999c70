import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.feedback.contents import Contents, read_contents, tidied, written
from desktop.feedback.model import Answers, Comment

keys = st.text(max_size=5)
chosen = st.dictionaries(keys, st.lists(keys).map(tuple))
drafts = st.builds(Answers, given=chosen, words=st.dictionaries(keys, st.text()))
contents = st.builds(
    Contents,
    st.just("morning"),
    st.just("form"),
    st.dictionaries(keys, chosen),
    st.dictionaries(keys, st.builds(Comment, keys, st.text())),
    st.none() | drafts,
)


@given(contents)
def test_what_was_written_is_read_again(kept: Contents) -> None:
    assert read_contents(written(kept)) == kept


def test_the_order_of_ticks_is_not_kept() -> None:
    found = tidied(Answers({"was": ("helpful", "enjoyable", "helpful")}, {"else": " "}))
    assert found == Answers({"was": ("enjoyable", "helpful")}, {})


@pytest.mark.parametrize("plain", [b"", b"{}", b"[]", b'{"box": 1, "draft": null}', b"\xff"])
def test_something_else_is_not_read(plain: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_contents(plain)
