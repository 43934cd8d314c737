"""The record as files: the contract, whole or not at all."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from communique.errors import DiskFull, StopRun
from communique.model.identity import Judgement
from communique.store.session import Store, open_record
from communique.views import export as exports
from communique.views.cli import export as command
from communique.views.export import FORMATS, export
from tests.store import sample
from tests.store.conftest import place

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/record.json").read_text())
FIELDS = {
    "reports": "id source outlet agencies origin title published language segments",
    "entities": "id type name aliases country sector members evidence",
    "offices": "entity title body country from to basis evidence",
    "occurrences": "id type mode contexts aux actors recipients hosts format occasion process "
    "round place time time_from cameo claimed claimed_by level duration reports origins evidence",
    "statements": "id speakers offices addressees form joint text occasion issues stances "
    "time time_from via reports origins evidence",
    "agreements": "id type parties topics commitment history evidence",
    "processes": "id name aliases topic parties roles rounds evidence",
    "differences": "id about field values",
    "judgements": "left right verdict score why by at",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_record(place(request.param, tmp_path)) as opened:
        sample.fill(opened)
        yield opened


def lines(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in sorted(folder.iterdir())
    }


def test_the_command_knows_every_format() -> None:
    assert tuple(FORMATS) == command.FORMATS
    assert all(writer.__doc__ for writer in FORMATS.values())


def test_nine_files_are_written(store: Store, tmp_path: Path) -> None:
    written = export(store, "jsonl", tmp_path / "out")
    assert [path.stem for path in written] == sorted(FIELDS)
    assert sorted(p.stem for p in (tmp_path / "out").iterdir()) == sorted(FIELDS)


@pytest.mark.parametrize("name", list(FIELDS))
def test_fields_are_those_of_the_contract_in_its_order(
    store: Store, tmp_path: Path, name: str
) -> None:
    export(store, "jsonl", tmp_path / "out")
    rows = lines(tmp_path / "out")[name]
    assert rows
    assert all(list(row) == FIELDS[name].split() for row in rows)


def test_what_is_written_fits_the_schema(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    Draft202012Validator(SCHEMA).validate(lines(tmp_path / "out"))


def test_rows_are_sorted_by_id(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    for rows in lines(tmp_path / "out").values():
        ids = [row["id"] for row in rows if "id" in row]
        assert ids == sorted(ids)


def test_evidence_is_the_reports_own_characters(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    texts = {report.id: report.text for report in (sample.FIRST, sample.SECOND)}
    cited = [c for row in lines(tmp_path / "out")["occurrences"] for c in row["evidence"]]
    assert cited
    assert all(texts[c["report"]][c["start"] : c["end"]] == c["text"] for c in cited)


def test_a_statement_has_the_office_of_its_speaker(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    first = lines(tmp_path / "out")["statements"][0]
    assert first["offices"] == [
        {"entity": "e-queen", "title": "Queen", "body": "Crown", "country": "ALD"}
    ]


def test_a_report_that_is_not_linked_has_no_origin(tmp_path: Path) -> None:
    from communique.store.save import keep_reports

    with open_record(tmp_path / "new.db") as opened:
        keep_reports(opened, [sample.FIRST])
        export(opened, "jsonl", tmp_path / "out")
    (row,) = lines(tmp_path / "out")["reports"]
    assert (row["origin"], row["published"]["start"]) == (None, "1652")


def test_a_decision_has_its_time(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    judgements = lines(tmp_path / "out")["judgements"]
    assert [row["at"] for row in judgements] == [None, "1999-01-01T00:00:00Z"]
    assert isinstance(sample.record().judgements[0], Judgement)


def test_files_are_utf_8_with_a_newline_at_the_end(store: Store, tmp_path: Path) -> None:
    for path in export(store, "jsonl", tmp_path / "out"):
        content = path.read_bytes()
        assert content.endswith(b"}\n")
        assert b"\r" not in content
    assert "Élodie".encode() in (tmp_path / "out" / "entities.jsonl").read_bytes()


def test_an_export_takes_the_place_of_a_former_one(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(store, "jsonl", folder)
    (folder / "entities.jsonl").write_text("old")
    export(store, "jsonl", folder)
    assert len(lines(folder)["entities"]) == 4
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_folders_are_made_on_the_way(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c" / "entities.jsonl").exists()


def test_a_folder_with_other_files_is_left_alone(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "diary.txt").write_text("dear diary")
    with pytest.raises(StopRun, match=r"holds other files \(diary.txt\); name a new folder"):
        export(store, "jsonl", folder)
    assert [p.name for p in folder.iterdir()] == ["diary.txt"]


def test_a_file_is_no_folder(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_text("mine")
    with pytest.raises(StopRun, match="is a file; name a folder"):
        export(store, "jsonl", file)
    assert file.read_text() == "mine"


@pytest.mark.parametrize(("code", "kind"), [(28, DiskFull), (13, StopRun), (30, StopRun)])
def test_an_export_that_fails_leaves_the_former_one(
    store: Store, tmp_path: Path, code: int, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    export(store, "jsonl", folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def fail(_: Store, into: Path) -> None:
        (into / "entities.jsonl").write_text("half")
        raise OSError(code, os.strerror(code))

    monkeypatch.setitem(exports.FORMATS, "jsonl", fail)
    with pytest.raises(kind):
        export(store, "jsonl", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
