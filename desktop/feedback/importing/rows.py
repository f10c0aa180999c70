"""One row of an online form's export: what somebody answered, or why it can't be read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from desktop.errors import UserError
from desktop.feedback.contents import tidied
from desktop.feedback.importing.questions import choice_key, other_words
from desktop.feedback.model import Answers, Ask, Choice, Form, Question
from desktop.language import tr
from desktop.text import LINE_LIMIT, one_line, one_of, search_key, storable

_BLANK = {
    *("", "-", "--", "–", "—", "n/a", "na", "skip", "skipped", "prefer not to say", "no answer"),
    *("prefer not to say / skip", "not answered"),
}
_TICKED = {"1", "yes", "y", "x", "true", "ticked", "checked", "selected", "ie", "✓", "✔", "☑"}
_NOT_TICKED = {"0", "no", "n", "false", "unticked", "unchecked", "not ticked", "not selected", "☐"}
_MARKS = re.compile(r"([;,|\n\r]+)")
_BESIDE = re.compile(r"([^:–—-]{1,100}?)\s*[:–—-]\s*(.*)", re.DOTALL)
_SHOWN = 60


class RowReader:
    """Reads rows as answers to one form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._choices = {question.key: _Choices(question) for question in form.questions}

    def answers(self, values: Mapping[str, str]) -> Answers:
        """Return what a row says, by the keys of its columns.

        Raises UserError with the reason why it can't be kept.
        """
        given: dict[str, tuple[str, ...]] = {}
        words: dict[str, str] = {}
        for question in self._form.questions:
            if question.ask is Ask.TEXT:
                words[question.key] = _said(values.get(question.key, ""))
                continue
            answer = self._answer(question, values)
            if answer is not None:
                given[question.key], words[question.key] = answer
        answers = tidied(Answers(given, words))
        if not answers.words and not any(answers.given.values()):
            raise UserError(tr("There is no answer in this row."))
        return answers

    def _answer(
        self, question: Question, values: Mapping[str, str]
    ) -> tuple[tuple[str, ...], str] | None:
        """Return what was chosen and written at a question, None where it has no column."""
        choices = self._choices[question.key]
        ticked = [
            choices.ticked(choice, values[key])
            for choice in question.choices
            if (key := choice_key(question, choice)) in values
        ]
        if question.key in values:
            ticked.append(choices.chosen(values[question.key]))
        if not ticked:
            return None
        keys = tuple(key for chosen, _ in ticked for key in chosen)
        return keys, "\n".join(written for _, written in ticked if written)


_Chosen = tuple[tuple[str, ...], str]
_NOTHING: _Chosen = ((), "")


class _Choices:
    """The choices of one question, as people and online forms write them."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.writes = next((choice for choice in question.choices if choice.writes), None)
        self._names = _names(question.choices)
        marks = (len(_MARKS.findall(choice.words)) for choice in question.choices)
        self._longest = 2 * max(marks, default=0) + 1

    def find(self, text: str) -> str | None:
        """Return the key of the choice that a text names."""
        return next((self._names[k] for k in _keys(text) if k in self._names), None)

    def chosen(self, text: str) -> _Chosen:
        """Return what a cell with the whole answer says; raises UserError where that is nothing."""
        key = self.find(text)
        if key is not None:
            return (key,), ""
        if not _said(text):
            return _NOTHING
        keys, rest = self._split(text)
        if self.question.ask is not Ask.TICKS and len({*keys, rest} - {""}) > 1:
            raise self._refusal(text)
        if not rest:
            return keys, ""
        beside, words = self._beside(rest)
        return (*keys, *beside), words

    def ticked(self, choice: Choice, text: str) -> _Chosen:
        """Return what a cell says that is for one choice alone; raises UserError likewise."""
        plain = text.strip().casefold()
        if plain in _NOT_TICKED or not _said(text):
            return _NOTHING
        if plain in _TICKED or self.find(text) == choice.key:
            return (choice.key,), ""
        if not choice.writes:
            raise self._refusal(text, tr("yes"), tr("no"))
        return self._beside(text)

    def _split(self, text: str) -> tuple[tuple[str, ...], str]:
        """Return the choices in a cell, and what else stands in it.

        A choice may have a comma in its own words, so the longest that fits is taken.
        """
        parts = _MARKS.split(text)
        keys: list[str] = []
        rest: list[str] = []
        at = 0
        while at < len(parts):
            key, end = self._longest_at(parts, at)
            if key is None:
                rest += parts[at : at + 2]
                at += 2
            else:
                keys.append(key)
                at = end + 1
        return tuple(keys), "".join(rest).strip(" ;,|\r\n\t\xa0")

    def _longest_at(self, parts: list[str], at: int) -> tuple[str | None, int]:
        """Return the choice that begins with a part, and the place of the mark behind it."""
        for end in range(min(at + self._longest, len(parts)), at, -2):
            key = self.find("".join(parts[at:end])) if parts[at].strip() else None
            if key is not None:
                return key, end
        return None, at

    def _beside(self, text: str) -> _Chosen:
        """Return what was written beside a choice, without the words of the choice itself."""
        if self.writes is None:
            raise self._refusal(text)
        match = _BESIDE.fullmatch(text)
        if match and self.find(match[1]) == self.writes.key:
            text = match[2]
        return (self.writes.key,), "" if self.find(text) == self.writes.key else _said(text)

    def _refusal(self, text: str, *would_do: str) -> UserError:
        sentence = tr("“{answer}” is none of the answers to “{question}”. Write {answers}.")
        answers = would_do or [_short(choice.words) for choice in self.question.choices]
        return UserError(
            sentence.format(
                answer=_short(text), question=self.question.words, answers=one_of(answers)
            )
        )


def _names(choices: Iterable[Choice]) -> dict[str, str]:
    """Return which choice each text means, the wording before the key before the number."""
    found: dict[str, str] = {}
    for ways in zip(*map(_ways, choices), strict=True):
        level: dict[str, set[str]] = {}
        for key, texts in ways:
            for name in (name for text in texts for name in _keys(text)):
                level.setdefault(name, set()).add(key)
        for name, keys in level.items():
            if len(keys) == 1:  # two that only differ in a mark are known by that mark alone
                found.setdefault(name, *keys)
    return found


def _ways(choice: Choice) -> Iterator[tuple[str, tuple[str, ...]]]:
    number, words = choice.number, choice.words
    yield choice.key, (words,)
    yield choice.key, (choice.key,)
    yield choice.key, (f"{number}", f"{number} {words}", f"{words} {number}")
    yield choice.key, other_words() if choice.writes else ()


def _keys(text: str) -> tuple[str, ...]:
    """Return what a text is known by: as it stands, then without its marks and accents."""
    plain = unicodedata.normalize("NFC", " ".join(storable(text).split())).casefold()
    return tuple(f"{mark}{key}" for mark, key in (("=", plain), ("~", search_key(plain))) if key)


def _said(text: str) -> str:
    """Return a text, empty where it stands for no answer."""
    return "" if " ".join(text.split()).casefold() in _BLANK else text


def _short(text: str) -> str:
    line = one_line(text[:LINE_LIMIT], "")
    return line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + "…"
