"""What the offices, times and places of the record were read from, report by report."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sqlalchemy import Connection, select

from communique.model.contract import Json, time_from_json
from communique.model.identity import Citation, Entity, Occurrence
from communique.model.record import OfficeRow, StatementRow
from communique.store import tables as t
from communique.store.answers import Ground, OfficeTelling, PlaceMention, TimeMention
from communique.store.report_questions import IN_AT_ONCE, cards
from communique.store.rows import fold, load
from communique.store.session import Store

READ = 400
"""Readings that one answer looks into, the latest: 400 take some 0.2 s."""

Row = Occurrence | StatementRow
At = tuple[str, int, int]


def grounds(store: Store, rows: Iterable[Row]) -> Mapping[str, Ground]:
    """What the times and places of these occurrences and statements were read from, by id."""
    with store.reading() as connection:
        found = list(rows)
        return Readings(connection, [c for row in found for c in row.evidence]).grounds(found)


def tellings(connection: Connection, offices: Sequence[OfficeRow]) -> tuple[OfficeTelling, ...]:
    """The reports that show somebody in these offices, by office and time, undated last."""
    cited = [citation for office in offices for citation in office.evidence]
    told = Readings(connection, cited).offices
    published = {
        card.id: card.published for card in cards(connection, sorted({c.report for c in cited}))
    }
    found = []
    for office in offices:
        for c in office.evidence:
            said = told.get((c.report, c.start, c.end, fold(office.title)), {})
            found.append(
                OfficeTelling(
                    office=office.id,
                    published=published.get(c.report),
                    former=said.get("former", False),
                    acting=said.get("acting", False),
                    evidence=c,
                )
            )
    return tuple(sorted(found, key=_by_time))


def _by_time(telling: OfficeTelling) -> tuple[object, ...]:
    start = telling.published.start if telling.published else None
    cited = telling.evidence
    return (telling.office, start is None, start or "", cited.report, cited.start)


class Readings:
    """The latest readings of the reports that are cited, and what they say of times and places."""

    def __init__(self, connection: Connection, cited: Iterable[Citation]) -> None:
        self._connection = connection
        self._lines: dict[str, Json] = {}
        ids = _latest(connection, sorted({citation.report for citation in cited}))
        query = select(t.Readings.report, t.Readings.body).where(t.Readings.report.in_(ids))
        for report, body in connection.execute(query.order_by(t.Readings.report)):
            self._lines[report] = json.loads(body)

    @property
    def offices(self) -> Mapping[tuple[str, int, int, str], Json]:
        """The offices that are told of, by report, characters and folded title."""
        return {
            (report, cited["start"], cited["end"], fold(office["title"])): office
            for report, line in self._lines.items()
            for actor in line["actors"]
            for office in actor["offices"]
            for cited in (office["evidence"],)
        }

    def grounds(self, rows: Iterable[Row]) -> Mapping[str, Ground]:
        """What the times and places of occurrences and statements were read from, by id."""
        return {row.id: self._ground(row) for row in rows}

    def places(self, rows: Iterable[Row]) -> tuple[PlaceMention, ...]:
        """The places of all these rows, each mention once, by report and place in it."""
        return once(p for ground in self.grounds(rows).values() for p in ground.places)

    def named_in(self, cited: Iterable[Citation]) -> tuple[PlaceMention, ...]:
        """The places in the sentences that these citations lie in."""
        found = []
        for c in cited:
            line = self._lines.get(c.report, {"sentences": [], "places": []})
            over = [(s, e) for s, e in line["sentences"] if s < c.end and c.start < e]
            start, end = min([c.start, *(s for s, _ in over)]), max([c.end, *(e for _, e in over)])
            found += self._within(c.report, [(start, end)])
        return once(found)

    def all_places(self) -> tuple[PlaceMention, ...]:
        """Every place that is named."""
        return once(
            self._place(report, line, index)
            for report, line in self._lines.items()
            for index in range(len(line["places"]))
        )

    def cited(self, place: Entity) -> tuple[PlaceMention, ...]:
        """The mentions that a place across reports is made of."""
        spans = {(c.report, c.start, c.end) for c in place.evidence}
        found = [
            self._place(report, line, index)
            for report, line in self._lines.items()
            for index, named in enumerate(line["places"])
            if (report, *named["span"]) in spans
        ]
        return once(found)

    def _ground(self, row: Row) -> Ground:
        told = self._told(row)
        times = [self._time(report, item["time"], item) for report, item in told]
        if not any(times):
            times = [self._time(report, None, {}) for report, _ in told]
        places = [p for report, item in told for p in self._places_of(report, item)]
        return Ground(tuple(dict.fromkeys(time for time in times if time)), once(places))

    def _told(self, row: Row) -> list[tuple[str, Json]]:
        """The events or statements of the readings that a row was made of."""
        kind = "events" if isinstance(row, Occurrence) else "statements"
        return [
            (c.report, {"time": None} | item)
            for c in row.evidence
            for item in self._items.get((kind, c.report, c.start, c.end), ())
        ]

    def _places_of(self, report: str, item: Json) -> list[PlaceMention]:
        if "content" in item:
            return self._within(report, item["content"])
        if item["place"] is None:
            return []
        return [self._place(report, self._lines[report], item["place"])]

    @cached_property
    def _items(self) -> dict[tuple[str, str, int, int], list[Json]]:
        found = defaultdict(list)
        for report, line in self._lines.items():
            for kind in ("events", "statements"):
                for item in line[kind]:
                    cited = item["evidence"]
                    found[kind, report, cited["start"], cited["end"]].append(item)
        return found

    def _time(self, report: str, index: int | None, item: Json) -> TimeMention | None:
        """The time of that number, the report's own without; None where there is none."""
        line = self._lines[report]
        time = line["report"]["published"] if index is None else line["times"][index]
        if time is None or (index is None and item):
            return None
        start, end = time["text"] or (None, None)
        return TimeMention(
            report=report,
            start=start,
            end=end,
            text=None if start is None else line["report"]["text"][start:end],
            time=time_from_json(time),
            time_from="report" if index is None else item.get("time_from"),
        )

    def _within(self, report: str, spans: Sequence[Sequence[int]]) -> list[PlaceMention]:
        line = self._lines.get(report, {"places": []})
        return [
            self._place(report, line, index)
            for index, place in enumerate(line["places"])
            if any(start < place["span"][1] and place["span"][0] < end for start, end in spans)
        ]

    def _place(self, report: str, line: Json, index: int) -> PlaceMention:
        place = line["places"][index]
        start, end = place["span"]
        return PlaceMention(
            report=report,
            start=start,
            end=end,
            text=line["report"]["text"][start:end],
            entity=self._entities.get((report, start, end)),
            name=place["name"],
            country=place["country"],
            lat=place["lat"],
            lon=place["lon"],
            geonameid=place["geonameid"],
            feature=place["feature"],
            role=place["role"],
            why=place.get("why"),
        )

    @cached_property
    def _entities(self) -> dict[At, str]:
        """Which place across reports is named where."""
        return entities_at(self._connection, list(self._lines), places=True)


