"""The record in numbers, and a search over all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from communique.model.identity import Entity
from communique.model.record import AgreementRow, ProcessRow, StatementRow
from communique.store import tables as t
from communique.store.answers import Hit, Overview
from communique.store.asking import holds
from communique.store.pending import unlinked
from communique.store.rows import fold, load
from communique.store.session import Store

EXCERPT = 80
"""Characters before and after the first hit."""


def overview(store: Store) -> Overview:
    """What the record holds, in numbers."""
    with store.reading() as connection:

        def count(table: Any, *conditions: Any) -> int:
            query = select(func.count()).select_from(table).where(*conditions)
            return connection.execute(query).scalar_one()

        def scalar(expression: Any) -> Any:
            return connection.execute(select(expression)).scalar()

        types = _by_type(connection, t.Occurrences)
        return Overview(
            reports=count(t.Reports),
            read=count(t.Readings),
            unlinked=unlinked(store),
            skipped=count(t.SkippedReports),
            entities=_by_type(connection, t.Entities),
            offices=count(t.Offices),
            occurrences=types,
            meetings=types.get("CONSULT", 0),
            statements=count(t.Statements),
            agreements=count(t.Agreements),
            processes=count(t.Processes),
            differences=count(t.Differences),
            decisions=count(t.Decisions),
            outlets=scalar(func.count(func.distinct(t.Reports.outlet))),
            origins=scalar(func.count(func.distinct(t.ReportRows.origin))),
            first=scalar(func.min(t.ReportRows.start)),
            last=scalar(func.max(t.ReportRows.start)),
        )


def _by_type(connection: Connection, table: Any) -> dict[str, int]:
    query = select(table.type, func.count()).group_by(table.type).order_by(table.type)
    return dict(connection.execute(query).all())


def search(store: Store, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Entities, processes, agreements, statements, then reports that hold all these words; at
    most `limit` of each kind."""
    if not fold(words):
        return ()
    with store.reading() as connection:
        return (
            *_entity_hits(connection, words, limit),
            *_process_hits(connection, words, limit),
            *_agreement_hits(connection, words, limit),
            *_statement_hits(connection, words, limit),
            *_report_hits(connection, words, limit),
        )


def _entity_hits(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    named = select(t.EntityNames.entity).where(*holds(t.EntityNames.folded, words))
    query = select(t.Entities.body).where(t.Entities.id.in_(named))
    order = (t.Entities.reports.desc(), t.Entities.id)
    for body in connection.execute(query.order_by(*order).limit(limit)).scalars():
        entity = load(Entity, body)
        yield Hit("entity", entity.id, entity.name, ", ".join(entity.aliases))


def _process_hits(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    for body in _bodies(connection, t.Processes, words, limit):
        process = load(ProcessRow, body)
        yield Hit("process", process.id, process.name, ", ".join(process.aliases))


def _agreement_hits(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    for body in _bodies(connection, t.Agreements, words, limit):
        agreement = load(AgreementRow, body)
        said = agreement.commitment or ", ".join(agreement.topics)
        yield Hit("agreement", agreement.id, agreement.type, excerpt(said, words))


def _statement_hits(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    for body in _bodies(connection, t.Statements, words, limit):
        statement = load(StatementRow, body)
        title = ", ".join(_names(connection, statement.speakers))
        yield Hit("statement", statement.id, title, excerpt(statement.text, words))


def _report_hits(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    columns = t.Reports.id, t.Reports.title, t.Reports.source, t.Reports.folded
    query = select(*columns).where(*holds(t.Reports.folded, words)).order_by(t.Reports.id)
    for row in connection.execute(query.limit(limit)):
        yield Hit("report", row.id, row.title or row.source, excerpt(row.folded, words))


def _bodies(connection: Connection, table: Any, words: str, limit: int) -> Any:
    query = select(table.body).where(*holds(table.folded, words)).order_by(table.id)
    return connection.execute(query.limit(limit)).scalars()


def _names(connection: Connection, ids: tuple[str, ...]) -> list[str]:
    query = select(t.Entities.id, t.Entities.name).where(t.Entities.id.in_(ids))
    names = {row.id: row.name for row in connection.execute(query)}
    return [names.get(id, id) for id in ids]


def excerpt(text: str, words: str) -> str:
    """The characters around the first of these words, on one line."""
    line = " ".join(text.split())
    hits = [at for word in fold(words).split() if (at := line.casefold().find(word)) >= 0]
    at = min(hits, default=0)
    start, end = max(0, at - EXCERPT), at + EXCERPT
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
