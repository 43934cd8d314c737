"""The rows of the derived tables, from the record that linking gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from communique.model.identity import Citation, Entity
from communique.model.record import Record, StatementRow
from communique.model.report import Time
from communique.store import tables as t
from communique.store.rows import dated, dump, fold, keyed, storable

Columns = dict[str, object]


def derived(
    record: Record, methods: dict[str, str]
) -> Iterator[tuple[type[t.Table], Iterable[Columns]]]:
    """Every derived table with its rows."""
    countries = {e.id: e.country for e in record.entities}
    yield t.ReportRows, _report_rows(record, methods)
    yield t.Entities, map(_entity, record.entities)
    yield t.EntityNames, chain.from_iterable(map(_names, record.entities))
    yield t.Offices, _offices(record)
    yield t.Occurrences, _occurrences(record, countries)
    yield t.Statements, _statements(record)
    yield t.Agreements, _agreements(record)
    yield t.Processes, _processes(record)
    yield (
        t.Differences,
        ({"id": d.id, "about": d.about, "body": dump(d)} for d in record.differences),
    )
    yield (
        t.Judgements,
        (
            {"place": n, "left": j.left, "right": j.right, "verdict": j.verdict, "body": dump(j)}
            for n, j in enumerate(record.judgements)
        ),
    )
    yield t.RowEntities, _row_entities(record)
    yield t.RowReports, _row_reports(record)
    yield t.RowIssues, _row_issues(record)
    yield t.RowStances, _row_stances(record)


def _start(time: Time | None) -> str | None:
    return dated(time.start) if time else None


def _end(time: Time | None) -> str | None:
    return dated(time.end or time.start) if time else None


def _reports(evidence: Iterable[Citation]) -> list[str]:
    return sorted({citation.report for citation in evidence})


def _report_rows(record: Record, methods: dict[str, str]) -> Iterator[Columns]:
    for row in record.reports:
        yield {
            "id": row.id,
            "origin": row.origin,
            "start": _start(row.published),
            "method": methods.get(row.id, ""),
            "body": dump(row),
        }


def _entity(entity: Entity) -> Columns:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": storable(entity.name),
        "country": entity.country,
        "reports": len(_reports(entity.evidence)),
        "body": dump(entity),
    }


def _names(entity: Entity) -> Iterator[Columns]:
    for place, name in enumerate((entity.name, *entity.aliases)):
        yield {"entity": entity.id, "place": place, "folded": keyed(fold(name))}


def _offices(record: Record) -> Iterator[Columns]:
    for office in record.offices:
        yield {
            "id": office.id,
            "entity": office.entity,
            "start": dated(office.start),
            "body": dump(office),
        }


def _occurrences(record: Record, countries: dict[str, str | None]) -> Iterator[Columns]:
    for occurrence in record.occurrences:
        yield {
            "id": occurrence.id,
            "type": occurrence.type,
            "process": occurrence.process,
            "country": countries.get(occurrence.place) if occurrence.place else None,
            "start": _start(occurrence.time),
            "end": _end(occurrence.time),
            "cameo": occurrence.cameo,
            "claimed": occurrence.claimed,
            "level": occurrence.level,
            "body": dump(occurrence),
        }


def _statements(record: Record) -> Iterator[Columns]:
    for statement in record.statements:
        yield {
            "id": statement.id,
            "start": _start(statement.time),
            "end": _end(statement.time),
            "form": statement.form,
            "folded": fold(statement.text),
            "body": dump(statement),
        }


def _agreements(record: Record) -> Iterator[Columns]:
    for agreement in record.agreements:
        starts = [start for status in agreement.history if (start := _start(status.time))]
        words = [agreement.type, *agreement.topics, agreement.commitment or ""]
        yield {
            "id": agreement.id,
            "type": agreement.type,
            "status": agreement.history[-1].status if agreement.history else None,
            "start": min(starts, default=None),
            "folded": fold(" ".join(words)),
            "body": dump(agreement),
        }


def _processes(record: Record) -> Iterator[Columns]:
    for process in record.processes:
        yield {
            "id": process.id,
            "name": storable(process.name),
            "folded": "\n".join(fold(name) for name in (process.name, *process.aliases)),
            "body": dump(process),
        }


def _row_entities(record: Record) -> Iterator[Columns]:
    named = _named_in(record)
    roles: set[tuple[str, str, str, str]] = set()
    for o in record.occurrences:
        places = (o.place,) if o.place else ()
        for role, ids in (
            ("actor", o.actors),
            ("recipient", o.recipients),
            ("host", o.hosts),
            ("place", places),
            ("claimant", o.claimed_by),
        ):
            roles |= {("occurrence", o.id, role, entity) for entity in ids}
    for s in record.statements:
        toward = tuple(stance.toward for stance in s.stances)
        for role, ids in (
            ("speaker", s.speakers),
            ("addressee", s.addressees),
            ("via", s.via),
            ("stance", toward),
            ("named", tuple(sorted(named(s)))),
        ):
            roles |= {("statement", s.id, role, entity) for entity in ids}
    for a in record.agreements:
        roles |= {("agreement", a.id, "party", entity) for entity in a.parties}
    for p in record.processes:
        roles |= {("process", p.id, "party", entity) for entity in p.parties}
        roles |= {("process", p.id, role.role, role.entity) for role in p.roles}
    for e in record.entities:
        roles |= {("entity", e.id, "member", entity) for entity in e.members}
    known = {e.id for e in record.entities}
    for kind, row, role, entity in sorted(roles):
        if entity in known:
            yield {"kind": kind, "row": row, "role": role, "entity": entity}


class _named_in:
    """The entities that a statement's characters name, its speakers aside."""

    def __init__(self, record: Record) -> None:
        self.mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for entity in record.entities:
            for c in entity.evidence:
                self.mentions[c.report].append((c.start, c.end, entity.id))
        for mentions in self.mentions.values():
            mentions.sort()

    def __call__(self, statement: StatementRow) -> set[str]:
        found = {
            entity
            for cited in statement.evidence
            for _, end, entity in self.mentions.get(cited.report, ())
            if cited.start < end <= cited.end  # a title before the name may lie outside
        }
        return found - set(statement.speakers)


def _row_reports(record: Record) -> Iterator[Columns]:
    for kind, row, reports in chain(
        (("entity", e.id, _reports(e.evidence)) for e in record.entities),
        (("occurrence", o.id, sorted(set(o.reports))) for o in record.occurrences),
        (("statement", s.id, sorted(set(s.reports))) for s in record.statements),
        (("agreement", a.id, _reports(a.evidence)) for a in record.agreements),
        (("process", p.id, _reports(p.evidence)) for p in record.processes),
    ):
        for report in reports:
            yield {"kind": kind, "row": row, "report": report}


def _row_issues(record: Record) -> Iterator[Columns]:
    for kind, row, issues in chain(
        (("statement", s.id, s.issues) for s in record.statements),
        (("agreement", a.id, a.topics) for a in record.agreements),
    ):
        for issue in sorted({keyed(issue) for issue in issues}):
            yield {"kind": kind, "row": row, "issue": issue}


def _row_stances(record: Record) -> Iterator[Columns]:
    for s in record.statements:
        held = {(keyed(stance.toward), stance.polarity) for stance in s.stances}
        for toward, polarity in sorted(held):
            yield {"row": s.id, "toward": toward, "polarity": polarity}
