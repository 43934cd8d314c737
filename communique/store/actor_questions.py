"""Questions about actors and places: lists, one entity, two of them together."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, func, select

from communique.model.identity import Entity, Occurrence
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, StatementRow
from communique.store import tables as t
from communique.store.answers import EntityCard, EntityPage, Known, Listing, PairPage
from communique.store.asking import (
    TAKING_PART,
    differences_about,
    happened_at,
    holds,
    listing,
    part_of_event,
    party_to,
    rows,
    said_about,
    said_by,
    takes_part,
)
from communique.store.ground_questions import Readings, once, tellings
from communique.store.naming import entity_named
from communique.store.report_questions import IN_AT_ONCE, cards
from communique.store.resolving import resolve
from communique.store.session import Store

Page = TypeVar("Page", EntityPage, PairPage)


def entities(
    store: Store,
    *,
    name: str | None = None,
    type: str | None = None,
    country: str | None = None,
    places: bool = True,
    limit: int = 100,
    offset: int = 0,
) -> Listing[EntityCard]:
    """Entities that any name of holds `name`, those named by most reports first, then by id.
    `type`: person, organization, state, group or place; without `places`, only actors."""
    query = select(t.Entities.body)
    if name is not None:
        named = select(t.EntityNames.entity).where(*holds(t.EntityNames.folded, name))
        query = query.where(t.Entities.id.in_(named))
    if not places:
        query = query.where(t.Entities.type != "place")
    if type is not None:
        query = query.where(t.Entities.type == type)
    if country is not None:
        query = query.where(t.Entities.country == country.upper())
    order = (t.Entities.reports.desc(), t.Entities.id)
    with store.reading() as connection:
        found = listing(connection, Entity, query, order, limit, offset)
        counted = [
            card
            for first in range(0, len(found.rows), IN_AT_ONCE)
            for card in _entity_cards(connection, found.rows[first : first + IN_AT_ONCE])
        ]
    return Listing(tuple(counted), found.total, found.known)


def find_entity(store: Store, name: str) -> Entity:
    """The entity of that id or name: the whole name first, then an alias, then a part of one;
    among several the one that most reports name. Raises NotFound with the nearest names."""
    with store.reading() as connection:
        return entity_named(connection, name)


def entity(store: Store, name: str) -> EntityPage:
    """All about the entity of that id or name (as `find_entity`), by time. Raises NotFound."""
    with store.reading() as connection:
        found = entity_named(connection, name)
        id = found.id
        is_place = found.type == "place"
        telling = select(t.RowReports.report).where(
            t.RowReports.kind == "entity", t.RowReports.row == id
        )
        offices = rows(connection, t.Offices, OfficeRow, t.Offices.entity == id)
        taking = happened_at(id) if is_place else part_of_event(id)
        happened = rows(connection, t.Occurrences, Occurrence, taking)
        said = rows(connection, t.Statements, StatementRow, said_by(id))
        about = rows(connection, t.Statements, StatementRow, said_about(id))
        events = [citation for row in happened for citation in row.evidence]
        words = [citation for row in said for citation in row.evidence]
        others = [citation for row in about for citation in row.evidence]
        own = [*found.evidence, *events, *words]
        readings = Readings(connection, [*own, *others])
        page = EntityPage(
            entity=found,
            offices=offices,
            told=tellings(connection, offices),
            groups=rows(connection, t.Entities, Entity, takes_part(t.Entities, "entity", id)),
            occurrences=happened,
            statements=said,
            about=about,
            agreements=rows(connection, t.Agreements, AgreementRow, party_to(id)),
            processes=rows(
                connection, t.Processes, ProcessRow, takes_part(t.Processes, "process", id)
            ),
            differences=differences_about(connection, id),
            places=readings.cited(found)
            if is_place
            else once([*readings.places([*happened, *said]), *readings.named_in(own)]),
            reports=cards(connection, sorted(connection.execute(telling).scalars())),
            known=Known(),
        )
        known = _with_known(connection, page).known
        known = dataclasses.replace(
            known,
            reports={**known.reports, **{card.id: card for card in page.reports}},
            grounds=readings.grounds([*happened, *said, *about]),
        )
        return dataclasses.replace(page, known=known)


def pair(store: Store, left: str, right: str) -> PairPage:
    """Two entities of these ids or names: meetings, agreements and processes that both take part
    in, statements about each other; by time. A person's meetings do not count for his state."""
    with store.reading() as connection:
        one, other = (entity_named(connection, name) for name in (left, right))
        a, b = one.id, other.id

        page = PairPage(
            left=one,
            right=other,
            occurrences=rows(
                connection, t.Occurrences, Occurrence, part_of_event(a), part_of_event(b)
            ),
            left_about_right=rows(
                connection, t.Statements, StatementRow, said_by(a), ~said_by(b), said_about(b)
            ),
            right_about_left=rows(
                connection, t.Statements, StatementRow, said_by(b), ~said_by(a), said_about(a)
            ),
            joint=rows(connection, t.Statements, StatementRow, said_by(a), said_by(b)),
            agreements=rows(connection, t.Agreements, AgreementRow, party_to(a), party_to(b)),
            processes=rows(
                connection,
                t.Processes,
                ProcessRow,
                takes_part(t.Processes, "process", a),
                takes_part(t.Processes, "process", b),
            ),
            known=Known(),
        )
        return _with_known(connection, page)


def _with_known(connection: Connection, page: Page) -> Page:
    """The page with every id in its fields resolved."""
    parts = [getattr(page, field.name) for field in dataclasses.fields(page)]
    return dataclasses.replace(page, known=resolve(connection, parts))


def _entity_cards(connection: Connection, found: Sequence[Entity]) -> tuple[EntityCard, ...]:
    """Entities with their counts, asked for all at once."""
    ids = [entity.id for entity in found]
    occurrences = _counts(connection, "occurrence", ids, (*TAKING_PART, "place"))
    statements = _counts(connection, "statement", ids, ("speaker",))
    offices: dict[str, list[OfficeRow]] = defaultdict(list)
    for office in rows(connection, t.Offices, OfficeRow, t.Offices.entity.in_(ids)):
        offices[office.entity].append(office)
    return tuple(
        EntityCard(
            entity=entity,
            offices=tuple(offices[entity.id]),
            reports=len({citation.report for citation in entity.evidence}),
            occurrences=occurrences.get(entity.id, 0),
            statements=statements.get(entity.id, 0),
        )
        for entity in found
    )


def _counts(
    connection: Connection, kind: str, ids: Sequence[str], roles: Sequence[str]
) -> dict[str, int]:
    """In how many rows of a kind each of these entities has one of these roles."""
    joins = t.RowEntities
    query = (
        select(joins.entity, func.count(func.distinct(joins.row)))
        .where(joins.kind == kind, joins.entity.in_(ids), joins.role.in_(roles))
        .group_by(joins.entity)
    )
    return dict(connection.execute(query).all())
