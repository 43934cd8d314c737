"""Names that places had: what a city or state was called when (places_renamed.tsv).

Under all its names a place has one number of GeoNames, and so is one place in the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon import gazetteer
from communique.lexicon.load import Row, table

RENAMED, SPELLING = "renamed", "spelling"


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name of a place. `since` and `until` are ISO 8601 dates as far as known, empty where the
    name goes far back, is in use still, or has no dates; `kind` is "renamed" for an official name,
    "spelling" for one written or said otherwise."""

    name: str
    since: str
    until: str
    kind: str


def names_of(geonameid: int) -> tuple[DatedName, ...]:
    """All names of a place that has had several, those with dates first, in order of time, that of
    today among them; none for a place that has always had one name. An index of GeoNames in use
    adds the names to which it gives dates. Raises LexiconDamaged, PlacesUnusable."""
    rows = _by_number().get(geonameid, ())
    found = [DatedName(row["name"], row["from"], row["to"], row["kind"]) for row in rows]
    if rows:
        found += _of_city(rows[0]["city"], found)
    listed = {gazetteer.key(name.name) for name in found}
    found += [
        DatedName(told.name, told.since, told.until, RENAMED)
        for told in gazetteer.told(geonameid)
        if gazetteer.key(told.name) not in listed
    ]
    return tuple(sorted(found, key=_by_time))


def _of_city(city: str, others: list[DatedName]) -> list[DatedName]:
    """The name that a place has in GeoNames: official since the last other one ended, or until
    the one of today began."""
    renamed = [name for name in others if name.kind == RENAMED]
    if any(name.name == city for name in renamed):
        return []
    today = [name.since for name in renamed if not name.until]
    if today:
        return [DatedName(city, "", min(today), RENAMED)]
    since = max((name.until for name in renamed), default="")
    return [DatedName(city, since, "", RENAMED if renamed else SPELLING)]


def _by_time(name: DatedName) -> tuple[bool, str, str, str]:
    return not (name.since or name.until), name.since, name.until, name.name


@cache
def _by_number() -> dict[int, tuple[Row, ...]]:
    found: dict[int, tuple[Row, ...]] = {}
    for row in table("places_renamed.tsv"):
        number = int(row["geonameid"])
        found[number] = (*found.get(number, ()), row)
    return found
