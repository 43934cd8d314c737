"""Offices held: which entity had which title, between which days the reports show it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from communique.model.findings import Office
from communique.model.identity import Citation
from communique.model.record import OfficeRow
from communique.record.corpus import Corpus, Item, citations, row_id
from communique.record.days import Days
from communique.record.entities import Entities
from communique.record.profiles import body_key, country_words
from communique.record.words import fold

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Offices:
    """The rows, and for every entity and report the ids of those it is said to hold there."""

    rows: tuple[OfficeRow, ...]
    held: dict[tuple[str, int], tuple[str, ...]]


def find_offices(corpus: Corpus, entities: Entities, published: dict[int, Days]) -> Offices:
    """The offices of all entities; of a body that a report leaves out, the only one that another
    report gives for the same title is meant."""
    told = _told(corpus, entities)
    rows, held = [], defaultdict(set)
    for entity in sorted(told):
        for group in _groups(told[entity], entities):
            row = _row(corpus, entities, entity, group, published)
            rows.append(row)
            for item, office in group:
                if not office.former:
                    held[entity, item.report].add(row.id)
    return Offices(
        tuple(sorted(rows, key=lambda row: row.id)),
        {key: tuple(sorted(ids)) for key, ids in held.items()},
    )


def _told(corpus: Corpus, entities: Entities) -> dict[str, list[tuple[Item, Office]]]:
    found: dict[str, list[tuple[Item, Office]]] = defaultdict(list)
    for item, entity in entities.actors.items():
        for office in corpus.reading(item).actors[item.index].offices:
            found[entity].append((item, office))
    return {
        entity: sorted(offices, key=lambda o: (o[0].report, o[0].index, o[1].evidence.start))
        for entity, offices in found.items()
    }


def _groups(told: list[tuple[Item, Office]], entities: Entities) -> list[list[tuple[Item, Office]]]:
    """The tellings of one office: one title, one country, one body."""
    country = entities.country(entities.actors[told[0][0]])
    bodies: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, office in told:
        if office.body:
            bodies[fold(office.title), office.country or country or ""].add(
                _body(office.body, office.country or country)
            )
    groups: dict[Key, list[tuple[Item, Office]]] = defaultdict(list)
    for item, office in told:
        where = office.country or country or ""
        known = bodies[fold(office.title), where]
        if office.body:
            body = _body(office.body, where or None)
        else:
            body = min(known) if len(known) == 1 else ""
        groups[fold(office.title), where, body].append((item, office))
    return [groups[key] for key in sorted(groups)]


def _body(name: str, country: str | None) -> str:
    """What tells a body from others; nothing for the country itself."""
    found = body_key(name, country)
    return "" if found <= country_words(country) else " ".join(sorted(found))


def _row(
    corpus: Corpus,
    entities: Entities,
    entity: str,
    told: list[tuple[Item, Office]],
    published: dict[int, Days],
) -> OfficeRow:
    title = _most([office.title for _, office in told]) or ""
    country = _most([office.country or entities.country(entity) for _, office in told])
    bodies = [office.body for _, office in told]
    body = _most([body for body in bodies if body and _body(body, country)])
    start, end, basis = _term(told, published)
    return OfficeRow(
        id=row_id("f", entity, fold(title), fold(body or ""), country or ""),
        entity=entity,
        title=title,
        body=body,
        country=country,
        start=start,
        end=end,
        basis=basis,
        evidence=citations(_cite(corpus, item, office) for item, office in told),
    )


def _cite(corpus: Corpus, item: Item, office: Office) -> Citation:
    return corpus.cite(item.report, office.evidence)


def _term(
    told: list[tuple[Item, Office]], published: dict[int, Days]
) -> tuple[str | None, str | None, str]:
    """From the first to the last day on which a report has it held; as former, only the last."""
    held = [published[item.report] for item, office in told if not office.former]
    former = [published[item.report] for item, office in told if office.former]
    days = [d.first for d in held if d.first is not None]
    over = [d.first for d in former if d.first is not None]
    if days:
        start, end = min(days).isoformat(), max(days).isoformat()
        return start, end, "held at least from the first to the last report that says so"
    if over:
        return None, min(over).isoformat(), "said to be over by then"
    return None, None, "no report that says so has a date"


def _most(values: list[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda v: (-counted[v], -len(v), v)) if counted else None
