"""When agreements came to their stages: by what reports say of each, by the event at which it was,
or not later than the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.model.findings import Agreement, Stage
from communique.model.identity import Citation
from communique.model.record import STATUSES, Status
from communique.model.report import Time
from communique.record.corpus import Corpus, Item, citations
from communique.record.days import Days, days_of, resolved
from communique.record.occurrences import Occurrences

Line = tuple[Time | None, Citation]


class Stages:
    """The stages of the agreements of some reports."""

    def __init__(
        self, corpus: Corpus, occurrences: Occurrences, published: dict[int, Days]
    ) -> None:
        self._corpus, self._of, self._published = corpus, occurrences.of, published
        self._rows = {row.id: row for row in occurrences.rows}
        shared: dict[int, set[str]] = defaultdict(set)
        for item, id in occurrences.of.items():
            if len(self._rows[id].reports) > 1:
                shared[item.report].add(id)
        self._shared = defaultdict(frozenset, {n: frozenset(ids) for n, ids in shared.items()})

    def shared(self, report: int) -> frozenset[str]:
        """The events of a report that other reports tell as well."""
        return self._shared[report]

    def signed(self, item: Item) -> Days | None:
        """The days on which it was signed, if they are known exactly; it is ratified later, and by
        each party on another day."""
        for stage in _told(self._deal(item)):
            if stage.status == "signed":
                days = days_of(self._time(item, stage))
                if days.exact:
                    return days
        return None

    def history(self, items: Iterable[Item]) -> tuple[Status, ...]:
        """What became of an agreement that these tell, the earliest first: a line for each status
        at one time. What has only a bound falls under the same status with a day before it."""
        lines: dict[tuple[str, bool, str], list[Line]] = defaultdict(list)
        for item in items:
            for status, line in self._lines(item):
                lines[*_day(line[0]), status].append(line)
        dated = sorted(key for key in lines if key[1])
        for day, has_day, status in sorted(lines.keys() - {*dated}):
            before = [key for key in dated if key[2] == status and key[0] <= day]
            if day and before:
                lines[before[-1]] += lines.pop((day, has_day, status))
        return tuple(
            Status(status or None, found[0][0], citations(cited for _, cited in found))
            for (*_, status), found in sorted(lines.items(), key=lambda line: _in_order(*line[0]))
        )

    def _deal(self, item: Item) -> Agreement:
        return self._corpus.reading(item).agreements[item.index]

    def _lines(self, item: Item) -> Iterator[tuple[str, Line]]:
        deal = self._deal(item)
        if not _told(deal):
            cited = self._corpus.cite(item.report, deal.evidence)
            yield deal.status or "", (self._otherwise(item), cited)
        for stage in _told(deal):
            cited = self._corpus.cite(item.report, stage.evidence)
            yield stage.status, (self._time(item, stage), cited)

    def _time(self, item: Item, stage: Stage) -> Time | None:
        """The time of a stage; an open weekday is the last one before the report."""
        last = stage.evidence == self._deal(item).evidence
        if stage.time is None:
            return self._otherwise(item) if last else self._before(item, stage)
        time = self._corpus.reading(item).times[stage.time]
        if stage.time_from == "report":
            why = "told as news of that day, the report naming no other for it"
            time = replace(time, basis="inferred", why=why)
        days = days_of(time, self._corpus.report(item).text)
        day = resolved(days, self._published[item.report]).day
        if days.known or day is None:
            return time
        why = f"{day:%A}; the last such day up to that of the report"
        return Time(day.isoformat(), None, time.text, day.isoformat(), "day", "inferred", why)

    def _otherwise(self, item: Item) -> Time | None:
        """The time of the event that an agreement was made at, or not later than the report."""
        event = self._deal(item).event
        id = self._of.get(Item(item.report, event)) if event is not None else None
        time = self._rows[id].time if id is not None else None
        if time is not None and days_of(time).known:
            return time
        return self._bound(item) or time

    def _before(self, item: Item, stage: Stage) -> Time | None:
        """Not later than the next stage that has a day."""
        history = self._deal(item).history
        later = history[history.index(stage) + 1 :] if stage in history else ()
        for following in later:
            time = self._time(item, following) if following.time is not None else None
            if time is not None and time.start is not None:
                start = time.start
                why = f"before it was {following.status}"
                return Time(None, start, None, start, time.precision, "inferred", why)
        return self._bound(item)

    def _bound(self, item: Item) -> Time | None:
        day = self._published[item.report].day
        if day is None:
            return None
        text = day.isoformat()
        return Time(None, text, None, text, "day", "inferred", "so by the day of the report")


def _told(deal: Agreement) -> tuple[Stage, ...]:
    """The stages of a finding; of one of an earlier version its status is the only one."""
    if deal.history or deal.status is None:
        return deal.history
    return (Stage(deal.status, deal.evidence),)


def _in_order(day: str, has_day: bool, status: str) -> tuple[str, bool, int]:
    """By day, and on one day as one stage follows another."""
    return day, has_day, STATUSES.index(status) if status in STATUSES else -1


def _day(time: Time | None) -> tuple[str, bool]:
    """What a line sorts by: its day or that before which it was, these first."""
    if time is None:
        return "", False
    return time.start or time.end or "", time.start is not None
