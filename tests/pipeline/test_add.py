"""The same reports give the same record, whatever the order and the number of workers; what cannot
be read stops nothing; what was done is kept."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from communique.errors import ModelMissing, NothingToRead
from communique.pipeline import batches
from communique.pipeline.add import add
from communique.pipeline.link import link
from communique.pipeline.many import workers_for
from communique.pipeline.read import read
from communique.settings import Settings
from communique.store import questions
from communique.store.session import Store, open_record
from communique.views.export import export
from tests.pipeline import stub
from tests.pipeline.stub import StubReader
from tests.store.conftest import place

SETTINGS = Settings(workers=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_record(place(request.param, tmp_path)) as opened:
        yield opened


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of five reports, two of which have the same text."""
    stub.write(tmp_path / "reports")
    return tmp_path / "reports"


def added(store: Store, *paths: Path | str, reader: StubReader | None = None) -> object:
    return add([str(p) for p in paths], store, SETTINGS, with_reader=reader or StubReader())


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export(store, "jsonl", folder)}


def record_of(folder: Path, *steps: list[Path], workers: int = 1) -> dict[str, bytes]:
    """What is exported after adding these reports in these steps."""
    folder.mkdir()
    with open_record(folder / "record.db") as opened:
        for paths in steps:
            settings = replace(SETTINGS, workers=workers)
            add([str(p) for p in paths], opened, settings, with_reader=StubReader())
        return exported(opened, folder / "out")


def test_the_order_of_reports_changes_nothing(tmp_path: Path, reports: Path) -> None:
    a, b = reports / "a", reports / "b"
    whole = record_of(tmp_path / "whole", [a, b])
    assert whole["occurrences.jsonl"].count(b"\n") >= 2
    assert record_of(tmp_path / "turned", [b, a]) == whole
    assert record_of(tmp_path / "steps", [a], [b]) == whole
    assert record_of(tmp_path / "steps turned", [b], [a]) == whole
    assert record_of(tmp_path / "again", [a, b], [a], [b, a]) == whole


def test_every_order_of_files_gives_the_same_record(tmp_path: Path, reports: Path) -> None:
    files = sorted(reports.rglob("*.txt"))
    found = [
        record_of(tmp_path / str(n), *([path] for path in order))
        for n, order in enumerate(itertools.islice(itertools.permutations(files), 0, 120, 17))
    ]
    assert all(one == found[0] for one in found)


