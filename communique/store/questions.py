"""What the views ask. Every function takes the open Store and gives dataclasses of the model or
of `communique.store.answers`; nothing here changes the record.

Lists are in a fixed order, said in each docstring; `limit` and `offset` cut them, `total` in the
answer counts the whole. Names match whatever their case and accents. A time (`since`, `until`) is
ISO 8601 as long as wished (`2019`, `2019-12`): what may lie inside it counts, undated rows do not.
Whoever asks for one thing that is not there gets `communique.errors.NotFound`, which names the
nearest that are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.model.contract import Json
from communique.model.identity import Difference, Entity, Judgement, Occurrence
from communique.model.reading import Skipped
from communique.model.record import AgreementRow, ProcessRow, ReadReport, StatementRow
from communique.store.answers import (
    EntityCard,
    EntityPage,
    Hit,
    IssueCard,
    IssuePage,
    Known,
    Listing,
    OccurrencePage,
    Overview,
    PairPage,
    ProcessPage,
    ReportCard,
)
from communique.store.session import Store


def overview(store: Store) -> Overview:
    """What the record holds, in numbers."""


def reports(
    store: Store,
    *,
    words: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[ReportCard]:
    """Reports, latest publication first, undated last; those whose text holds all `words`."""


def skipped(store: Store, *, limit: int = 1000, offset: int = 0) -> Listing[Skipped]:
    """Reports that were not read, and why, by source."""


def report(store: Store, id: str) -> ReportCard:
    """One report as in a list; `id` may be shortened as long as it is unmistakable, or be the
    report's source."""


def reading_json(store: Store, id: str) -> Json:
    """A report and its reading as `communique inspect --json` prints it (format 1). A report that
    is kept but not read has its report and no finding. Raises NotFound."""


def read_report(store: Store, id: str) -> ReadReport:
    """A report and its reading as dataclasses; no findings for one that is not read."""


def read_reports(store: Store) -> Iterator[ReadReport]:
    """Every report that has a reading, by id; a few at a time are held in memory."""


def entities(
    store: Store,
    *,
    name: str | None = None,
    type: str | None = None,
    country: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[EntityCard]:
    """Entities that any name of holds `name`, those named by most reports first, then by id.
    `type`: person, organization, state, group or place."""


def find_entity(store: Store, name: str) -> Entity:
    """The entity of that id or name: the whole name first, then an alias, then a part of one;
    among several the one that most reports name. Raises NotFound with the nearest names."""


def entity(store: Store, name: str) -> EntityPage:
    """All about the entity of that id or name (as `find_entity`), by time."""


def pair(store: Store, left: str, right: str) -> PairPage:
    """Two entities of these ids or names: meetings, agreements and processes that both take part
    in, statements about each other; by time. A person's meetings do not count for his state."""


def occurrences(
    store: Store,
    *,
    actor: str | None = None,
    type: str | None = None,
    country: str | None = None,
    process: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[Occurrence]:
    """Events by time, undated last. `actor` (id or name) takes part as actor, recipient or host;
    `type` is PLOVER's; `country` is where it happened (ISO 3166-1 alpha-3); `process` an id."""


def meetings(
    store: Store,
    *,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[Occurrence]:
    """Occurrences of type CONSULT, as `occurrences`."""


def occurrence(store: Store, id: str) -> OccurrencePage:
    """An event with the sentences of every report that tells it. The id may be shortened."""


def statements(
    store: Store,
    *,
    speaker: str | None = None,
    about: str | None = None,
    issue: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[StatementRow]:
    """Statements by time, undated last. `speaker` and `about` are ids or names of entities."""


def statement(store: Store, id: str) -> StatementRow:
    """One statement; the id may be shortened."""


def agreements(
    store: Store,
    *,
    party: str | None = None,
    topic: str | None = None,
    status: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[AgreementRow]:
    """Agreements by the time they were first heard of; `status` is the latest in the history."""


def processes(store: Store, *, limit: int = 100, offset: int = 0) -> Listing[ProcessRow]:
    """Series of talks, by name."""


def process(store: Store, name: str) -> ProcessPage:
    """The process of that id or name, with the events of its rounds. Raises NotFound."""


def issues(store: Store) -> tuple[IssueCard, ...]:
    """Every issue, the most spoken about first, then by name."""


def issue(store: Store, name: str) -> IssuePage:
    """What was said and agreed about an issue; speakers, the most talkative first."""


def differences(store: Store, *, about: str | None = None) -> tuple[Difference, ...]:
    """Where reports differ, by id; `about` is the id of an occurrence, process or entity."""


def judgements(store: Store, *, of: Iterable[str] | None = None) -> tuple[Judgement, ...]:
    """What was judged the same, different or unsure, and why, by the ids of left and right;
    with `of`, those about any of these ids."""


def known(store: Store, rows: Iterable[object]) -> Known:
    """Whatever ids stand in these rows (entities, offices, processes, reports), resolved."""


def search(store: Store, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Entities, processes, agreements, statements, then reports that hold all these words."""
