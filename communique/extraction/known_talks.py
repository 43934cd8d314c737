"""Series of talks that are known by name: `processes.tsv`."""

from __future__ import annotations

import re
from functools import cache

from communique.lexicon.load import table


@cache
def aliases() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """What finds the well-known names, and the process's name and topic for each of them."""
    by_alias = {}
    for row in table("processes.tsv"):
        for alias in row["aliases"].split("|"):
            by_alias[flat(alias)] = (row["name"], row["topic"])
    longest = sorted(by_alias, key=lambda a: (-len(a), a))
    pattern = "|".join(re.escape(alias).replace(r"\ ", r"\s+") for alias in longest)
    return re.compile(rf"\b(?:{pattern})\b"), by_alias


@cache
def _lands() -> dict[str, str]:
    return {row["name"]: row["country"] for row in table("processes.tsv") if row["country"]}


def land_of(name: str) -> str | None:
    """The country of the place that a well-known process is called after."""
    return _lands().get(name)


def flat(name: str) -> str:
    """A name in small letters, its dashes and apostrophes plain."""
    folded = name.lower().replace("’", "'").replace("–", "-").replace("‑", "-")
    return re.sub(r"\s", " ", folded)
