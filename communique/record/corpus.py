"""The readings to link, in one order, and the keys by which findings are named.

A finding's key is `REPORT/KIND/START-END` (with `#2`, `#3` … where one stretch carries several):
it rests on the report's own characters, so it outlives a newer reading. The id of a row of the
record is a letter and the hash of the key of its first finding; every id ever shown therefore
leads back to a finding, and a person's decision may name either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from communique.model.findings import Evidence
from communique.model.identity import Citation
from communique.model.reading import Reading
from communique.model.record import ReadReport
from communique.model.report import Report

KINDS = ("actor", "place", "event", "statement", "agreement", "process")


class _Evident(Protocol):
    @property
    def evidence(self) -> Evidence: ...


@dataclass(frozen=True, slots=True)
class Item:
    """A finding's address: the report by number, the kind, and the index in its reading."""

    report: int
    index: int


def row_id(letter: str, *parts: object) -> str:
    """An id from content: a letter and twelve hexadecimal digits."""
    content = "\x1f".join(str(part) for part in parts)
    return f"{letter}-{hashlib.sha256(content.encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class Corpus:
    """Reports with their readings, sorted by id, each report once."""

    reads: tuple[ReadReport, ...]
    ids: tuple[str, ...]

    @classmethod
    def of(cls, reads: Iterable[ReadReport]) -> Corpus:
        """The corpus of these readings, whatever their order. Of two readings of one text the
        one whose source comes first in the alphabet is kept."""
        by_id: dict[str, ReadReport] = {}
        for read in sorted(reads, key=lambda r: (r.report.source, repr(r.reading.method))):
            by_id.setdefault(read.report.id, read)
        ids = tuple(sorted(by_id))
        return cls(tuple(by_id[id] for id in ids), ids)

    def report(self, item: Item) -> Report:
        """The report that an item was read from."""
        return self.reads[item.report].report

    def reading(self, item: Item) -> Reading:
        """The reading that an item is part of."""
        return self.reads[item.report].reading

    def id(self, item: Item) -> str:
        """The id of the report that an item was read from."""
        return self.ids[item.report]

    def cite(self, report: int, evidence: Evidence | tuple[int, int]) -> Citation:
        """The characters that a finding rests on, verbatim."""
        start, end = (evidence.start, evidence.end) if isinstance(evidence, Evidence) else evidence
        return Citation(self.ids[report], start, end, self.reads[report].report.text[start:end])

    @cached_property
    def keys(self) -> dict[str, dict[Item, str]]:
        """For every kind, the key of every finding, in order of report and index."""
        found: dict[str, dict[Item, str]] = {kind: {} for kind in KINDS}
        for number, read in enumerate(self.reads):
            r = read.reading
            lists: tuple[Sequence[_Evident], ...] = (
                r.actors,
                r.events,
                r.statements,
                r.agreements,
                r.processes,
            )
            kinds = ("actor", "event", "statement", "agreement", "process")
            for kind, findings in zip(kinds, lists, strict=True):
                spans = [(f.evidence.start, f.evidence.end) for f in findings]
                self._name(found[kind], number, kind, spans)
            self._name(
                found["place"], number, "place", [(p.span.start, p.span.end) for p in r.places]
            )
        return found

    def _name(
        self, keys: dict[Item, str], report: int, kind: str, spans: Sequence[tuple[int, int]]
    ) -> None:
        seen: dict[tuple[int, int], int] = {}
        for index, (start, end) in enumerate(spans):
            seen[start, end] = count = seen.get((start, end), 0) + 1
            suffix = "" if count == 1 else f"#{count}"
            keys[Item(report, index)] = f"{self.ids[report]}/{kind}/{start}-{end}{suffix}"


def citations(found: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each once, sorted by report and place in it."""
    return tuple(sorted(set(found), key=lambda c: (c.report, c.start, c.end)))
