"""The whole record, row after row, for those who write it out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from communique.model.contract import report_from_json
from communique.model.identity import Difference, Entity, Judgement, Occurrence
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, ReportRow, StatementRow
from communique.model.report import Report
from communique.store import tables as t
from communique.store.report_questions import STREAMED
from communique.store.rows import load

Row = TypeVar("Row")

TABLES: dict[type, Any] = {
    Entity: t.Entities,
    OfficeRow: t.Offices,
    Occurrence: t.Occurrences,
    StatementRow: t.Statements,
    AgreementRow: t.Agreements,
    ProcessRow: t.Processes,
    Difference: t.Differences,
    Judgement: t.Judgements,
}


def rows(connection: Connection, kind: type[Row]) -> Iterator[Row]:
    """All rows of a kind, by id; judgements in the order of the record. A few at a time are in
    memory."""
    table = TABLES[kind]
    query = select(table.body).order_by(*table.__table__.primary_key.columns)
    for body in connection.execute(query, execution_options=STREAMED).scalars():
        yield load(kind, body)


def reports(connection: Connection) -> Iterator[tuple[Report, ReportRow | None]]:
    """Every report by id, with its place in the record if it was linked."""
    query = (
        select(t.Reports.body, t.ReportRows.body.label("row"))
        .outerjoin(t.ReportRows, t.ReportRows.id == t.Reports.id)
        .order_by(t.Reports.id)
    )
    for body, row in connection.execute(query, execution_options=STREAMED):
        yield report_from_json(json.loads(body)), load(ReportRow, row) if row else None
