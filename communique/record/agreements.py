"""Agreements followed over time: announced, agreed, signed, in force, broken."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.model.findings import Agreement
from communique.model.identity import Citation, Judgement
from communique.model.record import AgreementRow
from communique.record.candidates import windows
from communique.record.clusters import cluster, consistent
from communique.record.corpus import Corpus, Item, citations, row_id
from communique.record.days import Days
from communique.record.entities import Entities
from communique.record.judge import WORTH_SHOWING, judge_rows, worth_showing
from communique.record.occurrences import Occurrences, most
from communique.record.row_signs import AGREEMENT_SAME, AGREEMENTS, DIFFERENT, DealView
from communique.record.stages import Stages
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
    stages = Stages(corpus, occurrences, published)
    views = [
        _view(corpus, entities, occurrences, stages, item, key)
        for item, key in corpus.keys["agreement"].items()
    ]
    pairs = windows(views, _keys, lambda v: (sorted(v.topics), sorted(v.words), v.key))
    judged = judge_rows(pairs, AGREEMENTS, AGREEMENT_SAME, DIFFERENT)
    judged = [j for j in judged if j.verdict != "different"]
    known = {view.key: view for view in views}
    rows, tellings = [], {}
    sets = cluster(known, judged, decisions)
    for keys in sets:
        row = _row(corpus, stages, [known[key] for key in keys])
        rows.append(row)
        tellings[row.id] = tuple(known[key].item for key in keys)
    return Deals(
        tuple(sorted(rows, key=lambda r: r.id)),
        tellings,
        tuple(worth_showing(consistent(judged, sets), WORTH_SHOWING)),
    )


def _view(
    corpus: Corpus,
    entities: Entities,
    occurrences: Occurrences,
    stages: Stages,
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
        signed=stages.signed(item),
        occurrence=occurrences.of.get(event) if event is not None else None,
        shared=stages.shared(item.report) | {corpus.id(item)},
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


def _row(corpus: Corpus, stages: Stages, views: list[DealView]) -> AgreementRow:
    told = [corpus.reading(v.item).agreements[v.item.index] for v in views]
    return AgreementRow(
        id=row_id("a", views[0].key),
        type=most([deal.type for deal in told]) or told[0].type,
        parties=tuple(sorted(frozenset().union(*(v.parties for v in views)))),
        topics=tuple(sorted({topic for deal in told for topic in deal.topics})),
        commitment=most([deal.commitment for deal in told]),
        history=stages.history(view.item for view in views),
        evidence=citations(_cited(corpus, views, told)),
    )


def _cited(corpus: Corpus, views: list[DealView], told: list[Agreement]) -> Iterator[Citation]:
    for view, deal in zip(views, told, strict=True):
        for evidence in (deal.evidence, *(stage.evidence for stage in deal.history)):
            yield corpus.cite(view.item.report, evidence)
