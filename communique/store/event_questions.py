"""Questions about what happened, what was said and agreed, and where the talks stand."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import func, or_, select

from communique.model.identity import Difference, Judgement, Occurrence
from communique.model.record import AgreementRow, ProcessRow, StatementRow
from communique.store import tables as t
from communique.store.answers import (
    IssueCard,
    IssuePage,
    Known,
    Listing,
    OccurrencePage,
    ProcessPage,
)
from communique.store.asking import (
    about_issue,
    by_time,
    differences_about,
    judgements_about,
    listing,
    one,
    part_of_event,
    rows,
    within,
)
from communique.store.ground_questions import Readings, once
from communique.store.naming import entity_named, issue_named, process_named
from communique.store.report_questions import passages
from communique.store.resolving import resolve
from communique.store.session import Store


def occurrences(
    store: Store,
    *,
    actor: str | None = None,
    type: str | None = None,
    country: str | None = None,
    process: str | None = None,
    cameo: str | None = None,
    claimed: bool | None = None,
    level: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[Occurrence]:
    """Events by time, undated last. `actor` (id or name) takes part as actor, recipient or host;
    `type` is PLOVER's; `country` is where it happened (ISO 3166-1 alpha-3); `process` an id;
    `cameo` a CAMEO code or the beginning of one; `claimed`: only those that no report tells but in
    the words of others (True), or only those that some report does (False); `level` that of a
    meeting."""
    table = t.Occurrences
    query = select(table.body).where(*within(table, since, until))
    with store.reading() as connection:
        if actor is not None:
            query = query.where(part_of_event(entity_named(connection, actor).id))
        if type is not None:
            query = query.where(table.type == type.upper())
        if country is not None:
            query = query.where(table.country == country.upper())
        if process is not None:
            query = query.where(table.process == process_named(connection, process).id)
        if cameo is not None:
            query = query.where(table.cameo.startswith(cameo, autoescape=True))
        if claimed is not None:
            query = query.where(table.claimed == claimed)
        if level is not None:
            query = query.where(table.level == level)
        return listing(connection, Occurrence, query, by_time(table), limit, offset)


def meetings(
    store: Store,
    *,
    actor: str | None = None,
    level: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[Occurrence]:
    """Occurrences of type CONSULT, as `occurrences`."""
    return occurrences(
        store,
        actor=actor,
        type="CONSULT",
        level=level,
        since=since,
        until=until,
        limit=limit,
        offset=offset,
    )


def occurrence(store: Store, id: str) -> OccurrencePage:
    """An event with the sentences of every report that tells it. The id may be shortened.
    Raises NotFound."""
    with store.reading() as connection:
        found = one(connection, t.Occurrences, Occurrence, id, "occurrence")
        # Rules judge findings, named by what they rest on; a person may judge occurrences too.
        told = [f"{c.report}/event/{c.start}-{c.end}" for c in found.evidence]
        return OccurrencePage(
            occurrence=found,
            ground=Readings(connection, found.evidence).grounds([found])[found.id],
            passages=passages(connection, found.evidence),
            differences=differences_about(connection, found.id),
            judgements=judgements_about(connection, [found.id, *told]),
            known=resolve(connection, [found]),
        )


def processes(store: Store, *, limit: int = 100, offset: int = 0) -> Listing[ProcessRow]:
    """Series of talks, by name."""
    order = (t.Processes.name, t.Processes.id)
    with store.reading() as connection:
        query = select(t.Processes.body)
        return listing(connection, ProcessRow, query, order, limit, offset)


def process(store: Store, name: str) -> ProcessPage:
    """The process of that id or name, with the events of its rounds. Raises NotFound."""
    with store.reading() as connection:
        found = process_named(connection, name)
        rounds = [r.occurrence for r in found.rounds if r.occurrence]
        table = t.Occurrences
        events = rows(
            connection, table, Occurrence, or_(table.process == found.id, table.id.in_(rounds))
        )
        cited = [*found.evidence, *(c for round in found.rounds for c in round.evidence)]
        readings = Readings(connection, [*cited, *(c for row in events for c in row.evidence)])
        known = resolve(connection, [found, *events])
        return ProcessPage(
            process=found,
            occurrences=events,
            differences=differences_about(connection, found.id),
            places=once([*readings.places(events), *readings.named_in(cited)]),
            passages=passages(connection, found.evidence),
            known=dataclasses.replace(known, grounds=readings.grounds(events)),
        )


def issues(store: Store) -> tuple[IssueCard, ...]:
    """Every issue, the most spoken about first, then by name."""
    query = select(t.RowIssues.issue, t.RowIssues.kind, func.count()).group_by(
        t.RowIssues.issue, t.RowIssues.kind
    )
    counts: dict[str, Counter[str]] = {}
    with store.reading() as connection:
        for name, kind, count in connection.execute(query):
            counts.setdefault(name, Counter())[kind] = count
    found = [IssueCard(name, c["statement"], c["agreement"]) for name, c in counts.items()]
    return tuple(sorted(found, key=lambda card: (-card.statements, -card.agreements, card.issue)))


def issue(store: Store, name: str) -> IssuePage:
    """What was said and agreed about an issue; speakers, the most talkative first. Raises
    NotFound."""
    with store.reading() as connection:
        found = issue_named(connection, name)
        said = rows(
            connection, t.Statements, StatementRow, about_issue(t.Statements, "statement", found)
        )
        agreed = rows(
            connection, t.Agreements, AgreementRow, about_issue(t.Agreements, "agreement", found)
        )
        names = resolve(connection, [*said, *agreed])
    counts = Counter(speaker for row in said for speaker in row.speakers)
    speakers = [(names.entities[id], n) for id, n in counts.items() if id in names.entities]
    speakers.sort(key=lambda pair: (-pair[1], pair[0].name, pair[0].id))
    return IssuePage(found, said, agreed, tuple(speakers), names)


def differences(store: Store, *, about: str | None = None) -> tuple[Difference, ...]:
    """Where reports differ, by id; `about` is the id of an occurrence, process or entity."""
    with store.reading() as connection:
        return differences_about(connection, about)


def judgements(store: Store, *, of: Iterable[str] | None = None) -> tuple[Judgement, ...]:
    """What was judged the same, different or unsure, and why, by the ids of left and right;
    with `of`, those about any of these ids."""
    with store.reading() as connection:
        return judgements_about(connection, None if of is None else list(of))


def known(store: Store, rows: Iterable[object]) -> Known:
    """Whatever ids stand in these rows (entities, offices, processes, reports), resolved."""
    with store.reading() as connection:
        return resolve(connection, rows)
