"""Reading the words of a pledge: whom they seem to name, and in which language they are."""

import re
from collections.abc import Collection, Iterable

from desktop.people.model import Person
from desktop.pledges.model import Pledge, Show, Source
from desktop.text import search_key


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LONGEST = 10_000
_SHORTEST_NAME = 3
_TOKENS = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'](?=[^\W\d_]))*|[^\w\s]|\n")
_ENDS = frozenset(".!?…:;–—-/•*\n“”\"‘'([")
"""What a sentence, a quotation or a list begins after."""
_TITLES = _words("mr mrs ms miss dr doctor sir sister nurse auntie aunt uncle pan pani")
_PLACES = _words("in at from near around yn o ym w we z ze")
"""Words after which a capital is more often a place than a person."""
_AMBIGUOUS = _words(
    """angel best bill case day faith frank good grace hand honour hope joy little long love low
    mark may page pat ray read rose small summer sunny will winter wise young"""
)
"""Names that a sentence may begin with as ordinary words."""
_ORDINARY = _words(
    """i i'm i’m i'll i’ll i've i’ve i'd i’d ok monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    christmas easter hogmanay eid diwali ramadan new year day mum mam mammy mummy dad dada daddy
    gran granny grandad grandma nan nana nain taid mama tata god bible english welsh scots scottish
    gaelic polish irish british french german italian spanish portuguese romanian urdu punjabi hindi
    bengali gujarati arabic chinese turkish ukrainian lithuanian cymraeg gymraeg nghymraeg saesneg
    gàidhlig ghàidhlig polski llun mawrth mercher iau gwener sadwrn sul nadolig makaton dementia
    parkinson parkinson's parkinson’s alzheimer's alzheimer’s covid whatsapp facebook google"""
)
_LANGUAGES = {
    "cy": _words(
        """yn fy eu ei bob am ar byddaf bydda wnaf cyn pan dim mwy rwy'n rwy’n bod ddim gyda pobl
        i'r i’r a'r a’r o'r o’r yr y beth sut un wrth gan hefyd gofyn gwrando os hi hi'n hi’n i
        cofio"""
    ),
    "pl": _words(
        """się nie że będę dla każdego każdej każdy oraz jak co czy po przed zawsze żeby mnie mój
        moje moim ich jest tylko"""
    ),
    "gd": _words(
        """mi bidh agus air na nan ris ri leis gach cha nì chan ann gu mo nach tha às airson don
        barrachd a's a’s chuir èistidh iad bris duine"""
    ),
}
_OWN_LETTERS = {"pl": "ąćęłńśźż", "cy": "ŵŷ", "gd": "àèìòù"}
_ENGLISH = _words(
    """the and to of i will my is with for not a in it be before them who do at what that you an
    when his her they all this about as"""
)


def name_words(people: Iterable[Person]) -> frozenset[str]:
    """Return the words of people's names by which a pledge could name them."""
    words = (word for person in people for word in search_key(person.name).split())
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def named(text: str, names: Collection[str] = ()) -> str:
    """Return the first word that seems to name a person, empty where there is none.

    `names` come from `name_words`. Apart from them a word seems to be a name when it follows a
    title (Mrs) or has a capital within a sentence; days, languages and the like are left out.
    Only asks a person to look: a name at the start of a sentence may go unseen.
    """
    before, starts = "", True
    for found in _TOKENS.finditer(text[:_LONGEST]):
        token = found[0]
        if not token[0].isalpha():
            starts = starts or token in _ENDS
            continue
        if _is_name(token, before, starts, names):
            return token
        before, starts = token.casefold(), False
    return ""


def seems_to_name(pledge: Pledge, names: Collection[str]) -> bool:
    """Return whether everyone would read words that seem to name a person, unless looked at."""
    if pledge.checked or pledge.refused or pledge.show is Show.NOT_ON_TREE:
        return False
    return bool(named(pledge.text, names))


def waits(pledge: Pledge, names: Collection[str]) -> bool:
    """Return whether a facilitator has to read a pledge before everyone does.

    Who types a slip reads it; what came in another way waits, and what seems to name a person.
    """
    if pledge.checked or pledge.refused or pledge.show is Show.NOT_ON_TREE:
        return False
    return pledge.source is not Source.PAPER or seems_to_name(pledge, names)


def _is_name(token: str, before: str, starts: bool, names: Collection[str]) -> bool:
    word = token.casefold()
    if not token[0].isupper() or word in _TITLES:
        return False
    stem = search_key(re.sub(r"[’']s$", "", token))
    if stem in names and not (stem in _AMBIGUOUS and (starts or token.isupper())):
        return True
    if before in _TITLES:
        return True
    if starts or token.isupper() or before in _PLACES:
        return False
    return not {word, stem, stem.removesuffix("s")} & _ORDINARY


def likely_language(text: str) -> str:
    """Return the code of the language a pledge seems to be in: cy, pl or gd; else empty."""
    small = text[:_LONGEST].casefold()
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", small)
    points = {
        code: sum(word in known for word in words) + 2 * any(c in small for c in _OWN_LETTERS[code])
        for code, known in _LANGUAGES.items()
    }
    english = sum(word in _ENGLISH for word in words)
    best = max(points, key=lambda code: points[code])
    return best if points[best] >= 2 and points[best] > english else ""
