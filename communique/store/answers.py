"""The answers that `questions` gives: small frozen dataclasses, no row of a database among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from communique.model.identity import Citation, Difference, Entity, Judgement, Occurrence
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, StatementRow
from communique.model.report import Time

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where a report names it: `start`..`end` are its characters, `text`; `entity` the
    place across reports. Coordinates in degrees (WGS 84), `geonameid` and `feature` of GeoNames,
    `country` ISO 3166-1 alpha-3; `role`: venue, topic, actor or dateline; `why` it is this place
    and no other. What is not known is None."""

    report: str
    start: int
    end: int
    text: str
    entity: str | None
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    feature: str | None
    role: str
    why: str | None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time as one report gives it. `start`..`end` are the characters that give it, `text`, all
    None where it is the report's own and no characters say it; `time_from` what joins it to the
    event or statement: syntax, sentence or report."""

    report: str
    start: int | None
    end: int | None
    text: str | None
    time: Time
    time_from: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the times and places of one row were read from, by report and place in it."""

    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeTelling:
    """A report that shows somebody in an office (`office` is the id of its row): when it was
    published, by which characters it says so, and whether as one no longer held or held for the
    time being."""

    office: str
    published: Time | None
    former: bool
    acting: bool
    evidence: Citation


@dataclass(frozen=True, slots=True)
class Known:
    """Whatever the ids inside an answer stand for: entities (places among them), the offices
    that speakers held, processes, and the reports that tell it, each by id; `grounds` are those
    of occurrences and statements, where they were asked for."""

    entities: Mapping[str, Entity] = field(default_factory=dict)
    offices: Mapping[str, OfficeRow] = field(default_factory=dict)
    processes: Mapping[str, ProcessRow] = field(default_factory=dict)
    reports: Mapping[str, ReportCard] = field(default_factory=dict)
    grounds: Mapping[str, Ground] = field(default_factory=dict)

    def name(self, id: str) -> str:
        """The name of an entity or process; words that are no id stay as they are."""
        known = self.entities.get(id) or self.processes.get(id)
        return known.name if known else id


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """Some rows of a longer list: `total` counts them all, `rows` are those asked for."""

    rows: tuple[Row, ...]
    total: int
    known: Known = Known()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the record holds, in numbers. `unlinked` are readings that no `link` has seen yet;
    `first` and `last` the earliest and latest publication (ISO 8601, as long as known)."""

    reports: int
    read: int
    unlinked: int
    skipped: int
    entities: Mapping[str, int]
    offices: int
    occurrences: Mapping[str, int]
    meetings: int
    statements: int
    agreements: int
    processes: int
    differences: int
    decisions: int
    outlets: int
    origins: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report in a list. `origin` is None until it is linked; `copies` are the other sources
    of the very same text; `reason` says why it was not read, where it was not."""

    id: str
    source: str
    title: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    language: str | None
    published: Time | None
    origin: str | None
    copies: tuple[str, ...]
    read: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity in a list, with how many reports name it and how many occurrences and
    statements it takes part in; of a place, how many occurrences happened there."""

    entity: Entity
    offices: tuple[OfficeRow, ...]
    reports: int
    occurrences: int
    statements: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What a report says about something: the sentence around the cited characters.

    `start`..`end` are the sentence in the report, `text` its characters; `cited` are the
    citations that it holds.
    """

    report: ReportCard
    start: int
    end: int
    text: str
    cited: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All about one entity. `statements` are its own, `about` those of others that address it,
    take a stance toward it or name it; `groups` are the entities it is a member of; `told` who
    shows it in its offices, by time. `occurrences` of a place are those that happened there.
    `places` are what the sentences about its deeds and words name, or all mentions of a place,
    from the latest `ground_questions.READ` reports."""

    entity: Entity
    offices: tuple[OfficeRow, ...]
    told: tuple[OfficeTelling, ...]
    groups: tuple[Entity, ...]
    occurrences: tuple[Occurrence, ...]
    statements: tuple[StatementRow, ...]
    about: tuple[StatementRow, ...]
    agreements: tuple[AgreementRow, ...]
    processes: tuple[ProcessRow, ...]
    differences: tuple[Difference, ...]
    places: tuple[PlaceMention, ...]
    reports: tuple[ReportCard, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class PairPage:
    """Two entities together: what both take part in, and what each says about the other."""

    left: Entity
    right: Entity
    occurrences: tuple[Occurrence, ...]
    left_about_right: tuple[StatementRow, ...]
    right_about_left: tuple[StatementRow, ...]
    joint: tuple[StatementRow, ...]
    agreements: tuple[AgreementRow, ...]
    processes: tuple[ProcessRow, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """A series of talks: its rounds and roles are in `process`; `places` are where its events and
    rounds happened and what the sentences about it name."""

    process: ProcessRow
    occurrences: tuple[Occurrence, ...]
    differences: tuple[Difference, ...]
    places: tuple[PlaceMention, ...]
    passages: tuple[Passage, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class OccurrencePage:
    """An event, with the sentences of every report that tells it, reports in order of id, and
    what its time and place were read from."""

    occurrence: Occurrence
    ground: Ground
    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    judgements: tuple[Judgement, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class IssuePage:
    """What was said and agreed about one issue."""

    issue: str
    statements: tuple[StatementRow, ...]
    agreements: tuple[AgreementRow, ...]
    speakers: tuple[tuple[Entity, int], ...]
    known: Known


@dataclass(frozen=True, slots=True)
class IssueCard:
    """An issue in a list, with how many statements and agreements are about it."""

    issue: str
    statements: int
    agreements: int


@dataclass(frozen=True, slots=True)
class StatementCounts:
    """How many statements there are of each kind. `speakers` and `issues`, the most first;
    `forms` by direct, indirect and mixed; `stances` by for and against, how many hold one; `days`
    by the beginning of their time (ISO 8601, as long as known), ascending."""

    total: int
    speakers: tuple[tuple[Entity, int], ...]
    issues: tuple[tuple[str, int], ...]
    forms: Mapping[str, int]
    stances: Mapping[str, int]
    days: tuple[tuple[str, int], ...]
    undated: int


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What an entity (`speaker`, its id) said about an issue: how many statements, and how many of
    them are for or against something (`stances`, by polarity)."""

    speaker: str
    issue: str
    statements: int
    stances: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who spoke about what. `speakers` and `issues` with how many statements about an issue each,
    the most first; `cells` row after row, without the empty ones; `all_speakers` and `all_issues`
    count also those that are not shown."""

    speakers: tuple[tuple[Entity, int], ...]
    issues: tuple[tuple[str, int], ...]
    cells: tuple[MatrixCell, ...]
    all_speakers: int
    all_issues: int


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """An agreement, with the sentences of every report that tells it; `commitments` are what its
    parties take on in the same reports."""

    agreement: AgreementRow
    commitments: tuple[AgreementRow, ...]
    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    judgements: tuple[Judgement, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds the words searched for. `kind`: report, entity, statement, process
    or agreement; `excerpt` the words around the first hit."""

    kind: str
    id: str
    title: str
    excerpt: str
