"""Statements: what somebody said, once, however many reports tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.lexicon.load import words
from communique.model.findings import Statement
from communique.model.identity import Citation, Judgement
from communique.model.reading import Reading
from communique.model.record import RowStance, StatementRow
from communique.model.report import Time
from communique.model.text import Span
from communique.record.candidates import windows
from communique.record.clusters import cluster, consistent
from communique.record.corpus import Corpus, Item, citations, row_id
from communique.record.days import OPEN, Days, days_of, gap
from communique.record.entities import Entities
from communique.record.happenings import Happening
from communique.record.judge import WORTH_SHOWING, judge_rows, worth_showing
from communique.record.occurrences import Occurrences, most
from communique.record.offices import Offices
from communique.record.origins import count_origins
from communique.record.row_signs import STATEMENT_SAME, STATEMENTS, SaidView
from communique.record.words import content_stems, fold, nations, ngrams

APART = 2
"""The most days between two tellings of one statement."""
RARE = 6
"""By how many of its rarest features a statement is looked for."""


@dataclass(frozen=True)
class Said:
    """The rows, and the judgements that joined them."""

    rows: tuple[StatementRow, ...]
    judgements: tuple[Judgement, ...]


def find_statements(
    corpus: Corpus,
    entities: Entities,
    occurrences: Occurrences,
    offices: Offices,
    origins: dict[str, str],
    published: dict[int, Days],
    decisions: Sequence[Judgement],
) -> Said:
    """The statements of all reports."""
    times = _Times(corpus, occurrences, published)
    views = [
        _view(corpus, entities, times, item, key) for item, key in corpus.keys["statement"].items()
    ]
    count = Counter(feature for view in views for feature in view.content)
    pairs = windows(views, lambda v: _keys(v, count), lambda v: (str(v.day.first or ""), v.key))
    near = ((left, right) for left, right in pairs if (gap(left.day, right.day) or 0) <= APART)
    # That statements differ is the rule and keeps nothing else apart.
    judged = [
        j for j in judge_rows(near, STATEMENTS, STATEMENT_SAME, 0.0) if j.verdict != "different"
    ]
    known = {view.key: view for view in views}
    sets = cluster(known, judged, decisions)
    rows = [
        _row(corpus, entities, offices, origins, times, [known[key] for key in keys])
        for keys in sets
    ]
    return Said(
        tuple(sorted(rows, key=lambda row: row.id)),
        tuple(worth_showing(consistent(judged, sets), WORTH_SHOWING)),
    )


class _Times:
    """When statements were said: as their words or their sentence tell, else on the day of the
    event that their speaker took part in, or on that of the report."""

    def __init__(
        self, corpus: Corpus, occurrences: Occurrences, published: dict[int, Days]
    ) -> None:
        self._corpus = corpus
        self._published = published
        self._rows = {row.id: row for row in occurrences.rows}
        self._told: dict[int, list[Happening]] = defaultdict(list)
        self._of = occurrences.of
        self._known: dict[tuple[int, frozenset[str]], frozenset[str]] = {}
        for told in occurrences.tellings.values():
            for happening in told:
                if happening.news and not happening.aux:
                    self._told[happening.item.report].append(happening)

    def occasions(self, report: int, speakers: frozenset[str]) -> frozenset[str]:
        """The occurrences told as news in which one of the speakers took part."""
        asked = report, speakers
        if asked not in self._known:
            self._known[asked] = frozenset(
                self._of[h.item]
                for h in self._told[report]
                if h.type == "CONSULT" and not speakers.isdisjoint(h.parties)
            )
        return self._known[asked]

    def time(self, item: Item, speakers: frozenset[str]) -> tuple[Time | None, str | None]:
        """The day, if one can be told, and what gives it in the reading of the report."""
        reading = self._corpus.reading(item)
        said = reading.statements[item.index]
        if said.time is not None and said.time_from != "report":
            time = reading.times[said.time]
            if days_of(time).known:
                return replace(time, text=None), said.time_from
        return self._elsewhere(item.report, speakers), said.time_from and "report"

    def _elsewhere(self, report: int, speakers: frozenset[str]) -> Time | None:
        dated = {
            time.start: time
            for id in self.occasions(report, speakers)
            if (time := self._rows[id].time) is not None and days_of(time).day is not None
            if time.start
        }
        if len({start[:10] for start in dated}) == 1:
            day = min(dated)[:10]
            return _inferred(day, "the day of the event at which the speaker was")
        days = self._published[report]
        if days.day is None:
            return None
        return _inferred(days.day.isoformat(), "the day of the report; said then or shortly before")


def _inferred(day: str, why: str) -> Time:
    return Time(day, None, None, day, "day", "inferred", why)


def _view(corpus: Corpus, entities: Entities, times: _Times, item: Item, key: str) -> SaidView:
    reading = corpus.reading(item)
    said = reading.statements[item.index]
    speakers = entities.parties(item.report, said.speakers)
    plain = fold(said.text).split()
    time, _ = times.time(item, speakers)
    return SaidView(
        key=key,
        item=item,
        report=corpus.id(item),
        speakers=speakers,
        content=content(corpus, entities, item, said.content or (_span(said),)),
        runs=ngrams(said.text, 4),
        denied=not words("negations.tsv").isdisjoint(plain),
        day=days_of(time) if time else OPEN,
        occasions=times.occasions(item.report, speakers),
    )


def _span(said: Statement) -> Span:
    return Span(said.evidence.start, said.evidence.end)


def content(
    corpus: Corpus, entities: Entities, item: Item, spans: Sequence[tuple[int, int]]
) -> frozenset[str]:
    """What some stretches of a report hold: the entities they name, and the stems of the rest."""
    reading, text = corpus.reading(item), corpus.report(item).text
    found: set[str] = set()
    for start, end in spans:
        rest, at = [], start
        for first, last, standing in _named(entities, item.report, reading, start, end):
            if first >= at:
                rest.append(text[at:first])
                found.update(standing)
                at = last
        rest.append(text[at:end])
        left = fold(" ".join(rest)).split()
        found |= {nations()[word] for word in left if word in nations()}
        found |= content_stems(" ".join(word for word in left if word not in nations()))
    return frozenset(found)


def _named(
    entities: Entities, report: int, reading: Reading, start: int, end: int
) -> Iterator[tuple[int, int, list[str]]]:
    """The names within a stretch, with what they stand for; states and countries by code."""
    found = []
    for mention in reading.mentions:
        if start <= mention.start and mention.end <= end:
            entity = entities.actor(report, mention.actor)
            found.append((mention.start, -mention.end, 0, entity))
    for index, place in enumerate(reading.places):
        if start <= place.span.start and place.span.end <= end:
            spot = entities.place(report, index)
            found.append((place.span.start, -place.span.end, 1, spot))
    for first, last, _, entity in sorted(found):
        yield (
            first,
            -last,
            [_standing(entities, e) for e in entities.rows[entity].members or [entity]],
        )


def _standing(entities: Entities, entity: str) -> str:
    row = entities.rows[entity]
    if row.type == "state" and row.country:
        return row.country
    return nations().get(fold(row.name), entity) if row.type == "place" else entity


def _keys(view: SaidView, count: Counter[str]) -> Iterator[Hashable]:
    rare = sorted(view.content, key=lambda f: (count[f], f))[:RARE]
    for speaker in sorted(view.speakers)[:4]:
        for feature in rare:
            yield speaker, feature


def _row(
    corpus: Corpus,
    entities: Entities,
    offices: Offices,
    origins: dict[str, str],
    times: _Times,
    views: list[SaidView],
) -> StatementRow:
    told = [corpus.reading(v.item).statements[v.item.index] for v in views]
    shown = max(told, key=lambda s: (s.form == "direct", s.form == "mixed", len(s.text), s.text))
    reports = tuple(sorted({v.report for v in views}))
    time, time_from = _time(times, views)
    speakers = sorted(frozenset().union(*(v.speakers for v in views)))
    addressees = {
        entity
        for v, s in zip(views, told, strict=True)
        for entity in entities.parties(v.item.report, s.addressees)
    }
    via = {
        entity
        for v, s in zip(views, told, strict=True)
        if s.via is not None
        for entity in entities.parties(v.item.report, [s.via])
    }
    held = {
        office
        for v in views
        for speaker in speakers
        for office in offices.held.get((speaker, v.item.report), ())
    }
    return StatementRow(
        id=row_id("s", views[0].key),
        speakers=tuple(speakers),
        offices=tuple(sorted(held)),
        addressees=tuple(sorted(addressees)),
        form=shown.form,
        joint=any(s.joint for s in told),
        text=shown.text,
        occasion=most([s.occasion for s in told]),
        issues=tuple(sorted({issue for s in told for issue in s.issues})),
        stances=_stances(corpus, entities, views, told),
        time=time,
        reports=reports,
        origins=count_origins(origins, reports),
        evidence=citations(
            corpus.cite(v.item.report, s.evidence) for v, s in zip(views, told, strict=True)
        ),
        time_from=time_from,
        via=tuple(sorted(via)),
    )


def _stances(
    corpus: Corpus, entities: Entities, views: list[SaidView], told: list[Statement]
) -> tuple[RowStance, ...]:
    """What the tellings are for or against, each with the words of all that carry it."""
    found: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for view, said in zip(views, told, strict=True):
        for stance in said.stances:
            cited = [corpus.cite(view.item.report, (word.start, word.end)) for word in stance.words]
            for toward in (
                entities.parties(view.item.report, [stance.toward])
                if isinstance(stance.toward, int)
                else (stance.toward,)
            ):
                found[toward, stance.polarity] += cited
    return tuple(RowStance(*key, citations(cited)) for key, cited in sorted(found.items()))


def _time(times: _Times, views: list[SaidView]) -> tuple[Time | None, str | None]:
    """The earliest day that a telling gives, those first that give one of their own: later ones
    repeat it."""
    told = [times.time(v.item, v.speakers) for v in views]
    found = [(time, source) for time, source in told if time is not None]
    own = [pair for pair in found if pair[1] in {"syntax", "sentence"}]
    if not found:
        return None, None
    return min(own or found, key=lambda p: (p[0].start or "", p[0].why, p[1] or ""))