def entities_at(connection: Connection, reports: Sequence[str], *, places: bool) -> dict[At, str]:
    """Which entity is meant by which characters of these reports: places, or all actors."""
    found: dict[At, str] = {}
    wanted = set(reports)
    joined = (t.RowReports.kind == "entity", t.RowReports.report.in_(reports))
    kinds = t.Entities.type == "place" if places else t.Entities.type != "place"
    query = select(t.Entities.body).where(
        t.Entities.id.in_(select(t.RowReports.row).where(*joined)), kinds
    )
    for body in connection.execute(query.order_by(t.Entities.id)).scalars():
        entity = load(Entity, body)
        for c in entity.evidence:
            if c.report in wanted:
                found[c.report, c.start, c.end] = entity.id
    return found


def _latest(connection: Connection, ids: Sequence[str]) -> list[str]:
    """The latest published of these reports, as many as are read."""
    if len(ids) <= READ:
        return list(ids)
    dated: list[tuple[str, str]] = []
    for first in range(0, len(ids), IN_AT_ONCE):
        chosen = t.ReportRows.id.in_(ids[first : first + IN_AT_ONCE])
        query = select(t.ReportRows.start, t.ReportRows.id).where(chosen)
        dated += [(start or "", id) for start, id in connection.execute(query)]
    return [id for _, id in sorted(dated, reverse=True)[:READ]]


def once(mentions: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Each mention once, by report and place in it."""
    by_place = {(m.report, m.start, m.end): m for m in mentions}
    return tuple(by_place[at] for at in sorted(by_place))


def named_in(store: Store, report: str) -> tuple[tuple[PlaceMention, ...], Mapping[At, str]]:
    """The places that a report names, and which actors across reports its actors are, by the
    characters they rest on. `report` is a full id."""
    with store.reading() as connection:
        readings = Readings(connection, [Citation(report, 0, 0, "")])
        return readings.all_places(), entities_at(connection, [report], places=False)
