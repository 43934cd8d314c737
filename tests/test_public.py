"""The names that a Python script uses."""

import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.errors import EmptyReport, NothingToRead
from communique.model.report import Report, Segment
from tests.pipeline import stub


def test_every_public_name_is_there() -> None:
    assert all(hasattr(communique, name) for name in communique.__all__)


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = communique.nothing


def test_importing_loads_nothing_heavy() -> None:
    code = "import communique, sys; print(len({'sqlalchemy', 'numpy'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "0\n"


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.pipeline.inspect.reader", lambda *_: stub.StubReader())


def test_a_file_is_read(tmp_path: Path) -> None:
    (path,) = stub.write(tmp_path, "a/one.txt")
    found = communique.read(path)
    assert [actor.name for actor in found.reading.actors] == ["Mara Quill", "Tomas Reef"]
    assert found.report.source == path


def test_a_report_of_ones_own_is_read() -> None:
    text = "Mara Quill met Tomas Reef."
    report = Report("mine", text, segments=(Segment("body", 0, len(text)),))
    assert len(communique.read(report).reading.events) == 1


def test_what_cannot_be_read_raises(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(EmptyReport):
        communique.read(tmp_path / "empty.txt")
    with pytest.raises(NothingToRead):
        communique.read(tmp_path / "nowhere.txt")


def test_a_record_is_opened(tmp_path: Path) -> None:
    with communique.open_record(tmp_path / "record.db") as store:
        assert store.where.endswith("record.db")
