"""People with any names, as they can be on file."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from desktop.people.languages import languages
from desktop.people.model import Person
from desktop.text import one_line
from tests.naughty import NAUGHTY

SPECIAL = (
    "=cmd()",
    '=HYPERLINK("http://x","y")',
    "O’Neil",
    "'=1",
    "van der Berg",
    "Ó Súilleabháin",
    "’s-Hertogenbosch",
    "Cher",
    "00123",
    "1e5",
    "-",
    "+44 7700 900123",
    "عبد الله",
    "👩‍👩‍👧 🏳️‍🌈",
    "Surname",
    "yes",
    "n" * 200,
)


def kept(text: str) -> str:
    """Return a text as it is on file."""
    return one_line(text, "The text", 20_000)


def lines() -> SearchStrategy[str]:
    """Return texts of one line: awkward ones, naughty ones, and any."""
    known = st.sampled_from([*SPECIAL, *map(kept, NAUGHTY.values())])
    return known | st.text(max_size=30).map(kept)


def people() -> SearchStrategy[Person]:
    """Return people with any texts who have at least a name."""
    texts = ("given", "surname", "job_role", "team", "organisation", "email", "staff_number")
    made = st.builds(
        Person,
        **dict.fromkeys(texts, lines()),
        large_print=st.booleans(),
        language=st.sampled_from(["", *dict(languages())]),
    )
    return made.filter(lambda person: bool(person.given))
