"""Dataclasses of the model as JSON and back, by their type hints.

JSON is written with every character above ASCII escaped, so that whatever a report holds (a NUL,
half of a surrogate pair) passes through both databases unchanged.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
import unicodedata
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Row = TypeVar("Row")
_NO_COLUMN = re.compile("[\0\ud800-\udfff]")


def dump(row: Any) -> str:
    """A dataclass as compact JSON, keys in the order of its fields."""
    return dumps(as_json(row))


def dumps(data: Any) -> str:
    """JSON data as compact ASCII."""
    return json.dumps(data, separators=(",", ":"))


def as_json(value: Any) -> Any:
    """A dataclass, named tuple or tuple as plain JSON data."""
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def load(kind: type[Row], body: str) -> Row:
    """The dataclass that `dump` wrote; a field that an older version did not write has its default.
    Raises TypeError for JSON of another kind."""
    built: Row = _built(kind, json.loads(body))
    return built


def _built(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _built(next(k for k in get_args(kind) if k is not type(None)), data)
    if origin is tuple:
        return tuple(_built(get_args(kind)[0], part) for part in data)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        known = {name: hint for name, hint in _hints(kind).items() if name in data}
        return kind(**{name: _built(hint, data[name]) for name, hint in known.items()})
    if isinstance(kind, type) and issubclass(kind, tuple):
        return kind(*data)
    return data


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind)}


def fold(text: str) -> str:
    """Without case, accents and doubled spaces: what names and words are compared by."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join(
        storable("".join(c for c in plain if not unicodedata.combining(c)).casefold()).split()
    )


def keyed(text: str) -> str:
    """Text for a column with an index: PostgreSQL indexes no more than some 2,700 bytes."""
    return storable(text)[:600]


def storable(text: str) -> str:
    """Text for a column: what no database takes (NUL, lone surrogates) becomes U+FFFD."""
    return _NO_COLUMN.sub("\ufffd", text)


def dated(start: str | None) -> str | None:
    """A date that sorts: None for one whose year is not known."""
    return start if start and start[:4].isdigit() else None
