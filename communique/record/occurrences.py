"""Occurrences: the same event across reports, its fields drawn together from every telling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.lexicon.load import table
from communique.model.findings import Event
from communique.model.identity import Citation, Occurrence
from communique.model.report import Time
from communique.model.text import Span
from communique.record.corpus import Corpus, Item, citations
from communique.record.days import days_of
from communique.record.entities import Entities
from communique.record.happenings import Happening
from communique.record.matching import Events
from communique.record.origins import count_origins

BASES = ("stated", "resolved", "dateline", "inferred")


@dataclass(frozen=True)
class Occurrences:
    """Which occurrence every event is, the tellings of each, and the rows."""

    of: dict[Item, str]
    tellings: dict[str, tuple[Happening, ...]]
    rows: tuple[Occurrence, ...]


def find_occurrences(
    corpus: Corpus, entities: Entities, origins: dict[str, str], events: Events
) -> Occurrences:
    """The occurrences that the tellings of events come to."""
    rows = [_row(corpus, entities, origins, id, told) for id, told in events.tellings.items()]
    return Occurrences(
        of={h.item: id for id, told in events.tellings.items() for h in told},
        tellings=events.tellings,
        rows=tuple(sorted(rows, key=lambda row: row.id)),
    )


def _row(
    corpus: Corpus,
    entities: Entities,
    origins: dict[str, str],
    id: str,
    told: tuple[Happening, ...],
) -> Occurrence:
    events = [corpus.reading(h.item).events[h.item.index] for h in told]
    slots = _slots(entities, told, events)
    reports = tuple(sorted({h.report for h in told}))
    time, time_from = _time(corpus, told)
    claimed = all(e.claimed for e in events)
    return Occurrence(
        id=id,
        type=told[0].type,
        mode=most([e.mode for e in events]),
        contexts=tuple(sorted({c for e in events for c in e.contexts})),
        aux=tuple(sorted(frozenset.intersection(*(h.aux for h in told)))),
        actors=slots["actors"],
        recipients=slots["recipients"],
        hosts=slots["hosts"],
        format=most([e.format for e in events]),
        occasion=most([e.occasion for e in events]),
        process=most([h.process for h in told]),
        round=_number([h.round for h in told]),
        place=_place(told),
        time=time,
        reports=reports,
        origins=count_origins(origins, reports),
        evidence=citations(_cited(corpus, told)),
        time_from=time_from,
        cameo=most([e.cameo for e in events]),
        claimed=claimed,
        claimed_by=_claimants(entities, told, events) if claimed else (),
        level=_level(events),
        duration=_duration(corpus, told),
    )


def _claimants(
    entities: Entities, told: tuple[Happening, ...], events: list[Event]
) -> tuple[str, ...]:
    """Those in whose words the tellings tell it."""
    pairs = zip(told, events, strict=True)
    speakers = (entities.parties(h.item.report, event.claimed_by) for h, event in pairs)
    return tuple(sorted(frozenset().union(*speakers)))


def _level(events: list[Event]) -> str | None:
    """The highest level that a telling gives."""
    order = [row["level"] for row in table("meeting_levels.tsv") if row["kind"] == "level"]
    return min((e.level for e in events if e.level is not None), key=order.index, default=None)


def _duration(corpus: Corpus, told: tuple[Happening, ...]) -> str | None:
    """How long it took, where all tellings that say so agree."""
    said = {length[0] for h in told if (length := told_length(corpus, h)) is not None}
    return said.pop() if len(said) == 1 else None


def told_length(corpus: Corpus, happening: Happening) -> tuple[str, Span | None] | None:
    """How long a telling says that it took (a TIMEX3 value), and the words that say it."""
    reading = corpus.reading(happening.item)
    length = reading.events[happening.item.index].duration
    return None if length is None else (reading.times[length].value, reading.times[length].text)


def most(values: Sequence[str | None]) -> str | None:
    """The value told most; of several the longest, then the first in the alphabet."""
    counted = Counter(value for value in values if value)
    if not counted:
        return None
    return min(counted, key=lambda value: (-counted[value], -len(value), value))


def _number(values: Sequence[int | None]) -> int | None:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _slots(
    entities: Entities, told: tuple[Happening, ...], events: list[Event]
) -> dict[str, tuple[str, ...]]:
    """Everyone in the slot that most tellings give; a state that only stands for its people, who
    another telling names, is left out."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for happening, event in zip(told, events, strict=True):
        for slot in ("actors", "recipients", "hosts"):
            for entity in entities.parties(happening.item.report, getattr(event, slot)):
                votes[entity][slot] += 1
    named = {e for e in votes if entities.type(e) != "state"}
    countries = {entities.country(e) for e in named}
    slots: dict[str, list[str]] = {"actors": [], "recipients": [], "hosts": []}
    order = list(slots)
    for entity, count in votes.items():
        together = any(entity in h.states and h.named for h in told)
        stands = entities.type(entity) == "state" and entities.country(entity) in countries
        slot = min(count, key=lambda s: (-count[s], order.index(s)))
        if not stands or together or slot == "hosts":
            slots[slot].append(entity)
    return {slot: tuple(sorted(members)) for slot, members in slots.items()}


