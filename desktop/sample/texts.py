"""The texts of the sample programme, from resources."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.paths import resources
from desktop.pledges.model import Outcome

ANY_ROLE = "any"


@dataclass(frozen=True)
class PledgeText:
    """One pledge in somebody's voice; `role` is a role key or any."""

    words: str
    language: str
    role: str


@dataclass(frozen=True)
class Name:
    """A given name or a surname and where it is at home."""

    words: str
    origin: str

    @property
    def home(self) -> str:
        """The origin without the gender that some surnames agree with."""
        return self.origin.removesuffix("_f").removesuffix("_m")


def lines(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the tab-separated cells of each line; `#` lines are kept as section marks."""
    for line in resources("samples", name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield tuple(cell.strip() for cell in line.split("\t"))


def sections(name: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the lines under each `# section` mark; "" holds those before the first."""
    found: dict[str, list[tuple[str, ...]]] = {"": []}
    current = found[""]
    for cells in lines(name):
        if cells[0].startswith("# "):
            current = found.setdefault(cells[0][2:], [])
        else:
            current.append(cells)
    return found


def pledge_texts() -> list[PledgeText]:
    """Return the pledges in the order of the file."""
    padded = ((*cells, "", "")[:3] for cells in lines("pledges.txt"))
    return [PledgeText(words, code or "en", role or ANY_ROLE) for words, code, role in padded]


def names(section: str) -> list[Name]:
    """Return the `given` names or the `surnames`."""
    return [Name(cells[0], cells[1]) for cells in sections("names.txt")[section]]


def follow_up_texts() -> dict[Outcome, list[str]]:
    """Return what people said about their pledges, by how the pledge went."""
    found: dict[Outcome, list[str]] = {outcome: [] for outcome in Outcome}
    for cells in lines("followups.txt"):
        status, words = cells if cells[0] in set(Outcome) else cells[::-1]
        found[Outcome(status)].append(words)
    return found
