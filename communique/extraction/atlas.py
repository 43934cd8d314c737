"""The places that the lexicon names: states, capitals, seats of government, regions, and cities by
their earlier names. All else is the gazetteer's (`senses`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.lexicon import gazetteer
from communique.lexicon.gazetteer import Entry
from communique.lexicon.load import table


@dataclass(frozen=True, slots=True)
class Site:
    """Where a place lies. `state` when the name is a state's or its capital's."""

    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    feature: str | None
    state: bool = False


def known(name: str) -> Site | None:
    """The state, capital, seat or region of a name; None when the lexicon has none.

    Case counts, but for names all in capitals: "US" is a state, "us" is not.
    """
    plain = " ".join(name.replace("’", "'").split()).removeprefix("the ").removeprefix("The ")
    site = _lexicon().get(plain)
    if site is None and plain.isupper() and len(plain) > 4:
        site = _capitals_only().get(plain)
    return site


@cache
def _nationalities() -> dict[str, str]:
    """The country of each nationality; of two (Dominican) the more populous."""
    people = {code: entry.population for code, entry in gazetteer.countries().items()}
    found: dict[str, str] = {}
    for row in sorted(table("states.tsv"), key=lambda row: -people.get(row["iso3"], 0)):
        for name in _split(row["demonyms"]):
            if row["iso3"]:
                found.setdefault(name, row["iso3"])
    return found


def country_of(name: str) -> str | None:
    """The country of a state, capital, region or nationality; plurals in -s count."""
    site = known(name)
    if site is not None:
        return site.country
    found = _nationalities()
    return found.get(name) or found.get(name.removesuffix("s"))


def longest(chars: str, start: int, end: int) -> int:
    """The length of the longest name of the lexicon that begins at `start`; 0 when none does."""
    first = _FIRST.match(chars, start)
    if first is None or first.group() not in _first_words():
        return 0
    window = chars[start : min(end, start + 50)].replace("’", "'").replace("\n", " ")
    for match in reversed(list(_WORD_END.finditer(window))):
        words = window[: match.end()]
        if words in _lexicon() or (len(words) > 4 and words in _capitals_only()):
            return len(words)
    return 0


_FIRST = re.compile(r"\w+")


@gazetteer.cached
def _first_words() -> frozenset[str]:
    """The first words of all names, so that most words need no look at the names themselves."""
    starts = (_FIRST.match(name) for name in (*_lexicon(), *_capitals_only()))
    return frozenset(start.group() for start in starts if start)


_WORD_END = re.compile(r"[\w.](?!\w)")


@gazetteer.cached
def _lexicon() -> dict[str, Site]:
    """All names of the lexicon; a name that a state has goes before all others."""
    found: dict[str, Site] = {}
    for name, site in (*_states(), *_capitals(), *_seats(), *_regions()):
        found.setdefault(name.removeprefix("The "), site)
    return found


@gazetteer.cached
def _capitals_only() -> dict[str, Site]:
    return {name.upper(): site for name, site in _lexicon().items()}


def _split(names: str) -> list[str]:
    return [name for name in names.split("|") if name]


def _states() -> Iterator[tuple[str, Site]]:
    points = {row["state"]: (row["lat"], row["lon"]) for row in table("state_points.tsv")}
    for row in table("states.tsv"):
        entry = gazetteer.countries().get(row["iso3"])
        site = Site(row["iso3"] or None, None, None, None, "PCLI" if row["iso3"] else "PCL", True)
        if entry:
            site = replace(site, lat=entry.lat, lon=entry.lon, geonameid=entry.geonameid)
        elif point := points.get(row["iso3"] or row["name"]):
            site = replace(site, lat=float(point[0]), lon=float(point[1]))
        for name in (row["name"], row["official"], *_split(row["variants"])):
            if name:
                yield name, site


def _city(name: str, country: str) -> Entry | None:
    """The largest town that GeoNames calls so, else the largest that is also called so."""
    towns = (e for e in gazetteer.look_up(name) if e.country == country)
    found = [e for e in towns if e.feature.startswith("PPL")]
    wanted = gazetteer.key(name)
    return next((e for e in found if gazetteer.key(e.name) == wanted), found[0] if found else None)


def _of(entry: Entry | None, country: str | None, feature: str, state: bool = False) -> Site:
    if entry is None:
        return Site(country, None, None, None, feature, state)
    return Site(country, entry.lat, entry.lon, entry.geonameid, feature, state)


def _capitals() -> Iterator[tuple[str, Site]]:
    for row in table("states.tsv"):
        names = [n for n in (row["capital"], *_split(row["capital_variants"])) if n]
        if not names or not row["iso3"]:
            continue
        entry = next(filter(None, (_city(n, row["iso3"]) for n in names)), None)
        if entry is None:
            continue
        for name in names:
            if _is_largest(name, row["iso3"]):
                yield name, _of(entry, row["iso3"], "PPLC", state=True)


def _is_largest(name: str, country: str) -> bool:
    """Whether no larger town of another country has this name: Victoria is rarely the capital of
    the Seychelles."""
    wanted = gazetteer.key(name)
    towns = [
        e
        for e in gazetteer.look_up(name)
        if e.feature.startswith("PPL") and (e.country == country or gazetteer.key(e.name) == wanted)
    ]
    return not towns or towns[0].country == country


def _seats() -> Iterator[tuple[str, Site]]:
    for row in table("places_seats.tsv"):
        entry = _city(row["city"], row["country"])
        site = replace(_of(entry, row["country"], row["feature"]), geonameid=None)
        for name in (row["name"], *_split(row["variants"])):
            yield name, site


def _regions() -> Iterator[tuple[str, Site]]:
    for row in table("places_regions.tsv"):
        number = int(row["geonameid"]) if row["geonameid"] else None
        site = Site(
            row["country"] or None, float(row["lat"]), float(row["lon"]), number, row["feature"]
        )
        for name in (row["name"], *_split(row["variants"])):
            yield name, site


def renamed(name: str) -> Site | None:
    """The city of an earlier or other name; None where none had it."""
    return _renamed().get(name)


@gazetteer.cached
def _renamed() -> dict[str, Site]:
    """Cities by another name, where no other town is called so today; beside much smaller towns
    also by a name given up after 1990 (Calcutta), but not by an older one (Salisbury, Harare)."""
    found: dict[str, Site] = {}
    for row in table("places_renamed.tsv"):
        entry = _city(row["city"], row["country"])
        wanted = gazetteer.key(row["name"])
        others = [
            e.population
            for e in gazetteer.look_up(row["name"])
            if gazetteer.key(e.name) == wanted and e.feature.startswith("PPL") and e != entry
        ]
        recent = not row["to"] or row["to"] >= "1990"
        if entry and (not others or (recent and max(others) * 10 < entry.population)):
            capital = entry.feature == "PPLC"
            found[row["name"]] = _of(entry, row["country"], entry.feature, state=capital)
    return found
