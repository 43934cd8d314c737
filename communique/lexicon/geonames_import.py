"""Making an index of all of GeoNames from its dumps (download.geonames.org/export/dump).

A dump has a place a line, 19 columns: allCountries.txt with some 13 million, or a country's, each
also as the zip it comes in; alternateNamesV2 adds the dates of names. They are streamed into a
SQLite file beside the index, sorted there by SQLite, and written out in order, so that memory
stays the same whatever their size. The index takes the place of an older one only when it is
complete.
"""

from __future__ import annotations

import errno
import hashlib
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from communique.errors import PlacesUnusable
from communique.lexicon.gazetteer import key
from communique.lexicon.geonames import FORMAT
from communique.lexicon.load import table
from communique.lexicon.names import is_english

Report = Callable[[str, int, int], None]
"""What is being done, how far (bytes or steps), of how many."""

DUMP, NAMES = 19, 10
"""Columns of a dump of places, and of alternateNamesV2."""
AT_ONCE = 20_000
STEP = 1 << 22

_STAGE = """
    CREATE TABLE stage.place (geonameid, name, country, lat, lon, population, feature, division);
    CREATE TABLE stage.name (key, rank, geonameid);
    CREATE TABLE stage.dated (geonameid, name, since, until);
"""
_TABLES = """
    CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE place (
        geonameid INTEGER PRIMARY KEY, name TEXT, country TEXT, lat REAL, lon REAL,
        population INTEGER, feature TEXT, division TEXT
    );
    CREATE TABLE name (
        key TEXT, rank INTEGER, geonameid INTEGER, PRIMARY KEY (key, rank, geonameid)
    ) WITHOUT ROWID;
    CREATE TABLE dated (
        geonameid INTEGER, since TEXT, until TEXT, name TEXT,
        PRIMARY KEY (geonameid, since, until, name)
    ) WITHOUT ROWID;
"""
_SORTED = (
    "INSERT OR IGNORE INTO place SELECT * FROM stage.place ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
    "INSERT OR IGNORE INTO name SELECT key, rank, geonameid FROM stage.name ORDER BY 1, 2, 3",
    "INSERT OR IGNORE INTO dated SELECT geonameid, since, until, name FROM stage.dated "
    "ORDER BY 1, 2, 3, 4",
)
_FAST = """
    PRAGMA {schema}journal_mode = OFF;
    PRAGMA {schema}synchronous = OFF;
    PRAGMA {schema}cache_size = -65536;
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an index holds."""

    places: int
    names: int
    dated: int
    version: str


def import_dumps(dumps: Sequence[Path], index: Path, report: Report) -> Imported:
    """Make the index of these dumps; files of alternate names may be among them.

    Raises PlacesUnusable, in one sentence, for what is no dump, for a damaged one, and where the
    index cannot be written.
    """
    part, stage = (index.with_name(index.name + end) for end in (".part", ".stage"))
    with _translated(index):
        index.parent.mkdir(parents=True, exist_ok=True)
        try:
            _remove(part, stage)
            with closing(sqlite3.connect(part, isolation_level=None)) as connection:
                imported = _fill(connection, stage, dumps, report)
            part.replace(index)
        finally:
            _remove(part, stage)
    return imported


def _fill(
    connection: sqlite3.Connection, stage: Path, dumps: Sequence[Path], report: Report
) -> Imported:
    connection.execute("ATTACH ? AS stage", (str(stage),))
    connection.executescript(
        _FAST.format(schema="main.") + _FAST.format(schema="stage.") + _STAGE + _TABLES
    )
    digest = hashlib.sha256()
    for dump in sorted(dumps):
        with _opened(dump) as (lines, size):
            _stage(connection, _Lines(dump, lines, size, digest, report))
    for done, statement in enumerate(_SORTED):
        report("sorting", done, len(_SORTED))
        connection.execute(statement)
    report("sorting", len(_SORTED), len(_SORTED))
    places, names, dated = (
        int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
        for name in ("place", "name", "dated")
    )
    if not places:
        raise PlacesUnusable("There is no place in these files; give allCountries.txt or its zip.")
    version = digest.hexdigest()[:8]
    about = [("format", FORMAT), ("version", version)]
    connection.executemany("INSERT INTO about VALUES (?, ?)", about)
    connection.execute("DETACH stage")
    return Imported(places, names, dated, version)


