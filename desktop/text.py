"""Cleaning what people type, and the keys by which names are sorted and found."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.errors import UserError
from desktop.language import tr

LINE_LIMIT = 200
TEXT_LIMIT = 10_000
_MOST_NAMED = 8

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SPACES = re.compile(r"\s+")
_PLAIN = {
    ord(c): " " if c == "-" else None
    for c in map(chr, range(128))
    if not c.isalnum() and not c.isspace()
}
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def storable(text: str) -> str:
    """Return text without NUL and lone surrogates, which no database can hold."""
    return _UNSTORABLE.sub("", text)


def one_line(text: str, what: str, limit: int = LINE_LIMIT) -> str:
    """Return what was typed into a one-line field, without controls and double spaces.

    Raises UserError when it is longer than `limit` characters; `what` names the field.
    """
    if text.isascii() and text.isprintable() and "  " not in text and len(text) <= limit:
        return text.strip(" ")
    return _within(_SPACES.sub(" ", _CONTROLS.sub(" ", storable(text))).strip(), what, limit)


def one_of(words: Sequence[str]) -> str:
    """Return what there is to choose from in a sentence: `yes, no or not sure`; of many the first.

    `words` are at least one.
    """
    if len(words) > _MOST_NAMED:
        return ", ".join(words[:_MOST_NAMED]) + " …"
    *others, last = words
    return tr("{others} or {last}").format(others=", ".join(others), last=last) if others else last


def begins_words(key: str, typed: Iterable[str]) -> bool:
    """Return whether each of the words typed is the beginning of a word of a search key."""
    words = key.split()
    return all(any(word.startswith(part) for word in words) for part in typed)


def is_plain(texts: Iterable[str]) -> bool:
    """Return whether it is seen at a glance that `one_line` leaves every one of the texts as it is.

    They are looked at together, since a list has many; what is False has to be cleaned one by one.
    """
    whole = f"|{'|'.join(texts)}|"
    return (
        len(whole) <= LINE_LIMIT
        and whole.isascii()
        and whole.isprintable()
        and "  " not in whole
        and "| " not in whole
        and " |" not in whole
    )


def paragraphs(text: str, what: str, limit: int = TEXT_LIMIT) -> str:
    """Return what was typed into a large field; line breaks stay, controls go.

    Raises UserError when it is longer than `limit` characters; `what` names the field.
    """
    unified = storable(text).replace("\r\n", "\n").replace("\r", "\n")
    lines = (_CONTROLS.sub("", line).rstrip() for line in unified.split("\n"))
    return _within("\n".join(lines).strip(), what, limit)


def _within(text: str, what: str, limit: int) -> str:
    if len(text) > limit:
        raise UserError(
            tr("{what} has {length:,} characters. Shorten it to {limit:,} or fewer.").format(
                what=what, length=len(text), limit=limit
            )
        )
    return unicodedata.normalize("NFC", text)


KEY_RULES = 2
"""To be raised when `search_key` gives other keys: the lists that hold some are then made anew."""


def search_key(text: str) -> str:
    """Return the text as it is searched and sorted: no case, accents or punctuation.

    `Ó Súilleabháin` gives `o suilleabhain`, `O’Neil` gives `oneil`.
    """
    if text.isascii():  # most names are, and 100,000 of them are keyed in one import
        return " ".join(text.lower().translate(_PLAIN).split())
    # Apart first, as a letter such as 🄐 or ™ shows its case only then.
    apart = unicodedata.normalize("NFKD", text).casefold()
    folded = unicodedata.normalize("NFKD", apart).translate(_LETTERS)
    kept = (c for c in folded if not unicodedata.combining(c))
    words = "".join(
        c if c.isalnum() else " " if c.isspace() or unicodedata.category(c) == "Pd" else ""
        for c in kept
    )
    return " ".join(words.split())


@lru_cache(maxsize=20_000)
def name_key(text: str) -> str:
    """Return the search key of a name, team or the like; a long list has the same ones often."""
    return search_key(text)


def joined_key(one: str, other: str) -> str:
    """Return the search key of two names with a space between, from the keys of each."""
    return f"{name_key(one)} {name_key(other)}".strip()
