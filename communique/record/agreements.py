"""Agreements followed over time: announced, agreed, signed, in force, broken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.model.findings import Agreement
from communique.model.identity import Citation, Judgement
from communique.model.record import AgreementRow, Status
from communique.model.report import Time
from communique.record.candidates import windows
from communique.record.clusters import cluster, consistent
from communique.record.corpus import Corpus, Item, citations, row_id
from communique.record.days import Days, days_of
from communique.record.entities import Entities
from communique.record.judge import WORTH_SHOWING, judge_rows, worth_showing
from communique.record.occurrences import Occurrences, most
from communique.record.row_signs import AGREEMENT_SAME, AGREEMENTS, DIFFERENT, DealView
from communique.record.words import content_stems, fold


@dataclass(frozen=True)
class Deals:
    """The rows, the tellings of each, and the judgements that joined them."""

    rows: tuple[AgreementRow, ...]
    tellings: dict[str, tuple[Item, ...]]
    judgements: tuple[Judgement, ...]


def find_agreements(
    corpus: Corpus,
    entities: Entities,
    occurrences: Occurrences,
    published: dict[int, Days],
    decisions: Sequence[Judgement],
) -> Deals:
    """The agreements of all reports, each with what became of it."""
    times = _Times(corpus, occurrences, published)
    views = [
        _view(corpus, entities, occurrences, times, item, key)
        for item, key in corpus.keys["agreement"].items()
    ]
    pairs = windows(views, _keys, lambda v: (sorted(v.topics), sorted(v.words), v.key))
    judged = judge_rows(pairs, AGREEMENTS, AGREEMENT_SAME, DIFFERENT)
    judged = [j for j in judged if j.verdict != "different"]
    known = {view.key: view for view in views}
    rows, tellings = [], {}
    sets = cluster(known, judged, decisions)
    for keys in sets:
        row = _row(corpus, times, [known[key] for key in keys])
        rows.append(row)
        tellings[row.id] = tuple(known[key].item for key in keys)
    return Deals(
        tuple(sorted(rows, key=lambda r: r.id)),
        tellings,
        tuple(worth_showing(consistent(judged, sets), WORTH_SHOWING)),
    )


class _Times:
    """When agreements stood as they are told: at their event, or by the day of the report."""

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

    def time(self, item: Item) -> Time | None:
        """The time of the event that an agreement was made at, or not later than the report."""
        event = self._corpus.reading(item).agreements[item.index].event
        id = self._of.get(Item(item.report, event)) if event is not None else None
        time = self._rows[id].time if id is not None else None
        if time is not None and days_of(time).known:
            return time
        day = self._published[item.report].day
        if day is None:
            return time
        text = day.isoformat()
        return Time(None, text, None, text, "day", "inferred", "so by the day of the report")

    def known(self, item: Item) -> Days | None:
        """The days of an agreement's event, if they are known exactly."""
        days = days_of(self.time(item))
        return days if days.exact else None


def _view(
    corpus: Corpus,
    entities: Entities,
    occurrences: Occurrences,
    times: _Times,
    item: Item,
    key: str,
) -> DealView:
    deal = corpus.reading(item).agreements[item.index]
    event = Item(item.report, deal.event) if deal.event is not None else None
    return DealView(
        key=key,
        item=item,
        report=corpus.id(item),
        type=fold(deal.type),
        parties=entities.parties(item.report, deal.parties),
        topics=frozenset(fold(topic) for topic in deal.topics),
        words=content_stems(deal.commitment or ""),
        signed=times.known(item) if deal.status in ("signed", "ratified") else None,
        occurrence=occurrences.of.get(event) if event is not None else None,
        shared=times.shared(item.report) | {corpus.id(item)},
    )


def _keys(view: DealView) -> Iterator[Hashable]:
    for two in combinations(sorted(view.parties)[:6], 2):
        yield two
        yield (*two, view.type)
        for topic in view.topics:
            yield (*two, topic)
    if view.occurrence is not None:
        yield view.occurrence
    if view.special:
        for event in sorted(view.shared):
            yield view.type, event
    for word in sorted(view.words, key=lambda w: (-len(w), w))[:4]:
        yield view.type, word


def _row(corpus: Corpus, times: _Times, views: list[DealView]) -> AgreementRow:
    told = [corpus.reading(v.item).agreements[v.item.index] for v in views]
    return AgreementRow(
        id=row_id("a", views[0].key),
        type=most([deal.type for deal in told]) or told[0].type,
        parties=tuple(sorted(frozenset().union(*(v.parties for v in views)))),
        topics=tuple(sorted({topic for deal in told for topic in deal.topics})),
        commitment=most([deal.commitment for deal in told]),
        history=_history(corpus, times, views, told),
        evidence=citations(_cited(corpus, views, told)),
    )


def _cited(corpus: Corpus, views: list[DealView], told: list[Agreement]) -> Iterator[Citation]:
    return (corpus.cite(v.item.report, d.evidence) for v, d in zip(views, told, strict=True))


def _history(
    corpus: Corpus, times: _Times, views: list[DealView], told: list[Agreement]
) -> tuple[Status, ...]:
    """What became of it, the earliest first; one line for each status at one time."""
    lines: dict[tuple[str, str], list[tuple[Time | None, Citation]]] = defaultdict(list)
    for view, deal in zip(views, told, strict=True):
        time = times.time(view.item)
        day = (time.start or time.end or "") if time is not None else ""
        cited = corpus.cite(view.item.report, deal.evidence)
        lines[day, deal.status or ""].append((time, cited))
    return tuple(
        Status(status or None, found[0][0], citations(cited for _, cited in found))
        for (_, status), found in sorted(lines.items())
    )
