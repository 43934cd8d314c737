"""The record as JSON lines: nine files, one object a line, with every field it has.

docs/schema/record.json is their schema. Rows are sorted by id, keys are in the order of the
documentation, lines end with a newline, and the encoding is UTF-8.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from communique.model.contract import Json, report_json
from communique.model.identity import Citation, Difference, Entity, Judgement, Occurrence
from communique.model.record import AgreementRow, OfficeRow, ProcessRow, StatementRow
from communique.model.report import Time
from communique.store import whole
from communique.store.session import Store


def write(store: Store, folder: Path) -> None:
    """JSON lines: everything the record holds, in nine files."""
    with store.reading() as connection:
        offices = {office.id: office for office in whole.rows(connection, OfficeRow)}
        _write(folder / "reports.jsonl", _reports(connection))
        for name, kind, row_json in FILES:
            _write(folder / name, (row_json(row) for row in whole.rows(connection, kind)))
        _write(
            folder / "statements.jsonl",
            (statement_json(row, offices) for row in whole.rows(connection, StatementRow)),
        )


def _write(path: Path, lines: Iterable[Json]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _reports(connection: Any) -> Iterator[Json]:
    for report, row in whole.reports(connection):
        received = report_json(report)
        yield {
            "id": report.id,
            "source": report.source,
            "outlet": report.outlet,
            "agencies": list(report.agencies),
            "origin": row.origin if row else None,
            "title": report.title,
            "published": time_json(row.published if row else report.published),
            "language": report.language,
            "segments": received["segments"],
        }


def entity_json(row: Entity) -> Json:
    """A line of entities.jsonl."""
    return {
        "id": row.id,
        "type": row.type,
        "name": row.name,
        "aliases": list(row.aliases),
        "country": row.country,
        "sector": row.sector,
        "members": list(row.members),
        "evidence": evidence_json(row.evidence),
    }


def office_json(row: OfficeRow) -> Json:
    """A line of offices.jsonl."""
    return {
        "entity": row.entity,
        "title": row.title,
        "body": row.body,
        "country": row.country,
        "from": row.start,
        "to": row.end,
        "basis": row.basis,
        "evidence": evidence_json(row.evidence),
    }


def occurrence_json(row: Occurrence) -> Json:
    """A line of occurrences.jsonl."""
    return {
        "id": row.id,
        "type": row.type,
        "mode": row.mode,
        "contexts": list(row.contexts),
        "aux": list(row.aux),
        "actors": list(row.actors),
        "recipients": list(row.recipients),
        "hosts": list(row.hosts),
        "format": row.format,
        "occasion": row.occasion,
        "process": row.process,
        "round": row.round,
        "place": row.place,
        "time": time_json(row.time),
        "time_from": row.time_from,
        "cameo": row.cameo,
        "claimed": row.claimed,
        "claimed_by": list(row.claimed_by),
        "level": row.level,
        "duration": row.duration,
        "reports": list(row.reports),
        "origins": row.origins,
        "evidence": evidence_json(row.evidence),
    }


def statement_json(row: StatementRow, offices: dict[str, OfficeRow]) -> Json:
    """A line of statements.jsonl; `offices` are those that its ids stand for."""
    held = (offices[id] for id in row.offices if id in offices)
    return {
        "id": row.id,
        "speakers": list(row.speakers),
        "offices": [
            {"entity": o.entity, "title": o.title, "body": o.body, "country": o.country}
            for o in held
        ],
        "addressees": list(row.addressees),
        "form": row.form,
        "joint": row.joint,
        "text": row.text,
        "occasion": row.occasion,
        "issues": list(row.issues),
        "stances": [asdict(stance) for stance in row.stances],
        "time": time_json(row.time),
        "time_from": row.time_from,
        "via": list(row.via),
        "reports": list(row.reports),
        "origins": row.origins,
        "evidence": evidence_json(row.evidence),
    }


def agreement_json(row: AgreementRow) -> Json:
    """A line of agreements.jsonl."""
    return {
        "id": row.id,
        "type": row.type,
        "parties": list(row.parties),
        "topics": list(row.topics),
        "commitment": row.commitment,
        "history": [
            {"status": s.status, "time": time_json(s.time), "evidence": evidence_json(s.evidence)}
            for s in row.history
        ],
        "evidence": evidence_json(row.evidence),
    }


def process_json(row: ProcessRow) -> Json:
    """A line of processes.jsonl."""
    return {
        "id": row.id,
        "name": row.name,
        "aliases": list(row.aliases),
        "topic": row.topic,
        "parties": list(row.parties),
        "roles": [
            {"entity": r.entity, "role": r.role, "evidence": evidence_json(r.evidence)}
            for r in row.roles
        ],
        "rounds": [
            {
                "number": r.number,
                "time": time_json(r.time),
                "place": r.place,
                "host": r.host,
                "occurrence": r.occurrence,
                "evidence": evidence_json(r.evidence),
            }
            for r in row.rounds
        ],
        "evidence": evidence_json(row.evidence),
    }


def difference_json(row: Difference) -> Json:
    """A line of differences.jsonl."""
    return {
        "id": row.id,
        "about": row.about,
        "field": row.field,
        "values": [{"value": v.value, "evidence": evidence_json(v.evidence)} for v in row.values],
    }


def judgement_json(row: Judgement) -> Json:
    """A line of judgements.jsonl."""
    return {
        "left": row.left,
        "right": row.right,
        "verdict": row.verdict,
        "score": row.score,
        "why": [{"sign": s.sign, "weight": s.weight, "values": list(s.values)} for s in row.why],
        "by": row.by,
        "at": row.at,
    }


def time_json(time: Time | None) -> Json | None:
    """A TIME, or null."""
    if time is None:
        return None
    return {
        "start": time.start,
        "end": time.end,
        "text": list(time.text) if time.text else None,
        "value": time.value,
        "precision": time.precision,
        "basis": time.basis,
        "why": time.why,
    }


def evidence_json(evidence: Iterable[Citation]) -> list[Json]:
    """The characters of reports that a row rests on."""
    return [asdict(citation) for citation in evidence]


FILES: tuple[tuple[str, type[Any], Callable[[Any], Json]], ...] = (
    ("entities.jsonl", Entity, entity_json),
    ("offices.jsonl", OfficeRow, office_json),
    ("occurrences.jsonl", Occurrence, occurrence_json),
    ("agreements.jsonl", AgreementRow, agreement_json),
    ("processes.jsonl", ProcessRow, process_json),
    ("differences.jsonl", Difference, difference_json),
    ("judgements.jsonl", Judgement, judgement_json),
)