def test_the_number_of_workers_changes_nothing(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = record_of(tmp_path / "one", [reports], workers=1)
    for module in ("read", "collect"):
        monkeypatch.setattr(f"communique.pipeline.{module}.workers_for", lambda _, wanted: wanted)
    assert record_of(tmp_path / "two", [reports], workers=2) == one
    assert workers_for(4, 2) == 1


def test_both_databases_give_the_same_record(store: Store, tmp_path: Path, reports: Path) -> None:
    added(store, reports)
    assert exported(store, tmp_path / "out") == record_of(tmp_path / "file", [reports])


def test_adding_twice_changes_nothing(store: Store, reports: Path, tmp_path: Path) -> None:
    added(store, reports)
    first = exported(store, tmp_path / "first")
    done = added(store, reports)
    assert (len(done.collected.new), done.read.read) == (0, 0)  # type: ignore[attr-defined]
    assert exported(store, tmp_path / "second") == first


def test_the_same_text_is_read_once(store: Store, reports: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    added(store, reports, reader=StubReader(log=str(log)))
    ids = [line.split()[0] for line in log.read_text().splitlines()]
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_report_stops_nothing(
    store: Store, reports: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "c.txt").write_text("There is a bug in this text, sadly, but not in others.")
    (reports / "d.txt").write_text("Bonjour.")
    (reports / "e.txt").write_bytes(b"")
    (reports / "f.txt").write_bytes(bytes(range(256)) * 20)
    monkeypatch.setattr("communique.pipeline.read.workers_for", lambda _, wanted: wanted)
    done = add([str(reports)], store, Settings(workers=workers), with_reader=StubReader())
    reasons = {Path(s.source).name: s.reason for s in done.skipped}
    assert sorted(reasons) == ["c.txt", "d.txt", "e.txt", "f.txt"]
    assert "KeyError" in reasons["c.txt"]
    assert "please report it" in reasons["c.txt"]
    assert done.read.read == 4
    assert questions.overview(store).skipped == 4


def test_a_report_that_kills_its_worker_stops_nothing(
    store: Store, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "c.txt").write_text("A process was killed for this text.")
    monkeypatch.setattr("communique.pipeline.read.workers_for", lambda _, wanted: wanted)
    done = add([str(reports)], store, Settings(workers=2), with_reader=StubReader())
    (skipped,) = done.skipped
    assert Path(skipped.source).name == "c.txt"
    assert "memory" in skipped.reason
    assert done.read.read == 4


def test_a_report_that_is_not_english_is_kept(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("Bonjour.")
    added(store, path)
    card = questions.report(store, str(path))
    assert (card.read, card.reason) == (False, "it is French.")


def test_what_could_not_be_read_is_not_read_again(store: Store, tmp_path: Path) -> None:
    path, log = tmp_path / "d.txt", tmp_path / "log"
    path.write_text("Bonjour.")
    for _ in range(2):
        added(store, path, reader=StubReader(log=str(log)))
    assert len(log.read_text().splitlines()) == 1


def test_a_newer_reader_reads_everything_again(store: Store, reports: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    added(store, reports)
    added(store, reports, reader=StubReader(version="2", log=str(log)))
    assert len(log.read_text().splitlines()) == 4


def test_reading_again_reads_everything(store: Store, reports: Path) -> None:
    added(store, reports)
    assert read(store, SETTINGS, with_reader=StubReader()).read == 0
    assert read(store, SETTINGS, again=True, with_reader=StubReader()).read == 4


def test_a_missing_model_stops_the_run(store: Store, reports: Path) -> None:
    (reports / "a" / "0.txt").write_text("There is no model for this.")
    with pytest.raises(ModelMissing):
        added(store, reports)


def test_what_was_read_before_an_interruption_is_kept(
    store: Store, reports: Path, tmp_path: Path
) -> None:
    whole = record_of(tmp_path / "whole", [reports])
    late = reports / "late.txt"
    late.write_text("The reader is interrupted here.")
    with pytest.raises(KeyboardInterrupt):
        added(store, reports)
    read_before = questions.overview(store).read
    late.unlink()
    with store.writing() as connection:
        for table in ("reports", "sources"):
            connection.execute(text(f"DELETE FROM {table} WHERE source LIKE '%late.txt'"))
    done = added(store, reports)
    assert read_before + done.read.read == 4  # type: ignore[attr-defined]
    assert exported(store, tmp_path / "out") == whole


def test_batches_are_saved_as_they_fill(
    store: Store, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 1)
    seen: list[int] = []

    def progress(step: str, done: int, _: int) -> None:
        if step == "reading":
            seen.append(questions.overview(store).read)

    add([str(reports)], store, SETTINGS, progress, with_reader=StubReader())
    assert seen == [0, 1, 2, 3, 4]


def test_an_interrupted_link_leaves_the_former_record(
    store: Store, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(store, reports)
    before = exported(store, tmp_path / "before")

    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("communique.store.derive._statements", interrupted)
        with pytest.raises(KeyboardInterrupt):
            link(store)
    assert exported(store, tmp_path / "after") == before


def test_a_reading_saved_while_linking_is_linked_too(store: Store, reports: Path) -> None:
    added(store, reports / "a")
    others = iter([reports / "b"])

    def progress(_: str, done: int, __: int) -> None:
        # Another program adds reports after the readings were taken, before the record is saved.
        if done and (path := next(others, None)):
            add([str(path)], store, SETTINGS, with_reader=StubReader())

    with_them = link(store, progress)
    assert len(with_them.reports) == 4
    assert questions.overview(store).unlinked == 0


def test_nothing_at_a_path_stops_the_run(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="no such file"):
        added(store, tmp_path / "nowhere")


def test_progress_tells_each_step(store: Store, reports: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    add([str(reports)], store, SETTINGS, lambda *step: steps.append(step), with_reader=StubReader())
    assert [step for step, done, _ in steps if done == 0] == ["collecting", "reading", "linking"]
    assert ("collecting", 5, 5) in steps
    assert ("reading", 4, 4) in steps


def test_the_same_file_by_two_paths_is_one_report(
    store: Store, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(reports)
    added(store, "a/one.txt", "./b/../a/one.txt")
    assert questions.overview(store).reports == 1
