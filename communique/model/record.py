"""The record: the agreed account of many reports, as rows. Ids come from content."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.identity import Citation, Difference, Entity, Judgement, Occurrence
from communique.model.reading import Reading
from communique.model.report import Report, Time


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with what was read from it: what linking takes."""

    report: Report
    reading: Reading


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report's place in the record. `origin` is the id of the group of reports that go back
    to one original; `time` is its day of publication, inferred from others where it has none."""

    id: str
    origin: str
    published: Time | None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office held by an entity; `start` and `end` as the reports allow, `basis` says how."""

    id: str
    entity: str
    title: str
    body: str | None
    country: str | None
    start: str | None
    end: str | None
    basis: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RowStance:
    """For or against a target: an entity id, or words. `evidence` are the words that carry it."""

    toward: str
    polarity: str
    evidence: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement, told by one or more reports. `offices`: the ids of the office rows that its
    speakers held in the reports that tell it; `time_from`: what gives its time, as of a finding;
    `via`: the agencies and papers that reported it first."""

    id: str
    speakers: tuple[str, ...]
    offices: tuple[str, ...]
    addressees: tuple[str, ...]
    form: str
    joint: bool
    text: str
    occasion: str | None
    issues: tuple[str, ...]
    stances: tuple[RowStance, ...]
    time: Time | None
    reports: tuple[str, ...]
    origins: int
    evidence: tuple[Citation, ...]
    time_from: str | None = None
    via: tuple[str, ...] = ()


STATUSES = (
    "proposed",
    "announced",
    "agreed",
    "signed",
    "ratified",
    "in force",
    "extended",
    "suspended",
    "broken",
    "denied",
)
"""What may become of an agreement, in the order of a common life."""


@dataclass(frozen=True, slots=True)
class Status:
    """What became of an agreement, and when."""

    status: str | None
    time: Time | None
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement followed over time."""

    id: str
    type: str
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    commitment: str | None
    history: tuple[Status, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What an entity is to a process."""

    entity: str
    role: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round of a process; `occurrence` is the event that it was, if the record has it."""

    number: int | None
    time: Time | None
    place: str | None
    host: str | None
    occurrence: str | None
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A series of talks across reports."""

    id: str
    name: str
    aliases: tuple[str, ...]
    topic: str | None
    parties: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    rounds: tuple[RoundRow, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole account. Every tuple is sorted by id, so equal records are equal bytes."""

    reports: tuple[ReportRow, ...] = ()
    entities: tuple[Entity, ...] = ()
    offices: tuple[OfficeRow, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    processes: tuple[ProcessRow, ...] = ()
    differences: tuple[Difference, ...] = ()
    judgements: tuple[Judgement, ...] = ()
