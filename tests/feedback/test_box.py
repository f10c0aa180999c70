import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.feedback.box import (
    CLOSED_BOX,
    MOST_RECENT,
    OpenBox,
    close_box,
    folder_of,
    open_box,
    open_boxes,
    reopen_box,
    tidy_boxes,
)
from desktop.feedback.form import default_form, reworded
from desktop.feedback.model import Answers, Comment
from desktop.feedback.sealed import SealedFile
from desktop.kinds import open_store
from desktop.store.store import Store

SESSION = str(uuid.UUID(int=7))
FORM = default_form()
GOOD = Answers(given={"rating": ("very_good",), "was": ("helpful", "enjoyable")})
BLANK = Answers(given={"rating": (), "was": ()})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "hall.db")
    yield store
    store.close()


def opened(store: Store) -> OpenBox:
    return open_box(store.path, SESSION, FORM)


def said(text: str) -> Answers:
    return Answers(given=GOOD.given, words={"else": text})


def tallied(store: Store) -> dict[tuple[str, str], int]:
    with store.read() as db:
        rows = db.rows(CLOSED_BOX.table.select())
    return {(row.question, row.choice): row.number for row in rows}


def test_answers_are_there_after_the_app_was_closed(store: Store) -> None:
    box = opened(store)
    box.add(said("Thank you"))
    box.add(BLANK)
    again = opened(store)
    assert again.count == 2
    assert again.comments() == [Comment("else", "Thank you")]
    assert {frozenset(answers.given["was"]) for answers in again.answers()} == {
        frozenset({"helpful", "enjoyable"}),
        frozenset(),
    }


def test_opening_a_box_writes_nothing(store: Store) -> None:
    assert opened(store).count == 0
    assert not folder_of(store.path).exists()
    assert open_boxes(store.path) == []


def test_the_order_in_which_people_came_is_not_in_the_box(store: Store) -> None:
    box = opened(store)
    tokens = [box.add(said(f"comment {number:02}")) for number in range(30)]
    body = box.body()
    ids = [answer["id"] for answer in body["answers"]]
    assert ids == sorted(tokens) != tokens
    texts = [comment["text"] for comment in body["comments"]]
    assert sorted(texts) != texts
    assert not {comment["id"] for comment in body["comments"]} & set(ids)


def test_nothing_in_the_box_says_who_or_when(store: Store) -> None:
    box = opened(store)
    box.add(said("Thank you"))
    body = box.body()
    assert set(body) == {"session", "form", "answers", "comments"}
    assert set(body["answers"][0]) == {"id", "given"}
    assert set(body["comments"][0]) == {"id", "question", "text"}
    assert "Thank you" not in str(body["answers"])


def test_a_comment_is_cleaned_and_an_empty_one_dropped(store: Store) -> None:
    box = opened(store)
    box.add(Answers(given={}, words={"else": "  so\x00 good\u202e \r\n", "help": " \n "}))
    assert box.comments() == [Comment("else", "so good")]
    with pytest.raises(UserError, match="10,001 characters"):
        box.add(said("x" * 10_001))
    assert box.count == 1


def test_the_last_forms_can_be_corrected(store: Store) -> None:
    box = opened(store)
    first, second = box.add(said("Frist")), box.add(said("Second"))
    assert box.recent == (second, first)
    assert box.given_by(first).words == {"else": "Frist"}
    box.replace(first, Answers(given={"rating": ("good",)}, words={"else": "First"}))
    assert box.given_by(first) == Answers({"rating": ("good",)}, {"else": "First"})
    again = opened(store)
    assert again.count == 2
    assert {comment.text for comment in again.comments()} == {"First", "Second"}


def test_a_form_can_be_taken_out_with_its_comment(store: Store) -> None:
    box = opened(store)
    token = box.add(said("A slip of the hand"))
    box.add(BLANK)
    box.remove(token)
    assert (box.count, box.comments(), len(box.recent)) == (1, [], 1)
    assert opened(store).count == 1


def test_only_the_last_forms_of_this_sitting_are_known(store: Store) -> None:
    box = opened(store)
    tokens = [box.add(BLANK) for _ in range(MOST_RECENT + 2)]
    assert box.recent == tuple(reversed(tokens[2:]))
    assert opened(store).recent == ()


def test_an_unfinished_form_survives_a_crash_until_it_is_added(store: Store) -> None:
    box = opened(store)
    box.keep_draft(said("I was just going to"))
    assert opened(store).draft() == Answers(GOOD.given, {"else": "I was just going to"})
    box.add(said("I was just going to say"))
    assert opened(store).draft() is None
    box.keep_draft(GOOD)
    box.keep_draft(None)
    assert opened(store).draft() is None


