"""Names of every shape that a facilitator meets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.names import split_name

NAMES = {
    "Hanna Kowalczyk": ("Hanna", "Kowalczyk"),
    "  Hanna   Kowalczyk ": ("Hanna", "Kowalczyk"),
    "Kowalczyk, Hanna": ("Hanna", "Kowalczyk"),
    "Mary Ann Price": ("Mary Ann", "Price"),
    "Jan van der Berg": ("Jan", "van der Berg"),
    "Llŷr ap Dafydd": ("Llŷr", "ap Dafydd"),
    "Mair Ó Súilleabháin": ("Mair", "Ó Súilleabháin"),
    "Maria de la Cruz": ("Maria", "de la Cruz"),
    "Fatima Al Mansouri": ("Fatima", "Al Mansouri"),
    "Madonna": ("Madonna", ""),
    "Smith,": ("", "Smith"),
    "jane smith": ("Jane", "Smith"),
    "JANE SMITH": ("Jane", "Smith"),
    "SMITH Jane": ("Jane", "Smith"),
    "Jane SMITH": ("Jane", "Smith"),
    "VAN DER BERG Jan": ("Jan", "van der Berg"),
    "anne-marie o’brien": ("Anne-Marie", "O’Brien"),
    "IAN MCDONALD": ("Ian", "McDonald"),
    "Ian McDonald": ("Ian", "McDonald"),
    "J. P. Smith": ("J. P.", "Smith"),
    "NG, Mei": ("Mei", "NG"),
    "Mrs Jane Smith": ("Jane", "Smith"),
    "Smith, Dr. Jane": ("Jane", "Smith"),
    "Jane Smith (she/her)": ("Jane", "Smith"),
    "Smith, Jane [Adult Services]": ("Jane", "Smith"),
    "محمد علي": ("محمد", "علي"),
    "Nguyễn Thị Hoa": ("Nguyễn Thị", "Hoa"),
    "": ("", ""),
}


@pytest.mark.parametrize(("typed", "parts"), NAMES.items(), ids=NAMES.keys())
def test_a_name_is_split(typed: str, parts: tuple[str, str]) -> None:
    assert split_name(typed) == parts


@given(st.text(alphabet=st.characters(exclude_characters="()[],", categories=["L", "Zs"])))
def test_no_letter_is_lost(typed: str) -> None:
    given_name, surname = split_name(typed)
    before = {word.casefold() for word in typed.split()}
    after = {word.casefold() for word in f"{given_name} {surname}".split()}
    assert after <= before or len(after) == len(before)