def _place(told: tuple[Happening, ...]) -> str | None:
    spots = [h.spot for h in told if h.spot is not None]
    exact = [spot for spot in spots if not spot.broad] or spots
    return most([spot.entity for spot in exact])


def _time(corpus: Corpus, told: tuple[Happening, ...]) -> tuple[Time | None, str | None]:
    """The most exact time that most tellings give, and what gives it, those before others that
    have a time of their own, not only the day of their report; of news without any, that it was
    not later than the report."""
    found = [(time, h) for h in told if (time := _time_of(corpus, h)) is not None]
    own = [(time, h) for time, h in found if _source(corpus, h) != "report"]
    times = [time for time, _ in own or found]
    if times:
        counted = Counter(t.start for t in times)
        best = min(times, key=lambda t: _rank(t, counted))
        sources = [_source(corpus, h) for time, h in own or found if time == best]
        others = {t.start for t in times}
        copied = len(told) > len(times) or len(others) > 1
        count = f"{counted[best.start]} of {len(told)} tellings"
        why = f"{best.why.rstrip('.')}; told so by {count}"
        shown = replace(best, text=None, why=why if copied else best.why)
        return shown, next((s for s in ("syntax", "sentence", "report") if s in sources), None)
    return _not_later(told), None


def _source(corpus: Corpus, happening: Happening) -> str | None:
    return corpus.reading(happening.item).events[happening.item.index].time_from


def _rank(time: Time, counted: Counter[str | None]) -> tuple[object, ...]:
    days = days_of(time)
    precise = (not days.known, not days.exact, days.day is None, days.month_day is None)
    basis = BASES.index(time.basis) if time.basis in BASES else len(BASES)
    told = -counted[time.start]
    return (*precise, told, basis, time.start or "", time.end or "", time.value, time.why)


def _time_of(corpus: Corpus, happening: Happening) -> Time | None:
    reading = corpus.reading(happening.item)
    event = reading.events[happening.item.index]
    if event.time is None:
        return None
    time, day = reading.times[event.time], happening.days.day
    if event.time_from == "report":
        why = "told as news of that day, the report naming no other for it"
        time = replace(time, basis="inferred", why=why)
    if days_of(time).known or day is None:
        return time
    why = f"{day:%A}; the last such day up to that of the report, which is inferred itself"
    return Time(day.isoformat(), None, time.text, day.isoformat(), "day", "inferred", why)


def _not_later(told: tuple[Happening, ...]) -> Time | None:
    unreal = {"future", "hypothetical", "negation"}
    known = [h.published.last for h in told if h.published.last and not h.aux & unreal]
    if not known:
        return None
    day = min(known).isoformat()
    return Time(None, day, None, day, "day", "inferred", "reported on that day as having happened")


def _cited(corpus: Corpus, told: tuple[Happening, ...]) -> Iterator[Citation]:
    for happening in told:
        event = corpus.reading(happening.item).events[happening.item.index]
        yield corpus.cite(happening.item.report, event.evidence)
        time = _time_of(corpus, happening)
        span = time.text if time is not None else None
        inside = span is None or (
            event.evidence.start <= span.start and span.end <= event.evidence.end
        )
        if span is not None and not inside:
            yield corpus.cite(happening.item.report, (span.start, span.end))
