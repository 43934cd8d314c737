"""Questions about what was said: statements by filters that combine, how many of each kind, and the
matrix of who spoke about what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Connection, func, select

from communique.model.identity import Entity
from communique.model.record import StatementRow
from communique.store import tables as t
from communique.store.answers import Listing, Matrix, MatrixCell, StatementCounts
from communique.store.asking import (
    Query,
    about_issue,
    by_time,
    holds,
    latest_first,
    listing,
    one,
    said_about,
    said_by,
    within,
)
from communique.store.naming import entity_named, issue_named
from communique.store.resolving import by_id
from communique.store.session import Store

MOST = 30
"""Rows and columns of a matrix, where no other number is asked for."""


class Filters(TypedDict, total=False):
    """Which statements: all conditions hold together. `speaker` and `about` are ids or names of
    entities; `form` is direct, indirect or mixed; `stance` is for, against or any; `since` and
    `until` as everywhere."""

    speaker: str | None
    about: str | None
    issue: str | None
    words: str | None
    form: str | None
    stance: str | None
    since: str | None
    until: str | None


def statements(
    store: Store,
    *,
    limit: int = 100,
    offset: int = 0,
    latest: bool = False,
    **given: Unpack[Filters],
) -> Listing[StatementRow]:
    """Statements by time, undated last; with `latest` the latest first. Raises NotFound for a
    speaker, an issue or whom they are about that is not there."""
    table = t.Statements
    order = latest_first(table) if latest else by_time(table)
    with store.reading() as connection:
        query = select(table.body).where(*_chosen(connection, given))
        return listing(connection, StatementRow, query, order, limit, offset)


def statement(store: Store, id: str) -> StatementRow:
    """One statement; the id may be shortened. Raises NotFound."""
    with store.reading() as connection:
        return one(connection, t.Statements, StatementRow, id, "statement")


def statement_counts(store: Store, **given: Unpack[Filters]) -> StatementCounts:
    """How many statements there are by speaker, issue, form, stance and day, filtered as
    `statements`. Raises NotFound."""
    table = t.Statements
    with store.reading() as connection:
        ids = select(table.id).where(*_chosen(connection, given))
        days = _counted(connection, table.start, table.id, ids)
        return StatementCounts(
            total=sum(days.values()),
            speakers=_by_speaker(connection, ids),
            issues=_by_issue(connection, ids),
            forms=_counted(connection, table.form, table.id, ids),
            stances=_counted(connection, t.RowStances.polarity, t.RowStances.row, ids),
            days=tuple(sorted((day, n) for day, n in days.items() if day)),
            undated=days.get("", 0),
        )


def matrix(
    store: Store,
    *,
    type: str | None = None,
    rows: int = MOST,
    columns: int = MOST,
    **given: Unpack[Filters],
) -> Matrix:
    """Who spoke about what: those who made most statements about an issue, by what was most spoken
    about, filtered as `statements`; `type` is of the speakers (person, state …). Raises
    NotFound."""
    with store.reading() as connection:
        ids = select(t.Statements.id).where(*_chosen(connection, given))
        about = select(t.RowIssues.row).where(t.RowIssues.kind == "statement")
        ids = ids.where(t.Statements.id.in_(about))
        speakers = _by_speaker(connection, ids, type)
        issues = _by_issue(connection, ids)
        shown = [entity.id for entity, _ in speakers[:rows]]
        names = [name for name, _ in issues[:columns]]
        return Matrix(
            speakers=speakers[:rows],
            issues=issues[:columns],
            cells=_cells(connection, ids, shown, names),
            all_speakers=len(speakers),
            all_issues=len(issues),
        )


def _chosen(connection: Connection, given: Filters) -> list[ColumnElement[bool]]:
    table = t.Statements
    found = within(table, given.get("since"), given.get("until"))
    if (speaker := given.get("speaker")) is not None:
        found.append(said_by(entity_named(connection, speaker).id))
    if (about := given.get("about")) is not None:
        found.append(said_about(entity_named(connection, about).id))
    if (issue := given.get("issue")) is not None:
        found.append(about_issue(table, "statement", issue_named(connection, issue)))
    if (form := given.get("form")) is not None:
        found.append(table.form == form.lower())
    if (stance := given.get("stance")) is not None:
        held = select(t.RowStances.row)
        if stance.lower() != "any":
            held = held.where(t.RowStances.polarity == stance.lower())
        found.append(table.id.in_(held))
    if (words := given.get("words")) is not None:
        found += holds(table.folded, words)
    return found


def _by_speaker(
    connection: Connection, ids: Query, type: str | None = None
) -> tuple[tuple[Entity, int], ...]:
    """Who makes how many of these statements, those who make most first, then by name."""
    spoken = t.RowEntities
    query = select(spoken.entity, func.count()).where(
        spoken.kind == "statement", spoken.role == "speaker", spoken.row.in_(ids)
    )
    if type is not None:
        of = select(t.Entities.id).where(t.Entities.type == type)
        query = query.where(spoken.entity.in_(of))
    counts = dict(connection.execute(query.group_by(spoken.entity)).all())
    known = by_id(connection, t.Entities, Entity, set(counts))
    found = [(known[id], n) for id, n in counts.items() if id in known]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0].name, pair[0].id)))


def _by_issue(connection: Connection, ids: Query) -> tuple[tuple[str, int], ...]:
    """About what how many of these statements are, the most first, then by name."""
    about = t.RowIssues
    query = select(about.issue, func.count()).where(about.kind == "statement", about.row.in_(ids))
    counts = dict(connection.execute(query.group_by(about.issue)).all())
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _counted(connection: Connection, column: Any, row: Any, ids: Query) -> dict[str, int]:
    """How many of these statements have each value of a column, by value; "" is none."""
    query = select(column, func.count(func.distinct(row))).where(row.in_(ids)).group_by(column)
    return {value or "": n for value, n in sorted(connection.execute(query).all(), key=str)}


def _cells(
    connection: Connection, ids: Query, speakers: Sequence[str], issues: Sequence[str]
) -> tuple[MatrixCell, ...]:
    """The cells of a matrix that are not empty, row after row. Joined here: SQLite, asked to join
    and count in one go, took minutes for the 40,000 statements that this takes a second for."""
    spoken, about, held = t.RowEntities, t.RowIssues, t.RowStances
    said_by = select(spoken.row, spoken.entity).where(
        spoken.kind == "statement",
        spoken.role == "speaker",
        spoken.entity.in_(speakers),
        spoken.row.in_(ids),
    )
    said_of = select(about.row, about.issue).where(
        about.kind == "statement", about.issue.in_(issues)
    )
    by: dict[str, list[str]] = defaultdict(list)
    for row, entity in connection.execute(said_by):
        by[row].append(entity)
    stances: dict[str, set[str]] = defaultdict(set)
    for row, polarity in connection.execute(select(held.row, held.polarity)):
        stances[row].add(polarity)
    total: Counter[tuple[str, str]] = Counter()
    held_in: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row, issue in connection.execute(said_of):
        for entity in by.get(row, ()):
            total[entity, issue] += 1
            held_in[entity, issue].update(stances.get(row, ()))
    return tuple(
        MatrixCell(
            entity, issue, total[entity, issue], dict(sorted(held_in[entity, issue].items()))
        )
        for entity in speakers
        for issue in issues
        if (entity, issue) in total
    )
