"""Add: collect, read and link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.model.reading import Skipped
from communique.model.record import Record
from communique.pipeline.collect import Collected, collect
from communique.pipeline.link import link
from communique.pipeline.one import Reads, reader
from communique.pipeline.places import index_of
from communique.pipeline.progress import Progress, silent
from communique.pipeline.read import WasRead, read
from communique.settings import Settings
from communique.store.session import Store


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did."""

    collected: Collected
    read: WasRead
    record: Record

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was skipped on the way, by source."""
        both = {*self.collected.skipped, *self.read.skipped}
        return tuple(sorted(both, key=lambda s: (s.source, s.reason)))


def add(
    paths: Sequence[str],
    store: Store,
    settings: Settings,
    progress: Progress = silent,
    *,
    with_reader: Reads | None = None,
) -> Added:
    """Take reports in, read what is unread and derive the record anew. Adding twice changes
    nothing. Raises StopRun and its kinds; the model is looked for first, so that a run which
    cannot read does not begin."""
    chosen = with_reader or reader(settings.model, index_of(settings))
    collected = collect(paths, store, settings, progress)
    was_read = read(store, settings, progress, with_reader=chosen)
    return Added(collected, was_read, link(store, progress))
