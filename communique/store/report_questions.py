"""Questions about reports: lists, one with its reading, the sentences around a citation."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from communique.errors import NotFound
from communique.model.contract import (
    Json,
    report_from_json,
)
from communique.model.contract import (
    read_report as from_json,
)
from communique.model.contract import (
    reading_json as to_json,
)
from communique.model.identity import Citation
from communique.model.reading import Reading, Skipped
from communique.model.record import ReadReport, ReportRow
from communique.model.text import Text
from communique.store import tables as t
from communique.store.answers import Listing, Passage, ReportCard
from communique.store.rows import fold, keyed, load
from communique.store.session import Store

IN_AT_ONCE = 500
"""Ids in one question: SQLite takes no more than 32,766 parameters."""
STREAMED = {"yield_per": 100}
"""Rows that are in memory at once where all are asked for."""


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
    start = func.coalesce(t.ReportRows.start, t.Reports.published)
    query = select(t.Reports.id).outerjoin(t.ReportRows, t.ReportRows.id == t.Reports.id)
    for word in fold(words or "").split():
        query = query.where(t.Reports.folded.contains(word, autoescape=True))
    if outlet is not None:
        query = query.where(func.lower(t.Reports.outlet) == outlet.lower())
    if since is not None:
        query = query.where(func.substr(start, 1, len(since)) >= _cut(since, start))
    if until is not None:
        query = query.where(func.substr(start, 1, len(until)) <= _cut(until, start))
    with store.reading() as connection:
        total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
        order = (start.is_(None), start.desc(), t.Reports.source, t.Reports.id)
        ids = connection.execute(query.order_by(*order).limit(limit).offset(offset)).scalars()
        return Listing(cards(connection, list(ids)), total)


def _cut(moment: str, column: Any) -> Any:
    return func.substr(moment, 1, func.length(column))


def skipped(store: Store, *, limit: int = 1000, offset: int = 0) -> Listing[Skipped]:
    """Reports that were not read, and why, by source."""
    columns = t.SkippedReports.source, t.SkippedReports.reason
    cut = select(*columns).order_by(t.SkippedReports.source).limit(limit).offset(offset)
    with store.reading() as connection:
        total = connection.execute(select(func.count()).select_from(t.SkippedReports)).scalar_one()
        rows = tuple(Skipped(source, reason) for source, reason in connection.execute(cut))
    return Listing(rows, total)


def report(store: Store, id: str) -> ReportCard:
    """One report as in a list; `id` may be shortened as long as it is unmistakable, or be the
    report's source. Raises NotFound."""
    with store.reading() as connection:
        return cards(connection, [_report_id(connection, id)])[0]


def reading_json(store: Store, id: str) -> Json:
    """A report and its reading as `communique inspect --json` prints it (format 1). A report that
    is kept but not read has its report and no finding. Raises NotFound."""
    with store.reading() as connection:
        full = _report_id(connection, id)
        body = connection.execute(select(t.Readings.body).where(t.Readings.report == full)).scalar()
        if body is None:
            kept = select(t.Reports.body).where(t.Reports.id == full)
            received = report_from_json(json.loads(connection.execute(kept).scalar_one()))
            return to_json(received, Text(received.text), Reading())
        line: Json = json.loads(body)
        return line


def read_report(store: Store, id: str) -> ReadReport:
    """A report and its reading as dataclasses; no findings for one that is not read. Raises
    NotFound."""
    return from_json(reading_json(store, id))


def read_reports(store: Store) -> Iterator[ReadReport]:
    """Every report that has a reading, by id; a few at a time are held in memory."""
    for line in readings(store):
        yield from_json(line)


def readings(store: Store) -> Iterator[Json]:
    """Every reading in the contract's JSON, by the report's id."""
    query = select(t.Readings.body).order_by(t.Readings.report)
    with store.reading() as connection:
        for body in connection.execute(query, execution_options=STREAMED).scalars():
            yield json.loads(body)


def _report_id(connection: Connection, id: str) -> str:
    exact = select(t.Reports.id).where(t.Reports.id == id)
    source = select(t.Sources.report).where(t.Sources.source == keyed(id))
    begins = select(t.Reports.id).where(t.Reports.id.startswith(id, autoescape=True))
    for query in (exact, source, begins) if len(id) >= 4 else (exact, source):
        found = connection.execute(query.limit(2)).scalars().all()
        if len(found) == 1:
            return found[0]
    raise NotFound(f"No report {id!r} is in the record; `communique show reports` lists them.")


def cards(connection: Connection, ids: Sequence[str]) -> tuple[ReportCard, ...]:
    """Reports as in a list, in the order of these ids; unknown ids are left out."""
    found: dict[str, ReportCard] = {}
    for first in range(0, len(ids), IN_AT_ONCE):
        some = list(ids[first : first + IN_AT_ONCE])
        sources = _sources(connection, some)
        for row in connection.execute(_card_rows(some)):
            found[row.id] = _card(row, sources[row.id])
    return tuple(found[id] for id in ids if id in found)


def _card_rows(ids: Sequence[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            t.Reports.id,
            t.Reports.body,
            t.ReportRows.body.label("row"),
            t.Readings.report.label("reading"),
            t.SkippedReports.reason,
        )
        .outerjoin(t.ReportRows, t.ReportRows.id == t.Reports.id)
        .outerjoin(t.Readings, t.Readings.report == t.Reports.id)
        .outerjoin(t.SkippedReports, t.SkippedReports.report == t.Reports.id)
        .where(t.Reports.id.in_(ids))
    )


def _card(row: Any, sources: list[str]) -> ReportCard:
    received = report_from_json(json.loads(row.body))
    linked = load(ReportRow, row.row) if row.row else None
    return ReportCard(
        id=received.id,
        source=received.source,
        title=received.title,
        outlet=received.outlet,
        agencies=received.agencies,
        language=received.language,
        published=linked.published if linked else received.published,
        origin=linked.origin if linked else None,
        copies=tuple(s for s in sources if s != keyed(received.source)),
        read=row.reading is not None,
        reason=row.reason,
    )


def _sources(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = select(t.Sources.report, t.Sources.source).where(t.Sources.report.in_(ids))
    for id, source in connection.execute(query.order_by(t.Sources.source)):
        found[id].append(source)
    return found


def passages(connection: Connection, evidence: Iterable[Citation]) -> tuple[Passage, ...]:
    """The sentences around these citations, by report and place in it. A citation over several
    sentences, or over none (a dateline), gives the characters from first to last."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in evidence:
        cited[citation.report].append(citation)
    found: list[Passage] = []
    for card in cards(connection, sorted(cited)):
        body = connection.execute(
            select(t.Readings.body).where(t.Readings.report == card.id)
        ).scalar()
        line = json.loads(body) if body else {"sentences": [], "report": {"text": ""}}
        found.extend(_passages(card, line, cited[card.id]))
    return tuple(found)


def _passages(card: ReportCard, line: Json, citations: list[Citation]) -> Iterator[Passage]:
    stretches: dict[tuple[int, int], list[Citation]] = defaultdict(list)
    for c in citations:
        over = [(s, e) for s, e in line["sentences"] if s < c.end and c.start < e]
        start = min([c.start, *(s for s, _ in over)])
        end = max([c.end, *(e for _, e in over)])
        stretches[start, end].append(c)
    for (start, end), inside in sorted(stretches.items()):
        text = line["report"]["text"][start:end] or inside[0].text
        order = sorted(inside, key=lambda c: (c.start, c.end))
        yield Passage(card, start, end, text, tuple(order))