def test_closing_puts_the_box_into_the_data_file_for_good(store: Store) -> None:
    box = opened(store)
    box.add(said("Thank you"))
    box.add(Answers(given={"rating": ("good",), "was": ()}))
    body = box.body()
    close_box(store, box)
    assert not folder_of(store.path).exists()
    with store.read() as db:
        assert list(db.documents("box").values()) == [body]
    assert tallied(store) == {
        ("", ""): 2,
        ("rating", "+"): 2,
        ("rating", "very_good"): 1,
        ("rating", "good"): 1,
        ("was", "+"): 1,
        ("was", ""): 1,
        ("was", "helpful"): 1,
        ("was", "enjoyable"): 1,
    }
    with pytest.raises(UserError, match="closed"):
        box.add(BLANK)


def test_an_empty_box_leaves_no_document(store: Store) -> None:
    box = opened(store)
    box.keep_draft(GOOD)
    close_box(store, box)
    assert tallied(store) == {}
    assert open_boxes(store.path) == []


def test_two_boxes_of_one_session_are_kept_side_by_side(store: Store) -> None:
    for _ in range(2):
        box = opened(store)
        box.add(GOOD)
        close_box(store, box)
    with store.read() as db:
        assert len(db.documents("box")) == 2


def test_undo_never_touches_feedback(store: Store) -> None:
    box = opened(store)
    box.add(GOOD)
    close_box(store, box)
    assert store.undo() is None
    assert tallied(store)["", ""] == 1


def test_a_box_left_open_is_offered_the_next_day(store: Store) -> None:
    opened(store).add(GOOD)
    tidy_boxes(store, store.path)
    assert open_boxes(store.path) == [SESSION]
    box = reopen_box(store.path, SESSION)
    assert box
    assert (box.count, box.form_id, box.session_id) == (1, FORM.id, SESSION)
    close_box(store, box)
    assert reopen_box(store.path, SESSION) is None


def test_a_box_that_is_inside_already_is_dropped_on_start(store: Store) -> None:
    box = opened(store)
    box.add(said("Thank you"))
    store.keep(CLOSED_BOX, box.body())
    tidy_boxes(store, store.path)
    assert not folder_of(store.path).exists()
    assert tallied(store)["", ""] == 1


def test_on_start_an_unfinished_form_stays_and_an_empty_box_goes(store: Store) -> None:
    box = opened(store)
    box.keep_draft(GOOD)
    tidy_boxes(store, store.path)
    assert opened(store).draft() == GOOD
    box.keep_draft(None)
    tidy_boxes(store, store.path)
    assert open_boxes(store.path) == []


def test_answers_to_two_forms_do_not_mix(store: Store) -> None:
    box = opened(store)
    box.keep_draft(GOOD)
    other = reworded(FORM, FORM.questions[:2])
    fresh = open_box(store.path, SESSION, other)
    assert fresh.draft() is None
    fresh.add(GOOD)
    with pytest.raises(UserError, match="another form"):
        opened(store)


def test_a_damaged_box_is_kept_aside_and_never_deleted(store: Store) -> None:
    opened(store).add(GOOD)
    folder = folder_of(store.path)
    for path in folder.glob("*.box*"):
        path.write_bytes(b"dust")
    tidy_boxes(store, store.path)
    with pytest.raises(UserError, match="kept in"):
        opened(store)
    kept = sorted(os.listdir(folder))
    assert [name.partition(".")[2] for name in kept] == [
        "box-copy-damaged-1",
        "box-damaged-1",
        "key-copy-damaged-1",
        "key-damaged-1",
    ]
    box = opened(store)
    box.add(GOOD)
    close_box(store, box)
    assert sorted(os.listdir(folder)) == kept


def test_a_box_of_another_make_is_kept_aside(store: Store) -> None:
    SealedFile(folder_of(store.path), SESSION).write(b'{"box": 1}')
    tidy_boxes(store, store.path)
    with pytest.raises(UserError, match="can’t be read"):
        reopen_box(store.path, SESSION)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_on_a_full_disk_the_form_stays_with_who_types_it(store: Store) -> None:
    box = opened(store)
    token = box.add(said("Thank you"))
    part = folder_of(store.path) / f"{SESSION}.box.part"
    for attempt in (
        lambda: box.add(BLANK),
        lambda: box.replace(token, BLANK),
        lambda: box.remove(token),
    ):
        part.symlink_to("/dev/full")
        with pytest.raises(UserError, match="The disk is full"):
            attempt()
    assert (box.count, box.recent, len(box.comments())) == (1, (token,), 1)
    box.add(BLANK)
    assert opened(store).count == 2


def test_a_session_id_cannot_lead_out_of_the_folder(store: Store) -> None:
    with pytest.raises(ValueError):
        open_box(store.path, "../../elsewhere", FORM)
