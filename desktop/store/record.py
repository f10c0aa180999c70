"""What a record is: a frozen dataclass of a named kind."""

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from desktop.chance import chance

_NAMESPACE = uuid.UUID("6f0f5a3d-9c1e-5b6e-8d9a-70656467746c")


def new_id() -> str:
    """Return a new time-ordered identifier (UUID version 7, RFC 9562)."""
    since = f"{time.time_ns() // 1_000_000:012x}"
    bits = chance()  # a UUID of the library takes four times as long
    variant = "89ab"[int(bits[0], 16) & 3]
    return f"{since[:8]}-{since[8:]}-7{bits[1:4]}-{variant}{bits[4:7]}-{bits[7:19]}"


def derived_id(*parts: str) -> str:
    """Return the identifier that every laptop derives alike from the same parts (UUID v5)."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(parts)))


@dataclass(frozen=True)
class Kind:
    """What the store has to know of a kind of record.

    `name` is stored with every revision and names the table. `quiet` fields may differ between
    two laptops without needing a person's review. `index` names columns to look up by.
    `keys` are further stored columns computed from the record, to sort and search by. `refers`
    names the kind whose id a field holds.
    """

    name: str
    schema: int = 1
    quiet: tuple[str, ...] = ()
    index: tuple[str, ...] = ()
    keys: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    refers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The base of every kind.

    `rev` is the revision its reader saw, None for a record that is not saved yet. `review` says
    that two laptops changed it differently and that a person has to look.
    """

    KIND: ClassVar[Kind]

    id: str = field(default_factory=new_id)
    rev: str | None = None
    review: bool = False

    @classmethod
    def upgrade(cls, body: dict[str, Any], schema: int) -> dict[str, Any]:
        """Return the body of an older schema as the present one; bodies are never rewritten."""
        return body


R = TypeVar("R", bound=Record)


def kind(
    name: str,
    *,
    schema: int = 1,
    quiet: tuple[str, ...] = (),
    index: tuple[str, ...] = (),
    keys: Mapping[str, Callable[[Any], str]] | None = None,
    refers: Mapping[str, str] | None = None,
) -> Callable[[type[R]], type[R]]:
    """Return a decorator that makes a frozen dataclass a kind of record."""

    def decorate(cls: type[R]) -> type[R]:
        cls.KIND = Kind(name, schema, quiet, index, keys or {}, refers or {})
        return cls

    return decorate
