"""Inspect: reports and all that is read from them, nothing stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.reading import Skipped
from communique.model.report import Report
from communique.pipeline.many import many, workers_for
from communique.pipeline.one import Inspected, Reads, load_source, not_taken, reader
from communique.pipeline.places import index_of
from communique.settings import Settings

if TYPE_CHECKING:
    from communique.intake.sources import Source


@dataclass(frozen=True, slots=True)
class LoadAndRead:
    """From a source to a reading."""

    read: Reads
    largest: int
    clean: bool = False

    def __call__(self, source: Source) -> Inspected:
        """Raises SkipReport and its kinds, ModelMissing."""
        return self.read(load_source(source, largest=self.largest, clean=self.clean))


def inspect(
    paths: Sequence[str],
    settings: Settings,
    *,
    clean: bool = False,
    with_reader: Reads | None = None,
) -> Iterator[Inspected | Skipped]:
    """Each report found at these paths with its reading, or why it has none, in order; with
    `clean` their texts are prose from end to end. Raises NothingToRead, ModelMissing,
    LexiconDamaged."""
    from communique.intake.sources import find

    sources = find(paths)
    chosen = with_reader or reader(settings.model, index_of(settings))
    work = LoadAndRead(chosen, settings.largest, clean)
    workers = workers_for(len(sources), settings.workers)
    for source, result in many(work, sources, workers=workers):
        if isinstance(result, Inspected):
            yield result
        else:
            failure = not_taken(source.name, result)
            yield Skipped(failure.source, failure.reason)


def read_one(report: str | Path | Report, *, model: str = "reader", places: str = "") -> Inspected:
    """Read one report: a file, or a Report of your own making; `places` is an index that
    `communique places import` made. Raises SkipReport and its kinds for one that cannot be read,
    NothingToRead, ModelMissing, PlacesUnusable.

    >>> import communique
    >>> communique.read("report.txt").reading.statements  # doctest: +SKIP
    """
    from communique.intake.sources import find

    chosen = reader(model, places)
    if isinstance(report, Report):
        return chosen(report)
    (source,) = find([str(report)])
    return chosen(load_source(source, largest=Settings().largest))
