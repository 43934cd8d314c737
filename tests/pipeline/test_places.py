"""Which index of places is read with, and how a reading says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import PlacesUnusable
from communique.lexicon import gazetteer, load
from communique.model.reading import Method
from communique.model.report import Report
from communique.model.text import Text
from communique.pipeline import models
from communique.pipeline.one import Reader, reader
from communique.pipeline.places import import_places, index_of, use, version_of
from communique.settings import Settings
from tests.lexicon import dumps


@pytest.fixture(autouse=True)
def _carried_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(models, "version", lambda _: "model-1")
    yield
    gazetteer.use(None)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that name an index of an invented part of Peru."""
    made = Settings(places=str(tmp_path / "index.db"))
    import_places([str(dumps.write(tmp_path))], made)
    return made


def test_without_a_file_at_the_default_there_is_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert index_of(Settings()) == version_of("") == ""
    import_places([str(dumps.write(tmp_path))], Settings())
    assert index_of(Settings()) == Settings().places


def test_an_index_that_is_named_must_be_there(tmp_path: Path) -> None:
    named = Settings(places=str(tmp_path / "none.db"))
    with pytest.raises(PlacesUnusable, match="no index of places"):
        reader("reader", index_of(named))


def test_a_dump_that_is_not_there_is_said(settings: Settings) -> None:
    with pytest.raises(PlacesUnusable, match=r"There is no file none\.zip"):
        import_places(["none.zip"], settings)


def test_places_of_the_index_are_looked_up(settings: Settings) -> None:
    assert gazetteer.look_up("Port Marisol") == ()
    use(index_of(settings))
    assert [e.geonameid for e in gazetteer.look_up("Port Marisol")] == [9001]
    use("")
    assert gazetteer.look_up("Port Marisol") == ()


def test_the_method_says_which_places_were_known(settings: Settings) -> None:
    assert reader("reader").method.lexicon == load.version()
    with_index = reader("reader", index_of(settings)).method.lexicon
    assert with_index.startswith(f"{load.version()}+places-")


def test_a_report_is_read_with_the_index_of_its_reader(settings: Settings) -> None:
    known: list[int] = []

    def parse(report: Report) -> Text:
        known.append(len(gazetteer.look_up("Port Marisol")))
        return Text(report.text, ())

    method = Method("0", "none", "0")
    for index in (settings.places, "", settings.places):
        Reader(method, parse, index)(Report("a", "Rain fell."))
    assert known == [1, 0, 1]
