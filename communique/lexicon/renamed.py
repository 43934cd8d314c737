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


def name_on(geonameid: int, day: str) -> str | None:
    """The official name of a place on a day (ISO 8601, as long as its precision); None where none
    is known, or two are. "1991" is within a name until 1991-09, and within one from then on."""
    holds = {
        name.name
        for name in names_of(geonameid)
        if name.kind == RENAMED and _from(name.since, day) and _to(name.until, day)
    }
    return holds.pop() if len(holds) == 1 else None


def number_of(name: str, country: str) -> int | None:
    """The number of the place that has or had this name in a country (ISO 3166-1 alpha-3), if it
    has had several names and no other of them is called so."""
    found = _by_name().get((gazetteer.key(name), country), frozenset())
    return next(iter(found)) if len(found) == 1 else None


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


def _from(since: str, day: str) -> bool:
    size = min(len(since), len(day))
    return since[:size] <= day[:size]


def _to(until: str, day: str) -> bool:
    size = min(len(until), len(day))
    return not until or day[:size] <= until[:size]


@cache
def _by_number() -> dict[int, tuple[Row, ...]]:
    found: dict[int, tuple[Row, ...]] = {}
    for row in table("places_renamed.tsv"):
        number = int(row["geonameid"])
        found[number] = (*found.get(number, ()), row)
    return found


@cache
def _by_name() -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], frozenset[int]] = {}
    for row in table("places_renamed.tsv"):
        for name in (row["name"], row["city"]):
            place = gazetteer.key(name), row["country"]
            found[place] = found.get(place, frozenset()) | {int(row["geonameid"])}
    return found
