"""One translator for the words on screen and on paper."""

import gettext
from functools import cache

from desktop.paths import resources

SOURCE_LANGUAGE = "en"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language, the source words where there is none.

    `language` is an ISO 639-1 code such as `cy`.
    """
    return gettext.translation(
        "pledge-tree", localedir=str(resources("locale")), languages=[language], fallback=True
    )


def tr(text: str, language: str = SOURCE_LANGUAGE) -> str:
    """Return the words in a language; the English text itself is the key."""
    return translations(language).gettext(text)


def count(singular: str, plural: str, number: int, language: str = SOURCE_LANGUAGE) -> str:
    """Return the form of words that suits a number, with `{n}` filled in."""
    return translations(language).ngettext(singular, plural, number).format(n=f"{number:,}")
