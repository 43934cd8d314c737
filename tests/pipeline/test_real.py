"""The whole line with the real model, over reports of our own writing."""

import os
from pathlib import Path

import pytest

from communique.errors import ModelMissing
from communique.pipeline import models
from communique.pipeline.add import add
from communique.settings import Settings
from communique.store.session import open_record
from communique.views.export import export

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(autouse=True)
def _with_a_model() -> None:
    try:
        models.version("reader")
    except ModelMissing as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


def record_of(folder: Path, *steps: list[str], workers: int) -> dict[str, bytes]:
    folder.mkdir()
    with open_record(folder / "record.db") as store:
        for names in steps:
            add([str(REPORTS / name) for name in names], store, Settings(workers=workers))
        return {p.name: p.read_bytes() for p in export(store, "jsonl", folder / "out")}


def test_the_same_record_in_any_order_with_any_number_of_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.pipeline.read.workers_for", lambda _, wanted: wanted)
    names = sorted(path.name for path in REPORTS.glob("belfast-*"))
    assert len(names) >= 5
    whole = record_of(tmp_path / "whole", names, workers=1)
    assert whole["occurrences.jsonl"]
    assert whole["statements.jsonl"]
    assert record_of(tmp_path / "steps", names[3:], names[:3], workers=2) == whole
