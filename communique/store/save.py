"""Writing to the record. Each function is one transaction: all of it is kept, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from communique.model.contract import Json, report_json
from communique.model.identity import Judgement
from communique.model.reading import Method, Skipped
from communique.model.record import Record
from communique.model.report import Report
from communique.store.derive import Columns, derived
from communique.store.rows import dated, dump, dumps, fold, keyed, storable
from communique.store.session import Store
from communique.store.tables import (
    LINKED,
    Decisions,
    Readings,
    Reports,
    SkippedReports,
    Sources,
    Table,
)

ROWS_AT_ONCE = 500
"""Rows of one INSERT: few enough for the parameters that SQLite takes (32,766)."""


@dataclass(frozen=True, slots=True)
class NotRead:
    """A source that gave no reading: `kind` is the error's name, `report` the id of the text if
    it is kept, `method` what could not read it."""

    skipped: Skipped
    kind: str
    report: str | None = None
    method: str | None = None


def method_name(method: Method) -> str:
    """A method as one word: what a reading is asked by."""
    return f"{method.version}/{method.model}/{method.lexicon}"


def keep_reports(
    store: Store, reports: Sequence[Report], not_read: Sequence[NotRead] = ()
) -> list[str]:
    """Keep reports as received, and what could not be taken in; gives the ids that are new.

    The same text from several sources is one report. It is kept as its smallest source (then
    smallest JSON) gives it, so that the order of collecting changes nothing; when that one
    comes later, the report's reading is taken back, to be made again from it.
    """
    with store.writing() as connection:
        new = [report.id for report in reports if _keep(connection, report)]
        _skip(connection, not_read)
    return new


def save_readings(store: Store, lines: Sequence[Json], not_read: Sequence[NotRead] = ()) -> None:
    """Keep readings (as `contract.reading_json` writes them), each in place of a former one of
    the same report, and what could not be read."""
    ids = [line["report"]["id"] for line in lines]
    with store.writing() as connection:
        _forget_skips(connection, SkippedReports.report, ids)
        _delete(connection, Readings, Readings.report, ids)
        _insert(
            connection,
            Readings,
            (
                {
                    "report": line["report"]["id"],
                    "method": method_name(Method(**line["method"])),
                    "body": dumps(line),
                }
                for line in lines
            ),
        )
        _skip(connection, not_read)


def save_record(store: Store, record: Record, methods: dict[str, str]) -> None:
    """Put a record in place of the former one. `methods` names, by report id, the method of the
    reading that was linked."""
    with store.writing() as connection:
        for table in reversed(LINKED):
            connection.execute(delete(table))
        for table, rows in derived(record, methods):
            _insert(connection, table, rows)


def decide(store: Store, judgement: Judgement) -> None:
    """Keep a person's judgement. Raises ValueError for one without `at`."""
    if judgement.at is None:
        raise ValueError("a person's judgement has the time it was made at")
    row = {
        "left": judgement.left,
        "right": judgement.right,
        "at": judgement.at,
        "body": dump(judgement),
    }
    with store.writing() as connection:
        connection.execute(
            delete(Decisions).where(
                Decisions.left == judgement.left,
                Decisions.right == judgement.right,
                Decisions.at == judgement.at,
            )
        )
        connection.execute(insert(Decisions), [row])


def _keep(connection: Connection, report: Report) -> bool:
    """Whether the report's text is new to the record."""
    row = _report_row(report)
    source = keyed(report.source)
    skip = SkippedReports
    # What could not be taken in then is here now; what was kept and could not be read still is.
    outdated = or_(skip.report.is_(None), skip.report != report.id)
    connection.execute(delete(skip).where(skip.source == source, outdated))
    known = select(Sources.source).where(Sources.source == source, Sources.report == report.id)
    if connection.execute(known).first() is None:
        connection.execute(insert(Sources), [{"source": source, "report": report.id}])
    former = connection.execute(
        select(Reports.source, Reports.body).where(Reports.id == report.id)
    ).first()
    if former is None:
        connection.execute(insert(Reports), [row])
        return True
    if (source, row["body"]) < (former.source, former.body):
        connection.execute(update(Reports).where(Reports.id == report.id).values(**row))
        _delete(connection, Readings, Readings.report, [report.id])
        _forget_skips(connection, SkippedReports.report, [report.id])
    return False


def _report_row(report: Report) -> Columns:
    start = report.published.start if report.published else None
    words = report.text if report.title is None else f"{report.title}\n{report.text}"
    return {
        "id": report.id,
        "source": keyed(report.source),
        "digest": report.digest,
        "title": _storable(report.title),
        "outlet": None if report.outlet is None else keyed(report.outlet),
        "language": report.language,
        "published": dated(start),
        "folded": fold(words),
        "body": dumps(report_json(report)),
    }


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _skip(connection: Connection, not_read: Sequence[NotRead]) -> None:
    rows: dict[str, Columns] = {
        keyed(item.skipped.source): {
            "source": keyed(item.skipped.source),
            "report": item.report,
            "method": item.method,
            "kind": item.kind,
            "reason": storable(item.skipped.reason),
        }
        for item in not_read
    }
    _forget_skips(connection, SkippedReports.source, list(rows))
    _insert(connection, SkippedReports, rows.values())


def _forget_skips(connection: Connection, column: object, values: list[str]) -> None:
    _delete(connection, SkippedReports, column, values)


def _delete(connection: Connection, table: type[Table], column: object, values: list[str]) -> None:
    for first in range(0, len(values), ROWS_AT_ONCE):
        chosen = column.in_(values[first : first + ROWS_AT_ONCE])  # type: ignore[attr-defined]
        connection.execute(delete(table).where(chosen))


def _insert(connection: Connection, table: type[Table], rows: Iterable[Columns]) -> None:
    waiting: list[Columns] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == ROWS_AT_ONCE:
            connection.execute(insert(table), waiting)
            waiting = []
    if waiting:
        connection.execute(insert(table), waiting)
