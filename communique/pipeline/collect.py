"""Collect: take reports in from the world and keep them as received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from communique.model.reading import Skipped
from communique.model.report import Report
from communique.pipeline.batches import Batches
from communique.pipeline.many import many, workers_for
from communique.pipeline.one import load_source, not_taken
from communique.pipeline.progress import Progress, silent
from communique.settings import Settings
from communique.store.save import NotRead, keep_reports
from communique.store.session import Store


@dataclass(frozen=True, slots=True)
class Collected:
    """What collecting found: sources, the ids of reports new to the record, what was skipped."""

    sources: int
    new: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def collect(
    paths: Sequence[str], store: Store, settings: Settings, progress: Progress = silent
) -> Collected:
    """Keep every report found at these paths; those of the record already stay as they are.

    Raises NothingToRead, and StoreError and its kinds; what was kept before that stays kept.
    """
    from communique.intake.sources import find

    sources = find(paths)
    new: list[str] = []
    skipped: list[Skipped] = []

    def save(reports: list[Report], not_read: list[NotRead]) -> None:
        new.extend(keep_reports(store, reports, not_read))

    load_one = partial(load_source, largest=settings.largest)
    workers = workers_for(len(sources), settings.workers)
    progress("collecting", 0, len(sources))
    with Batches(save) as batches:
        for done, (source, result) in enumerate(many(load_one, sources, workers=workers), start=1):
            if isinstance(result, Report):
                batches.add(result)
            else:
                failure = as_skip(source.name, result)
                skipped.append(failure.skipped)
                batches.fail(failure)
            progress("collecting", done, len(sources))
    return Collected(len(sources), tuple(new), tuple(skipped))


def as_skip(source: str, error: Exception, report: str | None = None) -> NotRead:
    """What became of a source that raised `error`. Raises it again when the run cannot go on."""
    error = not_taken(source, error)
    return NotRead(Skipped(error.source, error.reason), type(error).__name__, report)
