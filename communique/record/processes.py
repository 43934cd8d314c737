"""Processes: series of talks across reports, with their rounds, roles and parties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.lexicon.load import table, words
from communique.model.findings import Process, Round
from communique.model.identity import Judgement
from communique.model.record import ProcessRow, RoleRow, RoundRow
from communique.model.report import Time
from communique.record.candidates import windows
from communique.record.clusters import cluster, consistent, spanning
from communique.record.corpus import Corpus, Item, citations, row_id
from communique.record.days import days_of
from communique.record.entities import Entities
from communique.record.judge import judge_rows
from communique.record.occurrences import Occurrences, most
from communique.record.profiles import proper
from communique.record.row_signs import DIFFERENT, PROCESS_SAME, PROCESSES, TalksView
from communique.record.words import fold, nations, stem


@dataclass(frozen=True)
class Talks:
    """Which process every process of every reading is."""

    of: dict[Item, str]
    members: dict[str, tuple[Item, ...]]
    judgements: tuple[Judgement, ...]


def find_talks(corpus: Corpus, entities: Entities, decisions: Sequence[Judgement]) -> Talks:
    """The processes that are one, before anything is drawn together."""
    keys = corpus.keys["process"]
    places = Gazetteer(entities)
    views = [
        _view(item, key, corpus.reading(item).processes[item.index], entities, places)
        for item, key in keys.items()
    ]
    pairs = windows(views, _keys, lambda v: (sorted(map(sorted, v.names)), v.key))
    judged = judge_rows(pairs, PROCESSES, PROCESS_SAME, DIFFERENT)
    items = {key: item for item, key in keys.items()}
    sets = cluster(keys.values(), judged, decisions)
    members = {row_id("p", found[0]): tuple(items[key] for key in found) for found in sets}
    return Talks(
        of={item: id for id, found in members.items() for item in found},
        members=members,
        judgements=tuple(spanning(consistent(judged, sets))),
    )


class Gazetteer:
    """What words of a name stand for: places by entity, countries (and their people) by code."""

    def __init__(self, entities: Entities) -> None:
        named: dict[str, set[str]] = defaultdict(set)
        for row in entities.rows.values():
            if row.type == "place":
                for name in (row.name, *row.aliases):
                    named[fold(name)].add(row.id)
                    named[fold(name).replace(" ", "")].add(row.id)
        alone = {name: next(iter(ids)) for name, ids in named.items() if len(ids) == 1}
        self._known = alone | nations()

    def words(self, name: str) -> list[str]:
        """The folded words of a name, places and countries replaced by what they stand for."""
        plain, found, at = fold(name).split(), [], 0
        while at < len(plain):
            for size in (3, 2, 1):
                known = self._known.get(" ".join(plain[at : at + size]))
                if known or size == 1:
                    found.append(known or plain[at])
                    at += size
                    break
        return found


def _view(
    item: Item, key: str, process: Process, entities: Entities, places: Gazetteer
) -> TalksView:
    topic = frozenset(_telling(places.words(process.topic or "")))
    names = {frozenset(_telling(places.words(name))) for name in (process.name, *process.aliases)}
    kept = {(name - topic) or name for name in names}
    return TalksView(
        key=key,
        item=item,
        names=tuple(sorted(kept, key=sorted)),
        proper=any(proper(name) or name[:1].isupper() for name in (process.name, *process.aliases)),
        topic=topic,
        places=frozenset(w for name in kept for w in name if w.startswith("e-")),
        actors=entities.parties(item.report, (role.actor for role in process.roles)),
        rounds=frozenset(r.start for r in process.rounds if r.start and days_of_text(r.start)),
    )


def _telling(found: list[str]) -> Iterator[str]:
    common = words("process_words.tsv") | words("function_words.tsv")
    return (w if w.startswith("e-") or w.isupper() else stem(w) for w in found if w not in common)


def _keys(view: TalksView) -> Iterator[tuple[str, ...]]:
    for name in view.names:
        yield tuple(sorted(name))
        for word in name:
            yield ("word", word)


def days_of_text(start: str) -> bool:
    """Whether a date is one day of a known year."""
    return days_of(Time(start, None, None, start, "day", "stated", "")).day is not None


def process_rows(
    corpus: Corpus, entities: Entities, talks: Talks, occurrences: Occurrences
) -> tuple[ProcessRow, ...]:
    """The processes with all that the reports say of them."""
    held: dict[tuple[str, object], str] = {}
    for row in occurrences.rows:
        start = row.time.start if row.time else None
        for mark in (row.round, start):
            if row.process and mark and row.type == "CONSULT":
                held.setdefault((row.process, mark), row.id)
    rows = [_row(corpus, entities, id, items, held) for id, items in sorted(talks.members.items())]
    return tuple(rows)


def _row(
    corpus: Corpus,
    entities: Entities,
    id: str,
    items: tuple[Item, ...],
    held: dict[tuple[str, object], str],
) -> ProcessRow:
    found = [corpus.reading(item).processes[item.index] for item in items]
    names = Counter(process.name for process in found)
    name = min(names, key=lambda n: (not proper(n), -names[n], len(n), n))
    aliases = {alias for process in found for alias in process.aliases} | set(names)
    roles = _roles(corpus, entities, items)
    return ProcessRow(
        id=id,
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        topic=most([process.topic for process in found]),
        parties=tuple(sorted({r.entity for r in roles if facet(r.role) == "part"})),
        roles=roles,
        rounds=_rounds(corpus, id, items, held),
        evidence=citations(
            corpus.cite(item.report, process.evidence)
            for item, process in zip(items, found, strict=True)
        ),
    )


def _roles(corpus: Corpus, entities: Entities, items: tuple[Item, ...]) -> tuple[RoleRow, ...]:
    cited = defaultdict(list)
    for item in items:
        for role in corpus.reading(item).processes[item.index].roles:
            for entity in entities.parties(item.report, [role.actor]):
                cited[entity, role.role].append(corpus.cite(item.report, role.evidence))
    return tuple(
        RoleRow(entity, role, citations(cited[entity, role])) for entity, role in sorted(cited)
    )


def facet(role: str) -> str | None:
    """Which question about an actor and its talks a role answers."""
    plain = fold(role).removesuffix("s")
    return next((r["facet"] for r in table("role_words.tsv") if r["role"] == plain), None)


def _rounds(
    corpus: Corpus, id: str, items: tuple[Item, ...], held: dict[tuple[str, object], str]
) -> tuple[RoundRow, ...]:
    """Rounds are one where their numbers are, or where they began on one day."""
    told = [
        (item, round)
        for item in items
        for round in corpus.reading(item).processes[item.index].rounds
    ]
    number = {
        (r.start, r.number) for _, r in told if r.start and days_of_text(r.start) and r.number
    }
    numbers = dict(sorted(number, reverse=True))
    groups: dict[tuple[int, str], list[tuple[Item, Round]]] = defaultdict(list)
    for item, round in told:
        n = round.number or _numbered(numbers, round.start or "")
        groups[n or 0, "" if n else round.start or ""].append((item, round))
    rows = [
        _round(corpus, id, n or None, group, held)
        for (n, start), group in sorted(groups.items())
        if n or start
    ]
    return tuple(rows)


def _numbered(numbers: dict[str, int], start: str) -> int | None:
    """The number of the only round that can have begun then, as exactly as is told."""
    fitting = {n for day, n in numbers.items() if start and day.startswith(start)}
    return min(fitting) if len(fitting) == 1 else None


def _round(
    corpus: Corpus,
    id: str,
    number: int | None,
    told: list[tuple[Item, Round]],
    held: dict[tuple[str, object], str],
) -> RoundRow:
    cited = citations(corpus.cite(item.report, round.evidence) for item, round in told)
    dates = Counter((r.start, r.end) for _, r in told if r.start)
    time = None
    if dates:
        start, end = min(
            dates, key=lambda d: (-len(d[0] or ""), d[1] is None, -dates[d], d[0] or "", d[1] or "")
        )
        time = _round_time(start or "", end, " ".join(c.text for c in cited))
    return RoundRow(
        number=number,
        time=time,
        place=most([round.place for _, round in told]),
        host=most([round.host for _, round in told]),
        occurrence=held.get((id, number)) or held.get((id, time.start if time else None)),
        evidence=cited,
    )


def _round_time(start: str, end: str | None, words: str) -> Time:
    stated = start[:4] in words
    why = "dated in these words" if stated else "the year is that of the report"
    precision = {4: "year", 7: "month", 10: "day"}.get(len(start), "minute")
    value = start if end is None or end == start else f"{start}/{end}"
    return Time(start, end, None, value, precision, "stated" if stated else "resolved", why)
