"""What questions are made of: rows by condition, and times as precise as they are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from communique.errors import NotFound
from communique.model.identity import Difference, Judgement
from communique.store import tables as t
from communique.store.answers import Listing
from communique.store.resolving import resolve
from communique.store.rows import fold, load

Row = TypeVar("Row")
Query = Select[*tuple[Any, ...]]
TAKING_PART = ("actor", "recipient", "host")
SPOKEN_OF = ("addressee", "stance", "named")


def listing(
    connection: Connection,
    kind: type[Row],
    query: Query,
    order: Sequence[Any],
    limit: int,
    offset: int,
) -> Listing[Row]:
    """The rows of a query for a `body`, counted, cut and built, with what their ids stand for."""
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    cut = query.order_by(*order).limit(limit).offset(offset)
    rows = tuple(load(kind, body) for body in connection.execute(cut).scalars())
    return Listing(rows, total, resolve(connection, rows))


def rows_of(
    connection: Connection, kind: type[Row], query: Query, order: Sequence[Any]
) -> tuple[Row, ...]:
    """All rows of a query for a `body`, built."""
    return tuple(load(kind, body) for body in connection.execute(query.order_by(*order)).scalars())


def rows(
    connection: Connection, table: Any, kind: type[Row], *conditions: ColumnElement[bool]
) -> tuple[Row, ...]:
    """The rows of a table that meet all conditions: by time, or by name where it has none."""
    timed = hasattr(table, "start")
    order = by_time(table) if timed else (table.name, table.id)
    return rows_of(connection, kind, select(table.body).where(*conditions), order)


def by_time(table: Any) -> tuple[Any, ...]:
    """By time, undated last, then by id."""
    return (table.start.is_(None), table.start, table.id)


def latest_first(table: Any) -> tuple[Any, ...]:
    """By time, the latest first, undated last, then by id."""
    return (table.start.is_(None), table.start.desc(), table.id)


def within(table: Any, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """What may lie between two times: each is compared as far as both are precise."""
    conditions: list[ColumnElement[bool]] = []
    for moment, column in ((since, table.end), (until, table.start)):
        if moment is None:
            continue
        given = func.substr(moment, 1, func.length(column))
        shared = func.substr(column, 1, len(moment))
        conditions.append(shared >= given if moment is since else shared <= given)
    return conditions


def holds(column: Any, words: str) -> list[ColumnElement[bool]]:
    """That a folded column holds every one of these words."""
    return [column.contains(word, autoescape=True) for word in fold(words).split()]


def takes_part(
    table: Any, kind: str, entity: str, roles: Sequence[str] | None = None
) -> ColumnElement[bool]:
    """That an entity has one of these roles (any, without) in a row of a table."""
    joined = [t.RowEntities.kind == kind, t.RowEntities.entity == entity]
    if roles is not None:
        joined.append(t.RowEntities.role.in_(roles))
    chosen: ColumnElement[bool] = table.id.in_(select(t.RowEntities.row).where(and_(*joined)))
    return chosen


def about_issue(table: Any, kind: str, issue: str) -> ColumnElement[bool]:
    """That a row of a table is about an issue."""
    joined = select(t.RowIssues.row).where(t.RowIssues.kind == kind, t.RowIssues.issue == issue)
    chosen: ColumnElement[bool] = table.id.in_(joined)
    return chosen


def part_of_event(id: str) -> ColumnElement[bool]:
    """That an entity takes part in an occurrence."""
    return takes_part(t.Occurrences, "occurrence", id, TAKING_PART)


def happened_at(id: str) -> ColumnElement[bool]:
    """That an occurrence happened at a place."""
    return takes_part(t.Occurrences, "occurrence", id, ("place",))


def said_by(id: str) -> ColumnElement[bool]:
    """That an entity makes a statement."""
    return takes_part(t.Statements, "statement", id, ("speaker",))


def said_about(id: str) -> ColumnElement[bool]:
    """That a statement addresses, judges or names an entity."""
    return takes_part(t.Statements, "statement", id, SPOKEN_OF)


def party_to(id: str) -> ColumnElement[bool]:
    """That an entity is party to an agreement."""
    return takes_part(t.Agreements, "agreement", id, ("party",))


def differences_about(connection: Connection, about: str | None) -> tuple[Difference, ...]:
    """Differences about a row, or all of them."""
    query = select(t.Differences.body)
    if about is not None:
        query = query.where(t.Differences.about == about)
    return rows_of(connection, Difference, query, (t.Differences.id,))


def judgements_about(connection: Connection, of: list[str] | None) -> tuple[Judgement, ...]:
    """What was judged about any of these ids, or all of it, in the order of the record."""
    table = t.Judgements
    query = select(table.body)
    if of is not None:
        query = query.where(or_(table.left.in_(of), table.right.in_(of)))
    return rows_of(connection, Judgement, query, (table.place,))


def one(connection: Connection, table: Any, kind: type[Row], id: str, what: str) -> Row:
    """The row of an id, or of the beginning of one. Raises NotFound."""
    body = connection.execute(select(table.body).where(table.id == id)).scalar()
    if body is None and len(id) >= 4:
        begins = table.id.startswith(id, autoescape=True)
        found = connection.execute(select(table.body).where(begins).limit(2)).scalars().all()
        body = found[0] if len(found) == 1 else None
    if body is None:
        raise NotFound(f"No {what} {id!r} is in the record; look at the list for its id.")
    return load(kind, body)
