"""Forms without an order: what they say and how often, the comments apart from the scores."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop.feedback.contents import Contents
from desktop.feedback.disclosure import SESSION_THRESHOLD
from desktop.feedback.model import Answers, Comment
from desktop.store.codec import canonical
from desktop.store.record import derived_id

Given = tuple[tuple[str, tuple[str, ...]], ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Pile:
    """A pile of forms; two with the same forms in it are equal, in whatever order they came."""

    scores: Counter[Given]
    comments: Counter[Comment]

    @property
    def number(self) -> int:
        """How many forms are in it."""
        return self.scores.total()

    @property
    def key(self) -> object:
        """What is equal for equal piles, to find one by."""
        return frozenset(self.scores.items()), frozenset(self.comments.items())

    def __add__(self, other: "Pile") -> "Pile":
        return Pile(self.scores + other.scores, self.comments + other.comments)

    def __sub__(self, other: "Pile") -> "Pile":
        return Pile(self.scores - other.scores, self.comments - other.comments)

    def holds(self, other: "Pile") -> bool:
        """Return whether all that is in another pile is in this one."""
        return other.scores <= self.scores and other.comments <= self.comments

    def asked(self) -> set[str]:
        """Return the keys of the questions with choices that were asked."""
        return {question for given in self.scores for question, _ in given}

    def scores_of(self, questions: Collection[str]) -> Counter[Given]:
        """Return what was chosen at some of the questions only."""
        found: Counter[Given] = Counter()
        for given, number in self.scores.items():
            found[tuple(answer for answer in given if answer[0] in questions)] += number
        return found

    def has_other_columns(self, other: "Pile") -> bool:
        """Return whether another pile seems to be of the same forms, with a few columns changed."""
        mine, theirs = self.asked(), other.asked()
        common = mine & theirs
        if mine == theirs or 2 * len(common) <= len(mine | theirs):
            return False
        if min(self.number, other.number) < SESSION_THRESHOLD:
            return False  # so few may be the same by chance
        ours, others = self.scores_of(common), other.scores_of(common)
        return others <= ours or ours <= others

    def body(self, session: str, form: str, besides: Iterable[str] | None = None) -> dict[str, Any]:
        """Return the document of a closed box with these forms in it.

        Its ids say what stands there and how often it did before, and nothing else: so that the
        same forms make the same document on every laptop, whatever their order. `besides` names
        the boxes that were there and hold other forms; None makes the document of earlier versions.
        """
        scores = {
            derived_id("imported scores", canonical(dict(given)), str(nth)): dict(given)
            for given, nth in _numbered(self.scores)
        }
        comments = {
            derived_id("imported comment", comment.question, comment.text, str(nth)): comment
            for comment, nth in _numbered(self.comments)
        }
        body = Contents(session, form, scores, comments).body()
        return body if besides is None else body | {"besides": sorted(besides)}


NOTHING = Pile(Counter(), Counter())


def pile_of(scores: Iterable[Answers], comments: Iterable[Comment]) -> Pile:
    """Return the pile of forms whose words were taken apart already."""
    return Pile(Counter(_sorted(one.given) for one in scores), Counter(comments))


def pile_in(body: Mapping[str, Any]) -> Pile:
    """Return the pile of forms in the document of a closed box."""
    return Pile(
        Counter(_sorted(answer["given"]) for answer in body["answers"]),
        Counter(Comment(comment["question"], comment["text"]) for comment in body["comments"]),
    )


def _sorted(given: Mapping[str, Iterable[str]]) -> Given:
    return tuple(sorted((question, tuple(choices)) for question, choices in given.items()))


def _numbered(counted: Counter[T]) -> Iterator[tuple[T, int]]:
    return ((one, nth) for one, number in counted.items() for nth in range(number))
