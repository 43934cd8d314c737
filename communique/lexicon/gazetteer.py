"""Where places lie: GeoNames' towns, states, and the divisions of states.

The index is lexicon/data/gazetteer.txt, made by `gazetteer_build`; it is mapped into memory and
searched in place, since loading a table of its 170,000 places would take half a second. A user
who has an index of all of GeoNames (`communique places import`) names it to `use`, and `look_up`
answers from both.
"""

from __future__ import annotations

import mmap
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol, TypeVar

from communique.errors import LexiconDamaged
from communique.lexicon.load import table


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. `country` is ISO 3166-1 alpha-3, `feature` a GeoNames code,
    `population` 0 where none is told (divisions, in the carried index). `division` is GeoNames'
    code of the division of the first order that it is or lies in, unique in its country; `admin`
    the same for the US alone, where it is the state's postal code."""

    geonameid: int | None
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    feature: str
    admin: str
    division: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A name that GeoNames gives a place from a date to a date (ISO 8601, as far as told)."""

    name: str
    since: str
    until: str


class Index(Protocol):
    """More places than are carried."""

    @property
    def version(self) -> str:
        """Which places these are."""

    @property
    def find(self) -> Callable[[str], tuple[Entry, ...]]:
        """All places of a key."""

    def dated(self, geonameid: int) -> tuple[Told, ...]:
        """The names of a place that have dates."""


_LETTERS = str.maketrans("ıłŁøØđĐ", "ilLoOdD")
_MARKS = str.maketrans("-", " ", "'’‘`ʼʻʿʾ.")
_LONG = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def key(name: str) -> str:
    """A name as the index has it: lower case, no accents or apostrophes, hyphens as spaces,
    "St", "Mt" and "Ft" written out."""
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join(c for c in plain if not unicodedata.combining(c))
    words = name.translate(_MARKS).casefold().split()
    return " ".join([_LONG.get(word, word) for word in words])


def look_up(name: str) -> tuple[Entry, ...]:
    """All places of a name, the most populous first; for a short form ("Fla.") what it stands
    for. Raises LexiconDamaged, PlacesUnusable."""
    short = _short().get(name)
    if short is not None:
        return short
    carried = find(key(name))
    return _joined(carried, _more.find(key(name))) if _more is not None else carried


def carried(name: str) -> tuple[Entry, ...]:
    """As `look_up`, from the index that Communique carries alone. Raises LexiconDamaged."""
    return _short().get(name) or find(key(name))


def find(wanted: str) -> tuple[Entry, ...]:
    """All places of a key in the carried index, the most populous first."""
    data, low = _index()
    sought, high = wanted.encode(), len(data)
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2) + 1
        start = max(start, low)
        end = data.find(b"\n", start)
        found, _, places = data[start:end].partition(b"\t")
        if found == sought:
            return tuple(_entry(int(place, 36)) for place in places.split(b","))
        if found < sought:
            low = end + 1
        else:
            high = start
    return ()


@cache
def countries() -> dict[str, Entry]:
    """The entry of every state and territory, by ISO 3166-1 alpha-3."""
    data, _ = _index()
    found: dict[str, Entry] = {}
    start = data.find(b"\n") + 1
    while (entry := _entry(start)).feature == "PCLI":
        found[entry.country] = entry
        start = data.find(b"\n", start) + 1
    return found


@cache
def version() -> str:
    """Eight hexadecimal digits from the carried index."""
    data, _ = _index()
    return data[: data.find(b"\n")].split()[-1].decode()


@cache
def feature_word(code: str) -> str:
    """What kind of place a feature code of GeoNames is: "town"; "" for none that is told."""
    told = {row["code"]: row["word"] for row in table("places_features.tsv")}
    return next((told[code[:n]] for n in range(len(code), 0, -1) if code[:n] in told), "")


# More places than are carried.

_more: Index | None = None
_forget: list[Callable[[], None]] = []
Result = TypeVar("Result")


def use(index: Index | None) -> None:
    """Answer from this index too, or (None) from the carried one alone, in this process."""
    global _more
    if index is not _more:
        _more = index
        for forget in _forget:
            forget()


def told(geonameid: int) -> tuple[Told, ...]:
    """The names of a place to which an index in use gives dates. Raises PlacesUnusable."""
    return _more.dated(geonameid) if _more is not None else ()


def cached(function: Callable[[], Result]) -> Callable[[], Result]:
    """As functools.cache, for what is made by looking up: forgotten when `use` changes the
    places that can be found."""
    kept = cache(function)
    _forget.append(kept.cache_clear)
    return kept


def _joined(carried: Iterable[Entry], more: Iterable[Entry]) -> tuple[Entry, ...]:
    """Places of one name in both indexes, the most populous first. The carried entry of a place
    that the other has too gives way to it; one without a number is the other's where both are
    divisions of one order in the same state and division."""
    found = list(more)
    numbers = {entry.geonameid for entry in found}
    divisions = {
        (e.country, e.feature, code)
        for e in found
        if e.feature.startswith("ADM")
        for code in (e.division, "")
    }
    for entry in carried:
        division = entry.country, entry.feature, entry.division
        if entry.geonameid not in numbers and (entry.geonameid or division not in divisions):
            found.append(entry)
    return tuple(sorted(found, key=_by_people))


def _by_people(entry: Entry) -> tuple[int, int, str, str]:
    return -entry.population, entry.geonameid or 0, entry.country, entry.name


# Reading the carried index.


@cache
def _index() -> tuple[mmap.mmap, int]:
    """The index, and where in it the sorted lines of names begin."""
    path = resources.files("communique.lexicon") / "data" / "gazetteer.txt"
    try:
        with resources.as_file(path) as file, file.open("rb") as opened:
            data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        return data, int(data[: data.find(b"\n")].split()[-2])
    except (OSError, ValueError, IndexError) as error:
        raise LexiconDamaged(
            f"lexicon/data/gazetteer.txt cannot be read ({error}); reinstall communique."
        ) from error


def _entry(start: int) -> Entry:
    data, _ = _index()
    return _read(data[start : data.find(b"\n", start)])


@cache
def _read(record: bytes) -> Entry:
    number, name, country, lat, lon, people, feature, division = record.decode().split("\t")
    return Entry(
        int(number) if number else None,
        name,
        country,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(people or 0),
        feature or "PPL",
        division if country == "USA" else "",
        division,
    )


@cache
def _short() -> dict[str, tuple[Entry, ...]]:
    """What short forms stand for, by their exact letters."""
    found: dict[str, tuple[Entry, ...]] = {}
    for row in table("places_short.tsv"):
        of = [e for e in find(key(row["name"])) if e.country == row["country"]]
        found[row["short"]] = tuple(e for e in of if e.feature.startswith(row["feature"]))[:1]
    return found
