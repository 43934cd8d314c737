"""An index of all of GeoNames, which `geonames_import` made: a SQLite file, read in place.

A place is found by its key (`gazetteer.key`) in some 20 µs. Of the places of one name the 200 most
populous are given, those without people after them, what is inhabited or governed first.
"""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from pathlib import Path

from communique.errors import PlacesUnusable
from communique.lexicon.gazetteer import Entry, Told

FORMAT = "1"
MOST = 200
"""Places given of one name: there are 5,000 called San Antonio, and to weigh them all would take
ten times as long as to read the report."""

_FIND = f"""
    SELECT place.* FROM name JOIN place ON place.geonameid = name.geonameid
    WHERE name.key = ? ORDER BY name.rank, name.geonameid LIMIT {MOST}
"""
_DATED = "SELECT name, since, until FROM dated WHERE geonameid = ? ORDER BY since, until, name"


class Places:
    """An index that is open. Raises PlacesUnusable where the file does not hold what it should."""

    def __init__(self, path: Path, connection: sqlite3.Connection, version: str) -> None:
        self.path = path
        self.version = version
        self._connection = connection
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, key: str) -> tuple[Entry, ...]:
        """All places of a key, the most populous first."""
        return tuple(_entry(row) for row in self._rows(_FIND, key))

    def dated(self, geonameid: int) -> tuple[Told, ...]:
        """The names of a place that have dates, the earliest first."""
        return tuple(Told(*map(str, row)) for row in self._rows(_DATED, geonameid))

    def _rows(self, query: str, value: str | int) -> list[tuple[object, ...]]:
        try:
            return self._connection.execute(query, (value,)).fetchall()
        except sqlite3.Error as error:
            raise _damaged(self.path, str(error)) from error


@cache
def open_places(path: str) -> Places:
    """The index at a path. Raises PlacesUnusable."""
    where = Path(path)
    if not where.is_file():
        raise PlacesUnusable(
            f"There is no index of places at {path}; make one with `communique places import`, or "
            "unset COMMUNIQUE_PLACES to read with the places that Communique carries."
        )
    try:
        uri = f"{where.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        told = dict(connection.execute("SELECT key, value FROM about").fetchall())
    except sqlite3.Error as error:
        raise _damaged(where, str(error)) from error
    if told.get("format") != FORMAT or "version" not in told:
        raise _damaged(where, "it is of another version of Communique")
    return Places(where, connection, told["version"])


def _damaged(path: Path, why: str) -> PlacesUnusable:
    return PlacesUnusable(
        f"{path} cannot be used as an index of places ({why}); make it again with "
        "`communique places import`."
    )


def _entry(row: tuple[object, ...]) -> Entry:
    number, name, country, lat, lon, people, feature, division = row
    state = str(division) if country == "USA" else ""
    return Entry(
        int(str(number)), str(name), str(country), float(str(lat)), float(str(lon)),
        int(str(people)), str(feature), state, str(division),
    )  # fmt: skip
