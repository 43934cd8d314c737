"""All the places that a name can mean, and how likely each is before anything is read.

A prior is about the power of ten of a town's people, and on the same scale for the rest: a capital
or a state outweighs towns of its name unless much in the report speaks for one of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.extraction.atlas import Site, known, renamed
from communique.lexicon import gazetteer
from communique.lexicon.gazetteer import Entry
from communique.lexicon.load import words

MOST = 60
"""Places of one name that are weighed, the most populous; GeoNames has thousands of some."""
KEPT = 5_000
"""Names whose senses are kept in memory."""
STATE = 11.5
CAPITAL = 4.0
LISTED = 11.0
US_STATE = 9.0
US_STATE_OF_CITY = 7.5
"""Of New York and Washington, by whose names mostly the cities are meant."""
CITY = 500_000
PROVINCE = 6.5
PROVINCE_OF_TOWN = 5.5
"""Of a province with a town of its name in its country, or a city elsewhere, the town is mostly
meant."""
LARGE = 100_000
COUNTY = 5.5
COUNTY_SHORT = 3.0
"""Of a county by its name without "County"."""
MAIN = 1.0
METROPOLIS = 1.0
"""Of a city of a million, which is known beyond its country."""
OTHER_NAME = -2.5


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name can mean. `division` is GeoNames' code of the state or province it lies
    in; `main` when the name is the one it has in the gazetteer; `kind` in words."""

    site: Site
    name: str
    division: str
    prior: float
    main: bool
    kind: str

    @property
    def feature(self) -> str:
        """GeoNames' feature code, "" where there is none."""
        return self.site.feature or ""


def senses(name: str, admin: bool = False) -> tuple[Sense, ...]:
    """The places of a name, likeliest first; `admin` when it is said to be a province's ("Lugo
    province"). Case counts for the names of the lexicon."""
    if known(name) is None and (name.islower() or (name.isupper() and len(name) < 4)):
        return ()
    found = _senses(name)
    if not admin:
        return found
    divisions = tuple(s for s in found if s.feature.startswith("ADM"))
    return divisions or tuple(_as_province(s) for s in found if s.feature != "PCLI")


def _as_province(sense: Sense) -> Sense:
    """The province that is only known by its seat: it has no number of its own."""
    if not sense.feature.startswith("PPL"):
        return sense
    site = replace(sense.site, feature="ADM1", geonameid=None, state=False)
    return replace(sense, site=site, kind="province")


@gazetteer.cached
def _kept() -> dict[str, tuple[Sense, ...]]:
    return {}


def _senses(name: str) -> tuple[Sense, ...]:
    """All senses of a name; those of the last names asked for are kept."""
    kept = _kept()
    if name not in kept:
        if len(kept) >= KEPT:
            kept.clear()
        kept[name] = _gathered(name)
    return kept[name]


def _gathered(name: str) -> tuple[Sense, ...]:
    best: dict[object, Sense] = {}
    listed = tuple(_listed(name))
    acronym = listed and name.isupper() and len(name) < 6
    for sense in listed if acronym else (*listed, *_gazetted(name)):
        where = sense.site.geonameid or (sense.site.country, sense.division, sense.feature[:3])
        if where not in best or best[where].prior < sense.prior:
            best[where] = sense
    return tuple(sorted(best.values(), key=_likeliest))


def _likeliest(sense: Sense) -> tuple[float, int, str, str]:
    site = sense.site
    return -sense.prior, site.geonameid or 0, site.country or "", sense.division


def _listed(name: str) -> Iterator[Sense]:
    """What the lexicon knows: states, capitals, seats, regions, earlier names."""
    site = known(name)
    earlier = renamed(name) if site is None else None
    found = site or earlier
    if found is None:
        return
    entry = _entry(name, found)
    people = math.log10((entry.population if entry else 0) + 10)
    division = entry.division if entry else ""
    if earlier is not None:
        yield Sense(earlier, name, division, people + MAIN + CAPITAL * earlier.state, True, "city")
    elif (found.feature or "").startswith("PCL"):
        yield Sense(found, name, "", STATE, True, "state")
    elif found.feature == "PPLC":
        yield Sense(found, name, division, people + CAPITAL, True, "capital")
    else:
        kind = gazetteer.feature_word(found.feature or "") or "place"
        yield Sense(found, name, "", LISTED, True, kind)


def _entry(name: str, site: Site) -> Entry | None:
    if site.geonameid is None:
        return None
    return next((e for e in gazetteer.look_up(name) if e.geonameid == site.geonameid), None)


def _gazetted(name: str) -> Iterator[Sense]:
    wanted = gazetteer.key(name)
    entries = gazetteer.look_up(name)[:MOST]
    towns = [e for e in entries if e.feature.startswith("PPL")]
    cities = [t for t in towns if t.population >= LARGE and gazetteer.key(t.name) == wanted]
    listed = known(name) is not None
    for entry in entries:
        if entry.feature == "PCLI" or (listed and entry.feature == "PPLC"):
            continue
        main = is_short(name) or gazetteer.key(entry.name) == wanted
        seat = next((t for t in towns if t.country == entry.country), None)
        rival = seat or next(iter(cities), None)
        site = _site(entry)
        if entry.lat is None and seat is not None:
            site = replace(site, lat=seat.lat, lon=seat.lon)
        prior, kind = _prior(entry, main, rival)
        yield Sense(site, entry.name, entry.division, prior, main, kind)


def _site(entry: Entry) -> Site:
    capital = entry.feature == "PPLC"
    country = entry.country or None  # a sea has none
    return Site(country, entry.lat, entry.lon, entry.geonameid, entry.feature, capital)


def _prior(entry: Entry, main: bool, town: Entry | None) -> tuple[float, str]:
    """The prior of a place; `town` is one of its name in its country, or a city anywhere."""
    people = math.log10(entry.population + 10)
    if entry.feature == "ADM1" and entry.country == "USA":
        city = town is not None and town.population > CITY
        return US_STATE_OF_CITY if city else US_STATE, "state of the US"
    if entry.feature == "ADM1":
        return max(
            PROVINCE_OF_TOWN if town else PROVINCE, min(people, US_STATE_OF_CITY)
        ), "province"
    if entry.feature.startswith("ADM"):
        short = entry.country == "USA" and not main
        base = COUNTY_SHORT if short or town else COUNTY
        return max(base, min(people, PROVINCE)), "county"
    large = METROPOLIS if main and entry.population >= 1_000_000 else 0.0
    kind = "town" if entry.feature.startswith("PPL") else "place"
    return people + large + (MAIN if main else OTHER_NAME), kind


# Short forms.

_WORDS = frozenset(
    {"Ala.", "Mass.", "Miss.", "Wash.", "Man.", "Ore.", "Ill.", "Ind.", "Ark.", "Pa."}
)
"""Short forms that may end a sentence as something else: they count after a comma only."""


def is_short(name: str) -> bool:
    """Whether a name is the short form of a state or province: "Calif.", "NJ"."""
    return name in words("places_short.tsv", "short")


def stands_alone(name: str) -> bool:
    """Whether a short form is clear enough without a town and a comma before it."""
    return is_short(name) and name.endswith(".") and len(name) > 3 and name not in _WORDS


@cache
def short_forms() -> re.Pattern[str]:
    """A pattern of all short forms, the longest first, that no letter follows."""
    names = sorted(words("places_short.tsv", "short"), key=lambda name: (-len(name), name))
    return re.compile("(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
