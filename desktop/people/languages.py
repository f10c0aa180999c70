"""The languages people may choose, each in its own words."""

from desktop.text import search_key

_OWN = {
    "cy": "Cymraeg",
    "en": "English",
    "gd": "Gàidhlig",
    "ga": "Gaeilge",
    "sco": "Scots",
    "ar": "Arabic",
    "bn": "Bengali",
    "bg": "Bulgarian",
    "zh": "Chinese",
    "cs": "Čeština",
    "nl": "Nederlands",
    "tl": "Filipino",
    "fr": "Français",
    "de": "Deutsch",
    "el": "Greek",
    "gu": "Gujarati",
    "hi": "Hindi",
    "hu": "Magyar",
    "it": "Italiano",
    "lv": "Latviešu",
    "lt": "Lietuvių",
    "ml": "Malayalam",
    "ne": "Nepali",
    "fa": "Persian",
    "pl": "Polski",
    "pt": "Português",
    "pa": "Punjabi",
    "ro": "Română",
    "ru": "Russian",
    "sn": "Shona",
    "sk": "Slovenčina",
    "so": "Soomaali",
    "es": "Español",
    "sw": "Kiswahili",
    "ta": "Tamil",
    "tr": "Türkçe",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "yo": "Yoruba",
    "zu": "Zulu",
}
"""By ISO 639 code; a language whose script the app's fonts lack is named in English."""


def languages() -> list[tuple[str, str]]:
    """Return (code, name) of the languages on offer: those of the islands first."""
    return list(_OWN.items())


def language_name(code: str) -> str:
    """Return the name of a language, the code itself where it is not known."""
    return _OWN.get(code, code)


_ENGLISH = {
    "Welsh": "cy",
    "Gaelic": "gd",
    "Scottish Gaelic": "gd",
    "Irish": "ga",
    "Cantonese": "zh",
    "Mandarin": "zh",
    "Czech": "cs",
    "Dutch": "nl",
    "Tagalog": "tl",
    "French": "fr",
    "German": "de",
    "Hungarian": "hu",
    "Italian": "it",
    "Latvian": "lv",
    "Lithuanian": "lt",
    "Farsi": "fa",
    "Polish": "pl",
    "Portuguese": "pt",
    "Romanian": "ro",
    "Slovak": "sk",
    "Somali": "so",
    "Spanish": "es",
    "Swahili": "sw",
    "Turkish": "tr",
}


def language_code(said: str) -> str:
    """Return the code of a language by its code, its own or its English name; else empty."""
    names = _ENGLISH | {name: code for code, name in _OWN.items()} | {code: code for code in _OWN}
    return {search_key(name): code for name, code in names.items()}.get(search_key(said), "")
