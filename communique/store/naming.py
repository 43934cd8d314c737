"""Finding things by the name a person types, and the nearest when there is none."""

from __future__ import annotations

from difflib import get_close_matches

from sqlalchemy import Connection, and_, select

from communique.errors import NotFound
from communique.model.identity import Entity
from communique.model.record import ProcessRow
from communique.store import tables as t
from communique.store.rows import fold, load


def entity_named(connection: Connection, name: str) -> Entity:
    """See `questions.find_entity`. Raises NotFound with the nearest names."""
    body = connection.execute(select(t.Entities.body).where(t.Entities.id == name)).scalar()
    if body is not None:
        return load(Entity, body)
    wanted, column = fold(name), t.EntityNames.folded
    conditions = (
        and_(column == wanted, t.EntityNames.place == 0),
        column == wanted,
        column.contains(wanted, autoescape=True),
    )
    for condition in conditions if wanted else ():
        found = connection.execute(
            select(t.Entities.body)
            .join(t.EntityNames, t.EntityNames.entity == t.Entities.id)
            .where(condition)
            .order_by(t.Entities.type == "place", t.Entities.reports.desc(), t.Entities.id)
            .limit(1)
        ).scalar()
        if found is not None:
            return load(Entity, found)
    raise NotFound(_nobody(connection, name))


def _nobody(connection: Connection, name: str) -> str:
    names: dict[str, str] = {}
    query = (
        select(t.EntityNames.folded, t.Entities.name)
        .join(t.Entities, t.EntityNames.entity == t.Entities.id)
        .order_by(t.EntityNames.folded, t.Entities.id)
    )
    for folded, known in connection.execute(query):
        names.setdefault(folded, known)
    return nearest(f"Nobody and nothing named {name!r} is in the record", name, names)


def nearest(sentence: str, name: str, names: dict[str, str]) -> str:
    """The sentence, and the nearest of these names (folded: as shown) if any is near."""
    near = get_close_matches(fold(name), names, n=3, cutoff=0.6)
    close = list(dict.fromkeys(names[found] for found in near))
    return f"{sentence}; did you mean {' or '.join(close)}?" if close else f"{sentence}."


def process_named(connection: Connection, name: str) -> ProcessRow:
    """The process of an id, a name, or a part of one. Raises NotFound."""
    wanted = fold(name)
    rows = connection.execute(
        select(t.Processes.id, t.Processes.name, t.Processes.folded, t.Processes.body).order_by(
            t.Processes.id
        )
    ).all()
    names = {alias: row.name for row in rows for alias in row.folded.split("\n")}
    for fits in (
        lambda row: row.id == name,
        lambda row: wanted in row.folded.split("\n"),
        lambda row: bool(wanted) and wanted in row.folded,
    ):
        for row in rows:
            if fits(row):
                return load(ProcessRow, row.body)
    raise NotFound(nearest(f"No process named {name!r} is in the record", name, names))


def issue_named(connection: Connection, name: str) -> str:
    """The issue of a name, or of an unmistakable part of one. Raises NotFound."""
    issues = connection.execute(select(t.RowIssues.issue).distinct()).scalars()
    names = {fold(issue): issue for issue in sorted(issues)}
    wanted = fold(name)
    if wanted in names:
        return names[wanted]
    holding = [issue for folded, issue in names.items() if wanted and wanted in folded]
    if len(holding) == 1:
        return holding[0]
    raise NotFound(nearest(f"No issue named {name!r} is in the record", name, names))
