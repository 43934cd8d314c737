"""Read: everything that each kept report says, once for each version of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.model.contract import Json
from communique.model.reading import Skipped
from communique.model.report import Report
from communique.pipeline.batches import Batches
from communique.pipeline.collect import as_skip
from communique.pipeline.many import many, workers_for
from communique.pipeline.one import Reads, reader
from communique.pipeline.places import index_of
from communique.pipeline.progress import Progress, silent
from communique.settings import Settings
from communique.store import pending
from communique.store.save import NotRead, method_name, save_readings
from communique.store.session import Store


@dataclass(frozen=True, slots=True)
class WasRead:
    """What reading did: how many reports were read, which were not, and why."""

    read: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class ReadJson:
    """Reads a report into the contract's JSON, which is what workers hand back."""

    read: Reads

    def __call__(self, report: Report) -> Json:
        """Raises SkipReport and its kinds, ModelMissing."""
        return self.read(report).json()


def read(
    store: Store,
    settings: Settings,
    progress: Progress = silent,
    *,
    again: bool = False,
    with_reader: Reads | None = None,
) -> WasRead:
    """Read the reports that this version of the reader has not read yet; all of them with
    `again`. Stopped anywhere, the next call goes on from there.

    Raises ModelMissing, LexiconDamaged, and StoreError and its kinds.
    """
    chosen = with_reader or reader(settings.model, index_of(settings))
    method = method_name(chosen.method)
    ids = pending.unread(store, None if again else method)
    skipped: list[Skipped] = []
    count = 0

    def save(lines: list[Json], not_read: list[NotRead]) -> None:
        save_readings(store, lines, not_read)

    def reports() -> Iterator[Report]:
        return pending.received(store, ids)

    workers = workers_for(len(ids), settings.workers)
    progress("reading", 0, len(ids))
    with Batches(save) as batches:
        results = many(ReadJson(chosen), reports(), workers=workers)
        for done, (report, result) in enumerate(results, start=1):
            if isinstance(result, Exception):
                failure = replace(as_skip(report.source, result, report.id), method=method)
                skipped.append(failure.skipped)
                batches.fail(failure)
            else:
                count += 1
                batches.add(result)
            progress("reading", done, len(ids))
    return WasRead(count, tuple(skipped))
