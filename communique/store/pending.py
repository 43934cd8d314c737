"""What is still to be done: reports without a reading, and what a link starts from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import func, or_, select

from communique.model.contract import report_from_json
from communique.model.identity import Judgement
from communique.model.report import Report
from communique.store import tables as t
from communique.store.rows import load
from communique.store.session import Store

AT_ONCE = 100


def unread(store: Store, method: str | None) -> list[str]:
    """The ids of the reports that this method has neither read nor found unreadable, sorted;
    of all reports for None."""
    query = select(t.Reports.id).order_by(t.Reports.id)
    if method is not None:
        reading, skip = t.Readings, t.SkippedReports
        query = (
            query.outerjoin(reading, reading.report == t.Reports.id)
            .outerjoin(skip, skip.report == t.Reports.id)
            .where(or_(reading.method.is_(None), reading.method != method))
            .where(or_(skip.method.is_(None), skip.method != method))
        )
    with store.reading() as connection:
        return list(connection.execute(query).scalars())


def received(store: Store, ids: Sequence[str]) -> Iterator[Report]:
    """Reports as received, in the order of these ids; a few at a time are held in memory."""
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        with store.reading() as connection:
            query = select(t.Reports.id, t.Reports.body).where(t.Reports.id.in_(some))
            bodies = dict(connection.execute(query).all())
        for id in some:
            yield report_from_json(json.loads(bodies[id]))


def methods(store: Store) -> dict[str, str]:
    """By report id, the method of its reading."""
    with store.reading() as connection:
        query = select(t.Readings.report, t.Readings.method).order_by(t.Readings.report)
        return dict(connection.execute(query).all())


def decisions(store: Store) -> tuple[Judgement, ...]:
    """What people decided, the latest about each pair, by the ids of left and right."""
    table = t.Decisions
    query = select(table.left, table.right, table.body).order_by(table.left, table.right, table.at)
    with store.reading() as connection:
        latest = {(left, right): body for left, right, body in connection.execute(query)}
    return tuple(load(Judgement, body) for body in latest.values())


def unlinked(store: Store) -> int:
    """How many readings the derived tables do not rest on: new ones, and those made anew."""
    linked = t.ReportRows
    query = (
        select(func.count())
        .select_from(t.Readings)
        .outerjoin(linked, linked.id == t.Readings.report)
        .where(linked.id.is_(None) | (linked.method != t.Readings.method))
    )
    with store.reading() as connection:
        return connection.execute(query).scalar_one()
