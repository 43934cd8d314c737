"""What the ids inside answers stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from communique.model.identity import Citation, Difference, Entity, Occurrence
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, StatementRow
from communique.store import tables as t
from communique.store.answers import Known
from communique.store.report_questions import IN_AT_ONCE, cards
from communique.store.rows import load

Row = TypeVar("Row")


def resolve(connection: Connection, rows: Iterable[object]) -> Known:
    """See `questions.known`."""
    ids = _Ids()
    ids.see(tuple(rows))
    processes = by_id(connection, t.Processes, ProcessRow, ids.processes)
    return Known(
        entities=by_id(connection, t.Entities, Entity, ids.entities),
        offices=by_id(connection, t.Offices, OfficeRow, ids.offices),
        processes=processes,
        reports={card.id: card for card in cards(connection, sorted(ids.reports))},
    )


class _Ids:
    """The ids that stand in rows, by what they are of."""

    def __init__(self) -> None:
        self.entities: set[str] = set()
        self.offices: set[str] = set()
        self.processes: set[str] = set()
        self.reports: set[str] = set()

    def see(self, value: object) -> None:
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            for part in value:
                self.see(part)
        elif isinstance(value, Occurrence):
            self._entities(value.actors, value.recipients, value.hosts, (value.place,))
            self._entities(value.claimed_by)
            self.processes |= {value.process} if value.process else set()
            self.reports |= {*value.reports}
        elif isinstance(value, StatementRow):
            toward = tuple(stance.toward for stance in value.stances)
            self._entities(value.speakers, value.addressees, toward, value.via)
            self.offices |= {*value.offices}
            self.reports |= {*value.reports}
        elif isinstance(value, AgreementRow):
            self._entities(value.parties)
            self._cited(value.evidence)
        elif isinstance(value, ProcessRow):
            self._entities(value.parties, tuple(role.entity for role in value.roles))
            for role in value.roles:
                self._cited(role.evidence)
            for round in value.rounds:
                self._entities((round.place, round.host))
                self._cited(round.evidence)
            self._cited(value.evidence)
        elif isinstance(value, OfficeRow):
            self._entities((value.entity,))
            self._cited(value.evidence)
        elif isinstance(value, Entity):
            self._entities(value.members)
        elif isinstance(value, Difference):
            self._entities((value.about,))
            self.processes |= {value.about}
            for told in value.values:
                self._cited(told.evidence)

    def _entities(self, *groups: Iterable[str | None]) -> None:
        self.entities |= {id for ids in groups for id in ids if id is not None}

    def _cited(self, evidence: Iterable[Citation]) -> None:
        self.reports |= {citation.report for citation in evidence}


def by_id(connection: Connection, table: Any, kind: type[Row], ids: set[str]) -> dict[str, Row]:
    """The rows of a table that have these ids."""
    found: dict[str, Row] = {}
    wanted = sorted(ids)
    for first in range(0, len(wanted), IN_AT_ONCE):
        chosen = table.id.in_(wanted[first : first + IN_AT_ONCE])
        for id, body in connection.execute(select(table.id, table.body).where(chosen)):
            found[id] = load(kind, body)
    return found
