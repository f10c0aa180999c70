"""What lies in an open box, and how it is written down."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.feedback.model import Answers, Comment
from desktop.language import tr
from desktop.text import paragraphs


@dataclass(frozen=True)
class Contents:
    """What lies in the file: scores by random id, comments by random id, the unfinished form."""

    session: str
    form: str
    scores: Mapping[str, Mapping[str, tuple[str, ...]]]
    comments: Mapping[str, Comment]
    draft: Answers | None = None

    def body(self) -> dict[str, Any]:
        """Return the document of these answers."""
        return {
            "session": self.session,
            "form": self.form,
            "answers": [
                {"id": key, "given": {question: list(chosen) for question, chosen in given.items()}}
                for key, given in sorted(self.scores.items())
            ],
            "comments": [
                {"id": key, "question": comment.question, "text": comment.text}
                for key, comment in sorted(self.comments.items())
            ],
        }


def written(kept: Contents) -> bytes:
    """Return the contents as they are sealed."""
    draft = kept.draft and {"given": dict(kept.draft.given), "words": dict(kept.draft.words)}
    return json.dumps({"box": kept.body(), "draft": draft}).encode()


def read_contents(plain: bytes) -> Contents:
    """Return the contents of what was unsealed.

    Raises ValueError, KeyError or TypeError when it is something else.
    """
    found = json.loads(plain)
    body, draft = found["box"], found["draft"]
    return Contents(
        session=body["session"],
        form=body["form"],
        scores={answer["id"]: _given(answer["given"]) for answer in body["answers"]},
        comments={c["id"]: Comment(c["question"], c["text"]) for c in body["comments"]},
        draft=draft and Answers(given=_given(draft["given"]), words=draft["words"]),
    )


def _given(plain: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {question: tuple(choices) for question, choices in plain.items()}


def tidied(answers: Answers) -> Answers:
    """Return answers as they go into a box: without the order of ticks and without empty words.

    Raises UserError when a comment is longer than 10,000 characters.
    """
    # The order in which choices were ticked would be a trace of the person; it is not kept.
    given = {question: tuple(sorted(set(keys))) for question, keys in answers.given.items()}
    words = {key: paragraphs(text, tr("The comment")) for key, text in answers.words.items()}
    return Answers(given=given, words={key: text for key, text in words.items() if text})
