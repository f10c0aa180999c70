"""A merge that is broken in any of these ways is noticed by what must hold after merging."""

import random
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store import merge as module
from desktop.store.store import Store
from tests.store.laptops import WORDS, add, contents, get, laptop, remove, rename

Merge = Callable[[Store, Store], None]
SOURCE = Path(module.__file__).read_text("utf-8")
BREAKS = {
    "parents stay behind": ('    _union(here, there, schema.parent, "child", "parent")\n', ""),
    "changes stay behind": ('    _union(here, there, schema.change, "id")\n', ""),
    "nothing becomes a head": ("    _move_heads(here, came)\n", ""),
    "what was followed stays a head": (
        "    here.execute(schema.head.delete().where(schema.head.c.rev.in_(followed)))\n",
        "",
    ),
    "lists are not shown anew": (
        "        project(here, kinds, entities[start : start + CHUNK])\n",
        "        pass\n",
    ),
    "the first record is forgotten": (
        'entities = list(dict.fromkeys(row["entity"] for row in came))',
        'entities = list(dict.fromkeys(row["entity"] for row in came))[1:]',
    ),
    "one revision is lost": (
        "    if new:\n        here.execute(target.insert(), new)\n",
        "    if new[1:]:\n        here.execute(target.insert(), new[1:])\n",
    ),
    "all comes in again": (" not in known]", "]"),
    "feedback stays behind": (
        '    came = _union(here, there, schema.document, "hash")\n',
        "    came: list[dict[str, Any]] = []\n",
    ),
    "feedback is not counted": (
        "        documents.project(here, kinds[name], texts)\n",
        "        pass\n",
    ),
    "the last writer wins": (
        "    _move_heads(here, came)\n",
        (
            "    here.execute(schema.head.delete().where(schema.head.c.entity.in_("
            '[row["entity"] for row in came])))\n    _move_heads(here, came)\n'
        ),
    ),
}


def merge_of(source: str) -> Merge:
    """Return a store's merge that does what a source of the merge says."""
    made = ModuleType("merge")
    exec(compile(source, "merge", "exec"), made.__dict__)

    def merge(here: Store, there: Store) -> None:
        with there.engine.connect() as other, here._write() as mine:
            made.merge(mine, other, here.kinds, here.document_kinds, here.clock)

    return merge


def live_apart(laptops: list[Store], merge: Merge, rng: random.Random, left: Person) -> None:
    """Let laptops go on by themselves for a while, with a merge now and then; one is left."""
    for number in range(14):
        one = rng.choice(laptops)
        with one.read() as db:
            people = [person for person in db.find(Person) if person.id != left.id]
        match rng.randrange(6):
            case 0 | 1:
                add(one, f"Person {number}")
            case 2 if people:
                remove(one, rng.choice(people))
            case 3:
                one.keep(WORDS, ["calm"] * rng.randint(1, 3) + [str(number)])
            case 4:
                merge(one, rng.choice([other for other in laptops if other is not one]))
            case _ if people:
                rename(one, rng.choice(people), f"Name {number}")


def holds(folder: Path, merge: Merge, seed: int) -> bool:
    """Return whether all that must hold holds after three laptops lived apart and merged."""
    rng = random.Random(seed)
    with ExitStack() as open_ones:
        laptops = [
            open_ones.enter_context(closing(laptop(folder / f"{seed}-{n}.db", ahead=n)))
            for n in range(3)
        ]
        shared = add(laptops[0], "Siân")
        merge(laptops[1], laptops[0])
        rename(laptops[0], shared, "Sian")
        rename(laptops[1], shared, "Shân")
        live_apart(laptops, merge, rng, shared)
        for _ in range(2):
            for one in laptops:
                for other in laptops:
                    if one is not other:
                        merge(one, other)
        return _is_whole(laptops, shared)


def _is_whole(laptops: list[Store], quarrelled: Person) -> bool:
    """Return whether all show the same, nothing is lost, and what differed is marked."""
    shown = [contents(one) for one in laptops]
    marked = get(laptops[0], quarrelled)
    return (
        all(one.check() == [] for one in laptops)
        and shown[0] == shown[1] == shown[2]
        and len({one.size() for one in laptops}) == 1
        and marked is not None
        and marked.review
    )


def test_the_merge_itself_holds(tmp_path: Path) -> None:
    assert all(holds(tmp_path, merge_of(SOURCE), seed) for seed in range(4))


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_merge_is_noticed(tmp_path: Path, name: str) -> None:
    old, new = BREAKS[name]
    assert SOURCE.count(old) == 1, "the merge reads differently now: break it anew"
    broken = merge_of(SOURCE.replace(old, new))
    try:
        held = all(holds(tmp_path, broken, seed) for seed in range(4))
    except (sa.exc.SQLAlchemyError, UserError, KeyError) as noticed:
        held = not str(noticed)
    assert not held
