"""The tables of the record.

What was received (`reports`, `sources`), what was read from it (`readings`, `skipped`) and what
people decided (`decisions`) is kept. Everything below `linked` is derived from those and replaced
whole by each link. A row's `body` is its dataclass as JSON; the columns beside it are only what
questions search and sort by. `folded` text is without case and accents.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Boolean, Index, MetaData, Text, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

APPLICATION_ID = 0x434F4D51
"""Marks an SQLite file as a record ("COMQ"), by PRAGMA application_id."""


TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in order of code points, as SQLite has it, on PostgreSQL too."""


class Table(DeclarativeBase):
    """The base of every table. Names of constraints are fixed, so migrations can name them."""

    metadata = MetaData(
        naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: TEXT}


class Reports(Table):
    """A report as received, one row for each different text."""

    __tablename__ = "reports"
    id: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    digest: Mapped[str]
    title: Mapped[str | None]
    outlet: Mapped[str | None] = mapped_column(index=True)
    language: Mapped[str | None]
    published: Mapped[str | None] = mapped_column(index=True)
    folded: Mapped[str]
    body: Mapped[str]


class Sources(Table):
    """Where a report was found: the same text may have come from several addresses."""

    __tablename__ = "sources"
    source: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(primary_key=True, index=True)


class Readings(Table):
    """What was read from a report (`body`: the contract, format 1), by which method."""

    __tablename__ = "readings"
    report: Mapped[str] = mapped_column(primary_key=True)
    method: Mapped[str] = mapped_column(index=True)
    body: Mapped[str]


class SkippedReports(Table):
    """A source that gave no reading, and why; `report` where its text is kept, `method` what
    could not read it."""

    __tablename__ = "skipped"
    source: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str | None] = mapped_column(index=True)
    method: Mapped[str | None]
    kind: Mapped[str]
    reason: Mapped[str]


class Decisions(Table):
    """What people decided; the latest about a pair counts, the former ones are kept."""

    __tablename__ = "decisions"
    left: Mapped[str] = mapped_column(primary_key=True)
    right: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class ReportRows(Table):
    """A report's place in the record; `method` is that of the reading which was linked."""

    __tablename__ = "report_rows"
    id: Mapped[str] = mapped_column(primary_key=True)
    origin: Mapped[str] = mapped_column(index=True)
    start: Mapped[str | None] = mapped_column(index=True)
    method: Mapped[str]
    body: Mapped[str]


class Entities(Table):
    """An actor or place across reports."""

    __tablename__ = "entities"
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    country: Mapped[str | None] = mapped_column(index=True)
    reports: Mapped[int] = mapped_column(index=True)
    body: Mapped[str]


class EntityNames(Table):
    """Every name of an entity; `place` 0 is its chief name."""

    __tablename__ = "entity_names"
    entity: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    folded: Mapped[str] = mapped_column(index=True)


class Offices(Table):
    """An office held by an entity."""

    __tablename__ = "offices"
    id: Mapped[str] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(index=True)
    start: Mapped[str | None]
    body: Mapped[str]


class Occurrences(Table):
    """An event across reports; `start` and `end` as long as their precision; `claimed` when no
    report tells it but in the words of others; `level` is that of a meeting."""

    __tablename__ = "occurrences"
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(index=True)
    process: Mapped[str | None] = mapped_column(index=True)
    country: Mapped[str | None] = mapped_column(index=True)
    start: Mapped[str | None] = mapped_column(index=True)
    end: Mapped[str | None]
    cameo: Mapped[str | None] = mapped_column(index=True)
    claimed: Mapped[bool] = mapped_column(Boolean, server_default=false())
    level: Mapped[str | None] = mapped_column(index=True)
    body: Mapped[str]


class Statements(Table):
    """Who said what, across reports."""

    __tablename__ = "statements"
    id: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[str | None] = mapped_column(index=True)
    end: Mapped[str | None]
    form: Mapped[str | None] = mapped_column(index=True)
    folded: Mapped[str]
    body: Mapped[str]


class Agreements(Table):
    """What was agreed; `status` is the latest, `start` when it was first heard of."""

    __tablename__ = "agreements"
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(index=True)
    status: Mapped[str | None] = mapped_column(index=True)
    start: Mapped[str | None] = mapped_column(index=True)
    folded: Mapped[str]
    body: Mapped[str]


class Processes(Table):
    """A series of talks; `folded` holds all its names, a line each."""

    __tablename__ = "processes"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded: Mapped[str]
    body: Mapped[str]


class Differences(Table):
    """Where reports differ about a row."""

    __tablename__ = "differences"
    id: Mapped[str] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(index=True)
    body: Mapped[str]


class Judgements(Table):
    """What the rules or a person judged, and why; `place` is the order in the record."""

    __tablename__ = "judgements"
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    left: Mapped[str] = mapped_column(index=True)
    right: Mapped[str] = mapped_column(index=True)
    verdict: Mapped[str]
    body: Mapped[str]


class RowEntities(Table):
    """Which entity is what to a row: actor, recipient, host, place, claimant, speaker,
    addressee, stance, named, party, member, or a role in a process. `kind` is the row's table."""

    __tablename__ = "row_entities"
    kind: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = (Index("ix_row_entities_entity", "entity", "kind", "role"),)


class RowReports(Table):
    """Which reports tell a row."""

    __tablename__ = "row_reports"
    kind: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = (Index("ix_row_reports_report", "report", "kind"),)


class RowIssues(Table):
    """Which issues a statement or agreement is about."""

    __tablename__ = "row_issues"
    kind: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    issue: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = (Index("ix_row_issues_issue", "issue", "kind"),)


class RowStances(Table):
    """What a statement is for or against: `toward` is an entity or words."""

    __tablename__ = "row_stances"
    row: Mapped[str] = mapped_column(primary_key=True)
    toward: Mapped[str] = mapped_column(primary_key=True)
    polarity: Mapped[str] = mapped_column(primary_key=True, index=True)


LINKED: tuple[type[Table], ...] = (
    ReportRows,
    Entities,
    EntityNames,
    Offices,
    Occurrences,
    Statements,
    Agreements,
    Processes,
    Differences,
    Judgements,
    RowEntities,
    RowReports,
    RowIssues,
    RowStances,
)
"""The derived tables, which a link replaces."""
