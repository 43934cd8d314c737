"""Report and its segments: what an outlet published, as received."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from communique.model.text import Span

SEGMENT_KINDS = (
    "title",
    "kicker",
    "dateline",
    "byline",
    "body",
    "caption",
    "credit",
    "tags",
    "disclaimer",
    "comment",
    "navigation",
    "notice",
    "other",
)
PROSE_KINDS = frozenset({"title", "body", "caption"})
"""The kinds of segment that are read for findings. A dateline is evidence for times and places,
a kicker for a speaker; neither holds sentences."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A labelled stretch of a report."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Time:
    """When, as precise as the source.

    `start` and `end` are ISO 8601, as long as their precision; an unknown year is written XXXX
    (`XXXX-10-21`), as in TIMEX3. `value` is the TIMEX3 value. `text` is the expression's span.
    `basis` is stated, resolved, dateline or inferred; `why` says how.
    """

    start: str | None
    end: str | None
    text: Span | None
    value: str
    precision: str
    basis: str
    why: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report says it was written, and by which agency."""

    place: str | None
    date: str | None
    agency: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an outlet published. `text` is kept exactly as received; offsets point into it."""

    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    author: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    published: Time | None = None
    segments: tuple[Segment, ...] = ()
    digest: str = ""
    """SHA-256 of the bytes that the text was taken from, in hexadecimal."""

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits from the text: the same text is the same report."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def prose(self) -> tuple[Span, ...]:
        """The ranges that are read for findings, in order."""
        return tuple(Span(s.start, s.end) for s in self.segments if s.kind in PROSE_KINDS)
