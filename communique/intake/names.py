"""Names of news agencies, outlets and places, as datelines and credits write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from communique.lexicon.gazetteer import carried
from communique.lexicon.load import table, words

CITY = 15_000
"""People that make a place known enough to stand in a dateline without more evidence."""
_SUFFIX = re.compile(r"\s+(?:news(?:\s+agency|wire)?|agency|newspaper|daily|website|site)$")


def plain(name: str) -> str:
    """A name in lower case, without accents, points, a leading "the" and marks at its ends."""
    bare = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in bare if not unicodedata.combining(c)).lower().replace("’", "'")
    bare = re.sub(r"(?<=\w)\.(?=\w\.|\W|$)", "", bare)
    bare = " ".join(bare.strip(" \t.,;:-–—()[]/*\"'“”").split())
    return bare.removeprefix("the ")


@cache
def _agencies() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("agencies.tsv"):
        short = re.sub(r" \(.*\)$", "", row["short"])
        for form in (short, row["name"], *row["also"].split("|")):
            if form:
                found.setdefault(plain(form), short)
    return found


@cache
def _outlets() -> dict[str, str]:
    return {plain(name): name for name in sorted(words("outlets.tsv"))}


def agency(name: str) -> str | None:
    """The agency of that name, by its short form; as written where it is written in capitals."""
    bare = plain(name)
    short = _agencies().get(bare) or _agencies().get(_SUFFIX.sub("", bare))
    if short is None:
        return None
    written = name.strip(" .,;:-–—()[]/*\"'“”")
    return written if written.isupper() and " " not in written else short


def outlet(name: str) -> str | None:
    """The outlet of that name, as the lexicon writes it."""
    bare = plain(name)
    return _outlets().get(bare) or _outlets().get(_SUFFIX.sub("", bare))


@cache
def _state_places() -> frozenset[str]:
    found: set[str] = set()
    for row in table("states.tsv"):
        for column in ("name", "variants", "capital", "capital_variants"):
            found |= {plain(name) for name in row[column].split("|") if name}
    return frozenset(found)


def is_place(name: str) -> bool:
    """Whether a state, its capital or a city has this name."""
    if plain(name) in _state_places():
        return True
    return any(entry.population >= CITY for entry in carried(name))
