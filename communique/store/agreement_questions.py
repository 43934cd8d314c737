"""Questions about what was agreed, and what became of it."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from communique.model.record import AgreementRow
from communique.store import tables as t
from communique.store.answers import AgreementPage, Listing
from communique.store.asking import (
    about_issue,
    by_time,
    differences_about,
    judgements_about,
    listing,
    one,
    party_to,
    rows,
)
from communique.store.naming import entity_named, issue_named
from communique.store.report_questions import passages
from communique.store.resolving import resolve
from communique.store.session import Store

COMMITMENT = "commitment"
"""The type of what one side takes on, which other agreements hold."""


def agreements(
    store: Store,
    *,
    party: str | None = None,
    topic: str | None = None,
    status: str | None = None,
    type: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Listing[AgreementRow]:
    """Agreements by the time they were first heard of; `status` is the latest in the history."""
    table = t.Agreements
    query = select(table.body)
    with store.reading() as connection:
        if party is not None:
            query = query.where(party_to(entity_named(connection, party).id))
        if topic is not None:
            query = query.where(about_issue(table, "agreement", issue_named(connection, topic)))
        if status is not None:
            query = query.where(table.status == status.lower())
        if type is not None:
            query = query.where(table.type == type.lower())
        return listing(connection, AgreementRow, query, by_time(table), limit, offset)


def agreement(store: Store, id: str) -> AgreementPage:
    """An agreement with its history, the sentences that tell it, and the commitments that its
    parties make in the same reports. The id may be shortened. Raises NotFound."""
    with store.reading() as connection:
        found = one(connection, t.Agreements, AgreementRow, id, "agreement")
        beside = _commitments(connection, found)
        told = [f"{c.report}/agreement/{c.start}-{c.end}" for c in found.evidence]
        return AgreementPage(
            agreement=found,
            commitments=beside,
            passages=passages(connection, found.evidence),
            differences=differences_about(connection, found.id),
            judgements=judgements_about(connection, [found.id, *told]),
            known=resolve(connection, [found, *beside]),
        )


def _commitments(connection: Connection, found: AgreementRow) -> tuple[AgreementRow, ...]:
    reports = sorted({citation.report for citation in found.evidence})
    if found.type == COMMITMENT or not found.parties:
        return ()
    told = select(t.RowReports.row).where(
        t.RowReports.kind == "agreement", t.RowReports.report.in_(reports)
    )
    return rows(
        connection,
        t.Agreements,
        AgreementRow,
        t.Agreements.type == COMMITMENT,
        t.Agreements.id.in_(told),
        or_(*(party_to(party) for party in found.parties)),
    )
