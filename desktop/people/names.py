"""Splitting a name as it is typed into given name and surname."""

import re

_LATIN = "da dal das de del della den der di dos du el la le lo san st st. van vel von y zu zum"
_CELTIC = "af ap ab ferch mac mc nan ni nic ní o ui uí verch ó"
_EASTERN = "al ben bin bint binti ibn ten ter av"
PARTICLES = frozenset(f"{_LATIN} {_CELTIC} {_EASTERN}".split())
"""Words that begin a surname of several words: van der Berg, Ó Súilleabháin, ap Dafydd."""

_SPOKEN = "mr mrs ms miss mx dr prof professor rev revd cllr councillor sir dame lady lord"
TITLES = frozenset(_SPOKEN.split())
"""Words before a name that are no part of it."""

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


def split_name(typed: str) -> tuple[str, str]:
    """Return the proposed given name and surname of a typed name.

    `Surname, Given` and `SURNAME Given` are understood; titles (Mrs, Dr) and what stands in
    brackets are left out. A name of one word is a given name; a surname may have several words
    when it starts with a particle. A person can always correct the proposal.
    """
    text = " ".join(_ASIDE.sub(" ", typed).split())
    if "," in text:
        surname, _, given = text.partition(",")
        first, last = _untitled(given.split()), _untitled(surname.split())
    else:
        first, last = _parted(_untitled(text.split()))
    shouted = _is_plain("".join(first + last))
    return _written(first, shouted), _written(last, shouted or _is_shouted("".join(last)))


def _untitled(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        words = words[1:]
    return words


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    if len(words) < 2:
        return words, []
    loud = next((at for at, word in enumerate(words) if not _is_shouted(word)), 0)
    if loud:
        return words[loud:], words[:loud]
    for place in range(1, len(words) - 1):
        if words[place].casefold() in PARTICLES:
            return words[:place], words[place:]
    return words[:-1], words[-1:]


def _is_shouted(word: str) -> bool:
    """Return whether a word is written in capitals; initials such as `J.` are not."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters)


def _is_plain(name: str) -> bool:
    """Return whether a whole name is written in capitals or in small letters."""
    return len(name) > 2 and (name.isupper() or name.islower())


def _written(words: list[str], plain: bool) -> str:
    return " ".join(_capital(word) if plain else word for word in words)


def _capital(word: str) -> str:
    if word.casefold() in PARTICLES:
        return word.lower()
    for mark in ("-", "’", "'"):
        if mark in word:
            return mark.join(_capital_letter(piece) for piece in word.split(mark))
    if word[:2].casefold() == "mc" and len(word) > 3:
        return f"Mc{_capital_letter(word[2:])}"
    return _capital_letter(word)


def _capital_letter(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
