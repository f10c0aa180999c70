"""Records to JSON bodies and columns, and back."""

import hashlib
import json
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar

import msgspec

from desktop.store.record import Record
from desktop.text import storable

NOT_IN_BODY = frozenset({"id", "rev", "review"})
_PLAIN = {str, int, float, bool}
_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder().decode

T = TypeVar("T", bound=Record)


@dataclass(frozen=True)
class Column:
    """How one field lies in a table: its SQL type and the way there and back."""

    name: str
    type: type
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    is_plain: bool = False
    """Whether a record holds just what is written."""


def canonical(value: object) -> str:
    """Return the one JSON text of a value, the same on every machine.

    Keys are sorted, there are no spaces, and letters stand as themselves.
    """
    return _encode(value).decode()


def parsed(text: str) -> Any:
    """Return the value of a JSON text."""
    return _decode(text)


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def body_of(record: Record) -> dict[str, Any]:
    """Return what is kept of a record in a revision, as plain JSON values."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return {key: value for key, value in plain.items() if key not in NOT_IN_BODY}


_bodies: dict[type, tuple[tuple[str, ...], Callable[[Any], Sequence[Any]]]] = {}


def body_text(record: Record) -> str:
    """Return the canonical JSON body of a record, without what no database can hold."""
    names, get = _in_body(type(record))
    try:
        text = canonical(dict(zip(names, get(record), strict=True)))
    except UnicodeEncodeError:
        return canonical(clean(body_of(record)))
    return canonical(clean(body_of(record))) if "\\u0000" in text else text


def _in_body(cls: type) -> tuple[tuple[str, ...], Callable[[Any], Sequence[Any]]]:
    """Return the names of the fields that are kept, and how to get their values."""
    if cls not in _bodies:
        names = tuple(field.name for field in fields(cls) if field.name not in NOT_IN_BODY)
        _bodies[cls] = names, fields_of(names)
    return _bodies[cls]


def fields_of(names: Sequence[str]) -> Callable[[Any], Sequence[Any]]:
    """Return a function that returns the values of several fields of a record."""
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda record: (get(record),)


def clean(value: Any) -> Any:
    """Return a JSON value whose texts any database can hold."""
    match value:
        case str():
            return storable(value)
        case list() | tuple():
            return [clean(item) for item in value]
        case dict():
            return {clean(key): clean(item) for key, item in value.items()}
        case _:
            return value


def to_plain(value: object) -> Any:
    """Return dataclasses, dates and tuples as plain JSON values."""
    return clean(msgspec.to_builtins(value, str_keys=True))


def record_of(
    cls: type[T], entity: str, body: str, schema: int, rev: str | None = None, review: bool = False
) -> T:
    """Return the record of a JSON body, with defaults for fields it does not have.

    Raises `msgspec.ValidationError` when a value does not fit its field.
    """
    values = parsed(body)
    if schema < cls.KIND.schema:
        values = cls.upgrade(values, schema)
    values |= {"id": entity, "rev": rev, "review": review}
    return msgspec.convert(values, cls, strict=True)


_columns: dict[type, tuple[Column, ...]] = {}


def columns_of(cls: type) -> tuple[Column, ...]:
    """Return the columns of a record's own fields, in their order."""
    if cls not in _columns:
        _columns[cls] = _make_columns(cls)
    return _columns[cls]


def _make_columns(cls: type) -> tuple[Column, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(
        _column(field.name, hints[field.name])
        for field in fields(cls)
        if field.name not in NOT_IN_BODY
    )


def column_values(cls: type, plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a table holds of plain JSON values, by column."""
    return {column.name: column.write(plain[column.name]) for column in columns_of(cls)}


def _column(name: str, hint: Any) -> Column:
    inner = _without_none(hint)
    if inner in _PLAIN:
        if inner is bool:  # an engine may keep 0 and 1
            return Column(name, bool, same, bool if hint is bool else _optional(bool), True)
        return Column(name, inner, same, same, True)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return Column(name, str, same, _optional(inner))
    if inner in (date, time, datetime):
        return Column(name, str, same, _optional(inner.fromisoformat))
    return Column(name, str, canonical, lambda text: msgspec.convert(json.loads(text), hint))


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, UnionType):
        inner = [part for part in typing.get_args(hint) if part is not NoneType]
        return inner[0] if len(inner) == 1 else hint
    return hint


def same(value: Any) -> Any:
    """Return what it is given."""
    return value


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)
