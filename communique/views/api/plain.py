"""What the paths of the API share: the kinds of their parameters, and answers as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Annotated, Any

from fastapi import Query

from communique.store.answers import Listing
from communique.store.session import Store

Record = Callable[[], AbstractContextManager[Store]]
Json = dict[str, Any]
Limit = Annotated[int, Query(ge=1, le=1000, description="how many rows at most")]
Offset = Annotated[int, Query(ge=0, description="how many rows to leave out")]
Name = Annotated[str | None, Query(description="an id or a name")]
Day = Annotated[str | None, Query(description="ISO 8601, as long as wished: 2019, 2019-12")]


def plain(value: Any) -> Any:
    """Dataclasses, tuples and mappings as JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {f.name: plain(getattr(value, f.name)) for f in fields if f.name != "known"}
    if isinstance(value, dict) or hasattr(value, "items"):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value


def listing(answer: Listing[Any]) -> Json:
    """A list with how long the whole is."""
    return {"total": answer.total, "rows": plain(answer.rows)}
