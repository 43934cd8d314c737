"""An index of GeoNames that is there, and files that are none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from communique.errors import PlacesUnusable
from communique.lexicon import geonames
from communique.lexicon.geonames import open_places
from communique.lexicon.geonames_import import import_dumps
from tests.lexicon import dumps


def index(folder: Path, *rows: tuple[object, ...]) -> str:
    (folder / "XX.txt").write_text(dumps.places(*rows), encoding="utf-8")
    import_dumps([folder / "XX.txt"], folder / "index.db", lambda *_: None)
    return str(folder / "index.db")


def test_a_missing_index_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PlacesUnusable, match=r"no index of places at .*communique places import"):
        open_places(str(tmp_path / "none.db"))


def test_a_file_that_is_no_index_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("no database" * 1000)
    with pytest.raises(PlacesUnusable, match="cannot be used as an index of places"):
        open_places(str(tmp_path / "x.db"))


def test_an_index_of_another_format_is_to_be_made_again(tmp_path: Path) -> None:
    path = index(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET value = '0' WHERE key = 'format'")
    connection.close()
    with pytest.raises(PlacesUnusable, match="another version of Communique"):
        open_places(path)


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()
    one, same = index(tmp_path / "a"), index(tmp_path / "b")
    other = index(tmp_path / "c", dumps.PLACES[0])
    assert open_places(one).version == open_places(same).version
    assert open_places(one).version != open_places(other).version


def test_of_a_name_borne_by_very_many_the_most_populous_are_given(tmp_path: Path) -> None:
    rows = [(n, "Marisol", "", 1.0, 1.0, "P", "PPL", "PE", "11", n) for n in range(1, 301)]
    found = open_places(index(tmp_path, *rows)).find("marisol")
    assert [e.population for e in found] == list(range(300, 300 - geonames.MOST, -1))


def test_a_state_of_the_us_is_its_division(tmp_path: Path) -> None:
    row = (7, "Marisol", "", 1.0, 1.0, "P", "PPL", "US", "OH", 5)
    (found,) = open_places(index(tmp_path, row)).find("marisol")
    assert found.admin == found.division == "OH"
