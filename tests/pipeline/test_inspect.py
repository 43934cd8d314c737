from pathlib import Path

import pytest

from communique.errors import ModelMissing, NothingToRead
from communique.model.reading import Skipped
from communique.pipeline.inspect import inspect
from communique.pipeline.one import Inspected
from communique.settings import Settings
from tests.pipeline import stub
from tests.pipeline.stub import StubReader


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_come_in_order_with_what_was_skipped(
    tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.pipeline.inspect.workers_for", lambda _, wanted: wanted)
    paths = stub.write(tmp_path)
    (tmp_path / "empty.txt").touch()
    paths.insert(2, str(tmp_path / "empty.txt"))
    found = list(inspect(paths, Settings(workers=workers), with_reader=StubReader()))
    assert [one.source if isinstance(one, Skipped) else one.report.source for one in found] == paths
    assert [isinstance(one, Inspected) for one in found] == [True, True, False, True, True, True]


def test_nothing_is_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    stub.write(tmp_path, "a/one.txt")
    list(inspect(["a"], Settings(), with_reader=StubReader()))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]


def test_a_path_that_leads_nowhere_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        list(inspect([str(tmp_path / "x")], Settings(), with_reader=StubReader()))


def test_a_missing_model_stops_the_run(tmp_path: Path) -> None:
    (path,) = stub.write(tmp_path, "a/one.txt")
    with pytest.raises(ModelMissing):
        list(inspect([path], Settings(model="no_such_model")))
