"""Reading: all findings of one report. Skipped: a report not read, and why."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.findings import (
    Actor,
    Agreement,
    Event,
    Mention,
    Place,
    Process,
    Statement,
    Time,
)


@dataclass(frozen=True, slots=True)
class Method:
    """What made a reading: the version of Communique, of the model and of the lexicon."""

    version: str
    model: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All findings of one report; they name each other by index."""

    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    processes: tuple[Process, ...] = ()
    method: Method = Method("", "", "")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A report that was not read, and the reason, in one sentence that says what to do next."""

    source: str
    reason: str
