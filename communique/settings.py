"""Every setting: its name, its default and one line of help, read from the environment once.

Only `pipeline` and `views` read settings; rooms receive values.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


def _setting(default: Any, help: str) -> Any:
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True)
class Settings:
    """What a user may set; each is read from COMMUNIQUE_<NAME>."""

    db: str = _setting("communique.db", "the record: a file, or a PostgreSQL URL (postgresql://…)")
    model: str = _setting("reader", "the parser: our own reader, or a spaCy pipeline's name")
    workers: int = _setting(0, "processes that read reports at once; 0 for one a core")
    host: str = _setting("127.0.0.1", "the address that `serve` listens at")
    port: int = _setting(8000, "the port that `serve` listens at; 0 for any that is free")
    places: str = _setting(
        "communique-places.db", "GeoNames as `places import` made it; used where the file is there"
    )
    largest: int = _setting(20_000_000, "the most bytes that one report may have")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings as the environment has them. Raises ValueError for a number that is
        none, naming the variable."""
        source = os.environ if environment is None else environment
        given: dict[str, Any] = {}
        for setting in fields(cls):
            variable = f"COMMUNIQUE_{setting.name.upper()}"
            if not source.get(variable):
                continue
            value = source[variable]
            if isinstance(setting.default, int):
                try:
                    given[setting.name] = int(value)
                except ValueError:
                    raise ValueError(f"{variable} is {value!r}; give a whole number.") from None
            else:
                given[setting.name] = value
        return cls(**given)
