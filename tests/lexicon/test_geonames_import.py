"""Dumps of GeoNames into an index, and what is said of files that are none."""

from __future__ import annotations

import errno
import sqlite3
import zipfile
from pathlib import Path

import pytest

from communique.errors import PlacesUnusable
from communique.lexicon import geonames_import
from communique.lexicon.gazetteer import Told
from communique.lexicon.geonames import open_places
from communique.lexicon.geonames_import import Imported, import_dumps
from tests.lexicon import dumps


def silent(step: str, done: int, total: int) -> None:
    """Say nothing."""


def imported(folder: Path, *paths: Path) -> Imported:
    return import_dumps(paths, folder / "index.db", silent)


def refused(folder: Path, *paths: Path) -> str:
    with pytest.raises(PlacesUnusable) as found:
        imported(folder, *paths)
    assert sorted(path.name for path in folder.glob("index.db*")) == []
    return str(found.value)


def test_an_index_holds_the_places_of_a_dump(tmp_path: Path) -> None:
    done = imported(tmp_path, dumps.write(tmp_path))
    assert (done.places, done.dated) == (5, 0)
    found = open_places(str(tmp_path / "index.db")).find("marisol")
    assert [e.geonameid for e in found] == [9002, 9001, 9005, 9004]
    assert found[1].country == "PER"
    assert (found[1].lat, found[1].lon, found[1].population) == (-5.5, -75.25, 4000)
    assert (found[1].feature, found[1].division, found[1].admin) == ("PPL", "11", "")


@pytest.mark.parametrize("name", ["rio verde", "green river"])
def test_a_place_is_found_by_its_other_names(tmp_path: Path, name: str) -> None:
    imported(tmp_path, dumps.write(tmp_path))
    (found,) = open_places(str(tmp_path / "index.db")).find(name)
    assert found.name == "Río Verde"


@pytest.mark.parametrize("name", ["mar", "марисоль", "nowhere"])
def test_codes_and_other_scripts_are_no_names(tmp_path: Path, name: str) -> None:
    imported(tmp_path, dumps.write(tmp_path))
    assert open_places(str(tmp_path / "index.db")).find(name) == ()


def test_names_have_the_dates_of_the_file_of_names(tmp_path: Path) -> None:
    imported(tmp_path, dumps.write(tmp_path), dumps.write_names(tmp_path))
    assert open_places(str(tmp_path / "index.db")).dated(9001) == (
        Told("Santa Marisol", "1904", "1961-05"),
        Told("Marisol", "1961-05", ""),
    )


def test_a_zip_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "PE.zip", "w") as archive:
        archive.writestr("readme.txt", "a note")
        archive.writestr("PE.txt", dumps.places())
    zipped = imported(tmp_path, tmp_path / "PE.zip")
    assert zipped == imported(tmp_path, dumps.write(tmp_path))


def test_the_order_of_the_dumps_does_not_matter(tmp_path: Path) -> None:
    both = (dumps.write(tmp_path), dumps.write_names(tmp_path))
    first = imported(tmp_path, *both)
    bytes_of = (tmp_path / "index.db").read_bytes()
    assert imported(tmp_path, *reversed(both)) == first
    assert (tmp_path / "index.db").read_bytes() == bytes_of


def test_a_place_that_two_dumps_have_is_one(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    both = (dumps.write(tmp_path), dumps.write(tmp_path / "again"))
    assert imported(tmp_path, *both).places == 5


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    path = dumps.write(tmp_path)
    import_dumps([path], tmp_path / "index.db", lambda *step: told.append(step))
    size = path.stat().st_size
    assert told[:2] == [("reading PE.txt", 0, size), ("reading PE.txt", size, size)]
    assert told[-1] == ("sorting", 3, 3)


# What is no dump.


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty; download it again"),
        ("name\tplace\n", "is no dump of GeoNames (its first line has 2 columns"),
        ("\t".join("x" * 19) + "\n", "is no dump of GeoNames (its first line does not have"),
        (dumps.places()[:-60], "line 5, has 3 columns where there should be 19: the file is damag"),
        (
            dumps.places() + "x" + "\t" * 18 + "\n",
            "line 6, does not have numbers where they",
        ),
    ],
)
def test_what_is_no_dump_is_said_in_a_sentence(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "PE.txt").write_text(content)
    assert said in refused(tmp_path, tmp_path / "PE.txt")


def test_bytes_that_are_no_text_are_no_dump(tmp_path: Path) -> None:
    (tmp_path / "PE.txt").write_bytes(b"\xff\xfe\x00" * 100)
    assert "first line is not UTF-8" in refused(tmp_path, tmp_path / "PE.txt")


def test_names_without_places_are_no_index(tmp_path: Path) -> None:
    assert "no place in these files" in refused(tmp_path, dumps.write_names(tmp_path))


def test_a_zip_cut_short_is_to_be_downloaded_again(tmp_path: Path) -> None:
    path = tmp_path / "PE.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("PE.txt", dumps.places())
    path.write_bytes(path.read_bytes()[:-50])
    assert "no zip, or cut short; download it again" in refused(tmp_path, path)


def test_a_damaged_zip_is_to_be_downloaded_again(tmp_path: Path) -> None:
    path = tmp_path / "PE.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("PE.txt", dumps.places())
    path.write_bytes(path.read_bytes().replace(b"Verde", b"Verda"))
    assert "damaged or cut short" in refused(tmp_path, path)


def test_a_zip_of_other_things_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("picture.png", "x")
    assert "holds 0 dumps" in refused(tmp_path, tmp_path / "x.zip")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No room is left on the disk"),
        (PermissionError(errno.EACCES, "Permission denied", "x.db"), "x.db cannot be read or wri"),
        (sqlite3.OperationalError("unable to open"), "cannot be read or written (unable to open)"),
    ],
)
def test_what_the_system_refuses_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(geonames_import, "_fill", fail)
    assert said in refused(tmp_path, dumps.write(tmp_path))


def test_a_full_disk_is_told_by_the_code_of_sqlite(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "small.db", isolation_level=None)
    connection.execute("PRAGMA max_page_count = 2")
    with (
        pytest.raises(PlacesUnusable, match="No room is left"),
        geonames_import._translated(tmp_path),
    ):
        connection.execute("CREATE TABLE t AS SELECT hex(randomblob(100000))")
    connection.close()


# Stopped on the way.


def test_what_is_stopped_leaves_the_older_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(tmp_path, dumps.write(tmp_path))
    before = (tmp_path / "index.db").read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(geonames_import, "_save_places", stop)
    with pytest.raises(KeyboardInterrupt):
        imported(tmp_path, dumps.write(tmp_path))
    assert (tmp_path / "index.db").read_bytes() == before
    assert [path.name for path in tmp_path.glob("index.db*")] == ["index.db"]


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "index.db.part").write_text("half")
    (tmp_path / "index.db.stage").write_text("half")
    assert imported(tmp_path, dumps.write(tmp_path)).places == 5