# Reading dumps.


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The bytes of a dump, out of its zip, and how many they are."""
    if not zipfile.is_zipfile(path):
        if path.suffix == ".zip":
            raise PlacesUnusable(f"{path} is no zip, or cut short; download it again.")
        with path.open("rb") as file:
            yield file, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive:
        members = [m for m in archive.infolist() if _is_dump(m.filename)]
        if len(members) != 1:
            raise PlacesUnusable(
                f"{path} holds {len(members)} dumps; give a zip as GeoNames has it."
            )
        with archive.open(members[0]) as file:
            yield file, members[0].file_size


def _is_dump(name: str) -> bool:
    return name.endswith(".txt") and not name.startswith(("readme", "iso-languagecodes", "__"))


class _Lines:
    """The lines of a dump, cut into columns; tells how far it is, and digests what it reads."""

    def __init__(
        self, path: Path, file: IO[bytes], size: int, digest: hashlib._Hash, report: Report
    ) -> None:
        self.path, self.file, self.size = path, file, size
        self.digest, self.report = digest, report
        self.number = 0

    def __iter__(self) -> Iterator[list[str]]:
        read, rest = 0, b""
        self.report(f"reading {self.path.name}", 0, self.size)
        while block := self.file.read(STEP):
            self.digest.update(block)
            read += len(block)
            *lines, rest = (rest + block).split(b"\n")
            yield from self._cut(lines)
            self.report(f"reading {self.path.name}", read, self.size)
        yield from self._cut([rest] if rest else [])

    def _cut(self, lines: list[bytes]) -> Iterator[list[str]]:
        for line in lines:
            self.number += 1
            if line.strip():
                try:
                    yield line.decode().rstrip("\r").split("\t")
                except UnicodeDecodeError as error:
                    raise self.wrong("is not UTF-8") from error

    def wrong(self, why: str, back: int = 0) -> PlacesUnusable:
        """What to say of the line that was read last, or of one so many lines before it."""
        at = self.number - back
        if at == 1:
            return PlacesUnusable(
                f"{self.path} is no dump of GeoNames (its first line {why}); give "
                "allCountries.txt, a country's file, alternateNamesV2.txt, or their zip."
            )
        return PlacesUnusable(
            f"{self.path}, line {at}, {why}: the file is damaged or cut short; download it again."
        )


def _stage(connection: sqlite3.Connection, lines: _Lines) -> None:
    rows = iter(lines)
    first = next(rows, None)
    if first is None:
        raise PlacesUnusable(f"{lines.path} is empty; download it again.")
    if len(first) not in {DUMP, NAMES}:
        raise lines.wrong(f"has {len(first)} columns where there should be {DUMP}")
    connection.execute("BEGIN")
    width = len(first)
    whole = _whole(lines, first, rows, width)
    while batch := list(islice(whole, AT_ONCE)):
        (_save_places if width == DUMP else _save_names)(connection, lines, batch)
    connection.execute("COMMIT")


def _whole(
    lines: _Lines, first: list[str], rows: Iterable[list[str]], width: int
) -> Iterator[list[str]]:
    yield first
    for row in rows:
        if len(row) != width:
            raise lines.wrong(f"has {len(row)} columns where there should be {width}")
        yield row


def _save_places(connection: sqlite3.Connection, lines: _Lines, rows: list[list[str]]) -> None:
    codes = {row["alpha2"]: row["alpha3"] for row in table("country_codes.tsv")}
    places: list[tuple[object, ...]] = []
    names: list[tuple[str, int, int]] = []
    for n, row in enumerate(rows, start=1):
        (number, name, ascii_name, others, lat, lon, kind, feature, country, _, division) = row[:11]
        try:
            at, people = (int(number), float(lat), float(lon)), int(row[14] or 0)
        except ValueError:
            why = "does not have numbers where they should be"
            raise lines.wrong(why, len(rows) - n) from None
        places.append((*at[:1], name, codes.get(country, ""), *at[1:], people, feature, division))
        found = {key(name), key(ascii_name)}
        found |= {key(other) for other in others.split(",") if is_english(other)}
        rank = -10 * people - _RANK.get(kind, 0)
        names += [(one, rank, at[0]) for one in found if one.replace(" ", "").isalnum()]
    connection.executemany("INSERT INTO stage.place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", places)
    connection.executemany("INSERT INTO stage.name VALUES (?, ?, ?)", names)


_RANK = {"A": 9, "P": 8, "T": 5, "H": 5, "L": 5}
"""Which classes of features come first among places without people."""


def _save_names(connection: sqlite3.Connection, lines: _Lines, rows: list[list[str]]) -> None:
    """Names in English, or of no language, that have dates."""
    dated = []
    for n, row in enumerate(rows, start=1):
        _, number, language, name, *_, since, until = row
        if not (since or until) or language not in {"en", ""} or not is_english(name):
            continue
        try:
            dated.append((int(number), name, since, until))
        except ValueError:
            why = "does not have a number where it should be"
            raise lines.wrong(why, len(rows) - n) from None
    connection.executemany("INSERT INTO stage.dated VALUES (?, ?, ?, ?)", dated)


# What can go wrong.


@contextmanager
def _translated(index: Path) -> Iterator[None]:
    """A stranger's errors, as PlacesUnusable."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise PlacesUnusable(
            f"The zip is damaged or cut short ({error}); download it again."
        ) from error
    except sqlite3.Error as error:
        full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        raise _full(index) if full else _unwritten(index, str(error)) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _full(index) from error
        where = Path(str(error.filename)) if error.filename else index
        raise _unwritten(where, error.strerror or str(error)) from error


def _full(index: Path) -> PlacesUnusable:
    return PlacesUnusable(
        f"No room is left on the disk for {index}: all of GeoNames needs some 4 GB while it is "
        "imported, in its folder and in that for temporary files (SQLITE_TMPDIR), and half after."
    )


def _unwritten(where: Path, why: str) -> PlacesUnusable:
    return PlacesUnusable(f"{where} cannot be read or written ({why}); mend that and try again.")


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
